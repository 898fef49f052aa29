/** What the two rules about filed domains outside the mainland share (S4-03, F-51, F-52, C15). */
import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import { answeringName } from "../names/host-name";
import { evaluate } from "../filing/evaluate";
import { isClosed, isServed, mayBeOutside, namelessIn, namelessOf } from "../filing/scope";
import { isFiled } from "../filing/state";
import { message, type MessageId } from "../messages";
import { doubt, type Doubt } from "../plan/fact";
import { groupBy } from "../base/collections";
import { leadsBy, evidenceOf, regionOf } from "./exposures";
import { doubtRemedies } from "./remedies";
import { notApplicable, satisfied, undetermined, violation, type Judgement, type Remedy } from "./rule";

type Id = Extract<MessageId, "icp-filed-domain-offshore" | "icp-filed-domain-split">;

/** Judges the hosts of filed apexes that are `kept` (apex, www, declared) or not. */
export function judgeOffshore(id: Id, kept: boolean, context: Context): Judgement[] {
  return context.exposures.apexes
    .filter((apex) => isFiled(context.stateOf(apex)))
    .flatMap((apex) => hostsOf(apex, kept, context).map((served) => judgeHost(id, apex, served, context)));
}

/** What leads outside under a name of which nothing is known: it may be a host of any filed apex. */
export function judgeNameless(context: Context): Judgement[] {
  const { exposures, register, stateOf } = context;
  if (!register.filings.some(({ domain }) => isFiled(stateOf(domain)))) return [];
  return namelessIn(exposures).flatMap(({ exposure, doubt: why }): Judgement[] => {
    const { apex, by } = exposure;
    // Where the filing hangs on it, the filing rule says so.
    if (apex !== undefined || !by || evaluate(exposure, context).verdict.is !== "not-applicable") return [];
    if (isClosed(exposure) || !mayBeOutside(exposure)) return [];
    return [
      undetermined(
        { urn: by.urn },
        {
          ...evidenceOf(exposure),
          message: message("undetermined", { what: by.name }),
          doubt: why,
          remedies: doubtRemedies(why, "", context),
          cause: by.urn,
        },
      ),
    ];
  });
}

interface Served {
  /** Undefined for a host of which the label is unknown: it may be one that is to be kept. */
  readonly host: string | undefined;
  readonly own: readonly Exposure[];
}

/**
 * The hosts of an apex that are to be kept, or the others. A wildcard record answers for those without one of their own.
 * What serves no web is no site that could leave.
 */
function hostsOf(apex: string, kept: boolean, { exposures, register }: Context): readonly Served[] {
  const serving = exposures.ofApex(apex).filter((exposure) => !exposure.claims && !isClosed(exposure));
  // Nothing tells that two unknown names are the same.
  const groups = [...groupBy(serving, ({ host, by }) => host ?? ["?", by?.urn].join(" ")).values()];
  const hosts = new Map(groups.flatMap((all) => (all[0].host === undefined ? [] : [[all[0].host, all] as const])));
  const keeps = new Set([apex, `www.${apex}`, ...register.hostsDeclared(apex)]);
  const isKept = (host: string | undefined): boolean => host === undefined || keeps.has(host);
  const own = groups.flatMap((all) => (isKept(all[0].host) === kept ? [{ host: all[0].host, own: all }] : []));
  // One of them speaks for a wildcard.
  const covered = new Map<string, Served>();
  for (const host of keeps) {
    const exists = (name: string): boolean => hosts.has(name) || exposures.targets.hasRecords(name);
    const answering = host === apex ? undefined : answeringName(host, exists);
    const all = answering === host || answering === undefined ? undefined : hosts.get(answering);
    if (all && answering !== undefined && !covered.has(answering)) covered.set(answering, { host, own: all });
  }
  return kept ? [...own, ...covered.values()] : own.filter(({ host }) => host === undefined || !covered.has(host));
}

function judgeHost(id: Id, apex: string, served: Served, context: Context): Judgement {
  const { host, own } = served;
  const [any] = own;
  const subject = { apex, ...(host === undefined ? {} : { host }), ...(any?.by ? { urn: any.by.urn } : {}) };
  // One certain mainland exposure keeps a host there, whoever it answers.
  if (own.some((exposure) => isInMainland(exposure) && !isLoose(exposure))) return satisfied(subject);
  const outside = own.find(({ location, doubts }) => location.in === "outside" && doubts.length === 0);
  const leaving = outside ?? own.find(mayBeOutside);
  if (!leaving) return notApplicable(subject);
  const keep: Remedy = { id: "keep-mainland", params: { host: host ?? apex } };
  const unsure = unsureOf(leaving, own, context);
  if (unsure) {
    const { exposure, why } = unsure;
    return undetermined(subject, {
      ...evidenceOf(exposure),
      message: message("undetermined", { what: host ?? exposure.by?.name ?? apex }),
      doubt: why,
      remedies: [...doubtRemedies(why, apex, context, leadsBy(exposure)), keep],
      cause: causeOf(leaving),
    });
  }
  return violation(subject, {
    ...evidenceOf(leaving),
    message: message(id, { host: host ?? "?", apex, region: regionOf(leaving) }),
    remedies: [keep],
    cause: causeOf(leaving),
  });
}

/** What hosts leave through together. */
const causeOf = ({ foreign, entry }: Exposure): string => foreign ?? entry?.resource.urn ?? "";

/** Another provider's node in the mainland keeps a host there as well; what is not judged is that provider's filing. */
const isInMainland = (exposure: Exposure): boolean =>
  isServed(exposure) ||
  (exposure.location.in === "mainland" && exposure.doubts.every(({ why }) => why === "other-provider"));

/** An entry of the register that may be of another stack keeps nothing. */
const isLoose = ({ some }: Exposure): boolean => some?.why === "stack-not-said";

/** Why it is not certain that a host leaves by an exposure, and the exposure that raises the doubt. */
function unsureOf(
  leaving: Exposure,
  own: readonly Exposure[],
  context: Context,
): { readonly exposure: Exposure; readonly why: Doubt } | undefined {
  const [first] = own.flatMap((exposure) => {
    const why = doubtOf(exposure);
    return why ? [{ exposure, why }] : [];
  });
  const why = leaving.label ?? (first ? undefined : (linesOf(own) ?? maybeKept(leaving, context)));
  return why ? { exposure: leaving, why } : first;
}

/** Why a host may be kept in the mainland by what is not shown, or is served under a name that is not known. */
const maybeKept = ({ host, apex }: Exposure, { exposures, plan }: Context): Doubt | undefined =>
  (host === undefined || apex === undefined ? undefined : namelessOf(apex, exposures)) ?? plan.absenceDoubt;

/** Why it is not certain where an exposure is. */
function doubtOf({ location, doubts }: Exposure): Doubt | undefined {
  const [first] = doubts;
  if (first) return first;
  if (location.in === "undetermined") return location.doubt;
  return location.in === "outside" && location.by === "assumed"
    ? doubt("assumed", { what: location.region })
    : undefined;
}

/**
 * Records on lines that only some visitors get prove nothing about the others, wherever they lead: also where the host is
 * bound on what they lead to. A host that nothing but its binding shows is taken by that.
 */
function linesOf(own: readonly Exposure[]): Doubt | undefined {
  const ways = own.filter(({ binding }) => binding !== "product");
  return ways.every(({ some }) => some !== undefined) ? ways[0]?.some : undefined;
}
