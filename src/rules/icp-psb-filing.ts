import type { Check } from "../filing/servers/candidate";
import { message, type Message } from "../messages";
import { daysBetween } from "../base/calendar";
import type { Filing } from "../register/register";
import { bad, GOOD, ifServed, judgeDeclared, MOOT, servedFilings, unsaid } from "../judging/declarations";
import { THRESHOLDS } from "../vocabulary/thresholds";
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
  sources: ["F-43", "S0-32", "S4-08", "C17"],
  judge: (context) =>
    judgeDeclared(servedFilings(context), context, {
      check: ({ filing, scope }) => ifServed(psbOf(filing, context.today), scope),
      key: ["psb", "number"],
      remedies: ({ apex }) => [{ id: "psb-file", params: { apex, file: context.register.fileName } }],
    }),
});

function psbOf({ domain, psb }: Filing, today: string): Check<Message> {
  if (!psb) return MOOT;
  const { number, siteOpenedOn } = psb;
  if (typeof number === "string") return GOOD;
  if (siteOpenedOn === null) return MOOT;
  if (siteOpenedOn === undefined) return unsaid("psb.siteOpenedOn", domain);
  const days = daysBetween(siteOpenedOn, today);
  if (days <= DAYS) return days < 0 ? MOOT : GOOD;
  if (number === undefined) return unsaid("psb.number", domain);
  return bad(message("icp-psb-filing", { apex: domain, siteOpenedOn, days }));
}
