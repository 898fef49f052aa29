/** Reads programs for tests: what they declare, on a stack `dev` of the project `site`. */
import { InputError } from "../../../src/input/error";
import type { Language } from "../../../src/messages";
import type { Raw } from "../../../src/plan/raw";
import { readYamlProgram, type YamlProgram, type YamlReading } from "../../../src/program/yaml";
import type { State } from "../../parity/parity";

export interface Given extends Partial<Omit<YamlProgram, "projectFile" | "read">> {
  /** Other files, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What stands in the project file besides name and runtime. */
  readonly body?: string;
}

/** Reads a program of which the project file has this body. */
export function readBody(body: string, { files = {}, ...given }: Given = {}): YamlReading {
  return readYamlProgram({
    projectFile: { name: "Pulumi.yaml", text: `name: site\nruntime: yaml\n${body}` },
    read: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
    project: "site",
    stack: "dev",
    config: {},
    secretKeys: [],
    ...given,
  });
}

/** What is wrong with a program, a line each; empty where nothing is. */
export function saidOf(body: string, given: Given = {}, language: Language = "en"): readonly string[] {
  try {
    readBody(body, given);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.said(language);
    throw error;
  }
}

export type Step = State & {
  readonly op: string;
  readonly custom: boolean;
  readonly importID?: string;
  readonly external?: boolean;
  readonly retainOnDelete?: boolean;
  readonly sourcePosition?: string;
};

/** The resources of a program, by their names. */
export function stepsOf({ document }: YamlReading): Readonly<Record<string, Step>> {
  return Object.fromEntries(
    document.steps.map((step) => {
      const { op, newState } = step as unknown as { readonly op: string; readonly newState: Step };
      return [newState.urn.split("::").slice(3).join("::"), { ...newState, op }];
    }),
  );
}

const indented = (text: string, by: number): string => text.replace(/^/gm, " ".repeat(by));

/** The resources that expressions of the tables refer to. */
const AROUND = `
  net:
    type: alicloud:vpc:Network
    properties:
      vpcName: main
      tags: { team: web, hosts: [a.example.com, "\${address.ipAddress}"] }
      secretly: { fn::secret: s3cret }
      nothing: null
    options: { additionalSecretOutputs: [routerId] }
  address:
    type: alicloud:ecs:EipAddress
  there:
    type: alicloud:vpc:Network
    get: { id: vpc-1, state: { vpcName: old } }
  dns:
    type: pulumi:pulumi:StackReference
    properties: { name: acme/dns/prod }
`;

/** What a property is that says an expression, and the names of the resources from which it comes. */
export function valueOf(
  expression: string,
  variables = "",
  given: Given = {},
): { readonly value: Raw | undefined; readonly from: readonly string[] } {
  const body = `variables:\n  none: null\n${indented(variables, 2)}\nresources:\n  it:\n    type: alicloud:oss:Bucket\n    properties:\n      it:\n${indented(expression, 8)}\n${AROUND}`;
  const it = stepsOf(readBody(body, given))["it"];
  const from = it?.propertyDependencies?.["it"] ?? [];
  return { value: it?.inputs?.["it"] as Raw | undefined, from: from.map((urn) => urn.split("::")[3] ?? "") };
}
