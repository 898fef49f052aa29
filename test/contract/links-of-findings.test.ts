/** Every finding leads to a page that is there, in every format and language. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FILE_OPTIONS } from "../../src/library/formats";
import { LANGUAGES } from "../../src/messages";
import { formats, type FormatName } from "../../src/report";
import { linkOf, pageOf } from "../../src/report/links";
import { isExcused } from "../../src/report/format";
import { reportOf } from "../../src/report/report";
import { violationText } from "../../src/report/violation";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { exampleNames, judgeExample } from "../examples/examples";
import { judgeStack, stackNames } from "../stacks/stacks";

const all = [
  ...exampleNames.map((name) => [name, () => judgeExample(name)] as const),
  ...stackNames.map((name) => [name, () => judgeStack(name)] as const),
];

/** Addresses as a format writes them: escapes undone. */
const plainIn = (text: string): string => text.replaceAll("%3A", ":").replaceAll("&#x2F;", "/").replaceAll("\\/", "/");

describe.each(LANGUAGES)("in %s", (language) => {
  it("each rule has the page that its address names", () => {
    for (const id of RULE_IDS) {
      expect(existsSync(pageOf(id, language)), id).toBe(true);
      expect(linkOf(pageOf(id, language))).toMatch(/^https:\/\/\S+\/docs\/(?:zh\/)?rules\/icp-[a-z-]+\.md$/);
    }
  });

  it.each(Object.keys(formats) as FormatName[])("findings lead to their pages as %s", (format) => {
    let seen = 0;
    for (const [name, judged] of all) {
      const report = reportOf(judged(), { language });
      const text = plainIn(formats[format](report, { ...FILE_OPTIONS, language }));
      const open = report.findings.filter((finding) => !isExcused(finding));
      // GitHub shows so many of each kind, and the job's summary all.
      const shown = format === "github" ? open.slice(0, 1) : open;
      for (const { rule } of shown) {
        expect(text.includes(linkOf(pageOf(rule, language))), `${name}: ${rule}`).toBe(true);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  it("so do those that Pulumi shows", () => {
    for (const [name, judge] of all) {
      const judged = judge();
      for (const finding of judged.findings) {
        const link = linkOf(pageOf(finding.rule, language));
        expect(violationText(finding, judged, language).includes(link), name).toBe(true);
      }
    }
  });
});
