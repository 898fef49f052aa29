/** Programs as plans: a Node program is run in a process of its own, a YAML program is read. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { ReadPart } from "../plan/read/part";
import { readPreview } from "../plan/read/preview";
import { Cursor } from "../plan/read/shape";
import type { Urn } from "../plan/fact";
import type { Raw } from "../plan/raw";
import { message, type Message } from "../messages";
import type { Answers, StackOutputs } from "./answers";
import { documentOf, type ProgramDocument } from "./document";
import { withoutCloudCredentials } from "./environment";
import { readFixtures } from "./fixtures";
import { runProgram } from "./node/run";
import { chooseStack, readProject, type ChosenStack, type Project } from "./project";
import { References } from "./references";
import { readStackOutputs } from "./stack-outputs";
import { stackSettings } from "./stack-settings";

/** How programs are judged. */
export interface RunningPrograms {
  readonly cwd: string;
  readonly stack?: string | undefined;
  /** `FILE`, or `STACK=FILE`. */
  readonly stackOutputs: readonly string[];
  readonly fixtures?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly keepEnv: boolean;
  /** In milliseconds. */
  readonly timeout: number;
  readonly began: (name: string) => void;
  /** Takes what a program prints. */
  readonly printed: (text: string) => void;
}

/** A program as a part of a plan, and what there is to be said of how it was read. */
export interface ProgramPlan {
  readonly read: ReadPart;
  readonly notes: readonly Message[];
}

/** The organisation of a stack of which nobody tells it: Pulumi's own default. */
const ORGANIZATION = "organization";

/**
 * Reads the programs in folders, as the user named them, and gives them in that order. Where one refers to the stack of
 * another it gets that one's outputs. Throws an `InputError` that says what is wrong with the first that cannot be read.
 */
export async function readPrograms(
  named: readonly string[],
  options: RunningPrograms,
): Promise<readonly ProgramPlan[]> {
  const { cwd } = options;
  const fixtures = readFixtures(options.fixtures, cwd);
  const programs = named.map((folder): Program => {
    const project = readProject(folder, cwd);
    return { named: folder, project, stack: chooseStack(project, options.stack) };
  });
  const references = new References<Done>(
    programs.map((program) => ({
      key: keyOf(program),
      read: (stackOf: Answers["stack"]) =>
        read(program, { invoke: fixtures.invoke, stack: stackOf }, fixtures.config, options),
    })),
    readStackOutputs(options.stackOutputs, cwd),
    Math.max(1, availableParallelism()),
  );
  return (await references.all()).map(({ plan }) => plan);
}

interface Program {
  readonly named: string;
  readonly project: Project;
  readonly stack: ChosenStack;
}

const keyOf = ({ project, stack }: Program): { readonly project: string; readonly stack: string } => ({
  project: project.name,
  stack: stack.name,
});

interface Done {
  readonly plan: ProgramPlan;
  readonly outputs: StackOutputs;
}

async function read(
  program: Program,
  answers: Answers,
  given: Readonly<Record<string, string>>,
  options: RunningPrograms,
): Promise<Done> {
  const { project, stack, named } = program;
  options.began(join(named, ""));
  const settings = stackSettings(project, stack, given);
  const ran = await runProgram({
    project,
    stack,
    organization: organizationIn(options.stack),
    settings,
    answers,
    env: options.keepEnv ? defined(options.env) : withoutCloudCredentials(options.env),
    timeout: options.timeout,
    printed: options.printed,
  });
  const document = documentOf(ran.registered, settings.values);
  const part = partOf(document, named, ran.unexpanded);
  const plan = part.part.id;
  const notes = [
    message("limit.program", { plan }),
    ...(ran.leftOpen.length > 0 ? [message("limit.program-left-open", { plan, kinds: ran.leftOpen.join(", ") })] : []),
    ...ran.secretsRead.map((key) => message("limit.program-secret-read", { plan, key })),
  ];
  return { plan: { read: part, notes }, outputs: { values: ran.outputs ?? {}, secret: [] } };
}

/** The part of a plan that a document is; `unexpanded`: its components that are made elsewhere. */
function partOf(document: ProgramDocument, named: string, unexpanded: readonly Urn[]): ReadPart {
  const read = readPreview(new Cursor(named, "", document as unknown as Raw));
  if (unexpanded.length === 0) return read;
  const part = { ...read.part, unexpanded };
  return { part, resources: read.resources.map((resource) => resource.as(part)) };
}

const organizationIn = (asked: string | undefined): string => {
  const parts = asked?.split("/") ?? [];
  return parts.length === 3 ? (parts[0] ?? ORGANIZATION) : ORGANIZATION;
};

const defined = (env: RunningPrograms["env"]): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
