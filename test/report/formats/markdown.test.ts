import { beforeAll, describe, expect, it } from "vitest";
import { markdown } from "../../../src/report/formats/markdown";
import type { ReportFinding } from "../../../src/report/types";
import { HOSTILE } from "../../support/harmless";
import { gfmParser } from "../gfm-parser";
import {
  dnsRecord,
  filedApex,
  inComponent,
  NO_ADDRESSES,
  plain,
  reportOfEverything,
  reportWith,
  unjudged,
  unnamed,
  waived,
  withSource,
} from "../example";

let parse: (markdown: string) => string;
beforeAll(async () => {
  parse = await gfmParser();
});

const tagsOf = (html: string): readonly string[] => html.match(/<[^>]*>/g) ?? [];
const many = (count: number, finding: ReportFinding = dnsRecord): ReportFinding[] =>
  Array.from({ length: count }, (_, at) => ({ ...finding, message: `${at}: ${finding.message}` }));

describe("the comment", () => {
  it("says what is wrong for each domain, and keeps the rest in folds", () => {
    const lines = markdown(reportWith([dnsRecord, unnamed, waived], { apexes: [filedApex] }), plain).split("\n");
    const link = (rule: string): string =>
      `[${rule}](https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/rules/${rule}.md)`;
    expect(lines.slice(0, 10)).toEqual([
      "<!-- alicloud-icp -->",
      "",
      "## ICP filing: 1 mandatory, 1 advisory, 1 waived",
      "",
      "| Domain | Filing | Findings | Hosts |",
      "| --- | --- | --- | --- |",
      "| filed.cn | is filed, 浙ICP备12345678号-1 | none | m.filed.cn, www\\.filed.cn |",
      `| example.com |  | 1 mandatory<br>${link("icp-dns-record")} | www\\.example.com |`,
      `| Without a domain |  | 1 advisory<br>${link("icp-unnamed-website")} | www\\.example.com |`,
      "",
    ]);
    expect(lines.filter((line) => line.startsWith("<details>"))).toEqual([
      "<details><summary><b>example.com</b>: 1 mandatory</summary>",
      "<details><summary><b>Without a domain</b>: 1 advisory</summary>",
      "<details><summary>Waived, or in the baseline: 1</summary>",
      "<details><summary>In order: 1</summary>",
    ]);
    expect(lines).toContain(`**mandatory, violation** · ${link("icp-dns-record")} · index.ts:12`);
    expect(lines).toContain("1. File example.com first.");
    expect(lines).toContain("- www\\.filed.cn → web, in the mainland (cn-hangzhou), 浙ICP备12345678号-1");
    expect(lines.at(-2)).toBe("<sub>alicloud-icp 0.1.0, judged on 2026-11-25, data as of 2026-11-22</sub>");
  });

  it("links a fact to its source, and to nothing that is no address", () => {
    expect(markdown(reportWith([dnsRecord]), plain)).toContain(
      " ([S2-05](https://www.alibabacloud.com/help/a-page))\n",
    );
    for (const url of NO_ADDRESSES) expect(markdown(withSource({ url }), plain)).toContain(" (S2-05)\n");
  });

  it("says a fact once for a domain, and where a component is made", () => {
    const text = markdown(reportWith([dnsRecord, inComponent]), plain);
    expect(text.match(/- fact:/g)).toHaveLength(1);
    expect(text).toContain(" · index.ts:3");
  });

  it("says that nothing is to be reported", () => {
    expect(markdown(reportWith([]), plain)).toContain("\nNothing to report.\n");
    expect(markdown(unjudged, plain)).toContain("\nNothing was judged.\n");
    expect(markdown(unjudged, plain)).not.toContain("Nothing to report");
  });

  it("counts all open findings in the table, whatever is listed", () => {
    const report = reportWith([dnsRecord, { ...unnamed, apex: "advised.cn" }, { ...waived, apex: "waived.cn" }], {
      apexes: [{ ...filedApex, apex: "waived.cn" }],
    });
    const table = (quiet: boolean): string[] =>
      markdown(report, { ...plain, quiet })
        .split("\n")
        .filter((line) => line.startsWith("|"));
    expect(table(true)).toEqual(table(false));
    expect(table(true).filter((line) => line.includes("| none |"))).toHaveLength(1);
  });

  it("shows so many findings at most, and counts the others", () => {
    const text = markdown(reportWith(many(12)), { ...plain, max: 10 });
    expect(text.match(/^\*\*mandatory, violation/gm)).toHaveLength(10);
    expect(text).toContain("**2 more findings are not shown here.**");
  });

  it.each([
    ["findings", () => reportWith(many(900))],
    ["long texts", () => reportWith(many(900, { ...dnsRecord, message: "@|<".repeat(5000) }))],
    ["excused findings", () => reportWith([...many(2), ...many(900, waived)])],
    [
      "domains",
      () => reportWith(Array.from({ length: 2000 }, (_, at) => ({ ...dnsRecord, apex: `${"a".repeat(50)}${at}.cn` }))),
    ],
    [
      "hosts in order",
      () => {
        const [exposure] = filedApex.exposures;
        if (!exposure) throw new Error("no exposure");
        const exposures = Array.from({ length: 5000 }, (_, at) => ({ ...exposure, host: `h${at}.filed.cn` }));
        return reportWith([dnsRecord], { apexes: [{ ...filedApex, exposures }] });
      },
    ],
  ])("is shorter than GitHub takes, with many %s", (_, reportOf) => {
    const text = markdown(reportOf(), plain);
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/more findings are not shown here|and \d+ more/);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text.endsWith("</sub>\n")).toBe(true);
  });

  it("is nothing, quietly, where nothing fails", () => {
    expect(markdown(reportWith([unnamed]), { ...plain, quiet: true })).toBe("");
    expect(markdown(reportWith([unnamed, dnsRecord]), { ...plain, quiet: true })).not.toContain(
      "<b>Without a domain</b>",
    );
  });

  it.each([
    HOSTILE,
    "@user #12 GH-12 www.a.cn http://a.cn a@b.cn",
    "<img src=x> </details></summary><!--",
    "| a | b |",
    "\n\n# a\n- b\n> c\n",
    "\n```\n````\n`",
    "[a](b) ![c](d) *e* _f_ ~~g~~ \\",
  ])("has the same parts whatever names are: %j", (hostile) => {
    const parts = (text: string): readonly string[] => tagsOf(parse(markdown(reportOfEverything(text), plain)));
    expect(parts(hostile)).toEqual(parts("x"));
  });
});
