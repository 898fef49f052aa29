/** Lines to paste into a register, as they are: whole, and the same in every language. */

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

/** The access providers of a filing that the register lists. */
export const providerLines = (apex: string): string =>
  ["filings:", `  - domain: ${apex}`, "    accessProviders: [{ name: aliyun }]"].join("\n");

/** Where a host leads that no record of a plan shows; `resource` is a glob over URNs. */
export const dnsLines = (host: string, stack: string): string =>
  ["externalDns:", `  - { host: ${host}, resource: "*::TYPE::NAME", stack: "${stack}" }`].join("\n");

/** A suffix of which the ministry's list says that it is approved. */
export const suffixLines = (suffix: string): string => `suffixes: { approved: [${suffix}] }`;
