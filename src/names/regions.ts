import regions from "../../data/regions.json";

/** The day the list of regions was taken from its source. */
export const regionsAsOf = regions.asOf;

/** All regions that the list has. */
export const knownRegions: readonly string[] = [...regions.mainland, ...regions.outside];

const MAINLAND: ReadonlySet<string> = new Set(regions.mainland);
const OUTSIDE: ReadonlySet<string> = new Set(regions.outside);
const LONGEST_FIRST = [...regions.mainland, ...regions.outside].sort((a, b) => b.length - a.length);

/** Whether a region id is in mainland China, outside of it (Hong Kong, Macau and Taiwan are outside), or in no list. */
export function classifyRegion(region: string): "mainland" | "outside" | "unlisted" {
  return MAINLAND.has(region) ? "mainland" : OUTSIDE.has(region) ? "outside" : "unlisted";
}

/** What a zone has behind its region, as in `ap-southeast-1a`, `cn-hangzhou-h` and `cn-beijing-MAZ5(a,b)`. */
const ZONE_ENDINGS = [/[a-z]$/, /-[a-z]$/, /-MAZ.*$/];

/** The region of a zone; undefined when in no list. */
export const regionOfZone = (zone: string): string | undefined =>
  ZONE_ENDINGS.map((ending) => zone.replace(ending, "")).find(
    (region) => region !== zone && classifyRegion(region) !== "unlisted",
  );

const UNLISTED = /^[a-z]{2,3}-[a-z]+(?:-\d+)?$/;
const ZONE_OF_UNLISTED = /^([a-z]{2,3}-[a-z]+(?:-\d+(?=-?[a-z]$)|(?=-[a-z]$)))-?[a-z]$/;

/** As `regionOfZone`; of a zone that is in no list, the region that it would be in by its form. */
export const regionInZone = (zone: string): string | undefined =>
  regionOfZone(zone) ?? ZONE_OF_UNLISTED.exec(zone)?.[1];

/** The region of `cn-hangzhou` or `cn-hangzhou:namespace`, which may be in no list; undefined for what has no such form. */
export function regionInId(id: string): string | undefined {
  const [region = ""] = id.split(":");
  return classifyRegion(region) !== "unlisted" || UNLISTED.test(region) ? region : undefined;
}

/** The listed region in the name of an endpoint, such as `oss-cn-hangzhou.aliyuncs.com`: the last one, the longest first. */
export function regionInName(name: string): string | undefined {
  const ends = LONGEST_FIRST.map((region) => ({ region, end: lastEnd(name, region) })).filter(({ end }) => end > 0);
  return ends.sort((a, b) => b.end - a.end)[0]?.region;
}

/** Where a region ends in a name for the last time, between other characters than those of a region; -1 when nowhere. */
function lastEnd(name: string, region: string): number {
  const at = name.lastIndexOf(region);
  const end = at + region.length;
  const alone = (index: number): boolean => !/[a-z0-9]/.test(name[index] ?? "");
  return at >= 0 && alone(at - 1) && alone(end) ? end : -1;
}
