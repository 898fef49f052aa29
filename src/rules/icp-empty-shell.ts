import { hostsServed, isCutOff, type ServedHost } from "../filing/lost-hosts";
import { exposuresOf, scopeOf } from "../filing/scope";
import { isBacked } from "../filing/standing";
import { isUnplaced, unplaced } from "../filing/unplaced-hosts";
import { message, type Message } from "../messages";
import type { Filing } from "../register/register";
import { doubtRemedies } from "./remedies";
import { notApplicable, rule, satisfied, undetermined, violation, type Context, type Judgement } from "./rule";

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
  judge: (context) =>
    context.register.filings
      .filter(({ domain }) => isBacked(context.standing(domain)))
      .flatMap((filing) => judge(filing, context)),
});

function judge(filing: Filing, context: Context): Judgement[] {
  const apex = filing.domain;
  const served = hostsServed(filing, context);
  const kept = served.filter(({ host }) => isKept(host, apex, context)).map((host) => judgeHost(host, filing, context));
  // Any other host may go while the apex is in use elsewhere in the mainland; of those that go, one speaks for all.
  const used = context.exposures.ofApex(apex).some(({ location }) => location.in !== "outside");
  if (used || kept.some(({ verdict }) => verdict === "violation" || verdict === "undetermined")) return kept;
  const [other] = served.filter(({ host, doubt }) => doubt === undefined && !isKept(host, apex, context));
  return other ? [...kept, judgeHost(other, filing, context)] : kept;
}

/** The apex itself, `www` and the declared hosts; a wildcard where it answers for `www`. */
function isKept(host: string, apex: string, { exposures, register }: Context): boolean {
  const www = `www.${apex}`;
  if (host === `*.${apex}`) return exposures.ofApex(apex).every((exposure) => exposure.host !== www);
  return [apex, www, ...register.hostsDeclared(apex)].includes(host);
}

function judgeHost(served: ServedHost, filing: Filing, context: Context): Judgement {
  const { host, by, resource, path } = served;
  const apex = filing.domain;
  const subject = { apex, host, ...(resource ? { urn: resource.urn } : {}) };
  const now = exposuresOf(host, context.exposures);
  if (now.some(({ location, doubts }) => location.in === "mainland" && doubts.length === 0)) return satisfied(subject);
  // What has left the mainland is the matter of the rules about that.
  if (now.some(({ location, foreign }) => location.in === "outside" || foreign !== undefined)) {
    return notApplicable(subject);
  }
  const scope = scopeOf(now);
  // As little is known of it as before: nothing shows that it lost anything.
  if (by.is === "former" && served.doubt && scope.is === "unsure") return notApplicable(subject);
  const key = context.register.keyOf(apex) ?? [];
  const on = {
    ...(resource ? { resource } : {}),
    path,
    registerKey: by.is === "declared" ? [...key, "hosts", by.index] : key,
  };
  const unsure = scope.is === "unsure" && !isCutOff(served, now, context) ? scope.doubt : undefined;
  const open = by.is === "declared" && isUnplaced(host, by.stack, context) ? unplaced(host) : undefined;
  const why = unsure ?? context.plan.absenceDoubt ?? open ?? served.doubt;
  if (why) {
    const says = message("undetermined", { what: host });
    return undetermined(subject, { ...on, message: says, doubt: why, remedies: doubtRemedies(why, apex, context) });
  }
  const remedies = [{ id: "restore-entry" as const, params: { host, apex } }];
  return violation(subject, { ...on, message: messageOf(served, apex), remedies });
}

function messageOf({ host, by }: ServedHost, apex: string): Message {
  switch (by.is) {
    case "declared":
      return message("icp-empty-shell.declared", { host, apex, stack: by.stack });
    case "disabled":
      return message("icp-empty-shell.disabled", { host, apex });
    case "former":
      return message("icp-empty-shell", { host, apex, entry: by.entry?.name ?? "?" });
  }
}
