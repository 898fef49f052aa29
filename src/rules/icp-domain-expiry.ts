import { THRESHOLDS } from "../vocabulary/thresholds";
import { message } from "../messages";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { daysBetween } from "../base/calendar";
import { concerned, judgeDeclared, listed, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** Many provinces want three months of validity. */
const DAYS = THRESHOLDS.days["domain-validity"].value;

/** A filing is revoked when its domain lapses and the new owner asks for it (S1-27). */
export default rule({
  id: "icp-domain-expiry",
  group: "domain",
  level: "advisory",
  phase: "stack",
  section: "registration",
  register: true,
  sources: ["S1-27", "F-32"],
  judge: (context) =>
    judgeDeclared(listed(concerned(context)), context, {
      check: ({ apex, filing }, { today }) => {
        if (!filing.registration) return NOT_APPLICABLE;
        const { expiresOn } = filing.registration;
        if (expiresOn == null) return unsaid("registration.expiresOn", apex);
        const days = daysBetween(today, expiresOn);
        if (days < 0) return violates(message("icp-domain-expiry.expired", { apex, expiresOn }));
        return days > DAYS ? SATISFIED : violates(message("icp-domain-expiry", { apex, expiresOn, days }));
      },
      key: ["registration", "expiresOn"],
      remedies: ({ apex }) => [{ id: "renew-domain", params: { apex } }],
    }),
});
