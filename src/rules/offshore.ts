/** What the two rules about filed domains outside the mainland share (S4-03, F-51, F-52, C15). */
import type { Exposure } from "../exposure/exposures";
import { wildcardOf } from "../filing/domains";
import { isFiled } from "../filing/standing";
import { message, type MessageId } from "../messages";
import { doubt, type Doubt } from "../plan/fact";
import { groupBy } from "../plan/plan";
import { regionOf } from "./demand";
import { notApplicable, satisfied, undetermined, violation, type Context, type Judgement } from "./rule";

/** Judges the hosts of filed apexes that are `kept` (apex, www, declared) or not. */
export function judgeOffshore(
  id: Extract<MessageId, "icp-filed-domain-offshore" | "icp-filed-domain-split">,
  kept: boolean,
  context: Context,
): Judgement[] {
  return context.exposures.apexes
    .filter((apex) => isFiled(context.standing(apex)))
    .flatMap((apex) => hostsOf(apex, kept, context).map(({ host, own }) => judgeHost(id, apex, host, own, context)));
}

interface Served {
  readonly host: string;
  readonly own: readonly Exposure[];
}

/** The hosts of an apex that are to be kept, or the others. A wildcard record answers for those without one of their own. */
function hostsOf(apex: string, kept: boolean, { exposures, register }: Context): readonly Served[] {
  const hosts = groupBy(exposures.ofApex(apex), (exposure) => exposure.host ?? "");
  const keeps = new Set([apex, `www.${apex}`, ...register.hostsDeclared(apex)]);
  const own = [...hosts].flatMap(([host, all]) => (keeps.has(host) === kept ? [{ host, own: all }] : []));
  // One of them speaks for a wildcard.
  const covered = new Map<string, Served>();
  for (const host of keeps) {
    const wildcard = wildcardOf(host);
    const all = host === apex || hosts.has(host) ? undefined : hosts.get(wildcard);
    if (all && !covered.has(wildcard)) covered.set(wildcard, { host, own: all });
  }
  return kept ? [...own, ...covered.values()] : own.filter(({ host }) => !covered.has(host));
}

function judgeHost(
  id: Extract<MessageId, "icp-filed-domain-offshore" | "icp-filed-domain-split">,
  apex: string,
  host: string,
  exposures: readonly Exposure[],
  context: Context,
): Judgement {
  const [any] = exposures;
  const subject = { apex, host, ...(any?.by ? { urn: any.by.urn } : {}) };
  if (exposures.some((exposure) => exposure.location.in === "mainland")) return satisfied(subject);
  const outside = exposures.find((exposure) => exposure.location.in === "outside");
  const shown = outside ?? any;
  if (!shown) return notApplicable(subject);
  // What matches nothing is the DNS rule's matter; alone it says nothing about leaving the mainland.
  if (!outside && exposures.every((exposure) => leadsNowhere(exposure, context))) return notApplicable(subject);
  const on = {
    ...(shown.by ? { resource: shown.by } : {}),
    property: shown.property,
    path: shown.path,
    remedies: [{ id: "keep-mainland" as const, params: { host } }],
  };
  const why = unsureOf(exposures) ?? lineDoubt(exposures) ?? context.plan.absenceDoubt;
  if (why) return undetermined(subject, { ...on, message: message("undetermined", { what: host }), doubt: why });
  return violation(subject, { ...on, message: message(id, { host, apex, region: regionOf(shown) }) });
}

/** An address that matches nothing, or a mainland one that is bound to nothing. */
function leadsNowhere({ unmatched, doubts }: Exposure, { exposures }: Context): boolean {
  const isUnboundHere = ({ why, urn }: Doubt): boolean =>
    why === "unbound" && exposures.graph.addresses.get(urn ?? "")?.location.in === "mainland";
  return unmatched !== undefined || (doubts.length > 0 && doubts.every(isUnboundHere));
}

function unsureOf(exposures: readonly Exposure[]): Doubt | undefined {
  for (const { location, doubts } of exposures) {
    const [first] = doubts;
    if (first) return first;
    if (location.in === "undetermined") return location.doubt;
    if (location.in === "outside" && location.by === "assumed") return doubt("assumed", { what: location.region });
  }
  return undefined;
}

/** A record on a line that only some visitors get proves nothing about the others. */
function lineDoubt(exposures: readonly Exposure[]): Doubt | undefined {
  const lines = exposures.map((exposure) => exposure.line);
  const [first] = lines;
  return lines.every((line) => line !== undefined) && first !== undefined ? doubt("line", { line: first }) : undefined;
}
