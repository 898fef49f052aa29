import { describe, expect, it } from "vitest";
import { remediesOf, textOf } from "../../src/report/report";
import { text } from "../../src/report/formats/text";
import { violationText } from "../../src/report/violation";
import type { Finding, Judged } from "../../src/judge";
import { LANGUAGES } from "../../src/messages";
import { waitsText } from "../../src/report/telling";
import { cdnUndetermined, plain, reportWith } from "./example";

const URN = "urn:pulumi:dev::web::alicloud:cdn/domainNew:DomainNew::";

/** What cannot be told about a CDN domain whose scope waits for two resources. */
const finding = {
  rule: "icp-cdn-coverage",
  verdict: "undetermined",
  level: "advisory",
  subject: { apex: "example.com", host: "img.example.com" },
  hosts: ["img.example.com"],
  members: [],
  unnamed: [],
  resources: [],
  message: { id: "undetermined", params: { what: "img.example.com" } },
  doubt: { why: "computed", params: { property: "scope" }, waitsFor: [`${URN}one`, `${URN}two`] },
  remedies: [{ id: "check" }, { id: "file", params: { apex: "example.com" } }],
} as const satisfies Finding;

// The words of a finding need nothing of the judgement but the rule's sources and its plan.
const judged = { rules: [], plan: { parts: [{ id: "web/dev" }] } } as unknown as Judged;

describe("the language decides the punctuation", () => {
  it("of a finding and its doubt", () => {
    expect(textOf(finding, "en")).toBe(
      "It cannot be told whether this breaks the rule for img.example.com: scope is known only once what it waits for exists",
    );
    expect(textOf(finding, "zh")).toBe(
      "无法判定 img.example.com 是否违反本规则：scope 须待其所依赖的资源创建后才能得知",
    );
  });

  it("of remedies", () => {
    expect(remediesOf(finding, "en")).toEqual([
      { id: "check", text: "Check by hand what cannot be told here." },
      {
        id: "file",
        params: { apex: "example.com" },
        text: "File example.com first (1 to 22 working days), and create this after approval.",
      },
    ]);
    expect(remediesOf(finding, "zh")).toEqual([
      { id: "check", text: "请人工核实此处无法判定的内容。" },
      {
        id: "file",
        params: { apex: "example.com" },
        text: "请先为 example.com 办理备案：主体尚无备案号的办理首次备案，已有备案号的办理新增互联网信息服务（原新增网站）；需 1 至 22 个工作日，通过后再创建此资源。",
      },
    ]);
  });

  it("of what announces lines to paste, which stay whole", () => {
    const snippet = "filings:\n  - { domain: example.com, status: active }";
    const declare = { id: "declare", params: { apex: "example.com", file: "icp.yaml" }, snippet } as const;
    const declared = { ...finding, remedies: [{ id: "check" }, declare, { id: "check" }] } as const;
    expect(violationText(declared, judged, "en").split("\n").slice(2, 6)).toEqual([
      "  do: Check by hand what cannot be told here. If example.com is filed, say so in icp.yaml:",
      "    filings:",
      "      - { domain: example.com, status: active }",
      "  Check by hand what cannot be told here.",
    ]);
    expect(remediesOf(declared, "zh")[1]?.text).toBe("如果 example.com 已备案，请在 icp.yaml 中注明：");
  });

  it("of a violation in Pulumi's output", () => {
    expect(violationText(finding, judged, "en").split("\n")).toEqual([
      "icp-cdn-coverage: It cannot be told whether this breaks the rule for img.example.com: scope is known only once what it waits for exists.",
      "  waits for: one, two",
      "  do: Check by hand what cannot be told here. File example.com first (1 to 22 working days), and create this after approval.",
      "  page: https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/rules/icp-cdn-coverage.md",
    ]);
    expect(violationText(finding, judged, "zh").split("\n")).toEqual([
      "icp-cdn-coverage：无法判定 img.example.com 是否违反本规则：scope 须待其所依赖的资源创建后才能得知。",
      "  等待：one、two",
      "  处理办法：请人工核实此处无法判定的内容。请先为 example.com 办理备案：主体尚无备案号的办理首次备案，已有备案号的办理新增互联网信息服务（原新增网站）；需 1 至 22 个工作日，通过后再创建此资源。",
      "  文档：https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/zh/rules/icp-cdn-coverage.md",
    ]);
  });

  it("of what waits for many: the first, and how many more", () => {
    const waitsFor = Array.from({ length: 30 }, (_, at) => `${URN}n${at}`);
    const many: Finding = { ...finding, doubt: { why: "computed", params: { property: "scope" }, waitsFor } };
    const said = { en: "n0, n1, n2, n3, n4 and 25 more", zh: "n0、n1、n2、n3、n4，另有 25 个" };
    const told = { ...cdnUndetermined, waitsFor: waitsFor.slice(0, 20), alsoWaitsFor: 10 };
    for (const language of LANGUAGES) {
      expect(violationText(many, judged, language)).toContain(said[language]);
      expect(waitsText(told, language)).toBe(said[language]);
    }
  });

  it("of the report for people", () => {
    const waiting = { ...cdnUndetermined, waitsFor: [`${URN}one`, `${URN}two`], message: "无法判定", remedies: [] };
    expect(text(reportWith([waiting]), { ...plain, language: "zh", width: 200 }).split("\n")).toEqual([
      "example.com",
      "",
      "  无法判定  建议  icp-cdn-coverage",
      "    无法判定",
      "    等待：one、two",
      "    文档：https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/rules/icp-cdn-coverage.md",
      "",
      "已读取 12 个资源（其中阿里云 9 个）、1 个主域名下的 2 个域名，20 条规则：违规 2 项，无法判定 1 项，符合 3 项，不适用 4 项；备案台账 icp.yaml，日期为 2026-11-22",
      "强制 0 项，建议 1 项，已豁免 0 项",
      "下一步：alicloud-icp explain icp-cdn-coverage 可查看该规则的说明",
      "alicloud-icp 0.1.0，检查日期为 2026-11-25，数据截至 2026-11-22",
      "",
    ]);
  });
});
