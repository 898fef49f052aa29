import { isDoubt } from "../exposure/contribution";
import type { Exposures } from "../exposure/exposures";
import type { Entry } from "../exposure/graph";
import { servesAnyHost, unplaced, unplacedHosts } from "../filing/unplaced-hosts";
import { message } from "../messages";
import type { Doubt } from "../plan/fact";
import { notApplicable, rule, satisfied, undetermined, violation, type Context, type Judgement } from "./rule";

/** A mainland public entry open for the web for which no host is known: an IP-only site cannot be filed here (C1, S1-24). */
export default rule({
  id: "icp-unnamed-website",
  group: "filing",
  level: "advisory",
  phase: "stack",
  sources: ["C1", "S1-24", "S0-01", "S0-04", "S2-12"],
  judge: (context) => {
    const stray = strayOf(context.exposures);
    return [...context.exposures.graph.entries.values()]
      .filter((entry) => servesAnyHost(entry))
      .map((entry) => judge(entry, stray, context));
  },
});

/** Why a host may lead to any entry: a record or an edge's origin leads somewhere that is not known. */
function strayOf({ all, origins }: Exposures): Doubt | undefined {
  const host = all.find(({ entry, unmatched, foreign }) => !entry && unmatched === undefined && foreign === undefined);
  if (host) return host.doubts[0];
  for (const { target } of origins) if (target.is === "unknown") return target.doubt;
  return undefined;
}

function judge(entry: Entry, stray: Doubt | undefined, context: Context): Judgement {
  const { resource, opening, location } = entry;
  const subject = { urn: resource.urn };
  if (entry.reach === "private" || location.in === "outside" || opening === "none" || opening === "possible") {
    return notApplicable(subject);
  }
  if (context.exposures.named.has(resource.urn)) return satisfied(subject);
  const on = { resource, path: [{ resource, why: "entry" as const }] };
  const unsure =
    [entry.reach, opening].find(isDoubt) ??
    (location.in === "undetermined" ? location.doubt : undefined) ??
    stray ??
    unplacedHosts(entry, context).map(unplaced)[0] ??
    context.plan.absenceDoubt;
  const remedies = [{ id: "declare-host" as const, params: { file: context.register.fileName } }];
  if (unsure) {
    return undetermined(subject, {
      ...on,
      message: message("undetermined", { what: resource.name }),
      doubt: unsure,
      remedies,
    });
  }
  const region = location.in === "mainland" ? location.region : "?";
  return violation(subject, {
    ...on,
    message: message("icp-unnamed-website", { entry: resource.name, kind: entry.kind, region }),
    remedies,
  });
}
