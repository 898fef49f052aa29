/** A report made by hand, so that formats are tested without the engine. */
import { FILE_OPTIONS } from "../../src/library/formats";
import type { FormatOptions } from "../../src/report";
import type { Report, ReportFinding, ReportRule, ReportSource } from "../../src/report/types";

const urn = (type: string, name: string): string => `urn:pulumi:dev::web::${type}::${name}`;
const RECORD = "alicloud:dns/alidnsRecord:AlidnsRecord";
const EIP = "alicloud:ecs/eipAddress:EipAddress";

/** A DNS record that leads to an EIP in the mainland. */
export const dnsRecord: ReportFinding = {
  rule: "icp-dns-record",
  verdict: "violation",
  level: "mandatory",
  plan: "web/dev",
  apex: "example.com",
  host: "www.example.com",
  hosts: ["www.example.com"],
  urn: urn(RECORD, "www"),
  resource: { type: RECORD, name: "www" },
  resources: [{ urn: urn(RECORD, "www"), type: RECORD, name: "www" }],
  position: { file: "index.ts", line: 12, column: 3 },
  path: [
    { urn: urn(RECORD, "www"), type: RECORD, name: "www", why: "record" },
    { urn: urn(EIP, "web"), type: EIP, name: "web", why: "refers" },
  ],
  messageId: "icp-dns-record",
  params: {},
  message: "www.example.com leads to web (EIP) in cn-hangzhou in the mainland, and example.com is not filed",
  remedies: [{ id: "file", text: "File example.com first." }],
  statements: ["S2-05"],
  fingerprint: "0000000000000001",
};

export const cdnUndetermined: ReportFinding = {
  rule: "icp-cdn-coverage",
  verdict: "undetermined",
  level: "advisory",
  plan: "web/dev",
  apex: "example.com",
  host: "img.example.com",
  hosts: ["img.example.com"],
  resources: [],
  waitsFor: [urn("alicloud:cdn/domainNew:DomainNew", "img")],
  position: { file: "Pulumi.yaml", line: 1, column: 1 },
  path: [],
  messageId: "undetermined",
  params: {},
  message: "It cannot be told whether this breaks the rule for img.example.com: scope is a secret",
  remedies: [{ id: "check", text: "Check by hand what cannot be told here." }],
  statements: [],
  fingerprint: "0000000000000002",
};

export const unnamed: ReportFinding = {
  ...dnsRecord,
  rule: "icp-unnamed-website",
  level: "advisory",
  path: [],
  message: "debug (EIP) in cn-hangzhou is open to the world for the web, and no host is known for it",
  remedies: [],
  statements: [],
  fingerprint: "0000000000000003",
};
delete (unnamed as { apex?: string }).apex;
delete (unnamed as { host?: string }).host;

/** The same, waived. */
export const waived: ReportFinding = {
  ...unnamed,
  waived: true,
  waiver: { reason: "office VPN only", until: "2027-01-31", owner: "platform" },
};

/** What the rules of these findings rest on. */
const STATEMENT = {
  id: "S2-05",
  text: `${"What the source of this rule says, ".repeat(2)}word by word`,
  source: "a page",
  date: "2026-03-31",
  url: "https://www.alibabacloud.com/help/a-page",
  sources: [{ name: "a page", date: "2026-03-31", url: "https://www.alibabacloud.com/help/a-page" }],
};

/** What a hand-made report may say where an address should stand. */
export const NO_ADDRESSES = [
  "javascript:alert(1)",
  "http://example.com",
  "https://a.cn/)[x](y",
  'https://a.cn/"onclick=x',
];

/** A report whose statement has another source. */
export function withSource(source: Partial<ReportSource>): Report {
  const report = reportWith([dnsRecord]);
  const one = { name: STATEMENT.source, date: STATEMENT.date, url: STATEMENT.url, ...source };
  const statements = [{ ...STATEMENT, ...source, sources: [one] }];
  return { ...report, rules: report.rules.map((rule) => ({ ...rule, statements })) };
}

const ruleOf = (finding: ReportFinding): ReportRule => ({
  id: finding.rule,
  level: "mandatory",
  group: "filing",
  title: "What the rule says",
  help: "Why it asks for this.",
  page: `docs/rules/${finding.rule}.md`,
  statements: finding.statements.includes(STATEMENT.id) ? [STATEMENT] : [],
});

/** Where the pages of rules are on the web. */
export const PAGES = "https://github.com/alicloud-icp/alicloud-icp/blob/main/docs/rules";

export function reportWith(findings: readonly ReportFinding[], rest: Partial<Report> = {}): Report {
  const open = findings.filter((finding) => finding.waived !== true);
  return {
    schemaVersion: 1,
    language: "en",
    tool: { name: "alicloud-icp", version: "0.1.0", dataAsOf: "2026-11-22" },
    now: "2026-11-25",
    plans: [
      {
        id: "web/dev",
        source: "plan.json",
        project: "web",
        stack: "dev",
        complete: true,
        resources: 12,
        alicloudResources: 9,
      },
    ],
    register: { file: "icp.yaml", asOf: "2026-11-22", found: true, stale: false, filings: [], waivers: [] },
    rules: [...new Map(findings.map((finding) => [finding.rule, ruleOf(finding)])).values()],
    summary: {
      judgements: { violation: 2, undetermined: 1, satisfied: 3, notApplicable: 4 },
      findings: {
        mandatory: open.filter((finding) => finding.level === "mandatory").length,
        advisory: open.filter((finding) => finding.level === "advisory").length,
        waived: findings.length - open.length,
        baseline: 0,
      },
      apexes: 1,
      hosts: 2,
      rules: 20,
    },
    apexes: [],
    findings: [...findings],
    limits: [],
    ...rest,
  };
}

export const plain: FormatOptions = FILE_OPTIONS;

/** One in a component. */
export const inComponent: ReportFinding = {
  ...dnsRecord,
  position: { file: "site/my site.ts", line: 7, column: 5, caller: { file: "index.ts", line: 3, column: 1 } },
  fingerprint: "0000000000000004",
};

/** The same, in the baseline. */
export const accepted: ReportFinding = { ...inComponent, baseline: true };

const entry = urn("alicloud:alb/listener:Listener", "web");

/** A domain that is filed, with a host in order and one whose place is not known. */
export const filedApex: Report["apexes"][number] = {
  apex: "filed.cn",
  state: "active",
  filing: { number: "浙ICP备12345678号-1", entity: null, accessProviders: null },
  hosts: ["m.filed.cn", "www.filed.cn"],
  exposures: [
    {
      host: "www.filed.cn",
      entry,
      place: { in: "mainland", region: "cn-hangzhou" },
      tier: "access",
      verdict: "satisfied",
      path: [],
    },
    { host: "m.filed.cn", entry: null, place: { in: "undetermined" }, tier: null, verdict: "undetermined", path: [] },
  ],
};

/** A limit for which a report without findings does not mean that all is well. */
const wantingLimit = (messageId: string, message = `${messageId} says why`): Report["limits"][number] => ({
  messageId,
  params: {},
  message,
});

/** A report of a plan of which nothing was judged. */
export const unjudged: Report = reportWith([], { limits: [wantingLimit("limit.no-alicloud")] });

/** A limit of each kind that makes a report wanting, and one that does not. */
export const limited: Report["limits"] = [
  "limit.register-none",
  "limit.empty",
  "limit.no-alicloud",
  "limit.incomplete",
  "limit.filing-rules-left",
].map((id) => wantingLimit(id));

/** Everything that a report can have, with a text in every place that a plan fills. */
export function reportOfEverything(hostile = ""): Report {
  const limits = [
    { messageId: "limit.incomplete", params: {}, message: `3 unchanged resources are missing${hostile}` },
  ];
  const findings = [dnsRecord, cdnUndetermined, unnamed, waived, accepted].map((finding): ReportFinding => ({
    ...finding,
    ...(finding.apex !== undefined && { apex: finding.apex + hostile }),
    ...(finding.host !== undefined && { host: finding.host + hostile }),
    hosts: finding.hosts.map((host) => host + hostile),
    ...(finding.urn !== undefined && { urn: finding.urn + hostile }),
    ...(finding.resource && { resource: { ...finding.resource, name: finding.resource.name + hostile } }),
    ...(finding.position && { position: { ...finding.position, file: finding.position.file + hostile } }),
    path: finding.path.map((step) => ({ ...step, name: step.name + hostile })),
    plan: finding.plan + hostile,
    message: finding.message + hostile,
    remedies: [
      ...finding.remedies,
      { id: "declare", text: `Paste:${hostile}`, snippet: `- domain: a.cn\n  ${hostile}` },
    ],
    ...(finding.waiver && { waiver: { ...finding.waiver, reason: finding.waiver.reason + hostile } }),
  }));
  const { exposures, ...apex } = filedApex;
  const apexes = [{ ...apex, exposures: exposures.map((one) => ({ ...one, host: one.host && one.host + hostile })) }];
  return reportWith(findings, { limits, apexes });
}
