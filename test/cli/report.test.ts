import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formats } from "../../src/report";
import { cli, emptyFolder, preview } from "./terminal";

const UNFILED = preview("cdn-scope-omitted");

async function saved(...argv: readonly string[]): Promise<string> {
  const cwd = emptyFolder();
  await cli(["check", UNFILED, "-f", "json=report.json", ...argv], { cwd });
  return cwd;
}

describe("report", () => {
  it.each(Object.keys(formats))(
    "writes a saved report as the check would have, in any language: %s",
    async (format) => {
      const cwd = await saved();
      for (const lang of ["en", "zh"]) {
        const { out } = await cli(["report", "report.json", "-f", format, "--lang", lang], { cwd });
        expect(out).toBe((await cli(["check", UNFILED, "-f", format, "--lang", lang], { cwd })).out);
      }
    },
  );

  it("keeps the language of the report where none is asked for", async () => {
    const { out } = await cli(["report", "report.json", "-f", "json"], { cwd: await saved("--lang", "zh") });
    expect(out).toContain('"language": "zh"');
  });

  it("fails only where it is asked to", async () => {
    const cwd = await saved();
    expect((await cli(["report", "report.json"], { cwd })).code).toBe(0);
    expect((await cli(["report", "report.json", "--fail-on", "mandatory"], { cwd })).code).toBe(1);
  });

  it("reads standard input", async () => {
    const { out: stdin } = await cli(["check", UNFILED, "-f", "json"]);
    expect((await cli(["report", "-", "-f", "json"], { stdin })).out).toBe(stdin);
  });

  const EXPECTED = "expected the JSON that alicloud-icp check --format json writes";
  const wrong: Record<string, [text: string | undefined, says: string]> = {
    "that is not there": [undefined, `x.json: does not exist; ${EXPECTED}`],
    "that is no JSON": ["{", `x.json: is no JSON; ${EXPECTED}`],
    "that is a plan": ['{"steps":[]}', `x.json: schemaVersion: is no report of this version; ${EXPECTED}`],
    "of another version": [
      '{"schemaVersion":2}',
      "x.json: schemaVersion: expected 1; found 2: use the alicloud-icp that wrote the report",
    ],
    "of which a part is missing": [
      '{"schemaVersion":1,"language":"en"}',
      `x.json: tool: is no report of this version; ${EXPECTED}`,
    ],
  };
  it.each(Object.entries(wrong))("refuses one %s in one sentence", async (_, [text, says]) => {
    const cwd = emptyFolder();
    if (text !== undefined) writeFileSync(join(cwd, "x.json"), text);
    expect(await cli(["report", "x.json"], { cwd })).toEqual({ code: 2, out: "", err: `alicloud-icp: ${says}\n` });
  });

  interface Saved {
    findings: { messageId: string; message: string }[];
    [key: string]: unknown;
  }
  async function changed(change: (report: Saved) => void): Promise<string> {
    const cwd = await saved();
    const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8")) as Saved;
    change(report);
    writeFileSync(join(cwd, "report.json"), JSON.stringify(report));
    return cwd;
  }

  it("keeps a text that it has no other one for", async () => {
    for (const messageId of ["constructor", "__proto__", "icp-of-tomorrow"]) {
      const cwd = await changed(({ findings: [first] }) => Object.assign(first ?? {}, { messageId }));
      const { code, out } = await cli(["report", "report.json", "--lang", "zh"], { cwd });
      expect([code, out]).toEqual([0, expect.stringContaining("static.example.com (CDN domain) is served from nodes")]);
    }
  });

  it("reads what a later version has added", async () => {
    const cwd = await changed((report) => {
      report["mood"] = "fine";
      Object.assign(report.findings[0] ?? {}, { confidence: 1 });
    });
    const { code, out } = await cli(["report", "report.json", "-f", "json"], { cwd });
    expect(code).toBe(0);
    expect(out).not.toMatch(/mood|confidence/);
  });

  interface Sourced {
    statements: { id: string; source: string }[];
  }
  it.each(Object.keys(formats))(
    "reads what the first version wrote, without what it did not say: %s",
    async (format) => {
      const cwd = await changed((report) => {
        const register = report["register"] as Record<string, unknown>;
        delete register["staleAfterDays"];
        for (const rule of report["rules"] as Record<string, unknown>[]) {
          delete rule["link"];
          const { statements } = rule as unknown as Sourced;
          rule["statements"] = statements.map(({ id, source }, at) => ({
            id: at === 0 ? "S9-99" : id,
            text: "As it was read",
            source: `${source} (2023-09-28)`,
          }));
        }
      });
      for (const lang of ["en", "zh"]) {
        const { code, err } = await cli(["report", "report.json", "-f", format, "--lang", lang], { cwd });
        expect([code, err]).toEqual([0, ""]);
      }
      const { out } = await cli(["report", "report.json", "-f", "json"], { cwd });
      const { rules } = JSON.parse(out) as { rules: { statements: { text: string; sources: object[] }[] }[] };
      const [unknown, known] = rules.flatMap(({ statements }) => statements);
      expect(unknown?.sources).toEqual([{ name: expect.stringContaining("(2023-09-28)") as string, date: null }]);
      expect([known?.text, known?.sources[0]]).toEqual([
        "As it was read",
        expect.objectContaining({ date: expect.stringMatching(/^\d{4}/) as string }),
      ]);
    },
  );

  it("refuses one from which findings were taken", async () => {
    const cwd = await changed((report) => {
      report.findings = [];
    });
    expect((await cli(["report", "report.json"], { cwd })).err).toBe(
      "alicloud-icp: report.json: summary.findings: does not say how many findings there are in the report, which was changed; make it anew\n",
    );
  });

  it("does not write over the report that it reads", async () => {
    const cwd = await saved();
    const { err } = await cli(["report", "report.json", "-f", "junit=report.json"], { cwd });
    expect(err).toBe("alicloud-icp: report.json: is one of the files to be read; write another one\n");
  });
});
