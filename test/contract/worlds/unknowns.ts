/** Plans with one value that is not known, each with the worlds that it stands for. */
import { kindOf } from "../../../src/plan/raw";
import type { Sample } from "./corpus";
import { hold, type Break, type World } from "./hold";
import {
  holdsUnknown,
  pathOf,
  placesOf,
  sourcesOf,
  typeAt,
  valueAt,
  withSecret,
  withUnknown,
  withValue,
  type Place,
} from "./places";
import { watched, type PlanData } from "./plan-data";
import { toldOf, type Told } from "./told";
import { fitting, isListed, type Used } from "./values";

/** A disagreement, and of which unknown. */
export interface Broken extends Break {
  readonly sample: string;
  /** The type of the resource. */
  readonly type: string;
  readonly path: string;
  /** How the value is not known. */
  readonly how: How;
}

/**
 * `unknown`, `computed` from the resource that has the value, from what it was computed from and from `nothing` that the plan
 * has, or a `secret`; `as it is` where the plan itself does not know it; `hidden` for a resource that the plan does not show.
 */
export type How = "unknown" | "computed" | "nothing" | "secret" | "as it is" | "hidden";

/** What was counted. */
export interface Counts {
  unknowns: number;
  worlds: number;
}

/** Contradictory zones and values that no provider takes are in no world. */
const IMPOSSIBLE: ReadonlySet<string> = new Set([
  "region-contradicted",
  "regions-differ",
  "region-unlisted",
  "malformed",
  "bad-name",
]);
/** Whether a plan may be a world: nothing in it contradicts itself. */
export const isPossible = ({ told }: World): boolean =>
  told.every(({ why }) => why === undefined || !IMPOSSIBLE.has(why));

/** What never changes, or is over, has no values that only the update will tell; nor has what is there already. */
const SETTLED: ReadonlySet<string> = new Set(["same", "read", "delete", "forget"]);

/** Makes each value of a plan unknown that anything depends on, and holds what is said then against the worlds. */
export function unknownBreaks({ name, plan, register }: Sample, used: Used, counts: Counts): readonly Broken[] {
  const { plan: read, isRead } = watched(plan);
  const asItIs: World = { name: "as it is", told: toldOf(read, register) };
  const told = (changed: PlanData): readonly Told[] => toldOf(changed, register);
  return placesOf(plan, isRead).flatMap((place) => {
    const worlds = fitting(plan, place, used)
      .map(({ name: world, raw }): World => ({ name: world, told: told(withValue(plan, place, raw)) }))
      .filter(isPossible);
    counts.worlds += worlds.length + 1;
    return unknownsAt(plan, place).flatMap(({ how, plan: unsure, any }) => {
      counts.unknowns += 1;
      const own = how === "as it is" || !isPossible(asItIs) ? [] : [asItIs];
      const all = any ? [...own, ...worlds] : own;
      return hold(told(unsure), all, isListed(plan, place, used)).map((broken) => ({
        ...broken,
        sample: name,
        type: typeAt(plan, place),
        path: pathOf(place),
        how,
      }));
    });
  });
}

interface Unsure {
  readonly how: How;
  readonly plan: PlanData;
  /** Whether it may be any value that fits. */
  readonly any: boolean;
}

function unknownsAt(plan: PlanData, place: Place): readonly Unsure[] {
  const raw = valueAt(plan, place);
  const kind = kindOf(raw);
  const sources = sourcesOf(plan, place);
  const { data, part = 0 } = plan.resources[place.resource] ?? {};
  const isSettled = SETTLED.has(data?.change ?? "unsaid") || plan.parts[part]?.applied === true;
  // What a property was computed from says what it is; of an object that is so in parts, any other part may be anything.
  const isPart = place.keys.length > 1 && typeof place.keys.at(-1) === "string";
  const any = sources.length === 0 || (isPart && !holdsUnknown(raw));
  const secret: Unsure = { how: "secret", plan: withSecret(plan, place), any };
  if (kind === "secret") return [{ how: "as it is", plan, any: true }];
  if (kind === "unknown") {
    return sources.length === 0
      ? [{ how: "as it is", plan, any: true }, secret]
      : [{ how: "nothing", plan: withUnknown(plan, place, []), any: true }, secret];
  }
  if (isSettled || place.in === "outputs") return [secret];
  const owner = ownerOf(plan, place);
  return [
    // Of what it was computed the plan would say.
    ...(sources.length > 0 && any ? [] : [{ how: "unknown", plan: withUnknown(plan, place), any } as const]),
    ...(owner === undefined
      ? []
      : [{ how: "computed", plan: withUnknown(plan, place, [...sources, owner]), any: false } as const]),
    secret,
  ];
}

/** The one other resource that has a value, from which it is computed as likely as not. */
function ownerOf(plan: PlanData, place: Place): string | undefined {
  const raw = valueAt(plan, place);
  const urn = plan.resources[place.resource]?.data.urn;
  if (typeof raw !== "string") return undefined;
  const owners = plan.resources.filter(
    ({ data }) =>
      data.urn !== urn &&
      (data.id === raw || [...Object.values(data.inputs), ...Object.values(data.outputs ?? {})].includes(raw)),
  );
  return owners.length === 1 ? owners[0]?.data.urn : undefined;
}
