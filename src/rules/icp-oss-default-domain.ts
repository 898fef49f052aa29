import { THRESHOLDS } from "../vocabulary/thresholds";
import type { Context } from "../filing/context";
import { NOT_APPLICABLE, SATISFIED, undeterminedBy, unlessDoubted, violates, type Verdict } from "../filing/verdict";
import type { Entry } from "../graph/entry";
import { message, type Message } from "../messages";
import { doubt, type Doubt, type Urn } from "../plan/fact";
import type { Account } from "../register/register";
import { agreed, unsaid } from "../judging/declarations";
import { judgementOf } from "../judging/judgement";
import { doubtRemedies } from "../judging/remedies";
import { rule, type Judgement } from "../judging/rule";

/** Accounts that activate OSS from this day on get no data at the default domain of a mainland bucket (F-17). */
const SINCE = THRESHOLDS.since["oss-default-domain"].value;

/** Everybody may read a mainland bucket without custom domain, and OSS does not serve its account at the default one. */
export default rule({
  id: "icp-oss-default-domain",
  group: "filing",
  level: "advisory",
  phase: "stack",
  section: "accounts",
  sources: ["F-17", "F-18"],
  judge: (context) => {
    const { entries, shared } = context.exposures.graph;
    const ways = waysTo(context);
    return [...shared].flatMap(([urn, shares]) => {
      const bucket = entries.get(urn);
      return bucket ? [judge(bucket, shares === "certainly" ? undefined : shares, ways, context)] : [];
    });
  },
});

/** How buckets are reached but by their default domains. */
interface Ways {
  /** Those that have a custom domain. */
  readonly bound: ReadonlySet<Urn>;
  /** Those that may have one, by URN; `unknown` stands for any bucket. */
  readonly perhaps: ReadonlyMap<string, Doubt>;
  /** Those that an edge fetches from: its visitors come by the edge's own host. */
  readonly fetched: ReadonlySet<Urn>;
  /** Why an edge may fetch from any. */
  readonly stray: Doubt | undefined;
}

function waysTo({ exposures }: Context): Ways {
  const bindings = exposures.graph.bindings.filter(({ standIn }) => standIn.kind === "oss");
  const unknowns = bindings.flatMap(({ to }) => (to.is === "unknown" ? [to] : []));
  return {
    bound: new Set(bindings.flatMap(({ to }) => (to.is === "resource" ? [to.resource.urn] : []))),
    perhaps: new Map(
      unknowns.flatMap(({ candidates, among, doubt: why }) => {
        const meant = candidates.length > 0 ? candidates : among;
        return meant ? meant.map(({ urn }) => [urn, why] as const) : [["unknown", why] as const];
      }),
    ),
    fetched: new Set(
      exposures.origins.flatMap(({ target }) => (target.is === "entry" ? [target.entry.resource.urn] : [])),
    ),
    stray: exposures.origins.flatMap(({ target }) => (target.is === "unknown" ? [target.why] : []))[0],
  };
}

function judge(bucket: Entry, perhaps: Doubt | undefined, ways: Ways, context: Context): Judgement {
  const { resource } = bucket;
  return judgementOf(
    verdictOf(bucket, perhaps, ways, context),
    { urn: resource.urn },
    {
      what: resource.name,
      on: () => ({ resource, path: [{ resource, why: "entry" }] }),
      remedies: () => [{ id: "bind-domain" }, { id: "bucket-outside" }],
      against: (why) => doubtRemedies(why, "", context),
    },
  );
}

function verdictOf(bucket: Entry, perhaps: Doubt | undefined, ways: Ways, context: Context): Verdict<Message> {
  const { resource, location } = bucket;
  if (location.in === "outside" || ways.fetched.has(resource.urn)) return NOT_APPLICABLE;
  if (ways.bound.has(resource.urn)) return SATISFIED;
  const activated = activation(bucket, context);
  if (activated.is === "satisfied") return SATISFIED;
  const why =
    (location.in === "undetermined" ? location.doubt : undefined) ??
    perhaps ??
    ways.perhaps.get(resource.urn) ??
    ways.perhaps.get("unknown") ??
    ways.stray ??
    context.plan.absenceDoubt;
  return why ? undeterminedBy(why) : activated;
}

/** Whether the account that the bucket is of, any of those declared, activated OSS in time. */
function activation(bucket: Entry, { register }: Context): Verdict<Message> {
  const { created } = bucket;
  if (created?.state === "known" && created.value.slice(0, SINCE.length) < SINCE) return SATISFIED;
  const accounts = register.accounts.map(({ id }) => id).join(", ");
  const verdict = agreed(
    register.accounts.map((account) => activatedInTime(account, bucket)),
    undeterminedBy(doubt("several-accounts", { accounts })),
  );
  return unlessDoubted(verdict, created?.state === "unknown" ? created.doubt : undefined);
}

/** An account that has not activated OSS yet does so with the bucket. */
function activatedInTime({ id, ossActivatedOn }: Account, { resource, location }: Entry): Verdict<Message> {
  if (ossActivatedOn === undefined) return unsaid("ossActivatedOn", id);
  if (ossActivatedOn !== null && ossActivatedOn < SINCE) return SATISFIED;
  const region = location.in === "undetermined" ? "?" : location.region;
  const params = { bucket: resource.name, region, account: id, since: SINCE };
  return violates(
    ossActivatedOn === null
      ? message("icp-oss-default-domain.new", params)
      : message("icp-oss-default-domain", { ...params, activatedOn: ossActivatedOn }),
  );
}
