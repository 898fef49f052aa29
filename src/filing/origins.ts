/** Edges whose origin decides as well: WAF asks for a number when it or the server behind it is in the mainland (F-20). */
import { groupBy } from "../base/collections";
import { memo } from "../base/memo";
import { isDoubt } from "../graph/contribution";
import type { Exposure } from "../graph/exposure";
import type { Exposures } from "../graph/exposures";
import type { Target } from "../graph/target";
import type { Location } from "../location/locate";
import { doubt, type Doubt } from "../plan/fact";
import { KINDS } from "../vocabulary/kinds";

/** The exposure as it is judged: where its origin is, when the edge is not in the mainland and its origin counts. */
export function atOrigin(exposure: Exposure, exposures: Exposures): Exposure {
  const { entry, location } = exposure;
  if (!entry || !KINDS[entry.kind].originDecides || exposure.binding !== "product" || location.in === "mainland")
    return exposure;
  const targets = (originsIn(exposures).get(entry) ?? []).map(({ target }) => target);
  const places = targets.flatMap((target) => {
    const place = placeOf(target);
    return place ? [{ place, target }] : [];
  });
  const found = places.find(({ place }) => place.in === "mainland");
  if (found) return moved(exposure, found.place, found.target);
  if (location.in === "undetermined") return exposure;
  const unsure = places.find(({ place }) => place.in === "undetermined");
  if (unsure) return moved(exposure, unsure.place, unsure.target);
  return targets.length > 0
    ? exposure
    : { ...exposure, location: undetermined(doubt("no-origin", {}, { urn: entry.resource.urn })) };
}

/** What each edge fetches from. */
const originsIn = memo(({ origins }: Exposures) => groupBy(origins, ({ edge }) => edge));

const undetermined = (why: Doubt): Location => ({ in: "undetermined", doubt: why });

/** Where a target is; undefined when it leads nowhere, or to a stranger's of which nothing says that it is in the mainland. */
function placeOf(target: Target): Location | undefined {
  switch (target.is) {
    case "entry":
      return isDoubt(target.entry.reach) ? undetermined(target.entry.reach) : target.entry.location;
    case "foreign":
      return target.location.in === "mainland" ? target.location : undefined;
    case "unknown":
      return undetermined(target.why);
    case "unmatched":
      return undetermined(doubt("unmatched-address", { address: target.address }));
    default:
      return undefined;
  }
}

const moved = (exposure: Exposure, location: Location, { steps }: Target): Exposure => ({
  ...exposure,
  location,
  path: [...exposure.path, ...steps.map((step) => ({ ...step, why: "fetches" as const }))],
});
