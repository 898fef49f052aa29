/** Lines to paste into a register, as they are: whole, and the same in every language. */
import { plainJson } from "../base/plain";

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
const quoted = (name: string): string => (/^[a-z][a-z0-9-]*$/.test(name) ? name : inQuotes(name));
const quotedHost = (host: string): string => (/^[A-Za-z][A-Za-z0-9.-]*$/.test(host) ? host : inQuotes(host));

/** Where a host leads that no record of a plan shows; `resource` is a glob over URNs. */
export const dnsLines = (host: string, resource: string, stack: string): string =>
  [
    "externalDns:",
    `  - { host: ${quotedHost(host)}, resource: ${inQuotes(resource)}, stack: ${inQuotes(stack)} }`,
  ].join("\n");

/** A suffix of which the ministry's list says that it is approved. */
export const suffixLines = (suffix: string): string => `suffixes: { approved: [${suffix}] }`;
