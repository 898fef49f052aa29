import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/report/formats/html";
import type { Report, ReportFiling } from "../../../src/report/types";
import { stackReport } from "../../browser/reports";
import {
  cdnUndetermined,
  dnsRecord,
  filedApex,
  NO_ADDRESSES,
  plain,
  reportWith,
  unjudged,
  unnamed,
  waived,
  withSource,
} from "../example";

const page = (report: Report, options = {}): string => html(report, { ...plain, ...options });
/** The text of a part of the page, without markup. */
function partOf(text: string, id: string): string {
  const [, rest = ""] = text.split(`<section id="${id}"`);
  return (rest.split('<section id="')[0] ?? "")
    .replace(/^[^>]*>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

describe("the page", () => {
  const report = reportWith([dnsRecord, cdnUndetermined, unnamed, waived]);
  const text = page(report);

  it("says what was judged, by what, and what came of it", () => {
    expect(text).toContain('<p class="result violation">1 mandatory finding to resolve before deployment</p>');
    expect(text).toContain("<dd>alicloud-icp 0.1.0</dd>");
    expect(text).toContain('<time datetime="2026-11-25">2026-11-25</time>');
    expect(partOf(text, "summary")).toContain("web/dev plan.json all resources 12 9");
    expect(page(reportWith([]))).toContain('<p class="result satisfied">Nothing to resolve</p>');
    expect(page(reportWith([unnamed]))).toContain("Nothing blocks; 1 advisory finding");
  });

  it("lets only its own style and script run, by their hashes", () => {
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(text) ?? [];
    const hash = (of: string): string => `'sha256-${createHash("sha256").update(of).digest("base64")}'`;
    const between = (tag: string): string => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1] ?? "";
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `style-src ${hash(between("style"))}`,
      `script-src ${hash(between("script"))}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(text).not.toMatch(/ style="| on[a-z]+="|<img|<iframe|<link|@import|url\(/);
  });

  it("links a source with its day, and nothing that is no address", () => {
    const told = page(reportWith([dnsRecord]));
    expect(told).toContain(
      '(S2-05; <a href="https://www.alibabacloud.com/help/a-page" rel="noreferrer">a page</a>, 2026-03-31)',
    );
    for (const url of NO_ADDRESSES) expect(page(withSource({ url }))).toContain("(S2-05; a page, 2026-03-31)");
    expect(page(withSource({ date: null }))).toContain("</a>, undated)");
    expect(page(withSource({ date: null }), { language: "zh" })).toContain("</a>，未注明日期）");
  });

  it("tells each finding in full, and the fact of several once", () => {
    const twice = page(reportWith([dnsRecord, { ...dnsRecord, host: "m.example.com", hosts: ["m.example.com"] }]));
    expect(twice.match(/word by word/g)).toHaveLength(1);
    expect(twice).toContain('<a href="#finding-1">S2-05, see above</a>');
    const told = partOf(text, "domains");
    expect(told).toContain("www.example.com record www dns.AlidnsRecord refers to web ecs.EipAddress");
    expect(told).toContain("index.ts:12");
    expect(told).toContain("Waits for img");
    expect(told).toContain("waived until 2027-01-31 by platform: office VPN only");
    expect(text).toMatch(/href="https:\/\/github\.com\/[^"]+\/blob\/main\/docs\/rules\/icp-dns-record\.md"/);
  });

  it("lists what could not be decided", () => {
    expect(partOf(text, "undecided")).toContain(cdnUndetermined.message);
    const limits = [{ messageId: "limit.register-none", params: {}, message: "No register was found" }];
    expect(partOf(page(reportWith([], { limits })), "undecided")).toContain("Notes No register was found");
    expect(partOf(page(reportWith([])), "undecided")).toContain("Everything could be decided");
  });

  it("says what could not be decided also where it is not listed, and links only to what is in the page", () => {
    const quiet = page(report, { quiet: true });
    expect(partOf(quiet, "undecided")).toContain(cdnUndetermined.message);
    for (const one of [text, quiet]) {
      const ids = new Set([...one.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
      for (const [, to] of one.matchAll(/ href="#([^"]*)"/g)) expect(ids).toContain(to);
    }
  });

  it("says of a plan of which nothing was judged that nothing was", () => {
    expect(page(unjudged)).toContain('<p class="result undetermined">Nothing was judged</p>');
    expect(page({ ...unjudged, plans: [...unjudged.plans, ...unjudged.plans] })).toContain("Nothing to resolve");
  });

  it("says of an unknown host of which domain it is", () => {
    const exposures = filedApex.exposures.map((one) => ({ ...one, host: "" }));
    const domains = partOf(page(reportWith([], { apexes: [{ ...filedApex, exposures }] })), "domains");
    expect(domains).toContain("Filing rules unknown host of filed.cn web");
  });

  it("is shorter when asked to be quiet, and nothing where there is nothing", () => {
    const article = /<article /g;
    expect(text.match(article)).toHaveLength(4);
    expect(page(report, { quiet: true }).match(article)).toHaveLength(1);
    expect(page(report, { quiet: true, failOn: "advisory" }).match(article)).toHaveLength(3);
    expect(page(reportWith([waived]), { quiet: true })).toBe("");
  });

  it("is of the language that is asked for, in the same structure", () => {
    const bare = (of: string): string =>
      of
        .replace(/>[^<]*</g, "><")
        .replace(/ (?:aria-label|data-text|data-done|lang|href|width|height|viewBox|transform|d|x)="[^"]*"/g, "");
    const [english, chinese] = [stackReport("gpu-site", "en"), stackReport("gpu-site", "zh")].map((one) =>
      page(one, { language: one.language }),
    );
    expect(chinese).toContain("部署前须解决 1 项强制检查结果");
    expect(bare(chinese ?? "").replace(/<head>[^]*<\/head>/, "").length).toBe(
      bare(english ?? "").replace(/<head>[^]*<\/head>/, "").length,
    );
  });
});

describe("the register in the page", () => {
  const filing: ReportFiling = {
    domain: "example.com",
    status: "active",
    number: "浙ICP备12345678号-1",
    entity: "acme",
    accessProviders: [
      { name: "aliyun", status: "active" },
      { name: "tencent", status: "removing" },
    ],
    approvedAt: "2024-03-01",
    domainExpiresOn: "2027-01-31",
    psbNumber: "浙公网安备33010002000001号",
    servers: [{ product: "ecs", id: null, resource: "*::web", stack: "shop/prod", expiresOn: "2026-11-20" }],
  };
  const told = (one: Partial<ReportFiling>): string => {
    const { register } = reportWith([]);
    return partOf(page(reportWith([], { register: { ...register, filings: [{ ...filing, ...one }] } })), "register");
  };

  it("tells all of each filing, and in words what is past or soon to end", () => {
    const text = told({});
    for (const part of [
      "filed 浙ICP备12345678号-1 Public-security number 浙公网安备33010002000001号",
      "acme aliyun tencent (being removed)",
      "ecs *::web ( shop/prod ) · expires 2026-11-20 past for 5 days",
      "Domain expires 2027-01-31 in 67 days",
      "Approved 2024-03-01",
    ])
      expect(text).toContain(part);
    expect(told({ domainExpiresOn: "2027-12-31" })).toContain("2027-12-31 Approved");
    expect(told({ accessProviders: null, entity: null })).toContain("not given not given ecs");
  });

  it("says what became of waivers, and that there is none", () => {
    const { register } = reportWith([]);
    const waiver = {
      rule: "icp-dns-record",
      host: "a.example.com",
      apex: null,
      resource: null,
      stack: "web/*",
      reason: "until the move",
      until: "2026-11-01",
      owner: null,
      state: "expired",
    } as const;
    expect(partOf(page(reportWith([], { register: { ...register, waivers: [waiver] } })), "register")).toContain(
      "icp-dns-record a.example.com · web/* until the move not given 2026-11-01 past for 24 days expired",
    );
    const none = { ...register, found: false, file: null, asOf: null };
    expect(partOf(page(reportWith([], { register: none })), "register")).toContain("every domain counts as unfiled");
  });
});

describe("what is in order", () => {
  it("are the hosts that satisfy everywhere and that no finding names", () => {
    const report = stackReport("gpu-site");
    const rows = partOf(page(report), "in-order");
    expect(rows).toContain(
      "www.example.com www.example.com (gpu-site/prod) in the mainland (scope: global) 浙ICP备12345678号-1",
    );
    for (const { hosts } of report.findings) for (const host of hosts) expect(rows.split(" ")).not.toContain(host);
  });
});
