import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Report } from "../../src/report/types";
import { seenFrom } from "../../src/report/whereabouts";
import { cli, emptyFolder, preview } from "../cli/terminal";
import { judgeStack } from "../stacks/stacks";
import { positionsIn } from "../../src/report/positions";
import { readFileSync } from "node:fs";

const PLAN = readFileSync(preview("cdn-scope-omitted"));

/** A repository with these files, of which those that are called plan.json are a preview of the project cdn-scope-omitted. */
function repositoryWith(files: Readonly<Record<string, string>>, root = ".git"): string {
  const folder = emptyFolder();
  if (root !== "") mkdirSync(join(folder, root));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text === "plan" ? PLAN : text);
  }
  return folder;
}

const project = "name: cdn-scope-omitted\nruntime: nodejs\n";
const other = "name: other # cdn-scope-omitted\nruntime: nodejs\n";

async function filesIn(plan: string, cwd: string): Promise<readonly string[]> {
  const { out, err } = await cli(["check", plan, "--format", "json"], { cwd });
  expect(err).toBe("");
  const { findings } = JSON.parse(out) as Report;
  return [...new Set(findings.map(({ position }) => position?.file ?? "?"))];
}

describe("the file of a finding", () => {
  const at: Record<
    string,
    [files: Record<string, string>, plan: string, cwd: string, expected: string, root?: string]
  > = {
    "beside its plan": [
      { "services/web/Pulumi.yaml": project, "services/web/plan.json": "plan" },
      "services/web/plan.json",
      ".",
      "services/web/index.ts",
    ],
    "above its plan": [
      { "web/Pulumi.yaml": project, "web/out/plan.json": "plan" },
      "web/out/plan.json",
      ".",
      "web/index.ts",
    ],
    "in the working folder, whose plan lies elsewhere": [
      { "web/Pulumi.yaml": project, "plan.json": "plan" },
      "../plan.json",
      "web",
      "web/index.ts",
    ],
    "anywhere in the repository": [
      { "a/b/web/Pulumi.yml": `${project}description: x\n`, "a/Pulumi.yaml": other, "plan.json": "plan" },
      "plan.json",
      ".",
      "a/b/web/index.ts",
    ],
    "not in what the repository uses": [
      { "node_modules/web/Pulumi.yaml": project, "plan.json": "plan" },
      "plan.json",
      ".",
      "index.ts",
    ],
    "in none of two of one name": [
      { "a/Pulumi.yaml": project, "b/Pulumi.yaml": project, "plan.json": "plan" },
      "plan.json",
      ".",
      "index.ts",
    ],
    "quoted in Pulumi.yaml": [
      { "web/Pulumi.yaml": "name: 'cdn-scope-omitted'\n", "plan.json": "plan" },
      "plan.json",
      ".",
      "web/index.ts",
    ],
    "from the working folder where there is no repository": [
      { "web/Pulumi.yaml": project, "web/plan.json": "plan" },
      "web/plan.json",
      ".",
      "web/index.ts",
      "",
    ],
  };
  it.each(Object.entries(at))(
    "is told from the root of the repository: %s",
    async (_, [files, plan, cwd, expected, root]) => {
      expect(await filesIn(plan, join(repositoryWith(files, root), cwd))).toEqual([expected]);
    },
  );

  it("is told from the root where it is the register", async () => {
    const folder = repositoryWith({
      "web/plan.json": "plan",
      "ops/icp.yaml":
        "version: 1\nasOf: 2025-01-01\nfilings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\n",
    });
    const args = ["check", "plan.json", "--register", "../ops/icp.yaml", "--format", "json"];
    const { findings } = JSON.parse((await cli(args, { cwd: join(folder, "web") })).out) as Report;
    expect(findings.map(({ rule, position }) => [rule, position])).toEqual([
      ["icp-register-stale", { file: "ops/icp.yaml", line: 2, column: 1 }],
    ]);
  });

  it("is shown as the reader calls it", async () => {
    const folder = repositoryWith({ "web/Pulumi.yaml": project, "web/plan.json": "plan" });
    const seen = async (plan: string, cwd: string): Promise<string> =>
      (await cli(["check", plan], { cwd: join(folder, cwd) })).out;
    expect(await seen("web/plan.json", ".")).toMatch(/ web\/index\.ts:\d+\n/);
    expect(await seen("plan.json", "web")).toMatch(/ index\.ts:\d+\n/);
    expect([seenFrom("web", "ops/icp.yaml"), seenFrom("", "a/b.ts"), seenFrom("web", "/x/y")]).toEqual([
      "../ops/icp.yaml",
      "a/b.ts",
      "/x/y",
    ]);
  });
});

describe("the position of a resource in a component", () => {
  const { plan } = judgeStack("renamed-component");
  const positionOf = (end: string): unknown => {
    const resource = plan.resources.find(({ urn }) => urn.endsWith(end));
    return resource && positionsIn(plan)(resource);
  };

  it("says where the component is made, too", () => {
    expect(positionOf("AlidnsRecord::portal-web")).toMatchObject({
      file: "web-server.ts",
      line: 51,
      caller: { file: "index.ts", line: 26 },
    });
  });

  it("is that of the resource alone where a function makes it", () => {
    expect(positionOf("AlidnsRecord::shop")).toEqual({ file: "index.ts", line: 20, column: 3 });
  });
});
