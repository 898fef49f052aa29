import { message } from "../messages";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { declarationsToObtain, judgeDeclared, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** A domain at a registrar that the MIIT has not approved must be transferred in before it can be filed (F-31). */
export default rule({
  id: "icp-domain-registrar",
  group: "domain",
  level: "mandatory",
  phase: "stack",
  section: "registration",
  register: true,
  sources: ["F-31", "S0-09", "S0-10"],
  judge: (context) =>
    judgeDeclared(declarationsToObtain(context), context, {
      check: ({ apex, filing }) => {
        const registration = filing?.registration;
        if (!registration) return NOT_APPLICABLE;
        const { approvedRegistrar, registrar } = registration;
        if (approvedRegistrar === undefined) return unsaid("registration.approvedRegistrar", apex);
        if (approvedRegistrar) return SATISFIED;
        return violates(
          registrar == null
            ? message("icp-domain-registrar.unnamed", { apex })
            : message("icp-domain-registrar", { apex, registrar }),
        );
      },
      key: ["registration", "approvedRegistrar"],
      remedies: ({ apex }) => [{ id: "transfer-domain", params: { apex } }],
    }),
});
