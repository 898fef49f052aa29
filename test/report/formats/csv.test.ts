import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/report/formats/csv";
import type { Report } from "../../../src/report/types";
import { HOSTILE } from "../../support/harmless";
import { accepted, dnsRecord, filedApex, plain, reportOfEverything, reportWith, waived } from "../example";

const rowsOf = (report: Report): Record<string, string>[] => parse(csv(report, plain), { bom: true, columns: true });

describe("the table", () => {
  it("has a row for each finding and host, with stable columns", () => {
    const finding = { ...dnsRecord, apex: "filed.cn", hosts: ["a.cn", "b.cn"], unnamed: ["eip"] };
    const rows = rowsOf(reportWith([finding, { ...waived, hosts: [] }, accepted], { apexes: [filedApex] }));
    expect(rows[0]).toEqual({
      rule: "icp-dns-record",
      verdict: "violation",
      level: "mandatory",
      domain: "filed.cn",
      host: "a.cn",
      resource: "www",
      type: "alicloud:dns/alidnsRecord:AlidnsRecord",
      file: "index.ts",
      line: "12",
      message: dnsRecord.message,
      remedy: "File example.com first.",
      state: "active",
      number: "浙ICP备12345678号-1",
      waived_until: "",
      baseline: "no",
      fingerprint: "0000000000000001",
      plan: "web/dev",
    });
    expect(rows.map(({ host, resource }) => [host, resource])).toEqual([
      ["a.cn", "www"],
      ["b.cn", "www"],
      ["", "eip"],
      ["", "www"],
      ["www.example.com", "www"],
    ]);
    expect(rows[3]?.["waived_until"]).toBe("2027-01-31");
    expect([rows[4]?.["baseline"], rows[4]?.["line"]]).toEqual(["yes", "3"]);
  });

  it("begins with the mark that Excel needs, and ends its lines as RFC 4180 has it", () => {
    const text = csv(reportWith([dnsRecord]), plain);
    expect(text.startsWith("\ufeffrule,verdict,")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])("has no formula: %j", (host) => {
    const [row] = rowsOf(reportWith([{ ...dnsRecord, hosts: [host] }]));
    expect(row?.["host"]).toMatch(/^'/);
  });

  it("keeps names in their cells", () => {
    const hostile = `",a\n"${HOSTILE}`;
    const rows = rowsOf(reportOfEverything(hostile));
    expect(rows).toHaveLength(rowsOf(reportOfEverything()).length);
    expect(rows.map(({ rule }) => rule)).toEqual(rowsOf(reportOfEverything()).map(({ rule }) => rule));
  });
});
