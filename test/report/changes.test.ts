import { describe, expect, it } from "vitest";
import { changesBetween, isUnchanged } from "../../src/report/changes";
import { changesText } from "../../src/report/text/changes";
import type { FormatOptions } from "../../src/report";
import type { Report, ReportFinding } from "../../src/report/types";
import {
  accepted,
  cdnUndetermined,
  dnsRecord,
  filedApex,
  inComponent,
  plain,
  reportWith,
  unnamed,
  waived,
} from "./example";

const limit = (message: string): Report["limits"][number] => ({ messageId: "limit.program", params: {}, message });
const moved: ReportFinding = { ...dnsRecord, position: { file: "lib/site.ts", line: 99, column: 1 } };
const pending: ReportFinding = {
  ...dnsRecord,
  message: "www.example.com leads to web, and example.com is being filed",
};
const others: ReportFinding = {
  ...dnsRecord,
  hosts: ["www.example.com", "m.example.com"],
  message: "m.example.com and www.example.com lead to web",
  fingerprint: "00000000000000aa",
};
const elsewhere: ReportFinding = { ...others, hosts: ["shop.example.com"], fingerprint: "00000000000000bb" };

describe("what changed between two reports", () => {
  const cases: readonly [name: string, before: readonly ReportFinding[], now: readonly ReportFinding[], object][] = [
    ["nothing", [dnsRecord, cdnUndetermined], [dnsRecord, cdnUndetermined], {}],
    ["the order alone", [dnsRecord, cdnUndetermined], [cdnUndetermined, dnsRecord], {}],
    ["where it stands alone", [dnsRecord], [moved], {}],
    ["one that is new", [dnsRecord], [dnsRecord, cdnUndetermined], { fresh: [cdnUndetermined] }],
    ["one that is gone", [dnsRecord, cdnUndetermined], [cdnUndetermined], { gone: [dnsRecord] }],
    ["what one says", [dnsRecord], [pending], { changed: [pending] }],
    ["that one is waived", [unnamed], [waived], { changed: [waived] }],
    ["that one is accepted", [inComponent], [accepted], { changed: [accepted] }],
    ["that one holds of another host too", [dnsRecord], [others], { changed: [others] }],
    ["one for another of the same rule", [dnsRecord], [elsewhere], { fresh: [elsewhere], gone: [dnsRecord] }],
    ["one of two alike", [dnsRecord, dnsRecord], [dnsRecord], { gone: [dnsRecord] }],
  ];
  it.each(cases)("is %s", (_, before, now, expected) => {
    const { fresh, changed, gone } = changesBetween(reportWith(before), reportWith(now));
    expect({ fresh, changed, gone }).toEqual({ fresh: [], changed: [], gone: [], ...expected });
  });

  it("is of notes and hosts too", () => {
    const before = reportWith([], { limits: [limit("one"), limit("two")] });
    const now = reportWith([], { limits: [limit("two"), limit("three")], apexes: [filedApex] });
    const { limits, hosts } = changesBetween(before, now);
    expect(limits).toEqual({ fresh: [limit("three")], gone: [limit("one")] });
    expect(hosts).toEqual({ fresh: ["m.filed.cn", "www.filed.cn"], gone: [] });
    expect(isUnchanged(changesBetween(before, before))).toBe(true);
    expect(isUnchanged(changesBetween(before, now))).toBe(false);
  });
});

describe("the text of changes", () => {
  const textOf = (before: Report, now: Report, options: Partial<FormatOptions> = {}): readonly string[] =>
    changesText(changesBetween(before, now), now, { ...plain, ...options }).split("\n");
  const before = reportWith([dnsRecord, unnamed], { limits: [limit("A note.")], apexes: [filedApex] });
  const now = reportWith([pending, cdnUndetermined], { limits: [limit("Another note.")] });

  it("tells what is new and what says something else in full, what is gone in a line, then the result", () => {
    expect(textOf(before, now)).toEqual([
      "New",
      "",
      "example.com",
      "",
      "  undetermined  advisory  icp-cdn-coverage",
      "    It cannot be told whether this breaks the rule for img.example.com: scope is",
      "    a secret",
      "    waits for: img",
      expect.stringMatching(/^ {4}page: /),
      "",
      "  do: Check by hand what cannot be told here.",
      "",
      "Changed",
      "",
      "example.com",
      "",
      "  violation  mandatory  icp-dns-record  index.ts:12",
      "    www.example.com leads to web, and example.com is being filed",
      "    path: www.example.com → record www (dns.AlidnsRecord) → refers to web",
      "      (ecs.EipAddress)",
      expect.stringMatching(/^ {4}page: /),
      "",
      expect.stringMatching(/^ {2}fact: /),
      "    word by word (S2-05)",
      "  do: File example.com first.",
      "",
      "Gone",
      "  icp-unnamed-website: www",
      "",
      "Hosts that are gone: m.filed.cn, www.filed.cn",
      "",
      "Notes",
      "  Another note.",
      "Notes that no longer hold",
      "  A note.",
      "",
      "1 mandatory, 1 advisory, 0 waived",
      "",
    ]);
  });

  it("is in Chinese too", () => {
    const lines = textOf({ ...before, language: "zh" }, { ...now, language: "zh" }, { language: "zh" });
    for (const line of ["新增", "有变化", "已消失", "已消失的域名：m.filed.cn、www.filed.cn", "不再适用的说明"])
      expect(lines).toContain(line);
    expect(lines.at(-2)).toBe("强制 1 项，建议 1 项，已豁免 0 项");
  });

  it("is of what is to be seen: nothing where that did not change", () => {
    const quiet = { quiet: true } as const;
    expect(textOf(reportWith([]), reportWith([cdnUndetermined]), quiet)).toEqual([""]);
    expect(textOf(reportWith([]), reportWith([dnsRecord, cdnUndetermined]), quiet)).toContain("New");
    expect(textOf(reportWith([]), reportWith([waived])).join("\n")).not.toContain("icp-unnamed-website");
  });

  it("is of as many as are asked for", () => {
    const lines = textOf(reportWith([]), reportWith([dnsRecord, inComponent, cdnUndetermined]), { max: 1 });
    expect(lines).toContain("  and 2 more");
    expect(textOf(reportWith([dnsRecord, inComponent, cdnUndetermined]), reportWith([]), { max: 2 })).toContain(
      "  and 1 more",
    );
  });
});
