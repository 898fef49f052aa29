import type { Context } from "../filing/context";
import { nameOf } from "../names/host-name";
import { namelessOf } from "../filing/scope";
import { strayEntries, type StrayEntry } from "../filing/stray-entries";
import { message } from "../messages";
import type { Doubt } from "../plan/fact";
import { stackOf } from "../plan/resource";
import { daysBetween } from "../base/calendar";
import type { Waiver } from "../register/register";
import type { RuleId } from "../vocabulary/rule-ids";
import { concerns, couldMean, faultsOf, type WaiverFault } from "../register/waivers";
import { doubtRemedies } from "../judging/remedies";
import { notApplicable, rule, satisfied, undetermined, violation, type Judgement } from "../judging/rule";

/**
 * The register is older than `staleAfterDays`; a waiver expired, is unused or runs longer than a year; an entry of this stack
 * names nothing.
 */
export default rule({
  id: "icp-register-stale",
  group: "itself",
  level: "advisory",
  phase: "stack",
  register: true,
  sources: [],
  judge: (context) => {
    const { register, plan, speaking, registerAlone } = context;
    if (!register.found) return [];
    // Whether entries match anything only a plan tells.
    if (registerAlone)
      return [judgeAge(context), ...register.waivers.flatMap((waiver, index) => judgeWaiver(waiver, index, context))];
    const stacks = plan.parts.map(stackOf);
    const waivers = register.waivers.flatMap((waiver, index) =>
      concerns(waiver, stacks) && speaking.has(waiver.rule as RuleId) ? judgeWaiver(waiver, index, context) : [],
    );
    return [judgeAge(context), ...waivers, ...strayEntries(context).map((entry) => judgeEntry(entry, context))];
  },
});

function judgeAge(context: Context): Judgement {
  const { asOf, staleAfterDays, fileName } = context.register;
  const days = daysBetween(asOf, context.today);
  if (days <= staleAfterDays) return satisfied({});
  return violation(
    {},
    {
      message: message("icp-register-stale.as-of", { asOf, days, limit: staleAfterDays }),
      remedies: [{ id: "update-register", params: { file: fileName } }],
      registerKey: ["asOf"],
    },
  );
}

function judgeWaiver(waiver: Waiver, index: number, context: Context): Judgement[] {
  const target = waiver.resource ?? waiver.host ?? waiver.apex ?? "";
  const subject = waiver.apex === undefined ? {} : { apex: waiver.apex };
  const { registerAlone, usedWaivers, today } = context;
  const faults = faultsOf(waiver, usedWaivers, today).filter((fault) => !registerAlone || fault !== "unused");
  if (faults.length === 0) return [registerAlone ? notApplicable(subject) : satisfied(subject)];
  const isExposed = (apex: string): boolean => context.exposures.ofApex(apex).length > 0;
  return faults.flatMap((fault) => {
    const registerKey = ["waivers", index];
    const why = fault === "unused" ? mayBeUsed(waiver, context) : undefined;
    if (why) {
      const remedies = doubtRemedies(why, waiver.apex ?? "", context);
      const says = message("undetermined", { what: target });
      return [undetermined(subject, { registerKey, message: says, doubt: why, remedies })];
    }
    if (fault === "unused" && !couldMean(waiver, context.plan, isExposed)) return [];
    const remedies = [{ id: "update-waiver" as const, params: { file: context.register.fileName } }];
    return [violation(subject, { registerKey, message: faultMessage(fault, waiver, target), remedies })];
  });
}

/** What the plan hides may be what a waiver is for, and so may something of which the host is not known. */
function mayBeUsed({ host }: Waiver, { plan, exposures }: Context): Doubt | undefined {
  const name = host === undefined ? undefined : nameOf(host);
  return plan.absenceDoubt ?? (name?.is === "public" ? namelessOf(name.apex, exposures) : undefined);
}

/** An entry of this stack that names nothing in it. */
function judgeEntry({ section, key, subject, named, stacks, doubt }: StrayEntry, context: Context): Judgement {
  const remedies = [{ id: "correct-entry" as const, params: { file: context.register.fileName } }];
  const says = message("icp-register-stale.entry", { section, named, stacks });
  const on = { message: says, remedies, registerKey: key };
  return doubt ? undetermined(subject, { ...on, doubt }) : violation(subject, on);
}

function faultMessage(fault: WaiverFault, { rule: waived, until }: Waiver, target: string) {
  switch (fault) {
    case "expired":
      return message("icp-register-stale.waiver-expired", { rule: waived, target, until });
    case "longer-than-a-year":
      return message("icp-register-stale.waiver-long", { rule: waived, target, until });
    case "unused":
      return message("icp-register-stale.waiver-unused", { rule: waived, target });
  }
}
