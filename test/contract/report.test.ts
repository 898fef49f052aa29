import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { judge, type Judged } from "../../src/judge";
import type { Language } from "../../src/messages";
import { nothingDeclared } from "../../src/register/register";
import { reportOf } from "../../src/report/report";
import { reportJsonSchema } from "../../src/report/schema";
import { inLanguage } from "../../src/report/texts";
import type { Report } from "../../src/report/types";
import { exampleNames, judgeExample } from "../examples/examples";
import { judgeStack, stackNames } from "../stacks/stacks";
import { planOf, unknownValue } from "../support/plan";
import { register, TODAY } from "../support/rule-tester";
import { cdn, instance, web } from "../support/stacks";

const validate = new Ajv2020({ allErrors: true }).compile(reportJsonSchema());
const check = (report: unknown): void => {
  // As a reader of the file sees it: what JSON leaves out is out.
  expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true);
};

describe("the JSON report", () => {
  it.each(exampleNames)("of %s is valid by its schema", (name) => {
    check(reportOf(judgeExample(name), { language: "en", showSatisfied: true }));
    check(reportOf(judgeExample(name), { language: "zh" }));
  });

  it("is valid with everything in it that a report can have", () => {
    const plan = planOf(
      [...web, instance("server"), cdn("site", { scope: unknownValue }), cdn("other", { domainName: "www.other.cn" })],
      { missing: 2 },
    );
    const declared = register(
      'staleAfterDays: 1\nwaivers: [{ rule: icp-cdn-coverage, resource: "*::other", reason: moving, until: 2026-12-31 }]\n',
    );
    const report = reportOf(judge(plan, { register: declared, today: TODAY }), { language: "en", showSatisfied: true });
    check(report);
    expect(report.findings.some(({ waived }) => waived)).toBe(true);
    expect(report.findings.some(({ verdict }) => verdict === "undetermined")).toBe(true);
    expect(report.plans[0]?.complete).toBe(false);
  });

  it("says which rules have findings, and in words what these rest on", () => {
    const { rules, findings } = reportOf(judgeExample("cdn-scope-omitted"), { language: "en" });
    expect(rules.map(({ id, title }) => [id, title])).toEqual([
      ["icp-cdn-coverage", "A CDN domain that covers the mainland needs a filed apex"],
      ["icp-server-missing", "An unfiled apex needs a server that could obtain the filing"],
    ]);
    for (const { id, statements } of rules) {
      const ids = findings.filter(({ rule }) => rule === id).flatMap((finding) => finding.statements);
      expect(statements.map((statement) => statement.id)).toEqual([...new Set(ids)].sort());
    }
    expect(rules[0]?.statements.find(({ id }) => id === "S3-20")?.text).toContain("needs a filing number");
  });

  it("is shipped with the schema that validates it", () => {
    const shipped = JSON.parse(readFileSync("report.schema.json", "utf8")) as unknown;
    expect(shipped).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
  });

  it("is the same, byte for byte, whatever the order of the resources", () => {
    const specs = [...web, instance("server"), cdn("site"), cdn("other", { domainName: "a.b.cn" })];
    const text = (order: typeof specs) =>
      JSON.stringify(reportOf(judge(planOf(order), { register: nothingDeclared, today: TODAY }), { language: "en" }));
    expect(text([...specs].reverse())).toBe(text(specs));
  });

  it("counts all four verdicts", () => {
    const { summary } = reportOf(judgeExample("company-site"), { language: "en" });
    const { violation, undetermined, satisfied, notApplicable } = summary.judgements;
    expect([violation, undetermined]).toEqual([0, 0]);
    expect(satisfied).toBeGreaterThan(0);
    expect(notApplicable).toBeGreaterThan(0);
  });
});

describe("a report in another language", () => {
  const reports: [string, () => Judged][] = [
    ...exampleNames.map((name): [string, () => Judged] => [name, () => judgeExample(name)]),
    ...stackNames.map((name): [string, () => Judged] => [name, () => judgeStack(name)]),
  ];
  it.each(reports)("is the one that is made in it: %s", (_, judgedOf) => {
    const judged = judgedOf();
    const of = (language: Language): string => JSON.stringify(reportOf(judged, { language, showSatisfied: true }));
    expect(JSON.stringify(inLanguage(JSON.parse(of("en")) as Report, "zh"))).toBe(of("zh"));
    expect(JSON.stringify(inLanguage(JSON.parse(of("zh")) as Report, "en"))).toBe(of("en"));
  });
});
