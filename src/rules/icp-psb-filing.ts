import { THRESHOLDS } from "../vocabulary/thresholds";
import { message, type Message } from "../messages";
import { NOT_APPLICABLE, SATISFIED, violates, type Verdict } from "../filing/verdict";
import { daysBetween } from "../base/calendar";
import type { Filing } from "../register/register";
import { ifServed, judgeDeclared, servedFilings, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** How many days after its opening a site may be without public-security filing. */
const DAYS = THRESHOLDS.days["psb-filing"].value;

/** A site that has been open for over 30 days has no public-security filing (F-43, S0-32). */
export default rule({
  id: "icp-psb-filing",
  group: "filing",
  level: "advisory",
  phase: "stack",
  section: "psb",
  register: true,
  sources: ["F-43", "S0-32", "S4-08", "C17"],
  judge: (context) =>
    judgeDeclared(servedFilings(context), context, {
      check: ({ filing, scope }) => ifServed(psbOf(filing, context.today), scope),
      key: ["psb", "number"],
      remedies: ({ apex }) => [{ id: "psb-file", params: { apex, file: context.register.fileName } }],
    }),
});

function psbOf({ domain, psb }: Filing, today: string): Verdict<Message> {
  if (!psb) return NOT_APPLICABLE;
  const { number, siteOpenedOn } = psb;
  if (typeof number === "string") return SATISFIED;
  if (siteOpenedOn === null) return NOT_APPLICABLE;
  if (siteOpenedOn === undefined) return unsaid("psb.siteOpenedOn", domain);
  const days = daysBetween(siteOpenedOn, today);
  if (days <= DAYS) return days < 0 ? NOT_APPLICABLE : SATISFIED;
  if (number === undefined) return unsaid("psb.number", domain);
  return violates(message("icp-psb-filing", { apex: domain, siteOpenedOn, days }));
}
