/** Reports to open: of real plans, of hostile ones, and large ones. */
import { LANGUAGES, type Language } from "../../src/messages";
import { formats, type FormatName } from "../../src/report";
import type { Report, ReportApex, ReportFinding } from "../../src/report/types";
import { inLanguage } from "../../src/report/texts";
import { reportOf } from "../../src/report/report";
import { dnsRecord, plain, reportWith, waived } from "../report/example";
import { judgeStack } from "../stacks/stacks";

/** What a plan or a register may be called by who wants to harm its reader. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  "</style><style>*{display:none}",
  '"><img src=x onerror=alert(2)>',
  "]]></title></svg><script>alert(3)</script>",
  "&lt;script&gt; &amp; '\" `${alert(4)}`",
  "left \u202e\u2066right\u200f",
  `long-${"x".repeat(10_000)}`,
];

const languageOf = (report: Report): Language => LANGUAGES.find((one) => one === report.language) ?? "en";

/** The page of a report, in its language. */
export const written = (report: Report, format: FormatName = "html"): string =>
  formats[format](report, { ...plain, language: languageOf(report) });

/** The report of a stack of `test/stacks`. */
export const stackReport = (name: string, language: Language = "en"): Report =>
  inLanguage(reportOf(judgeStack(name), { language: "en" }), language);

/** A report in which every text that plan or register may choose is one of the hostile ones. */
export function hostileReport(): Report {
  let at = 0;
  const next = (): string => HOSTILE[at++ % HOSTILE.length] ?? "";
  const findings: ReportFinding[] = HOSTILE.map((name, index) => ({
    ...(index % 2 === 0 ? dnsRecord : waived),
    plan: next(),
    apex: index % 3 === 0 ? "example.com" : name,
    host: name,
    hosts: [name, next()],
    urn: name,
    resource: { type: next(), name },
    resources: [{ urn: name, type: next(), name }],
    property: name,
    waitsFor: [name],
    position: { file: name, line: 1, column: 2, caller: { file: next(), line: 3, column: 4 } },
    path: [{ urn: name, type: `alicloud:${name}/x:${name}`, name, why: "record" }],
    message: name,
    remedies: [{ id: "file", text: name, snippet: `${name}\n${next()}` }],
    ...(index % 2 === 1 && { waiver: { reason: name, until: "2027-01-31", owner: next() } }),
    fingerprint: String(index),
  }));
  const exposures = HOSTILE.flatMap((name) => [
    {
      host: name,
      entry: `urn:pulumi:${name}::${name}::alicloud:${name}/x:${name}::${name}`,
      place: { in: "mainland", region: name },
      tier: "access",
      verdict: "satisfied",
      path: [{ urn: next(), type: next(), name, why: "record" }],
    },
    {
      host: `second ${name}`,
      entry: null,
      place: { in: "outside", vendor: name },
      tier: null,
      verdict: "undetermined",
      path: [],
    },
  ]) satisfies ReportApex["exposures"];
  const apexes: ReportApex[] = ["example.com", ...HOSTILE].map((apex) => ({
    apex,
    state: "active",
    filing: { number: next(), entity: next(), accessProviders: [{ name: next(), status: next() }] },
    hosts: HOSTILE,
    exposures,
  }));
  const filings = HOSTILE.map((name) => ({
    domain: name,
    status: next(),
    number: name,
    entity: name,
    accessProviders: [{ name, status: "active" }],
    approvedAt: name,
    domainExpiresOn: "2026-12-01",
    psbNumber: name,
    servers: [{ product: name, id: name, resource: name, stack: name, expiresOn: "2026-01-01" }],
  }));
  const waivers = HOSTILE.map((name) => ({
    rule: dnsRecord.rule,
    resource: name,
    host: name,
    apex: name,
    stack: name,
    reason: name,
    owner: name,
    until: "2026-12-31",
    state: "used" as const,
  }));
  const [plan] = reportWith([]).plans;
  return reportWith(findings, {
    plans: plan ? HOSTILE.map((name) => ({ ...plan, id: name, source: name, complete: false })) : [],
    register: { file: HOSTILE[2] ?? "", asOf: "2026-01-01", found: true, stale: true, filings, waivers },
    apexes,
    limits: HOSTILE.map((name) => ({ messageId: "limit.region", params: {}, message: name })),
  });
}

/** A report with so many findings, over fifty domains, with a host each. */
export function largeReport(count: number): Report {
  const apexOf = (at: number): string => `domain-${at % 50}.com`;
  const findings = Array.from({ length: count }, (_, at): ReportFinding => {
    const host = `host-${at}.${apexOf(at)}`;
    const [record, eip] = dnsRecord.path;
    return {
      ...dnsRecord,
      level: at % 4 === 0 ? "advisory" : "mandatory",
      verdict: at % 5 === 0 ? "undetermined" : "violation",
      apex: apexOf(at),
      host,
      hosts: [host],
      path: record && eip ? [{ ...record, urn: `${record.urn}-${at}`, name: `record-${at}` }, eip] : [],
      position: { file: "index.ts", line: at + 1, column: 1 },
      message: `${host} leads to web (EIP) in cn-hangzhou in the mainland, and ${apexOf(at)} is not filed`,
      fingerprint: String(at),
      ...(at % 10 === 0 && {
        waived: true as const,
        waiver: { reason: "office", until: "2027-01-31", owner: "platform" },
      }),
    };
  });
  const apexes = Array.from({ length: 50 }, (_, at): ReportApex => {
    const own = findings.filter(({ apex }) => apex === apexOf(at));
    return {
      apex: apexOf(at),
      state: "unfiled",
      hosts: own.map(({ host = "" }) => host),
      exposures: own.map(({ host = "", path }) => ({
        host,
        entry: path.at(-1)?.urn ?? null,
        place: { in: "mainland", region: "cn-hangzhou" },
        tier: "access",
        verdict: "violation",
        path,
      })),
    };
  });
  return reportWith(findings, { apexes });
}
