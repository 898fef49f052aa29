/** What standard and basic Global Accelerator share: where an IP set is, and which accelerator a resource belongs to. */
import { referenceTo, type EntrySpec } from "../../../graph/contribution";
import { locationOf, type Location } from "../../../location/locate";
import { doubt, type Doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { required } from "../../reading/values";

export const nowhereKnown = (why: Doubt): Location => ({ in: "undetermined", doubt: why });

/** Requests are taken up at a location and go on to endpoints anywhere. Any active number will do (F-05). */
export const specAt = (location: Location): EntrySpec => ({
  kind: "ga",
  location,
  reach: "public",
});

/** Where an IP set takes requests up: in its acceleration region, wherever its provider is (F-06). */
export function placeOfIpSet(ipSet: Resource): Location {
  const value = ipSet.at("accelerateRegionId");
  const region = required(value.string(), value, "text");
  return region.state === "known" ? locationOf(region.value, "property") : nowhereKnown(region.doubt);
}

/**
 * The accelerator that a resource belongs to. Programs also pass the id on from other members of it, such as the
 * attachment of its bandwidth, so that one is made before the other.
 */
export function acceleratorOf(
  resource: Resource,
  plan: Plan,
  accelerator: string,
  members: readonly string[],
): Reference {
  const options = { types: [accelerator, ...members] };
  const found = plan.referred(resource, "acceleratorId", options);
  if (found.is === "elsewhere" || found.is === "absent") return found;
  const queue = found.is === "resource" ? [found.resource] : [...found.candidates];
  const seen = new Set(queue);
  for (const one of queue) {
    if (one.type === accelerator) continue;
    for (const next of plan.candidates(one.at("acceleratorId"), options.types)) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  const candidates = queue.filter((one) => one.type === accelerator);
  const [only] = candidates;
  const isComputed = found.is === "resource" || found.doubt.why === "computed";
  if (only && candidates.length === 1 && isComputed) return referenceTo(only);
  const why = found.is === "unknown" ? found.doubt : doubt("not-in-plan", { what: accelerator });
  return { is: "unknown", doubt: why, candidates, types: [accelerator] };
}
