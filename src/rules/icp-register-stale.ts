import { message } from "../messages";
import { addDays, daysBetween } from "../register/calendar";
import type { Waiver } from "../register/register";
import { rule, satisfied, undetermined, violation, type Context, type Judgement } from "./rule";

/** The register is older than `staleAfterDays`; a waiver expired, is unused or runs longer than a year. */
export default rule({
  id: "icp-register-stale",
  group: "itself",
  level: "advisory",
  phase: "stack",
  sources: [],
  judge: (context) => {
    if (!context.register.found) return [];
    return [judgeAge(context), ...context.register.waivers.flatMap((waiver, index) => judgeWaiver(waiver, index, context))];
  },
});

function judgeAge(context: Context): Judgement {
  const { asOf, staleAfterDays } = context.register;
  const days = daysBetween(asOf, context.today);
  if (days <= staleAfterDays) return satisfied({});
  return violation(
    {},
    {
      message: message("icp-register-stale.as-of", { asOf, days, limit: staleAfterDays }),
      remedies: [{ id: "update-register", params: { file: context.register.fileName } }],
      registerKey: ["asOf"],
    },
  );
}

function judgeWaiver(waiver: Waiver, index: number, context: Context): Judgement[] {
  const target = waiver.resource ?? waiver.host ?? waiver.apex ?? "";
  const on = {
    remedies: [{ id: "update-waiver" as const, params: { file: context.register.fileName } }],
    registerKey: ["waivers", index],
  };
  const params = { rule: waiver.rule, target };
  const subject = { ...(waiver.apex === undefined ? {} : { apex: waiver.apex }) };
  if (waiver.until < context.today) {
    const says = message("icp-register-stale.waiver-expired", { ...params, until: waiver.until });
    return [violation(subject, { ...on, message: says })];
  }
  const judged: Judgement[] = [];
  if (waiver.until > addDays(context.today, 366)) {
    const says = message("icp-register-stale.waiver-long", { ...params, until: waiver.until });
    judged.push(violation(subject, { ...on, message: says }));
  }
  if (!context.usedWaivers.has(waiver)) {
    const says = message("icp-register-stale.waiver-unused", params);
    const absence = context.plan.absenceDoubt;
    judged.push(
      absence
        ? undetermined(subject, { ...on, message: message("undetermined", { what: target }), doubt: absence })
        : violation(subject, { ...on, message: says }),
    );
  }
  return judged.length > 0 ? judged : [satisfied(subject)];
}
