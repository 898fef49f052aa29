import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { wantingLimits } from "../../../src/report/format";
import { junit } from "../../../src/report/formats/junit";
import { reportOf } from "../../../src/report/report";
import type { Report } from "../../../src/report/types";
import { exampleNames, judgeExample } from "../../examples/examples";
import { HOSTILE } from "../../support/harmless";
import {
  cdnUndetermined,
  dnsRecord,
  filedApex,
  limited,
  plain,
  reportOfEverything,
  reportWith,
  unjudged,
  unnamed,
  waived,
} from "../example";

const schema = readFileSync("test/report/schemas/junit-10.xsd", "utf8");

const linesOf = (report: Report, options = plain): string[] =>
  junit(report, options)
    .split("\n")
    .map((line) => line.trim());

describe("the JUnit file", () => {
  it("is valid by the schema of Jenkins, whatever is in it", async () => {
    const hostile = `${HOSTILE}\ufffe\uffff]]><!--&amp;"'`;
    const xml = [
      ...exampleNames.map((name) =>
        junit(reportOf(judgeExample(name), { language: "zh" }), { ...plain, language: "zh" }),
      ),
      ...[reportOfEverything(), reportOfEverything(hostile), reportWith([])].map((report) => junit(report, plain)),
    ].map((contents, at) => ({ fileName: `${at}.xml`, contents }));
    const { valid, errors } = await validateXML({ xml, schema });
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  it("has a case for each finding, which fails where the command does, and for each host in order", () => {
    const advisory = { ...dnsRecord, level: "advisory", host: "m.example.com" } as const;
    const report = reportWith([dnsRecord, advisory, cdnUndetermined, waived], { apexes: [filedApex] });
    const lines = linesOf(report);
    expect(lines[1]).toBe('<testsuites name="alicloud-icp" tests="5" failures="1" errors="0">');
    expect(lines.filter((line) => line.startsWith("<testsuite "))).toEqual([
      '<testsuite name="filed.cn" tests="1" failures="0" errors="0" skipped="0">',
      '<testsuite name="example.com" tests="3" failures="1" errors="0" skipped="1">',
      '<testsuite name="Without a domain" tests="1" failures="0" errors="0" skipped="1">',
    ]);
    expect(lines).toContain(
      '<testcase classname="filing" name="www.filed.cn → web, in the mainland (cn-hangzhou), 浙ICP备12345678号-1"/>',
    );
    expect(lines.filter((line) => line.startsWith("<failure"))).toEqual([
      `<failure type="violation" message="${dnsRecord.message}">index.ts:12`,
    ]);
    expect(lines).toContain('<skipped message="waived until 2027-01-31 by platform: office VPN only"/>');
  });

  it("fails from the threshold on", () => {
    const report = reportWith([cdnUndetermined, unnamed]);
    const failures = (failOn: (typeof plain)["failOn"]) => linesOf(report, { ...plain, failOn })[1];
    expect(failures("mandatory")).toContain('failures="0"');
    expect(failures("undetermined")).toContain('failures="1"');
    expect(failures("advisory")).toContain('failures="2"');
  });

  it("is never without a case", () => {
    expect(linesOf(reportWith([]))).toContain('<testcase classname="filing" name="Nothing to report."/>');
  });

  it("skips what was not judged, and passes nothing where nothing was", () => {
    const lines = linesOf(unjudged);
    expect(lines[1]).toBe('<testsuites name="alicloud-icp" tests="2" failures="0" errors="0">');
    expect(lines).toContain('<testsuite name="Without a domain" tests="2" failures="0" errors="0" skipped="2">');
    expect(lines.filter((line) => line.startsWith("<skipped"))).toEqual([
      '<skipped message="Nothing was judged."/>',
      '<skipped message="limit.no-alicloud says why"/>',
    ]);
    const both = linesOf(reportWith([dnsRecord], { limits: limited }));
    expect(both.filter((line) => line.startsWith("<skipped"))).toEqual(
      wantingLimits({ ...unjudged, limits: limited }).map(({ message }) => `<skipped message="${message}"/>`),
    );
  });

  it("tells cases of one name apart", () => {
    const names = linesOf(reportWith([dnsRecord, dnsRecord])).filter((line) => line.startsWith("<testcase"));
    expect(names).toEqual([
      '<testcase classname="icp-dns-record" name="www.example.com → www">',
      '<testcase classname="icp-dns-record" name="www.example.com → www (2)">',
    ]);
  });
});
