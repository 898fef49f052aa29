import { undescribedTypes } from "../alicloud";
import { message } from "../messages";
import { doubt } from "../plan/fact";
import { rule, undetermined, type Judgement } from "./rule";

/**
 * What nobody could decide: an incomplete plan, and resource types that can serve the public but are not described.
 * What mandatory rules left undetermined is found by those rules, at the level of this one.
 */
export default rule({
  id: "icp-undetermined",
  group: "itself",
  level: "advisory",
  phase: "stack",
  sources: [],
  judge: ({ plan }) => {
    const missing = plan.missing;
    const incomplete: Judgement[] =
      missing === 0
        ? []
        : [
            undetermined(
              {},
              {
                message: message("icp-undetermined.incomplete", { count: missing }),
                doubt: doubt("incomplete", { count: missing }),
                remedies: [{ id: "show-sames" }],
              },
            ),
          ];
    const types = undescribedTypes(plan).map(({ type, resources }): Judgement => {
      const [resource] = resources;
      return undetermined(resource ? { urn: resource.urn } : {}, {
        ...(resource ? { resource } : {}),
        message: message("icp-undetermined.type", { type, count: resources.length }),
        doubt: doubt("not-in-plan", { what: type }),
        remedies: [{ id: "report-type" }],
      });
    });
    return [...incomplete, ...types];
  },
});
