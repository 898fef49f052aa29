/** Where servers can be. */
import { classifyRegion } from "../../names/regions";
import * as z from "../../register/libraries";
import { readingOf, type Reading } from "./reading";

/** The id of a region: what hosts can be asked by it. */
export const regionId = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));

const region = z.object({ RegionId: regionId });
/** An account has some region: a list of none says nothing. */
const regions = z.array(region).check(z.minLength(1));

/** Those of the mainland first, since filings are made there. */
function inOrder(found: readonly { readonly RegionId: string }[]): readonly string[] {
  const ids = [...new Set(found.map(({ RegionId }) => RegionId))].sort();
  const mainland = ids.filter((id) => classifyRegion(id) === "mainland");
  return [...mainland, ...ids.filter((id) => !mainland.includes(id))];
}

/** Reads `ecs:DescribeRegions`: the regions that the account can use, in the order in which to ask them. */
export const readEcsRegions: Reading<readonly string[]> = readingOf(
  z.object({ Regions: z.object({ Region: regions }) }),
  ({ Regions }) => inOrder(Regions.Region),
);

/** Reads `swas-open:ListRegions`, as `readEcsRegions` reads its own. */
export const readSasRegions: Reading<readonly string[]> = readingOf(z.object({ Regions: regions }), ({ Regions }) =>
  inOrder(Regions),
);
