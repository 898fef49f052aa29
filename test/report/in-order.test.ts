/** Which hosts are listed as in order: none of which anything is said, whether it is excused or names no host. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import type { Register } from "../../src/register/register";
import { inOrderOf } from "../../src/report/in-order";
import { reportOf } from "../../src/report/report";
import type { Report, ReportFinding } from "../../src/report/types";
import { stackReport } from "../browser/reports";
import { exampleNames, reportExample } from "../examples/examples";
import { stackNames } from "../stacks/stacks";
import { planOf, unknownValue, type ResourceSpec } from "../support/plan";
import { filed as filedWith, TODAY, unfiled } from "../support/rule-tester";
import { cdn, record, web } from "../support/stacks";
import { dnsRecord, filedApex, reportWith } from "./example";

const hostsOf = (report: Report): string[] => inOrderOf(report).map(({ exposure }) => exposure.host);
const [exposure] = filedApex.exposures;
const way = dnsRecord.path;
const filed = (finding: Partial<ReportFinding> | undefined, rest: Partial<Report> = {}): Report => {
  const bare = { ...dnsRecord, apex: "other.cn", host: "other.cn", hosts: ["other.cn"], urn: "none", resources: [] };
  const exposures = exposure ? [{ ...exposure, path: way }] : [];
  return reportWith(finding ? [{ ...bare, ...finding }] : [], { apexes: [{ ...filedApex, exposures }], ...rest });
};
const entry = exposure?.entry ?? "";
const resourceOf = (urn: string): Partial<ReportFinding> => ({ resources: [{ urn, type: "t", name: "n" }] });

describe("what is in order", () => {
  it("is a host of which no finding speaks", () => {
    expect(hostsOf(filed(undefined))).toEqual(["www.filed.cn"]);
    expect(hostsOf(filed({}))).toEqual(["www.filed.cn"]);
    expect(hostsOf(filed({ apex: "filed.cn" }))).toEqual(["www.filed.cn"]);
  });

  it.each<[string, Partial<ReportFinding>]>([
    ["names it", { hosts: ["www.filed.cn"] }],
    ["is about its domain and names no host", { apex: "filed.cn", hosts: [] }],
    ["is about its entry", { urn: entry }],
    ["is about its entry among others", resourceOf(entry)],
    ["is about what is on its way", { urn: way[0]?.urn ?? "" }],
    ["is about what is on its way, among others", resourceOf(way[1]?.urn ?? "")],
  ])("is no host of which a finding %s, excused or not", (_, finding) => {
    expect(hostsOf(filed(finding))).toEqual([]);
    expect(hostsOf(filed({ ...finding, baseline: true }))).toEqual([]);
    expect(hostsOf(filed({ ...finding, waived: true }))).toEqual([]);
  });

  it("is nothing where filing rules were left out", () => {
    const limits = [{ messageId: "limit.filing-rules-left", params: {}, message: "left" }];
    expect(hostsOf(filed(undefined, { limits }))).toEqual([]);
  });

  it("is nothing of a domain whose filing was removed", () => {
    expect(hostsOf(stackReport("organisation"))).not.toContain("www.example.cn");
  });

  const reports = [...stackNames.map((name) => stackReport(name)), ...exampleNames.map((name) => reportExample(name))];

  it("stays the same, in every plan, when all findings are accepted", () => {
    for (const report of reports) {
      const findings = report.findings.map((finding) => ({ ...finding, baseline: true as const }));
      expect(hostsOf({ ...report, findings })).toEqual(hostsOf(report));
    }
    expect(reports.flatMap(hostsOf).length).toBeGreaterThan(0);
  });
});

describe("what is not known", () => {
  const elsewhere = filedWith("example.com", "accessProviders: [{ name: huawei }]");
  const verdictsOf = (resources: readonly ResourceSpec[], register: Register): unknown => {
    const report = reportOf(judge(planOf([...web, ...resources]), { register, today: TODAY }), { language: "en" });
    return [report.apexes.flatMap(({ exposures }) => exposures.map(({ verdict }) => verdict)), hostsOf(report)];
  };

  it("leaves nothing in order: a filing through anybody covers a CDN, not what nobody knows", () => {
    const edge = cdn("www", { scope: "domestic" });
    expect(verdictsOf([edge], elsewhere)).toEqual([["satisfied"], ["www.example.com"]]);
    expect(verdictsOf([edge], unfiled())).toEqual([["violation"], []]);
    expect(verdictsOf([record("www", unknownValue)], elsewhere)).toEqual([["undetermined"], []]);
    expect(verdictsOf([record("www", unknownValue)], unfiled())).toEqual([["undetermined"], []]);
    // Whatever it leads to, this filing covers it; but it may lead out of the mainland, of which a finding speaks.
    expect(verdictsOf([record("www", unknownValue)], filedWith())).toEqual([["satisfied"], []]);
  });
});
