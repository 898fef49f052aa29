/**
 * What the rules share that hold the register against what Alibaba Cloud said of one's own account. Nobody asks anything
 * here: what was said hangs on the register.
 */
import { groupBy } from "../base/collections";
import { memo } from "../base/memo";
import type { Context } from "../filing/context";
import { namedServers, type NamedServer } from "../filing/servers/named";
import { NOT_APPLICABLE, undeterminedBy, type Verdict } from "../filing/verdict";
import type { Message } from "../messages";
import { doubt, type Doubt, type DoubtId } from "../plan/fact";
import {
  isInForce,
  keyOfServer,
  saidIn,
  type CloudAnswer,
  type OwnFiling,
  type SaidAnswer,
  type Unanswered,
  type Verified,
  type VerifiedDomain,
  type VerifiedServer,
} from "../register/verified";
import { judgementOf, type Presentation } from "./judgement";
import { judgeNamedServer } from "./named-servers";
import { doubtRemedies } from "./remedies";
import type { Judgement, Remedy } from "./rule";

/** What still counts of what was said of a domain. */
interface DomainInCloud {
  readonly filing: VerifiedDomain["filing"] | undefined;
  readonly registration: VerifiedDomain["registration"] | undefined;
}

/** What still counts of what was said of a server. */
export interface ServerInCloud extends Pick<VerifiedServer, "product"> {
  readonly server: VerifiedServer["server"] | undefined;
  readonly renewal: VerifiedServer["renewal"];
}

/** What the cloud said, as far as it still counts. */
interface InCloud extends Pick<Verified, "account" | "filings"> {
  /** By the registrable domain. */
  readonly domains: ReadonlyMap<string, DomainInCloud>;
  /** By `keyOfServer`. */
  readonly servers: ReadonlyMap<string, ServerInCloud>;
}

/** What the cloud said: each answer of which nobody has brought the register up to date since. */
export const cloudOf = memo(({ register: { verified, asOf } }: Context): InCloud | undefined => {
  if (!verified || !isInForce(verified.at, verified, asOf)) return undefined;
  const counts = <Answer extends CloudAnswer<unknown>>(answer: Answer | undefined): Answer | undefined =>
    answer && isInForce(answer.at, verified, asOf) ? answer : undefined;
  const { account, filings, domains, servers } = verified;
  return {
    account,
    filings: counts(filings),
    domains: new Map(
      domains.map(({ domain, filing, registration }) => [
        domain,
        { filing: counts(filing), registration: counts(registration) },
      ]),
    ),
    servers: new Map(
      servers.map(({ product, id, server, renewal }) => [
        keyOfServer({ product, id }),
        { product, server: counts(server), renewal: counts(renewal) },
      ]),
    ),
  };
});

/** What the cloud said of a domain. */
export const domainInCloud = (apex: string, context: Context): DomainInCloud | undefined =>
  cloudOf(context)?.domains.get(apex);

/**
 * The numbers under which the account has a domain filed through Alibaba Cloud; undefined where the cloud does not list it,
 * which tells nothing.
 */
export function ownNumbersOf(apex: string, context: Context): SaidAnswer<readonly string[]> | undefined {
  const filings = cloudOf(context)?.filings;
  if (!filings || !("says" in filings)) return undefined;
  const listed = byDomain(filings.says).get(apex);
  return listed && { ...filings, says: listed.map(({ number }) => number) };
}

const byDomain = memo((filings: readonly OwnFiling[]) => groupBy(filings, ({ domain }) => domain));

/** Whether a domain is filed: that the account has it so through Alibaba Cloud proves it, else what CDN says counts. */
export function filingInCloud(apex: string, context: Context): VerifiedDomain["filing"] | undefined {
  const asked = domainInCloud(apex, context)?.filing;
  const own = ownNumbersOf(apex, context);
  return own && saidIn(asked) !== "filed" ? { ...own, says: "filed" } : asked;
}

/** Two operations of the cloud that contradict each other about a filing: neither of them counts. */
export function disagreementOf(apex: string, context: Context): Doubt | undefined {
  const asked = domainInCloud(apex, context)?.filing;
  const own = ownNumbersOf(apex, context);
  if (!asked || saidIn(asked) !== "not-filed" || !own) return undefined;
  const { operation, at } = asked;
  return doubt("cloud-disagrees", { operation, at, other: own.operation, numbers: own.says.join(", ") });
}

/** What the cloud said of a server; undefined where it was not asked. */
export function serverInCloud(
  { resource, contribution, mentions }: NamedServer,
  context: Context,
): ServerInCloud | undefined {
  const names = mentions.map(({ server: { product, id = "" } }) => ({ product, id }));
  if (resource?.id.state === "known" && contribution)
    names.push({ product: contribution.product, id: resource.id.value });
  const told = cloudOf(context)?.servers;
  return names.map((name) => told?.get(keyOfServer(name))).find((one) => one !== undefined);
}

/** Which operation said something, and when: for the texts of what it said. */
export interface SaidBy extends Readonly<Record<string, string>> {
  readonly operation: string;
  readonly at: string;
}

/** The verdict on what an answer says; where there is none, it is no matter here. */
export const ifSaid = <Said>(
  answer: CloudAnswer<Said> | undefined,
  verdict: (said: Said, by: SaidBy) => Verdict<Message>,
): Verdict<Message> =>
  answer && "says" in answer ? verdict(answer.says, { operation: answer.operation, at: answer.at }) : NOT_APPLICABLE;

/**
 * The same; but what was asked and not answered is undetermined where the register is the matter. A plan is judged by what is
 * declared: that does not change when nobody confirms it.
 */
export function bySaid<Said>(
  answer: CloudAnswer<Said> | undefined,
  { registerAlone }: Context,
  verdict: (said: Said, by: SaidBy) => Verdict<Message>,
): Verdict<Message> {
  if (!registerAlone || !answer || "says" in answer) return ifSaid(answer, verdict);
  const { operation, at, unanswered, code } = answer;
  return undeterminedBy(doubt(DOUBTS[unanswered], { operation, at, ...(code !== undefined && { code }) }));
}

/**
 * That a question about the whole account has no answer is said once, where a register is judged alone: at a key of it, or at
 * none.
 */
export function judgeAnswered(
  answer: CloudAnswer<unknown> | undefined,
  registerKey: readonly string[] | undefined,
  context: Context,
): readonly Judgement[] {
  if (!context.registerAlone) return [];
  const verdict = bySaid(answer, context, () => NOT_APPLICABLE);
  const presented: Presentation = {
    what: context.register.fileName,
    on: () => (registerKey ? { registerKey } : {}),
    remedies: () => [],
    against: (why) => doubtRemedies(why, "", context),
  };
  return [judgementOf(verdict, {}, presented)];
}

const DOUBTS = {
  forbidden: "cloud-forbidden",
  throttled: "cloud-throttled",
  unreachable: "cloud-unreachable",
  failed: "cloud-failed",
  unreadable: "cloud-unreadable",
  "not-owned": "cloud-not-owned",
  "not-found": "cloud-not-found",
  "not-activated": "cloud-not-activated",
} as const satisfies Readonly<Record<Unanswered, DoubtId>>;

/** One thing that the register and the cloud both say of servers. */
export interface CloudServerPoint {
  readonly check: (server: NamedServer, told: ServerInCloud, context: Context) => Verdict<Message>;
  /** The server by what is to be judged apart, such as entries that say different things of it; all together when left out. */
  readonly apart?: (server: NamedServer) => readonly NamedServer[];
  /** The key under the server's entry; the entry itself when left out. */
  readonly key?: string;
  readonly remedies: (server: NamedServer, context: Context, told: ServerInCloud) => readonly Remedy[];
}

/** Judges one point of each server that filings name and that was asked about. */
export const judgeServersInCloud = (context: Context, point: CloudServerPoint): Judgement[] =>
  cloudOf(context) === undefined
    ? []
    : namedServers(context).flatMap((server) => {
        const told = serverInCloud(server, context);
        if (!told) return [];
        const apart = point.apart?.(server) ?? [server];
        const remedies = (one: NamedServer) => () => point.remedies(one, context, told);
        return apart.map((one) =>
          judgeNamedServer(
            one,
            point.check(one, told, context),
            { key: point.key, cause: one.name, remedies: remedies(one) },
            context,
          ),
        );
      });

/** Look a server up: which it is, and whose. */
export const lookUpServer = ({ name }: NamedServer, { register }: Context): readonly Remedy[] => [
  { id: "look-up-server", params: { server: name, file: register.fileName } },
];
