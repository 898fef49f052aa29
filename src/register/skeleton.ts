/** A first register, or further filings of one, written from a plan, to be corrected by hand. */
import { plainJson } from "../base/plain";
import { render, type Language, type MessageId, type Params } from "../messages";
import { sentence } from "../messages/punctuation";
import type { Day } from "../base/calendar";
import type { CloudOperation } from "../vocabulary/cloud-operations";
import type { NewEntry } from "./insertion";
import { STATUSES } from "./statuses";
import type { Unanswered } from "./verified";

export interface SkeletonFiling {
  readonly domain: string;
  readonly hosts: readonly string[];
  /** The servers that could file it, those that serve it first. */
  readonly servers: readonly SkeletonServer[];
  /** That the cloud says that it is filed. */
  readonly filed?: SkeletonProof | undefined;
  /** What the cloud was asked about it and did not answer. */
  readonly unanswered?: readonly SkeletonSilence[] | undefined;
  /** What the cloud is certain of: lines of the register, not comments. */
  readonly registration?: CertainRegistration | undefined;
}

/** What says that a domain is filed: an operation, on a day; with the numbers under which the account has it, if it says. */
export interface SkeletonProof {
  readonly operation: string;
  readonly on: Day;
  readonly numbers: readonly string[];
}

/** An operation that gave no answer, and why. */
export interface SkeletonSilence {
  readonly operation: CloudOperation;
  readonly why: Unanswered;
}

/** What the cloud is certain of a domain's registration, as a register says it. */
export interface CertainRegistration {
  readonly realName: "verified" | "pending" | "missing";
  readonly expiresOn: Day;
}

export interface SkeletonServer {
  readonly product: string;
  /** `project/stack`. */
  readonly stack: string;
  /** Glob over URNs or addresses. */
  readonly resource: string;
  /** The resource's id, where the plan tells it. */
  readonly id?: string | undefined;
  /** The day on which it ends, as the cloud says. */
  readonly expiresOn?: Day | undefined;
}

export interface Skeleton {
  readonly asOf: Day;
  /** The account that was asked. */
  readonly account?: string | undefined;
  readonly filings: readonly SkeletonFiling[];
}

/** How a first register is written. */
export interface SkeletonOptions {
  /** The language of its comments. */
  readonly language: Language;
  /** Where an editor finds its schema. */
  readonly schema: string;
}

/** The YAML of a register that declares every domain unfiled, and shows in comments what else could be said. */
export function skeletonText({ asOf, account, filings }: Skeleton, { language, schema }: SkeletonOptions): string {
  const say = sayIn(language);
  const domains = newFilings(filings, language).flatMap(({ block }) => block.map((line) => `  ${line}`));
  return `${[
    `# yaml-language-server: $schema=${schema}`,
    `# ${sentence(language, say("skeleton.title"))}`,
    `# ${sentence(language, say("skeleton.correct"))}`,
    "version: 1",
    `asOf: ${asOf}`,
    ...(account === undefined
      ? []
      : [`# accounts: [{ id: ${quoted(account)}, site: china }] # ${say("skeleton.account")}`]),
    ...(domains.length > 0
      ? ["filings:", ...domains]
      : [`# ${say("skeleton.empty", { entry: inLine("example.com") })}`, "filings: []"]),
  ].join("\n")}\n`;
}

/** Of more filings than these nothing is shown but that they are unfiled: what is written must not be too large to be read. */
const MOST_SHOWN = 1000;
/** So many hosts and servers are shown of a filing. */
const MOST_HOSTS = 20;
const MOST_SERVERS = 5;

/** Filings of domains that are not filed, and in comments what else could be said of each. */
export const newFilings = (filings: readonly SkeletonFiling[], language: Language): readonly NewEntry[] =>
  filings.map((filing) => ({
    yaml: inLine(filing.domain),
    json: `{ "domain": ${quoted(filing.domain)}, "status": "unfiled" }`,
    block: filings.length > MOST_SHOWN ? [`- ${inLine(filing.domain)}`] : blockOf(filing, language),
  }));

function blockOf(
  { domain, hosts, servers, filed, unanswered = [], registration }: SkeletonFiling,
  language: Language,
): readonly string[] {
  const say = sayIn(language);
  const title = (id: MessageId, count: number, most: number): string =>
    count > most ? say("skeleton.others", { says: say(id), n: count - most }) : say(id);
  const named = hosts.slice(0, MOST_HOSTS).map(quoted).join(", ");
  return [
    `- domain: ${domain}`,
    `  status: unfiled # ${say("skeleton.status", { statuses: STATUSES.join(" | ") })}`,
    ...(filed ? [`  # ${filedText(filed, say)}`] : []),
    ...unanswered.map(({ operation, why }) => `  # ${say("skeleton.unanswered", { operation, why })}`),
    "  # number: 浙ICP备12345678号-1",
    "  # approvedAt: 2024-03-01",
    `  # accessProviders: [{ name: aliyun }] # ${say("skeleton.providers")}`,
    ...(hosts.length > 0 ? [`  # hosts: [${named}] # ${title("skeleton.hosts", hosts.length, MOST_HOSTS)}`] : []),
    ...(servers.length > 0 ? [`  # servers: # ${title("skeleton.servers", servers.length, MOST_SERVERS)}`] : []),
    ...servers
      .slice(0, MOST_SERVERS)
      .map(
        ({ product, id, stack, resource, expiresOn }) =>
          `  #   - { ${[
            `product: ${product}`,
            ...(id === undefined ? [] : [`id: ${quoted(id)}`]),
            `stack: ${quoted(stack)}`,
            `resource: ${quoted(resource)}`,
            ...(expiresOn === undefined ? [] : [`expiresOn: ${expiresOn}`]),
          ].join(", ")} }`,
      ),
    ...(registration
      ? [`  registration: { realName: ${registration.realName}, expiresOn: ${registration.expiresOn} }`]
      : []),
  ];
}

const filedText = ({ operation, on, numbers }: SkeletonProof, say: ReturnType<typeof sayIn>): string =>
  numbers.length > 0
    ? say("skeleton.filed-as", { operation, on, numbers: numbers.join(", ") })
    : say("skeleton.filed", { operation, on });

const inLine = (domain: string): string => `{ domain: ${domain}, status: unfiled }`;

const sayIn =
  (language: Language) =>
  (id: MessageId, params?: Params): string =>
    render(language, id, params);

/** Names come from programs: in quotes, nothing in them is YAML. */
const quoted = (text: string): string => plainJson(JSON.stringify(text));
