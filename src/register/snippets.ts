/** Lines to paste into a register, as they are: whole, and the same in every language. */
import { plainJson } from "../base/plain";
import type { WaiverDocument } from "./types";

/** An access provider as a register names it. */
interface Provider {
  readonly name: string;
  readonly status: string;
}

/** What is said of a filing that the register does not list yet. */
export interface FilingLines {
  readonly apex: string;
  /** Whether what serves it asks for Alibaba Cloud as access provider. */
  readonly provider: boolean;
  /** Whether there is a register already; the lines are a whole one otherwise. */
  readonly found: boolean;
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** An active filing of a domain. */
export function filingLines({ apex, provider, found, today }: FilingLines): string {
  const providers = provider ? ", accessProviders: [{ name: aliyun }]" : "";
  const head = found ? [] : ["version: 1", `asOf: ${today}`];
  return [...head, "filings:", `  - { domain: ${apex}, status: active${providers} }`].join("\n");
}

/** The access providers of a filing that the register lists: those that it names, and Alibaba Cloud. */
export function providerLines(apex: string, named: readonly Provider[], aliyun: "active" | "pending"): string {
  const others = named.filter(({ name }) => name !== "aliyun");
  const all = [...others, { name: "aliyun", status: aliyun }].map(({ name, status }) =>
    status === "active" ? `{ name: ${quoted(name)} }` : `{ name: ${quoted(name)}, status: ${status} }`,
  );
  return ["filings:", `  - domain: ${apex}`, `    accessProviders: [${all.join(", ")}]`].join("\n");
}

/** Names come from programs: in quotes, nothing in them is YAML. */
const inQuotes = (text: string): string => plainJson(JSON.stringify(text));
/** Words that are no text in YAML. */
const VALUES: ReadonlySet<string> = new Set(["null", "true", "false"]);
const quoted = (name: string): string => (/^[a-z][a-z0-9-]*$/.test(name) && !VALUES.has(name) ? name : inQuotes(name));
const quotedHost = (host: string): string => (/^[A-Za-z][A-Za-z0-9.-]*$/.test(host) ? host : inQuotes(host));

/** Where a host leads that no record of a plan shows; `resource` is a glob over URNs or addresses. */
export const dnsLines = (host: string, resource: string, stack: string): string =>
  [
    "externalDns:",
    `  - { host: ${quotedHost(host)}, resource: ${inQuotes(resource)}, stack: ${inQuotes(stack)} }`,
  ].join("\n");

/** A suffix of which the ministry's list says that it is approved. */
export const suffixLines = (suffix: string): string => `suffixes: { approved: [${suffix}] }`;

/** How each key of a waiver is written, in this order. */
const WAIVER_KEYS = {
  rule: quoted,
  resource: inQuotes,
  host: quotedHost,
  apex: quotedHost,
  stack: inQuotes,
  reason: inQuotes,
  until: (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : inQuotes(day)),
  owner: quoted,
};

/** A waiver as one map in a line. */
export function waiverEntry(waiver: WaiverDocument, style: "yaml" | "json" = "yaml"): string {
  const said = Object.entries(WAIVER_KEYS).flatMap(([key, written]) => {
    const value = waiver[key as keyof WaiverDocument] ?? undefined;
    if (value === undefined) return [];
    return [style === "json" ? `"${key}": ${inQuotes(value)}` : `${key}: ${written(value)}`];
  });
  return `{ ${said.join(", ")} }`;
}
