import { suffixOf } from "../names/host-name";
import { isFiled } from "../filing/state";
import { NOT_APPLICABLE, SATISFIED, violates } from "../filing/verdict";
import { message } from "../messages";
import { concerned, judgeDeclared, listed } from "../judging/declarations";
import { rule } from "../judging/rule";

/** A filed domain whose suffix is not approved goes on working, but once deregistered it is unfileable forever (F-34). */
export default rule({
  id: "icp-domain-suffix-filed",
  group: "domain",
  level: "advisory",
  phase: "stack",
  register: true,
  sources: ["F-34", "F-33", "F-30"],
  judge: (context) => {
    const filed = listed(concerned(context)).filter(({ apex }) => isFiled(context.stateOf(apex)));
    return judgeDeclared(filed, context, {
      check: ({ apex }, { register }) => {
        const verdict = register.suffix(apex);
        const params = { apex, suffix: suffixOf(apex) ?? apex };
        // A suffix on no list does no harm to a filing that exists.
        if (verdict === "unlisted") return NOT_APPLICABLE;
        if (verdict === "approved") return SATISFIED;
        return violates(
          register.saysSuffix(apex)
            ? message("icp-domain-suffix-filed.declared", params)
            : message("icp-domain-suffix-filed", { ...params, asOf: register.suffixesAsOf }),
        );
      },
      key: ["domain"],
      remedies: ({ apex }) => [{ id: "keep-filing", params: { apex } }],
    });
  },
});
