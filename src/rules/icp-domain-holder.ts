import { entityIdOf } from "../filing/parties";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { message } from "../messages";
import { concerned, judgeDeclared, listed, unsaid } from "../judging/declarations";
import { rule } from "../judging/rule";

/** The verified holder of a domain should be the entity that files it (F-32, F-38). */
export default rule({
  id: "icp-domain-holder",
  group: "domain",
  level: "advisory",
  phase: "stack",
  section: "registration",
  register: true,
  sources: ["F-32", "F-38"],
  judge: (context) =>
    judgeDeclared(listed(concerned(context)), context, {
      check: ({ apex, filing }, { register }) => {
        if (!filing.registration) return NOT_APPLICABLE;
        const { holder } = filing.registration;
        const entity = entityIdOf(filing, register);
        if (holder == null) return unsaid("registration.holder", apex);
        if (entity === undefined) return unsaid("entity", apex);
        return holder === entity ? SATISFIED : violates(message("icp-domain-holder", { apex, holder, entity }));
      },
      key: ["registration", "holder"],
      remedies: ({ apex }) => [{ id: "same-holder", params: { apex } }],
    }),
});
