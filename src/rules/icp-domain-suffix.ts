import { suffixOf } from "../names/host-name";
import { toBeFiled } from "../filing/state";
import { SATISFIED, undeterminedBy, violates } from "../filing/verdict";
import { message } from "../messages";
import { doubt } from "../plan/fact";
import { declarationsToObtain, judgeDeclared } from "../judging/declarations";
import { rule } from "../judging/rule";

/** A domain whose suffix the MIIT has not approved cannot be filed (F-30). Which ones it approved is dated data. */
export default rule({
  id: "icp-domain-suffix",
  group: "domain",
  level: "mandatory",
  phase: "stack",
  register: true,
  sources: ["F-30", "F-33", "S0-11", "C3", "S2-13"],
  judge: (context) => {
    const toFile = declarationsToObtain(context).filter(({ apex }) => toBeFiled(context.stateOf(apex)));
    return judgeDeclared(toFile, context, {
      check: ({ apex }, { register }) => {
        const params = { suffix: suffixOf(apex) ?? apex, asOf: register.suffixesAsOf };
        switch (register.suffix(apex)) {
          case "approved":
            return SATISFIED;
          case "denied":
            return violates(
              register.saysSuffix(apex)
                ? message("icp-domain-suffix.declared", { apex, suffix: params.suffix })
                : message("icp-domain-suffix", { apex, ...params }),
            );
          case "unlisted":
            return undeterminedBy(doubt("suffix-unlisted", params));
        }
      },
      remedies: ({ apex }, { register }) => [
        ...(register.saysSuffix(apex) ? [] : [{ id: "look-up-suffix" as const, params: { file: register.fileName } }]),
        { id: "another-suffix", params: { apex } },
      ],
    });
  },
});
