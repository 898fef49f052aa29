/** The resources of which an extract has the names alone. */
import { endFrom } from "../names/urn";
import { modelTypeIn } from "./bridged";
import type { Urn } from "./fact";
import type { LeftNames, PlanPart } from "./resource";
import { ShortUrns } from "./short-urns";

/** The types of resources that are left out, with how many of each: once for each way in which they are nested. */
export const leftTypes = (names: LeftNames = {}): readonly (readonly [type: string, count: number])[] =>
  Object.entries(names).map(([types, all]) => [modelTypeIn(types), all.length]);

/** The URNs of all that an extract leaves out. */
export function leftUrns(part: PlanPart): readonly Urn[] {
  const { leftOut } = part;
  if (!leftOut) return [];
  const urns = new ShortUrns(part);
  return [leftOut.living, leftOut.gone].flatMap((names) =>
    Object.entries(names).flatMap(([types, all]) => all.map((name) => urns.long(endFrom(types, name)))),
  );
}

/** How many resources of a part nothing is known of that is read: the version that wrote an extract did not read them yet. */
export const untoldIn = ({ leftOut }: PlanPart): number => leftOut?.untold ?? 0;
