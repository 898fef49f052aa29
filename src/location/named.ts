/** The places that a host name tells by a region's id among its labels, or among the parts of them. */

/** The regions of a provider. */
export interface Regions {
  readonly mainland: readonly string[];
  readonly outside: readonly string[];
}

/** A region that a name tells. */
export interface NamedPlace {
  readonly in: "mainland" | "outside";
  readonly region: string;
}

/** The place that a name tells: undefined when no region of the list stands in it, or regions that disagree. */
export function placeInName(name: string, { mainland, outside }: Regions): NamedPlace | undefined {
  const found: NamedPlace[] = [
    ...idsIn(name, mainland).map((region) => ({ in: "mainland", region }) as const),
    ...idsIn(name, outside).map((region) => ({ in: "outside", region }) as const),
  ];
  // An id that is a part of another one found was not meant: cn-shanghai in cn-shanghai-finance-1.
  const meant = found.filter(
    ({ region }) => !found.some((other) => other.region !== region && stands(region, other.region)),
  );
  const [first, ...others] = meant;
  return others.every((other) => other.in === first?.in) ? first : undefined;
}

const idsIn = (name: string, ids: readonly string[]): string[] => ids.filter((id) => stands(id, name));

/** Whether an id stands in a longer text, between dots and hyphens; one without a hyphen counts only as a whole label. */
function stands(id: string, text: string): boolean {
  const edges = id.includes("-") ? ".-" : ".";
  const isEdge = (at: number): boolean => at < 0 || at >= text.length || edges.includes(text.charAt(at));
  for (let at = text.indexOf(id); at !== -1; at = text.indexOf(id, at + 1)) {
    if (isEdge(at - 1) && isEdge(at + id.length)) return true;
  }
  return false;
}
