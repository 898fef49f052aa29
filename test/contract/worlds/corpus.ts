/** The plans of the suite with their registers, as data: captured previews, examples, and the cases of all rule tests. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { vi } from "vitest";
import type { Plan } from "../../../src/plan/plan";
import { joinParts, readPlan } from "../../../src/plan/read";
import { nothingDeclared, type Declared } from "../../../src/register/register";
import { openRegister } from "../../../src/register/open";
import { exampleFolder, exampleNames } from "../../examples/examples";
import { folderOf, previewFiles, registerOf, stackNames } from "../../stacks/stacks";
import { TODAY, type Cases } from "../../support/rule-tester";
import { dataOf, type PlanData } from "./plan-data";

/** A plan of the suite and its register. */
export interface Sample {
  readonly name: string;
  readonly plan: PlanData;
  readonly register: Declared;
}

const planIn = (folder: string, files: readonly string[]): Plan =>
  joinParts(files.map((file) => readPlan(readFileSync(`${folder}/${file}`), `${folder}/${file}`)));

function captured(): readonly Sample[] {
  const stacks = stackNames.map((name) => ({
    name: `stack ${name}`,
    plan: dataOf(planIn(folderOf(name), previewFiles(name))),
    register: registerOf(name),
  }));
  const examples = exampleNames.map((name) => ({
    name: `example ${name}`,
    plan: dataOf(planIn(exampleFolder(name), ["preview.json"])),
    register: openRegister({ env: {}, startFolders: [exampleFolder(name)], today: TODAY }),
  }));
  return [...stacks, ...examples];
}

/**
 * Which tables are read: those in groups, which are of other providers and of Kubernetes, are not held against possible
 * worlds yet.
 */
export type Reach = "outside groups" | "all";

/** Reads the tables of the rule tests without running them: their modules get a Vitest that at most enters its groups. */
async function ofRules(reach: Reach): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const nothing = (): undefined => undefined;
  const quiet = Object.assign(nothing, { each: () => nothing });
  const enter = (_: string, body: () => void): void => {
    if (reach === "all") body();
  };
  const groups = Object.assign(enter, { each: () => nothing });
  vi.doMock("vitest", () => ({ describe: groups, it: quiet, test: quiet, expect: nothing, vi: { mock: nothing } }));
  vi.doMock("../../support/rule-tester", async (original) => ({
    ...(await original<object>()),
    ruleTester: (id: string, cases: Cases) => {
      for (const [kind, group] of Object.entries(cases) as [string, Cases["silent"]][]) {
        for (const [name, [plan, register]] of Object.entries(group ?? {})) {
          samples.push({ name: `${id} ${kind}: ${name}`, plan: dataOf(plan), register: register ?? nothingDeclared });
        }
      }
    },
  }));
  for (const folder of ["test/rules", "test/products/others", "test/products/kubernetes"]) {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".test.ts"))) {
      await import(/* @vite-ignore */ resolve(folder, file));
    }
  }
  vi.doUnmock("vitest");
  vi.doUnmock("../../support/rule-tester");
  return samples;
}

/** All plans of the suite that can be had as data, each once. */
export async function corpus(reach: Reach = "outside groups"): Promise<readonly Sample[]> {
  const all = [...captured(), ...(await ofRules(reach))];
  return [...new Map(all.map((sample) => [keyOf(sample), sample])).values()];
}

/** What makes two samples one. */
const keyOf = ({ plan, register }: Sample): string => JSON.stringify([plan, register]);
