import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cli, emptyFolder, preview } from "./terminal";

const UNFILED = preview("cdn-scope-omitted");
const CLEAN = preview("company-site");

interface Step {
  newState?: { urn: string; type: string; inputs: Record<string, unknown>; sourcePosition?: string };
}
interface Document {
  steps: Step[];
  changeSummary?: Record<string, number>;
}

/** A folder with the preview, changed. */
function folderWith(change: (document: Document) => void = () => undefined): string {
  const cwd = emptyFolder();
  write(cwd, change);
  return cwd;
}
function write(cwd: string, change: (document: Document) => void): void {
  const document = JSON.parse(readFileSync(UNFILED, "utf8")) as Document;
  change(document);
  writeFileSync(join(cwd, "plan.json"), JSON.stringify(document));
}

const domainIn = ({ steps }: Document): NonNullable<Step["newState"]> => {
  const found = steps
    .flatMap(({ newState }) => newState ?? [])
    .find(({ type }) => type.startsWith("alicloud:cdn/domain"));
  if (!found) throw new Error("the example has no CDN domain");
  return found;
};

const accept = (cwd: string, ...more: readonly string[]) => cli(["baseline", "plan.json", ...more], { cwd });
const check = (cwd: string, ...more: readonly string[]) =>
  cli(["check", "plan.json", "--baseline", "icp-baseline.json", ...more], { cwd });
const fileIn = (cwd: string): string => readFileSync(join(cwd, "icp-baseline.json"), "utf8");

describe("baseline", () => {
  it("accepts what is found today, one line each", async () => {
    const cwd = folderWith();
    expect(await accept(cwd)).toEqual({
      code: 0,
      out: "",
      err: "Wrote icp-baseline.json: 2 accepted, 2 of them new, 0 taken out; check with --baseline icp-baseline.json\n",
    });
    expect(fileIn(cwd)).toBe(
      [
        "{",
        '  "version": 1,',
        '  "tool": "alicloud-icp",',
        '  "findings": [',
        '    {"stack":"cdn-scope-omitted/dev","rule":"icp-cdn-coverage","says":"icp-cdn-coverage","apex":"example.com","about":"static.example.com"},',
        '    {"stack":"cdn-scope-omitted/dev","rule":"icp-server-missing","says":"icp-server-missing","apex":"example.com","about":"urn:pulumi:dev::cdn-scope-omitted::alicloud:cdn/domainNew:DomainNew::static"}',
        "  ]",
        "}",
        "",
      ].join("\n"),
    );
  });

  it("lets only new findings fail, and counts the others", async () => {
    const cwd = folderWith();
    await accept(cwd);
    const { code, out } = await check(cwd, "--fail-on", "advisory");
    expect(code).toBe(0);
    expect(out).toContain("0 mandatory, 0 advisory, 0 waived, 2 in the baseline");
    const report = JSON.parse((await check(cwd, "-f", "json")).out) as {
      summary: { findings: object };
      findings: { baseline?: true }[];
    };
    expect(report.summary.findings).toEqual({ mandatory: 0, advisory: 0, waived: 0, baseline: 2 });
    expect(report.findings.map(({ baseline }) => baseline)).toEqual([true, true]);
    expect((await cli(["check", "plan.json"], { cwd })).code).toBe(1);
  });

  it("keeps what it accepts where lines move and other things are renamed", async () => {
    const cwd = folderWith();
    await accept(cwd);
    write(cwd, (document) => {
      domainIn(document).sourcePosition = "project:///other.ts#99,1";
    });
    expect((await check(cwd)).code).toBe(0);
  });

  it("does not cover another host, nor the same of another stack", async () => {
    const cwd = folderWith();
    await accept(cwd);
    write(cwd, (document) => {
      domainIn(document).inputs["domainName"] = "new.example.com";
    });
    const other = await check(cwd);
    expect(other.code).toBe(1);
    expect(other.out).toContain("new.example.com");
    const text = readFileSync(UNFILED, "utf8").replaceAll("urn:pulumi:dev::", "urn:pulumi:prod::");
    writeFileSync(join(cwd, "plan.json"), text);
    expect((await check(cwd)).code).toBe(1);
  });

  it("says what is no longer found, and takes it out", async () => {
    const cwd = folderWith();
    await accept(cwd);
    write(cwd, (document) => {
      domainIn(document).inputs["scope"] = "overseas";
    });
    const { code, out } = await check(cwd);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, " ")).toContain("Of the baseline 2 findings are no longer there");
    const { err } = await accept(cwd, "--prune");
    expect(err).toMatch(/^Wrote icp-baseline\.json: 0 accepted, 0 of them new, 2 taken out;/);
    expect(fileIn(cwd)).toContain('"findings": []');
  });

  it("accepts nothing new where it only takes out", async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, "icp-baseline.json"), '{ "version": 1, "tool": "alicloud-icp", "findings": [] }');
    await accept(cwd, "--prune");
    expect((await check(cwd)).code).toBe(1);
  });

  it("leaves what it holds of other stacks", async () => {
    const cwd = folderWith();
    await accept(cwd);
    const before = fileIn(cwd);
    const { err } = await cli(["baseline", CLEAN, "-o", "icp-baseline.json"], { cwd });
    expect(err).toMatch(/^Wrote icp-baseline\.json: 2 accepted, 0 of them new, 0 taken out;/);
    expect(fileIn(cwd)).toBe(before);
  });

  it("does not hold what is waived", async () => {
    const cwd = folderWith();
    writeFileSync(
      join(cwd, "icp.yaml"),
      "version: 1\nasOf: 2026-11-22\nwaivers:\n  - { rule: icp-cdn-coverage, apex: example.com, reason: x, until: 2026-12-31 }\n",
    );
    await accept(cwd);
    expect(fileIn(cwd)).not.toContain("icp-cdn-coverage");
  });

  it("is refused of a plan that hides resources", async () => {
    const cwd = folderWith((document) => {
      document.changeSummary = { ...document.changeSummary, same: 4 };
    });
    expect(await accept(cwd)).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /^alicloud-icp: plan\.json: does not show \d of its resources, and what is found of them would be lost; use --show-sames\n$/,
      ) as string,
    });
  });

  const wrong: Record<string, [text: string | undefined, says: string]> = {
    "that is not there": [undefined, "does not exist; expected what alicloud-icp baseline has written"],
    "that is no JSON": ["x", "is no JSON; expected what alicloud-icp baseline has written"],
    "that is something else": ["{}", "is no baseline; expected what alicloud-icp baseline has written"],
    "of another version": [
      '{ "version": 2, "tool": "alicloud-icp", "findings": [] }',
      "version: expected 1; found 2: write it anew with alicloud-icp baseline",
    ],
    "with half a finding": [
      '{ "version": 1, "tool": "alicloud-icp", "findings": [{ "stack": "a/b" }] }',
      "findings[0].rule: expected text; write the baseline anew",
    ],
  };
  it.each(Object.entries(wrong))("is refused in one sentence: one %s", async (_, [text, says]) => {
    const cwd = folderWith();
    if (text !== undefined) writeFileSync(join(cwd, "icp-baseline.json"), text);
    expect(await check(cwd)).toEqual({ code: 2, out: "", err: `alicloud-icp: icp-baseline.json: ${says}\n` });
  });

  it("is never written over something else", async () => {
    const cwd = folderWith();
    writeFileSync(join(cwd, "icp-baseline.json"), "mine");
    expect((await accept(cwd)).code).toBe(2);
    expect(fileIn(cwd)).toBe("mine");
  });
});
