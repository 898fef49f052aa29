/** The resources of which an extract has the names alone. */
import type { Urn } from "./fact";
import type { LeftNames, PlanPart } from "./resource";
import { ShortUrns } from "./short-urns";
import { neededOf } from "./read-properties";

/** The types of resources that are left out, with how many of each: once for each way in which they are nested. */
export const leftTypes = (names: LeftNames = {}): readonly (readonly [type: string, count: number])[] =>
  Object.entries(names).map(([types, all]) => [types.slice(types.lastIndexOf("$") + 1), all.length]);

/** The URNs of all that an extract leaves out. */
export function leftUrns(part: PlanPart): readonly Urn[] {
  const { leftOut } = part;
  if (!leftOut) return [];
  const urns = new ShortUrns(part);
  return [leftOut.living, leftOut.gone].flatMap((names) =>
    Object.entries(names).flatMap(([types, all]) => all.map((name) => urns.long(`${types}::${name}`))),
  );
}

/** How many are of types that are read by now: an earlier version left them out. */
export function untoldOf({ leftOut }: PlanPart): number {
  if (!leftOut) return 0;
  const all = [...leftTypes(leftOut.living), ...leftTypes(leftOut.gone)];
  return all.reduce((sum, [type, count]) => (isMissed(type) ? sum + count : sum), 0);
}

/** Of types that only show something, and of providers, some are left out whichever version writes. */
const isMissed = (type: string): boolean => neededOf(type)?.of === "each";
