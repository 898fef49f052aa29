/** Plans by the names that a user gives them, and files whose own names look as if they had one before them. */
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { counts } from "../../src/cli/watching/interest";
import { interestIn } from "../../src/cli/watching/plans";
import { checkPlans } from "../../src/library/check";
import type { Report } from "../../src/report/types";
import { folderOf } from "../stacks/stacks";
import { cli, emptyFolder, repository, type Around } from "./terminal";

const plan = `${folderOf("shop-alb-waf")}/terraform/plan.terraform.json`;

/** A folder with the same plan under each of some names. */
function folderWith(...names: readonly string[]): string {
  const cwd = emptyFolder();
  for (const name of names) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    cpSync(plan, join(cwd, name));
  }
  return cwd;
}

/** The ids of the plans that are judged, or what is said instead. */
async function judged(given: readonly string[], around: Around): Promise<readonly string[] | string> {
  const { code, out, err } = await cli(["check", ...given, "--format", "json"], around);
  return code === 2 ? err.trim() : (JSON.parse(out) as Report).plans.map(({ id }) => id);
}

describe("two plans of one name", () => {
  const SAYS =
    "shop/tfplan.json: is called shop/default as shop/plan.json is, and both have a resource of one address; give one of them where it is one plan, and else one of them another name: NAME=shop/tfplan.json";

  it.each([[["shop/plan.json", "shop/tfplan.json"]], [["shop"]]])("%j: says how to name one of them", async (given) => {
    expect(await judged(given, { cwd: folderWith("shop/plan.json", "shop/tfplan.json") })).toContain(SAYS);
  });

  it("are two with a name, as it is said", async () => {
    const cwd = folderWith("shop/plan.json", "shop/tfplan.json");
    expect(await judged(["shop/plan.json", "blue=shop/tfplan.json"], { cwd })).toEqual([
      "shop/default",
      "blue/default",
    ]);
  });
});

describe("a file that is there", () => {
  const cwd = folderWith("env=prod/plan.json", "env=test/plan.json", "prod/plan.json");

  it.each([
    ["itself", ["env=prod/plan.json"], ["env=prod/default"]],
    [
      "itself, whatever else there would be",
      ["env=prod/plan.json", "prod/plan.json"],
      ["env=prod/default", "prod/default"],
    ],
    ["all of its folder", ["env=prod"], ["env=prod/default"]],
    ["one of a pattern", ["env=*/plan.json"], ["env=prod/default", "env=test/default"]],
    ["one with a name, where none is there", ["blue=prod/plan.json"], ["blue/default"]],
    ["one with a name before its own", ["blue/green=env=prod/plan.json"], ["blue/green"]],
  ])("is %s: %j", async (_, given, ids) => {
    expect(await judged(given, { cwd })).toEqual(ids);
    const threads = { count: 2, bundle: join(repository, "dist", "reader.js") };
    expect(await judged(given, { cwd, threads })).toEqual(ids);
  });

  it("is the same to the library", () => {
    const whole = join(cwd, "env=prod", "plan.json");
    expect(checkPlans({ plans: [whole], register: null, today: "2026-11-25" }).plans[0]?.id).toBe("env=prod/default");
    const before = process.cwd();
    try {
      process.chdir(cwd);
      const [first] = checkPlans({ plans: ["env=prod/plan.json"], register: null, today: "2026-11-25" }).plans;
      expect(first?.id).toBe("env=prod/default");
    } finally {
      process.chdir(before);
    }
  });
});

describe("a plan with a name before it", () => {
  it("is not written over", async () => {
    const cwd = folderWith("prod/plan.json");
    const file = join(cwd, "prod", "plan.json");
    for (const argv of [
      ["extract", "blue=prod/plan.json", "--output", "prod/plan.json"],
      ["check", "blue=prod/plan.json", "--format", "json", "--output", "prod/plan.json"],
    ]) {
      const { code, err } = await cli(argv, { cwd });
      expect([code, err.trim()]).toEqual([
        2,
        "alicloud-icp: prod/plan.json: is one of the files to be read; write another one",
      ]);
    }
    expect(readFileSync(file)).toEqual(readFileSync(plan));
  });

  it("is watched, as is one that has such a name itself", () => {
    const cwd = folderWith("env=prod/plan.json", "prod/plan.json");
    const watched = (given: string) =>
      interestIn({ cwd, env: {}, plans: [given], files: [], stackOutputs: [], outputs: [], loaded: [] });
    expect(counts(watched("blue=prod/plan.json"), join(cwd, "prod", "plan.json"))).toBe(true);
    expect(counts(watched("env=prod/plan.json"), join(cwd, "env=prod", "plan.json"))).toBe(true);
    expect(counts(watched("env=next/plan.json"), join(cwd, "env=next", "plan.json"))).toBe(true);
    expect(counts(watched("env=prod/plan.json"), join(cwd, "prod", "plan.json"))).toBe(false);
  });
});
