import { firstOf } from "../base/collections";
import { undescribedTypes } from "../products/alicloud";
import { message, type RemedyId } from "../messages";
import { doubt } from "../plan/fact";
import type { PlanPart, Resource } from "../plan/resource";
import { rule, undetermined, type Judgement } from "../judging/rule";

/**
 * What nobody could decide: an incomplete plan, resource types that can serve the public but are not described, and resources
 * that come through Terraform and are of a type that is not known.
 * What mandatory rules left undetermined is found by those rules, at the level of this one.
 */
export default rule({
  id: "icp-undetermined",
  group: "itself",
  level: "advisory",
  phase: "stack",
  sources: [],
  judge: ({ plan, exposures }) => {
    const incomplete = [
      ...plan.parts.filter(({ missing }) => missing > 0).map(judgeIncomplete),
      ...judgeOlder(plan.untold),
    ];
    const types = undescribedTypes(plan, exposures.products).map(({ type, resources }): Judgement => {
      const [resource] = resources;
      return undetermined(resource ? { urn: resource.urn } : {}, {
        ...(resource ? { resource } : {}),
        message: message("icp-undetermined.type", { type, count: resources.length }),
        doubt: doubt("not-in-plan", { what: type }),
        remedies: [{ id: "report-type" }],
      });
    });
    return [
      ...incomplete,
      ...types,
      ...unread(plan.bridged, "icp-undetermined.bridged", "use-native"),
      ...unread(plan.unexpanded, "icp-undetermined.unexpanded", "give-preview"),
    ];
  },
});

/** Each plan that hides something by itself. */
function judgeIncomplete(part: PlanPart): Judgement {
  const params = { count: part.missing };
  return undetermined(
    {},
    {
      part,
      message: message("icp-undetermined.incomplete", params),
      doubt: doubt("incomplete", params),
      remedies: [{ id: "show-sames" }],
      cause: part.id,
    },
  );
}

/** That so many resources are left out of extracts of earlier versions. */
const judgeOlder = (count: number): readonly Judgement[] =>
  count === 0
    ? []
    : [
        undetermined(
          {},
          {
            message: message("icp-undetermined.extract-older", { count }),
            doubt: doubt("extract-older", { count }),
            remedies: [{ id: "extract-again" }],
          },
        ),
      ];

/** One finding for all of some resources of which nothing is read: what they serve is not judged at all. */
function unread(
  resources: readonly Resource[],
  id: "icp-undetermined.bridged" | "icp-undetermined.unexpanded",
  remedy: RemedyId,
): Judgement[] {
  const [resource] = resources;
  if (!resource) return [];
  const types = [...new Set(resources.map(({ type }) => type))].sort();
  return [
    undetermined(
      { urn: resource.urn },
      {
        resource,
        message: message(id, { count: resources.length, types: firstOf(types, MOST_TYPES).join(", ") }),
        doubt: doubt("not-in-plan", { what: resource.type }),
        remedies: [{ id: remedy }],
      },
    ),
  ];
}

const MOST_TYPES = 6;
