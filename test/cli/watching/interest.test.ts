import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { counts, Interests, NOTHING } from "../../../src/cli/watching/interest";
import { interestIn, type RestsOn } from "../../../src/cli/watching/plans";
import { emptyFolder } from "../terminal";

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

describe("what counts", () => {
  const interest = { ...NOTHING, trees: new Set(["/work/infra"]), left: new Set(["/work/infra/report.html"]) };
  it.each([
    ["a file of a tree", "/work/infra/index.ts", true],
    ["one below", "/work/infra/lib/names.json", true],
    ["one with variables", "/work/infra/.env.local", true],
    ["one beside it", "/work/other/index.ts", false],
    ["the tree itself", "/work/infra", false],
    ["a package's", "/work/infra/node_modules/x/index.js", false],
    ["the folder of packages", "/work/infra/node_modules", false],
    ["a hidden one", "/work/infra/.index.ts.swp", false],
    ["one in a hidden folder", "/work/infra/.git/index", false],
    ["a copy by an editor", "/work/infra/index.ts~", false],
    ["a probe by an editor", "/work/infra/4913", false],
    ["what the command writes", "/work/infra/report.html", false],
  ])("%s", (_, path, expected) => {
    expect(counts(interest, path)).toBe(expected);
  });

  it("is a file that is named, wherever it lies", () => {
    const named = { ...NOTHING, files: new Set(["/work/.icp.yaml"]), folders: new Map([["/work", [/\.json$/]]]) };
    const paths = ["/work/.icp.yaml", "/work/plan.json", "/work/plan.yaml", "/work/below/plan.json"];
    expect(paths.map((path) => counts(named, path))).toEqual([true, true, false, false]);
  });

  it("is what either of two names in a folder", () => {
    const both = new Interests();
    both.add(["/work"], /^a$/);
    both.add(["/work"], /^b$/);
    expect(["a", "b", "c"].map((name) => counts(both, `/work/${name}`))).toEqual([true, true, false]);
  });
});

describe("what a verdict rests on", () => {
  const cwd = emptyFolder();
  write(cwd, {
    ".git/HEAD": "",
    "infra/Pulumi.yaml": "name: infra\nruntime: nodejs\nstackConfigDir: ../stacks\n",
    "infra/lib/a.ts": "",
    "broken/Pulumi.yaml": "name: [",
    "plans/a.json": "{}",
    "plan.json": "{}",
  });
  const interest = (plans: readonly string[], rest: Partial<RestsOn> = {}) =>
    interestIn({ cwd, env: {}, plans, files: [], stackOutputs: [], outputs: [], loaded: [], ...rest });
  const countsOf = (plans: readonly string[], path: string, rest: Partial<RestsOn> = {}): boolean =>
    counts(interest(plans, rest), join(cwd, path));

  it.each<[string, readonly string[], string, boolean]>([
    ["a program's file", ["infra"], "infra/lib/new.ts", true],
    ["its project", ["infra"], "infra/Pulumi.yaml", true],
    ["its stacks, wherever they lie", ["infra"], "stacks/Pulumi.dev.yaml", true],
    ["the register in a folder above", ["infra"], "icp.yaml", true],
    ["what the cloud said, in a folder above", ["infra"], "icp.verified.json", true],
    ["the settings in a folder above", ["infra"], "alicloud-icp.yaml", true],
    ["the packages in a folder above", ["infra"], "package-lock.json", true],
    ["nothing else above", ["infra"], "README.md", false],
    ["a project that cannot be read", ["broken"], "broken/Pulumi.yaml", true],
    ["a plan", ["plan.json"], "plan.json", true],
    ["no other plan", ["plan.json"], "plans/a.json", false],
    ["the register beside a plan", ["plans/a.json"], "plans/icp.yaml", true],
    ["each plan in a folder", ["plans"], "plans/new.json", true],
    ["nothing else in it", ["plans"], "plans/new.txt", false],
    ["that a folder of plans becomes a program's", ["plans"], "plans/Pulumi.yaml", true],
    ["what a pattern may match", ["plans/*.json"], "plans/new.json", true],
    ["what a deep pattern may match", ["plans/**/*.json"], "plans/a/b/new.json", true],
    ["what a pattern may match, from the root", [`${cwd}/plans/*.json`], "plans/new.json", true],
    ["what a deep pattern may match, from the root", [`${cwd}/plans/**/*.json`], "plans/a/new.json", true],
    ["what a pattern may match in this folder", ["*.json"], "new.json", true],
    ["the register beside a pattern", ["plans/*.json"], "plans/icp.yaml", true],
    ["a plan that is not there yet", ["later.json"], "later.json", true],
  ])("%s", (_, plans, path, expected) => {
    expect(countsOf(plans, path)).toBe(expected);
  });

  it("asks of many plans in one folder once", () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `plans/${index}.json`);
    expect([...interest(many).folders.values()].map((names) => names.length)).toEqual(
      [...interest(["plans/0.json"]).folders.values()].map((names) => names.length),
    );
  });

  it("files that are named besides, and what programs loaded, but for what is written", () => {
    const rest = {
      env: { ALICLOUD_ICP_REGISTER: "ops/register.yaml" },
      register: "ours.yaml",
      files: ["fixtures.yaml", undefined],
      stackOutputs: ["acme/net/dev=net.json"],
      loaded: [join(cwd, "shared/hosts.ts")],
      outputs: ["infra/report.html"],
    };
    const registers = ["ops/register.yaml", "ops/register.verified.json", "ours.yaml", "ours.verified.json"];
    const paths = [...registers, "fixtures.yaml", "net.json", "shared/hosts.ts"];
    const all = [...paths, "infra/report.html", "other.verified.json"];
    expect(all.filter((path) => countsOf(["infra"], path, rest))).toEqual(paths);
  });
});
