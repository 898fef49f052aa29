import type { Context } from "../filing/context";
import type { Exposure } from "../graph/exposure";
import { hostsServed, isCutOff, isAsUnsure, namelessServed, type ServedHost } from "../filing/hosts/leaving";
import { exposuresOf, namelessBy, namelessOf, scopeOf } from "../filing/scope";
import { isBacked } from "../filing/state";
import { isUnplaced, unplaced } from "../filing/hosts/unplaced";
import { message, type Message } from "../messages";
import type { Doubt } from "../plan/fact";
import type { Filing } from "../register/register";
import { doubtRemedies } from "../judging/remedies";
import { notApplicable, rule, satisfied, undetermined, violation, type Judgement } from "../judging/rule";

/**
 * A filed host ends without mainland entry: its record is disabled or deleted, its entry is gone, or the register says
 * that this stack serves it and nothing does. A filing that nothing uses becomes an empty shell (F-51, S2-10).
 */
export default rule({
  id: "icp-empty-shell",
  group: "break",
  level: "advisory",
  phase: "stack",
  sources: ["F-51", "S2-10", "S2-11", "F-54"],
  judge: (context) => {
    const backed = context.register.filings.filter(({ domain }) => isBacked(context.stateOf(domain)));
    const filed = backed.flatMap((filing) => judge(filing, context));
    return backed.length > 0 ? [...filed, ...judgeNameless(context)] : filed;
  },
});

/** What ends under a name of which nothing is known may be a host of any filing. */
function judgeNameless(context: Context): Judgement[] {
  return namelessServed(context).flatMap((served): Judgement[] => {
    const { resource, path, doubt: why } = served;
    const now = scopeOf(namelessBy(resource, context.exposures));
    if (!resource || !why || isAsUnsure(served, now, context)) return [];
    const on = { resource, path, message: message("undetermined", { what: resource.name }), doubt: why };
    return [undetermined({ urn: resource.urn }, { ...on, remedies: doubtRemedies(why, "", context) })];
  });
}

function judge(filing: Filing, context: Context): Judgement[] {
  const apex = filing.domain;
  const served = hostsServed(filing, context);
  const kept = served.filter(({ host }) => isKept(host, apex, context)).map((host) => judgeHost(host, filing, context));
  // Any other host may go while the apex is in use elsewhere in the mainland; of those that go, one speaks for all.
  const used = usedElsewhere(apex, context);
  if (used === true || kept.some(({ verdict }) => verdict === "violation" || verdict === "undetermined")) return kept;
  const others = served
    .filter(({ host }) => !isKept(host, apex, context))
    .sort((a, b) => ((a.host ?? "") < (b.host ?? "") ? -1 : 1));
  const other = others.find(({ doubt }) => doubt === undefined) ?? others[0];
  return other ? [...kept, judgeHost(other, filing, context, used)] : kept;
}

/** Whether anything of an apex is served from the mainland; a doubt where that may be so. */
function usedElsewhere(apex: string, { exposures }: Context): boolean | Doubt {
  const all = exposures.ofApex(apex);
  // What is there but nobody's here is used by somebody.
  if (all.some(({ unmatched, doubts }) => unmatched !== undefined || doubts[0]?.why === "own-name")) return true;
  const scope = scopeOf(all);
  if (scope.is === "mainland") return true;
  return scope.is === "unsure" ? scope.doubt : (namelessOf(apex, exposures) ?? false);
}

/** The apex itself, `www` and the declared hosts; a wildcard where it answers for `www`. An unknown host may be one of them. */
function isKept(host: string | undefined, apex: string, { exposures, register }: Context): boolean {
  if (host === undefined) return true;
  const www = `www.${apex}`;
  if (host === `*.${apex}`) return exposures.ofApex(apex).every((exposure) => exposure.host !== www);
  return [apex, www, ...register.hostsDeclared(apex)].includes(host);
}

function judgeHost(served: ServedHost, filing: Filing, context: Context, elsewhere?: Doubt | false): Judgement {
  const { host, by, resource, path } = served;
  const apex = filing.domain;
  const subject = { apex, ...(host === undefined ? {} : { host }), ...(resource ? { urn: resource.urn } : {}) };
  const now = exposuresNow(served, apex, context);
  const isHere = now.some(({ location, doubts }) => location.in === "mainland" && doubts.length === 0);
  if (isHere && host !== undefined) return satisfied(subject);
  // What has left the mainland is the matter of the rules about that.
  const left = now.filter(({ location, foreign }) => location.in === "outside" || foreign !== undefined);
  if (left.some(({ doubts }) => doubts.length === 0)) return notApplicable(subject);
  if (isAsUnsure(served, scopeOf(now), context)) return notApplicable(subject);
  const key = context.register.keyOf(apex) ?? [];
  const on = {
    ...(resource ? { resource } : {}),
    path,
    registerKey: by.is === "declared" ? [...key, "hosts", by.index] : key,
  };
  const why = doubtOf(served, now, apex, context) ?? (elsewhere === false ? undefined : elsewhere) ?? served.doubt;
  if (why) {
    const says = message("undetermined", { what: host ?? resource?.name ?? apex });
    return undetermined(subject, { ...on, message: says, doubt: why, remedies: doubtRemedies(why, apex, context) });
  }
  const remedies = [{ id: "restore-entry" as const, params: { host: host ?? "?", apex } }];
  return violation(subject, { ...on, message: messageOf(served, apex), remedies });
}

/** Why something may serve a host all the same. */
function doubtOf(served: ServedHost, now: readonly Exposure[], apex: string, context: Context): Doubt | undefined {
  const { host, by } = served;
  const scope = scopeOf(now);
  const perhaps = now.find(({ location }) => location.in !== "mainland")?.doubts[0];
  if (scope.is === "out" && perhaps) return perhaps;
  if (scope.is === "unsure" && !isCutOff(served, now, context)) return scope.doubt;
  if (context.plan.absenceDoubt || host === undefined) return context.plan.absenceDoubt;
  if (by.is === "declared" && isUnplaced(host, by.stack, context)) return unplaced(host);
  return namelessOf(apex, context.exposures);
}

/** How a host is served now; one of an unknown name, by what served it before. */
function exposuresNow({ host, resource }: ServedHost, apex: string, { exposures }: Context): readonly Exposure[] {
  if (host !== undefined) return exposuresOf(host, exposures);
  return namelessBy(resource, exposures).filter((exposure) => exposure.apex === apex);
}

function messageOf({ host = "?", by }: ServedHost, apex: string): Message {
  switch (by.is) {
    case "declared":
      return message("icp-empty-shell.declared", { host, apex, stack: by.stack });
    case "disabled":
      return message("icp-empty-shell.disabled", { host, apex });
    case "previous":
      return message("icp-empty-shell", { host, apex, entry: by.entry?.name ?? "?" });
  }
}
