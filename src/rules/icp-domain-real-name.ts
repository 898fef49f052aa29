import { THRESHOLDS } from "../vocabulary/thresholds";
import { message } from "../messages";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { workingDaysBetween } from "../base/calendar";
import { declarationsToObtain, judgeDeclared, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** How many working days a verification takes to reach the ministry. */
const DAYS = THRESHOLDS.workingDays["real-name"].value;

/** The holder's name must be verified, for three working days already, before the domain can be filed (F-32). */
export default rule({
  id: "icp-domain-real-name",
  group: "domain",
  level: "mandatory",
  phase: "stack",
  section: "registration",
  register: true,
  sources: ["F-32"],
  judge: (context) =>
    judgeDeclared(declarationsToObtain(context), context, {
      check: ({ apex, filing }, { today }) => {
        const registration = filing?.registration;
        if (!registration) return NOT_APPLICABLE;
        const { realName, realNameAt } = registration;
        if (realName === undefined) return unsaid("registration.realName", apex);
        if (realName !== "verified") return violates(message("icp-domain-real-name", { apex, realName }));
        if (realNameAt == null) return unsaid("registration.realNameAt", apex);
        const days = workingDaysBetween(realNameAt, today);
        return days >= DAYS ? SATISFIED : violates(message("icp-domain-real-name.recent", { apex, realNameAt, days }));
      },
      key: ["registration", "realName"],
      remedies: ({ apex }) => [{ id: "verify-holder", params: { apex } }],
    }),
});
