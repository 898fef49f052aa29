/**
 * What Alibaba Cloud said of one's own account when it was asked: what `register --verify` holds against the register, and
 * what `icp.verified.json` keeps of it. No personal data is in it: of a holder only whether that is an organisation.
 */
import { today, type Day } from "../base/calendar";
import type { CloudOperation } from "../vocabulary/cloud-operations";

/** Why a question has no answer. */
export const UNANSWERED_WHY = [
  /** The credentials may not ask it. */
  "forbidden",
  /** The cloud refused again and again, since too much was asked of it. */
  "throttled",
  /** No connection, or no answer in time. */
  "unreachable",
  /** The cloud failed: an error of its own, or one that nobody has described. */
  "failed",
  /** An answer of a form that nobody knows. */
  "unreadable",
  /** The cloud answers this only about what is the account's own, and this is not. */
  "not-owned",
  /** The account has no such domain or server: it may be of another one, or with another registrar. */
  "not-found",
  /** The account has not activated the product. */
  "not-activated",
] as const;

/** Why a question has no answer. */
export type Unanswered = (typeof UNANSWERED_WHY)[number];

/** What an operation said, and when; or why it said nothing. */
export type CloudAnswer<Said> = {
  readonly operation: CloudOperation;
  /** The moment of the answer, in UTC and whole seconds: `2026-11-26T03:04:05Z`. */
  readonly at: string;
  /** The number of the account that was asked; left out where nobody could say it, and of the question for it. */
  readonly account?: string | undefined;
} & (
  | { readonly says: Said }
  | {
      readonly unanswered: Unanswered;
      /** The cloud's own code of the error, such as `Forbidden.RAM`. */
      readonly code?: string | undefined;
    }
);

/** An answer that says something. */
export type SaidAnswer<Said> = Extract<CloudAnswer<Said>, { readonly says: Said }>;

/** What an answer says; undefined where it says nothing, or there is none. */
export const saidIn = <Said>(answer: CloudAnswer<Said> | undefined): Said | undefined =>
  answer && "says" in answer ? answer.says : undefined;

/** How far the real-name verification of a holder may be. */
export const REAL_NAMES = ["missing", "failed", "pending", "verified"] as const;
type RealName = (typeof REAL_NAMES)[number];

/** How far each is: one that was refused is none yet. */
const STAGES = { missing: 0, failed: 0, pending: 1, verified: 2 } as const satisfies Readonly<Record<RealName, number>>;

/** Whether a verification is further than another one. */
export const isFurther = (one: RealName, other: RealName): boolean => STAGES[one] > STAGES[other];

/** What the cloud knows of a domain's registration. */
export interface CloudRegistration {
  /** Real-name verification of the holder. */
  readonly realName: RealName;
  /** The day on which it ends, in Asia/Shanghai. */
  readonly expiresOn: Day;
  /** What the domain is registered to; null where the cloud does not say. */
  readonly holder: "organisation" | "individual" | null;
}

/** What the cloud knows of a server. */
export interface CloudServer {
  /** The region; of an edge node service the node, such as `cn-beijing-cmcc`. */
  readonly region: string;
  /** How it is paid for; null where the product does not say, as ENS. */
  readonly charge: "subscription" | "pay-as-you-go" | null;
  /** The day on which the subscription ends, in Asia/Shanghai; null where nothing ends. */
  readonly expiresOn: Day | null;
  /** Whether the public can reach it: a public address with bandwidth, or an EIP. */
  readonly hasPublicAddress: boolean;
  /** Whether its term still runs: `expired` where that has ended and it is only kept. What is only locked is `live`. */
  readonly state: "live" | "expired";
}

/** A domain that was asked about. */
export interface VerifiedDomain {
  /** The registrable domain. */
  readonly domain: string;
  /** Whether it has a filing, with whichever access provider. */
  readonly filing: CloudAnswer<"filed" | "not-filed">;
  /** How it is registered; left out where nobody asked, since the register says nothing of that. */
  readonly registration?: CloudAnswer<CloudRegistration> | undefined;
}

/** The products whose servers can be asked about. */
export const ASKABLE = ["ecs", "sas", "ens"] as const;

/** The operations that answer each question; of servers, and of how they are renewed, those of each product. */
export const ANSWERED_BY = {
  account: ["sts:GetCallerIdentity"],
  filings: ["companyreg:QuerySuccessIcpData"],
  filing: ["cdn:CheckCdnDomainICP"],
  registration: ["domain:QueryDomainByDomainName"],
  server: {
    ecs: ["ecs:DescribeRegions", "ecs:DescribeInstances"],
    sas: ["swas-open:ListRegions", "swas-open:ListInstances"],
    ens: ["ens:DescribeInstances"],
  },
  renewal: {
    ecs: ["ecs:DescribeInstanceAutoRenewAttribute"],
    sas: [],
    ens: ["ens:DescribeInstanceAutoRenewAttribute"],
  },
} as const satisfies Readonly<
  Record<string, readonly CloudOperation[] | Readonly<Record<(typeof ASKABLE)[number], readonly CloudOperation[]>>>
>;

/** Whether servers of a product can be asked about. */
export const isAskable = (product: string): product is (typeof ASKABLE)[number] =>
  (ASKABLE as readonly string[]).includes(product);

/** Ids that can stand in lists, policies and addresses of resources as they are, as those of Alibaba Cloud do. */
const ASKABLE_ID = /^[A-Za-z0-9_-]+$/;

/** Whether a server can be asked about by an id: none has any other characters. */
export const isAskableId = (id: string): boolean => ASKABLE_ID.test(id);

/** A server that was asked about; what the register names without an id cannot be. */
export interface VerifiedServer {
  readonly product: (typeof ASKABLE)[number];
  readonly id: string;
  readonly server: CloudAnswer<CloudServer>;
  /** Whether its subscription renews itself; left out where there is none, or the product does not tell. */
  readonly renewal?: CloudAnswer<"automatic" | "manual" | "none"> | undefined;
}

/** By what servers are told apart: texts that compare as product and id do. */
export const keyOfServer = ({ product, id }: { readonly product: string; readonly id: string }): string =>
  `${product} ${id}`;

/** A filing that the account has through Alibaba Cloud. */
export interface OwnFiling {
  /** The registrable domain. */
  readonly domain: string;
  /** The number of the website's filing, in its one spelling: `浙ICP备12345678号-1`. */
  readonly number: string;
  /** The account that has it, where another one was asked last. */
  readonly account?: string | undefined;
}

/** Filings by domain and number, each once. */
export function inFilingOrder(filings: readonly OwnFiling[]): readonly OwnFiling[] {
  const keyed = new Map(filings.map((filing) => [`${filing.domain} ${filing.number}`, filing]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, filing]) => filing);
}

/** What the cloud said of an account. */
export interface Verified {
  /** The version of this form. */
  readonly version: 1;
  /** The moment at which asking began, in UTC and whole seconds. */
  readonly at: string;
  /** The day that the register was of when this was asked, or that was written into it then. */
  readonly asOf: Day;
  /** The number of the account that the credentials are of. */
  readonly account: CloudAnswer<string>;
  /**
   * The filings that it has through Alibaba Cloud, by domain and number; a domain that is not among them may be filed all the
   * same. Left out where nobody asked.
   */
  readonly filings?: CloudAnswer<readonly OwnFiling[]> | undefined;
  /** Sorted by domain. */
  readonly domains: readonly VerifiedDomain[];
  /** Sorted by product and id. */
  readonly servers: readonly VerifiedServer[];
}

/**
 * Whether an answer of a moment still counts for a register that is of the day `asOf`: nobody has brought that up to date
 * since. On that very day it is the day that the register was of when the cloud was asked which tells.
 */
export function isInForce(at: string, asked: Pick<Verified, "asOf">, asOf: Day): boolean {
  const day = today(new Date(at));
  return day > asOf || (day === asOf && asOf <= asked.asOf);
}

/** All answers, those that say nothing as well. */
export const answersIn = ({ account, filings, domains, servers }: Verified): readonly CloudAnswer<unknown>[] => [
  account,
  ...(filings ? [filings] : []),
  ...domains.flatMap(({ filing, registration }) => (registration ? [filing, registration] : [filing])),
  ...servers.flatMap(({ server, renewal }) => (renewal ? [server, renewal] : [server])),
];
