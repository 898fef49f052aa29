/**
 * Host names: their one spelling (lower-case punycode), their registrable domain by the ICANN section of the public
 * suffix list, and whether they are public names at all.
 */
import { domainToASCII } from "node:url";
import { getDomain, getPublicSuffix } from "tldts-icann";
import suffixes from "../../data/suffixes.json";
import { isAddress } from "./ip-address";
import { isAlibabaCloud, vendorRow } from "./owners";

/** What a host name is: a public name with its apex, none, or one that cannot be told. `host` is in its one spelling. */
export type HostName =
  | { readonly is: "public"; readonly host: string; readonly apex: string; readonly wildcard: boolean }
  | { readonly is: "not-public"; readonly host: string; readonly reason: NotPublic }
  | { readonly is: "undetermined"; readonly host: string; readonly reason: "single-label" | "bare-suffix" | "invalid" };

/** Why nobody can file a name. */
export type NotPublic = "suffix-not-icann" | "special-use" | "ip-literal" | "provider-owned" | "vendor-owned";

const OPTIONS = { extractHostname: false, validateHostname: false, detectIp: false } as const;
/** The suffix library takes any last label for a suffix, so which ones exist is asked here. */
const TOP_LEVEL: ReadonlySet<string> = new Set(suffixes.topLevel.names);
/** IANA's special-use names, except example.com and its sisters, which stand for real names in examples and tests. */
const SPECIAL_USE: ReadonlySet<string> = new Set([
  "alt",
  "arpa",
  "example",
  "internal",
  "invalid",
  "local",
  "localhost",
  "onion",
  "test",
]);

/**
 * The one spelling of a host name: lower-case, IDN as punycode, no trailing dot. A leading `*.` stays, and labels may
 * have underscores, as records do. Undefined when it is not a valid name.
 */
export function toAscii(host: string): string | undefined {
  const text = host.toLowerCase().replace(/[.。．｡]$/, "");
  const plain = /^[a-z0-9_*.-]*$/.test(text);
  if (plain && !text.includes("xn--")) return isName(text) ? text : undefined;
  // domainToASCII reads its input as part of a URL: it would cut at a slash and decode percent signs.
  if (/[^a-z0-9_*.\u0080-\uffff-]/.test(text)) return undefined;
  const ascii = domainToASCII(text);
  return isName(ascii) ? ascii : undefined;
}

function isName(text: string): boolean {
  return (
    text.length <= 253 &&
    text
      .split(".")
      .every((label, at) => (label === "*" ? at === 0 : /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)))
  );
}

/** A plan has few distinct hosts and asks for each many times; the bound is for a process that lives on. */
const MOST_NAMES = 20_000;
const names = new Map<string, HostName>();

/**
 * What a host name is. A wildcard is judged at the apex of the name without its `*.`; `host` keeps it. A leading dot, as
 * CDN domains may have, means the same as `*.`.
 */
export function nameOf(host: string): HostName {
  const seen = names.get(host);
  if (seen) return seen;
  if (names.size >= MOST_NAMES) names.clear();
  const name = classify(host.startsWith(".") ? `*${host}` : host);
  names.set(host, name);
  return name;
}

/** No name in DNS is longer (RFC 1035): a longer text is under no other. */
export const LONGEST_NAME = 253;

/**
 * The name whose records answer for a name: itself, else the closest wildcard above it, however many labels there are in
 * between; a name in between that exists stops the search (RFC 4592). Undefined when nothing answers.
 */
export function answeringName(name: string, exists: (name: string) => boolean): string | undefined {
  if (exists(name)) return name;
  if (name.length > LONGEST_NAME) return undefined;
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    const above = name.slice(dot + 1);
    if (exists(`*.${above}`)) return `*.${above}`;
    if (exists(above)) return undefined;
  }
  return undefined;
}

/** The public suffix of a host, such as `com.cn`, in punycode; undefined when its last label is no ICANN suffix. */
export function suffixOf(host: string): string | undefined {
  const ascii = toAscii(host);
  if (ascii === undefined || !TOP_LEVEL.has(lastLabel(ascii))) return undefined;
  return getPublicSuffix(ascii, OPTIONS) ?? undefined;
}

function classify(text: string): HostName {
  const address = text.replace(/^\[(.*)\]$/, "$1");
  if (isAddress(address)) return { is: "not-public", host: address.toLowerCase(), reason: "ip-literal" };
  const host = toAscii(text);
  if (host === undefined) return { is: "undetermined", host: text.toLowerCase(), reason: "invalid" };
  if (isAddress(host)) return { is: "not-public", host, reason: "ip-literal" };
  const wildcard = host.startsWith("*.");
  const bare = wildcard ? host.slice(2) : host;
  const last = lastLabel(bare);
  if (/^\d+$/.test(last)) return { is: "undetermined", host, reason: "invalid" };
  if (SPECIAL_USE.has(last)) return { is: "not-public", host, reason: "special-use" };
  if (!TOP_LEVEL.has(last)) {
    return bare === last
      ? { is: "undetermined", host, reason: "single-label" }
      : { is: "not-public", host, reason: "suffix-not-icann" };
  }
  const apex = getDomain(bare, OPTIONS);
  if (apex === null) return { is: "undetermined", host, reason: "bare-suffix" };
  if (apex.includes("_")) return { is: "undetermined", host, reason: "invalid" };
  if (isAlibabaCloud(bare)) return { is: "not-public", host, reason: "provider-owned" };
  if (vendorRow(bare)) return { is: "not-public", host, reason: "vendor-owned" };
  return { is: "public", host, apex, wildcard };
}

const lastLabel = (name: string): string => name.slice(name.lastIndexOf(".") + 1);
