import type { Entry } from "../graph/entry";
import type { Context } from "../filing/context";
import { isDoubt, type Opening } from "../graph/contribution";
import type { Exposures } from "../graph/exposures";
import { evaluate } from "../filing/evaluate";
import { servesAnyHost, unplaced, unplacedHosts } from "../filing/hosts/unplaced";
import { unlessDoubted, violates } from "../filing/verdict";
import { message } from "../messages";
import { globOfUrn } from "../names/urn";
import { doubt, type Doubt } from "../plan/fact";
import { stackOf, type PlanPart, type Resource } from "../plan/resource";
import { dnsLines } from "../register/snippets";
import { judgementOf } from "../judging/judgement";
import { notApplicable, rule, satisfied, type Judgement, type Remedy } from "../judging/rule";

/** What is not open to the world for the web: a port for some addresses only is no website for the public. */
const NOT_TO_THE_WORLD: ReadonlySet<Opening> = new Set(["restricted", "possible", "none"]);

/** A mainland public entry open for the web for which no host is known: an IP-only site cannot be filed here (C1, S1-24). */
export default rule({
  id: "icp-unnamed-website",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["C1", "S1-24", "S0-01", "S0-04", "S2-12"],
  judge: (context) => {
    const strayIn = straysOf(context.exposures);
    const { graph } = context.exposures;
    const own = new Set(graph.contributed.map(({ resource }) => resource.urn));
    const borrowed = new Set(graph.bindings.map(({ by }) => by.urn).filter((urn) => !own.has(urn)));
    return [...graph.entries.values()]
      .filter((entry) => servesAnyHost(entry) && !borrowed.has(entry.resource.urn))
      .map((entry) => judge(entry, strayIn(entry.resource.part), context));
  },
});

/**
 * Why a host may lead to any entry of a stack: a record, whether held off or not, or an edge's origin leads somewhere that is
 * not known and may be there, or to an address while one of the plan's is secret.
 */
function straysOf({ all, origins, heldOff, graph, plan }: Exposures): (part: PlanPart) => Doubt | undefined {
  const hosts = all.filter(
    ({ entry, unmatched, foreign }) => !entry && unmatched === undefined && foreign === undefined,
  );
  const targets = [...heldOff, ...origins.map(({ target }) => target)];
  const unknown = [
    ...hosts.flatMap(({ doubts }) => doubts[0] ?? []),
    ...targets.flatMap((target) => (target.is === "unknown" ? [target.why] : [])),
  ].map((why) => ({ why, reach: plan.references.reachOfDoubt(why) }));
  const isLoose = all.some(({ unmatched }) => unmatched !== undefined) || targets.some(({ is }) => is === "unmatched");
  const secret = isLoose ? graph.secretAddress : undefined;
  const known = new Map<PlanPart, Doubt | undefined>();
  return (part) => {
    const stray = known.has(part) ? known.get(part) : unknown.find(({ reach }) => reach?.has(part) ?? true)?.why;
    known.set(part, stray);
    return stray ?? secret;
  };
}

/** Whether what leads there in doubt is said for the host itself: where its filing hangs on that. */
const isAsked = ({ resource }: Entry, why: Doubt, context: Context): boolean =>
  context.exposures.all.some(
    (exposure) =>
      exposure.path.some((step) => step.resource === resource) &&
      exposure.doubts.includes(why) &&
      evaluate(exposure, context).verdict.is === "undetermined",
  );

/** Says in the register which host a resource serves. */
const declareHost = ({ urn, part }: Resource, host: string, { register }: Context): Remedy => ({
  id: "declare-host",
  params: { file: register.fileName },
  snippet: dnsLines(host, globOfUrn(urn), stackOf(part)),
});

/** Why it is not certain that an entry is a website in the mainland of which no host is known. */
const doubtOf = ({ reach, opening, location, kind }: Entry): Doubt | undefined =>
  [reach, opening].find(isDoubt) ??
  (location.in === "undetermined" ? location.doubt : undefined) ??
  (kind === "kubernetes" ? doubt("in-cluster") : undefined);

function judge(entry: Entry, stray: Doubt | undefined, context: Context): Judgement {
  const { resource, opening, location } = entry;
  const subject = { urn: resource.urn };
  if (entry.reach === "private" || location.in === "outside" || NOT_TO_THE_WORLD.has(opening)) {
    return notApplicable(subject);
  }
  const named = context.exposures.named.get(resource.urn);
  if (named === "certainly") return satisfied(subject);
  if (named && isAsked(entry, named, context)) return notApplicable(subject);
  const [host] = unplacedHosts(entry, context);
  const elsewhere = named ?? stray ?? (host === undefined ? undefined : unplaced(host)) ?? context.plan.absenceDoubt;
  const region = location.in === "mainland" ? location.region : "?";
  const says = message("icp-unnamed-website", { entry: resource.name, kind: entry.kind, region });
  return judgementOf(unlessDoubted(violates(says), doubtOf(entry) ?? elsewhere), subject, {
    what: resource.name,
    on: () => ({ resource, path: [{ resource, why: "entry" }] }),
    remedies: () => [declareHost(resource, host ?? "HOST", context)],
  });
}
