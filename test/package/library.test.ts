/** The library as a user has it: what it exports, what its types allow and refuse, and that README's lines run. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPackage } from "./install";

const { project, installed, tarball, packed, node, remove } = installPackage();
afterAll(remove);

/** The code of README's section on the library. */
const readme = readFileSync("README.md", "utf8");
const [, program = ""] = /<!-- library:start -->\s+```ts\n(.*?)```/s.exec(readme) ?? [];

const REFUSALS = `
  import { check, formats, type RegisterDocument, type Report, type ReportFinding } from "alicloud-icp";
  const report: Report = check({ plans: [], register: null });
  const [finding] = report.findings;
  // @ts-expect-error
  export const number: Report = 5;
  // @ts-expect-error
  export const text: ReportFinding = "icp-cdn-coverage";
  // @ts-expect-error
  export const misspelt = finding?.rule === "icp-cdn-covrage";
  // @ts-expect-error
  export const verdict = finding?.verdict === "satisfied";
  // @ts-expect-error
  export const line: string | undefined = finding?.position?.line;
  // @ts-expect-error
  report.findings = [];
  // @ts-expect-error
  check({ plans: [{ file: "plan.json" }] });
  // @ts-expect-error
  check({ plans: [], language: "fr" });
  // @ts-expect-error
  formats.yaml(report);
  // @ts-expect-error
  export const status: RegisterDocument = { version: 1, asOf: "2026-11-22", filings: [{ domain: "example.com", status: "filed" }] };
  // @ts-expect-error
  export const unknownKey: RegisterDocument = { version: 1, asOf: "2026-11-22", filing: [] };
`;

const PARTS = `
  import { judge, nothingDeclared, Plan, readHandMade, type Finding, type Rule } from "alicloud-icp/parts";
  const judged = judge(new Plan([], []), { register: nothingDeclared, today: "2026-11-25" });
  export const count: number = judged.findings.length;
  export const made = readHandMade({ project: "shop", stack: "prod", resources: [] });
  type Any<T> = 0 extends 1 & T ? true : false;
  export const any: readonly false[] = [
    false satisfies Any<typeof judged>,
    false satisfies Any<Finding["resource"]>,
    false satisfies Any<Parameters<Rule["judge"]>[0]["plan"]>,
    false satisfies Any<typeof nothingDeclared.filings>,
    false satisfies Any<(typeof nothingDeclared.filings)[0]>,
  ];
  // @ts-expect-error
  export const domain: number | undefined = nothingDeclared.filings[0]?.domain;
  // @ts-expect-error
  judge(5);
`;

/** Programs of users, by the names of their files. */
const programs = { "readme.mts": program, "refusals.mts": REFUSALS, "parts.mts": PARTS } as const;

/** What the compiler says, strict and without any other types, to all of them. Libraries are checked too. */
let complaints = "";
beforeAll(() => {
  for (const [file, lines] of Object.entries(programs)) writeFileSync(join(project, file), lines);
  const compilerOptions = { strict: true, skipLibCheck: false, types: [], module: "node16", target: "es2022" };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: Object.keys(programs) }));
  complaints = node(resolve("node_modules/typescript/bin/tsc"), "-p", project).stdout;
});

/** What it says to one of them, and to what belongs to none: the declarations of the package. */
function complaintsTo(file: keyof typeof programs): readonly string[] {
  const others = Object.keys(programs).filter((other) => other !== file);
  return complaints.split("\n").filter((line) => line !== "" && !others.some((other) => line.startsWith(other)));
}

describe("the library, installed into an empty folder", () => {
  it.each(["index", "parts"])("declares in %s.d.ts all it needs: nothing is imported", (door) => {
    const declarations = readFileSync(join(installed, `dist/${door}.d.ts`), "utf8");
    expect(declarations.match(/\bfrom ["'].*|\bimport\b ?[("'{*].*|<reference .*/g)).toBeNull();
  });

  it("compiles and runs as README shows it", () => {
    copyFileSync("examples/cdn-scope-omitted/preview.json", join(project, "plan.json"));
    expect(program).toContain('from "alicloud-icp"');
    expect(complaintsTo("readme.mts")).toEqual([]);
    const { stdout, stderr } = node(join(project, "readme.mjs"));
    expect(stderr).toBe("");
    expect(stdout).toContain("www.example.com");
    expect(stdout).toContain("static.example.com (CDN domain) is served from nodes in the mainland");
    expect(stdout).toContain("2 mandatory");
  });

  it("refuses what is no report, no finding, no plan and no register", () => {
    expect(complaintsTo("refusals.mts")).toEqual([]);
  });

  it("types the parts as well: nothing is any", () => {
    expect(complaintsTo("parts.mts")).toEqual([]);
  });

  it("loads by require, and by import with the names that its types tell", () => {
    const checker = resolve("node_modules/@arethetypeswrong/cli/dist/index.js");
    const doors = ["--entrypoints", ".", "parts", "--profile", "node16"];
    const { stdout, status } = node(checker, tarball, "--format", "json", ...doors);
    const { problems } = JSON.parse(stdout) as { problems: Record<string, readonly { resolutionKind?: string }[]> };
    // What resolves by Node 10's rules knows no exports, and Node 10 is not supported.
    const current = Object.values(problems)
      .flat()
      .filter(({ resolutionKind }) => resolutionKind !== "node10");
    expect(current).toEqual([]);
    expect(status).toBe(0);
  });

  it.each(["README.md", "docs/policy-pack.md"])("is installed by the first lines of %s", (page) => {
    const named = readFileSync(page, "utf8").match(/alicloud-icp-\d\S*\.tgz/g) ?? [];
    expect(new Set(named)).toEqual(new Set([packed.filename]));
  });
});
