/** A first register, or further filings of one, written from a plan, to be corrected by hand. */
import { plainJson } from "../base/plain";
import { render, type Language, type MessageId, type Params } from "../messages";
import { sentence } from "../messages/punctuation";
import type { NewEntry } from "./insertion";
import { STATUSES } from "./statuses";

export interface SkeletonFiling {
  readonly domain: string;
  readonly hosts: readonly string[];
}

export interface SkeletonServer {
  readonly product: string;
  /** `project/stack`. */
  readonly stack: string;
  /** Glob over URNs. */
  readonly resource: string;
}

export interface Skeleton {
  readonly asOf: string;
  readonly filings: readonly SkeletonFiling[];
  readonly servers: readonly SkeletonServer[];
}

/** How a first register is written. */
export interface SkeletonOptions {
  /** The language of its comments. */
  readonly language: Language;
  /** Where an editor finds its schema. */
  readonly schema: string;
}

/** The YAML of a register that declares every domain unfiled, and shows in comments what else could be said. */
export function skeletonText({ asOf, filings, servers }: Skeleton, { language, schema }: SkeletonOptions): string {
  const say = sayIn(language);
  const domains = filings.flatMap((filing) => newFiling(filing, servers, language).block.map((line) => `  ${line}`));
  return `${[
    `# yaml-language-server: $schema=${schema}`,
    `# ${sentence(language, say("skeleton.title"))}`,
    `# ${sentence(language, say("skeleton.correct"))}`,
    "version: 1",
    `asOf: ${asOf}`,
    ...(domains.length > 0
      ? ["filings:", ...domains]
      : [`# ${say("skeleton.empty", { entry: inLine("example.com") })}`, "filings: []"]),
  ].join("\n")}\n`;
}

/** A filing of a domain that is not filed, and in comments what else could be said of it. */
export function newFiling(
  { domain, hosts }: SkeletonFiling,
  servers: readonly SkeletonServer[],
  language: Language,
): NewEntry {
  const say = sayIn(language);
  const block = [
    `- domain: ${domain}`,
    `  status: unfiled # ${say("skeleton.status", { statuses: STATUSES.join(" | ") })}`,
    "  # number: 浙ICP备12345678号-1",
    "  # approvedAt: 2024-03-01",
    `  # accessProviders: [{ name: aliyun }] # ${say("skeleton.providers")}`,
    ...(hosts.length > 0 ? [`  # hosts: [${hosts.map(quoted).join(", ")}] # ${say("skeleton.hosts")}`] : []),
    ...(servers.length > 0 ? [`  # servers: # ${say("skeleton.servers")}`] : []),
    ...servers.map(
      ({ product, stack, resource }) =>
        `  #   - { product: ${product}, stack: ${quoted(stack)}, resource: ${quoted(resource)} }`,
    ),
  ];
  return { yaml: inLine(domain), json: `{ "domain": ${quoted(domain)}, "status": "unfiled" }`, block };
}

const inLine = (domain: string): string => `{ domain: ${domain}, status: unfiled }`;

const sayIn =
  (language: Language) =>
  (id: MessageId, params?: Params): string =>
    render(language, id, params);

/** Names come from programs: in quotes, nothing in them is YAML. */
const quoted = (text: string): string => plainJson(JSON.stringify(text));
