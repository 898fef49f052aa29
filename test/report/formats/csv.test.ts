import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { csv } from "../../../src/report/formats/csv";
import type { Report, ReportFinding } from "../../../src/report/types";
import { HOSTILE } from "../../support/harmless";
import { PAGES, accepted, dnsRecord, filedApex, plain, reportOfEverything, reportWith, waived } from "../example";

const rowsOf = (report: Report): Record<string, string>[] => parse(csv(report, plain), { bom: true, columns: true });

describe("the table", () => {
  it("has a row for each finding and host, with stable columns", () => {
    const finding = { ...dnsRecord, apex: "filed.cn", host: "a.cn", hosts: ["a.cn", "b.cn"], unnamed: ["eip"] };
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
      link: `${PAGES}/icp-dns-record.md`,
    });
    expect(rows.map(({ host, resource }) => [host, resource])).toEqual([
      ["a.cn", "www"],
      ["b.cn", ""],
      ["", "eip"],
      ["", "www"],
      ["www.example.com", "www"],
    ]);
    expect(rows[3]?.["waived_until"]).toBe("2027-01-31");
    expect([rows[4]?.["baseline"], rows[4]?.["line"]]).toEqual(["yes", "3"]);
  });

  it("says in the row of another host through which resource that one is served", () => {
    const [exposure] = filedApex.exposures;
    const [first] = dnsRecord.resources;
    if (!exposure || !first) throw new Error("no exposure");
    const type = "alicloud:cdn/domainNew:DomainNew";
    const resources = [first, { urn: "urn:b", type, name: "b" }, { urn: "urn:c", type, name: "c" }];
    const hosts = ["www.example.com", "b.cn", "c.cn", "shared.cn", "d.cn"];
    const exposures = [
      { ...exposure, host: "b.cn", entry: "urn:b" },
      { ...exposure, host: "c.cn", path: [{ urn: "urn:c", type, name: "c", why: "record" }] },
      { ...exposure, host: "shared.cn", path: dnsRecord.path },
      { ...exposure, host: "d.cn" },
    ];
    const apexes = [{ ...filedApex, exposures }];
    const told = (finding: ReportFinding): unknown[] =>
      rowsOf(reportWith([finding], { apexes })).map((row) => [row["host"], row["resource"], row["type"], row["line"]]);
    expect(told({ ...dnsRecord, hosts, unnamed: ["eip"], resources })).toEqual([
      ["www.example.com", "www", first.type, "12"],
      ["b.cn", "b", type, ""],
      ["c.cn", "c", type, ""],
      ["shared.cn", "www", first.type, "12"],
      ["d.cn", "", "", ""],
      ["", "eip", "", ""],
    ]);
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
