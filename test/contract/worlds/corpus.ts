/** The plans of the suite with their registers, as data: captured previews, examples, and the cases of all rule tests. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plan } from "../../../src/plan/plan";
import { joinParts, readPlan } from "../../../src/plan/read";
import { nothingDeclared, type Register } from "../../../src/register/register";
import { openRegister } from "../../../src/register/open";
import { exampleFolder, exampleNames } from "../../examples/examples";
import { readable, readCapture } from "../../plan/read/terraform/fixtures";
import { folderOf, previewFiles, registerOf, stackNames, terraformPart, terraformRegister } from "../../stacks/stacks";
import { TODAY, unfiled } from "../../support/rule-tester";
import { casesRead } from "../../support/table-reader";
import { dataOf, type PlanData } from "./plan-data";

/** Where a plan comes from: a capture of a program, or the table of a rule's test. */
export type Origin = "captures" | "tables";

/** A plan of the suite and its register. */
export interface Sample {
  readonly from: Origin;
  /** Whether the table stands in a group of tests. */
  readonly inGroup?: boolean;
  readonly name: string;
  readonly plan: PlanData;
  readonly register: Register;
}

const planIn = (folder: string, files: readonly string[]): Plan =>
  joinParts(files.map((file) => readPlan(readFileSync(`${folder}/${file}`), `${folder}/${file}`)));

function captured(): readonly Sample[] {
  const stacks = stackNames.map((name) => ({
    from: "captures" as const,
    name: `stack ${name}`,
    plan: dataOf(planIn(folderOf(name), previewFiles(name))),
    register: registerOf(name),
  }));
  const examples = exampleNames.map((name) => ({
    from: "captures" as const,
    name: `example ${name}`,
    plan: dataOf(planIn(exampleFolder(name), ["preview.json"])),
    register: openRegister({ env: {}, startFolders: [exampleFolder(name)], today: TODAY }),
  }));
  return [...stacks, ...examples, ...ofTerraform()];
}

/** What Terraform and OpenTofu planned: once where both planned the same. */
function ofTerraform(): readonly Sample[] {
  const stacks = stackNames.flatMap((name) => {
    const part = terraformPart(name, "terraform");
    return part ? [{ name: `stack ${name} of Terraform`, part, register: terraformRegister(name) }] : [];
  });
  const first = readable("terraform");
  const fixtures = [
    ...first.map((capture) => ({ capture, program: "terraform" as const })),
    ...readable("opentofu")
      .filter((capture) => !first.includes(capture))
      .map((capture) => ({ capture, program: "opentofu" as const })),
  ].map(({ capture, program }) => {
    const [fixture = "", name] = capture.split("/");
    return { name: `${capture} of ${program}`, part: readCapture(fixture, program, name), register: unfiled() };
  });
  return [...stacks, ...fixtures].map(({ name, part, register }) => ({
    from: "captures" as const,
    name,
    plan: dataOf(joinParts([part])),
    register,
  }));
}

/** Reads the tables of the rule tests without running them. */
async function ofRules(): Promise<readonly Sample[]> {
  for (const folder of ["test/rules", "test/products/others", "test/products/kubernetes"]) {
    for (const file of readdirSync(folder).sort()) {
      if (file.endsWith(".test.ts")) await import(/* @vite-ignore */ `${resolve(folder, file)}?cases`);
    }
  }
  // A register that is judged alone has no plan.
  return casesRead.flatMap(({ name, inGroup, case: [plan, register = nothingDeclared] }) =>
    plan ? [{ from: "tables" as const, name, inGroup, plan: dataOf(plan), register }] : [],
  );
}

/**
 * Which tables are read: those in groups of tests, which are of other providers and of Kubernetes, are not held against
 * worlds of unknown values yet.
 */
export type Reach = "outside groups" | "all";

let made: Promise<readonly Sample[]> | undefined;

/** All plans of the suite that can be had as data, each once; test files that run in one process share them. */
export async function corpus(reach: Reach = "outside groups"): Promise<readonly Sample[]> {
  const all = await (made ??= make());
  return reach === "all" ? all : all.filter(({ inGroup }) => !inGroup);
}

/** The registers of the tables that are judged alone: what they say needs no plan. */
export async function registersAlone(): Promise<readonly Register[]> {
  await corpus("all");
  return casesRead.flatMap(({ case: [plan, register] }) => (plan || !register ? [] : [register]));
}

async function make(): Promise<readonly Sample[]> {
  const all = [...captured(), ...(await ofRules())];
  return [...new Map(all.map((sample) => [keyOf(sample), sample])).values()];
}

/** What makes two samples one. */
const keyOf = ({ plan, register }: Sample): string => JSON.stringify([plan, register]);
