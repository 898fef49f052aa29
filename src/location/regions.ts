import regions from "../../data/regions.json";

/** The day the list of regions was taken from its source. */
export const regionsAsOf = regions.asOf;

const MAINLAND: ReadonlySet<string> = new Set(regions.mainland);
const OUTSIDE: ReadonlySet<string> = new Set(regions.outside);
const LONGEST_FIRST = [...regions.mainland, ...regions.outside].sort((a, b) => b.length - a.length);

/** Whether a region id is in mainland China, outside of it (Hong Kong, Macau and Taiwan are outside), or in no list. */
export function classifyRegion(region: string): "mainland" | "outside" | "unlisted" {
  return MAINLAND.has(region) ? "mainland" : OUTSIDE.has(region) ? "outside" : "unlisted";
}

/** The region of a zone such as `cn-hangzhou-h`, `ap-southeast-1a` or `cn-beijing-MAZ5(a,b)`; undefined when in no list. */
export function regionOfZone(zone: string): string | undefined {
  return LONGEST_FIRST.find((region) => {
    const rest = zone.startsWith(region) ? zone.slice(region.length) : undefined;
    return rest !== undefined && /^(?:-?[a-z]|-MAZ.*)$/.test(rest);
  });
}
