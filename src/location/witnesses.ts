/**
 * What resources show of the region that their provider works in. A provider works in one region: what one of its
 * resources shows is true of all of them.
 */
import data from "../../data/witnesses.json";
import { memo, memoIn } from "../base/memo";
import type { Plan } from "../plan/plan";
import type { Resource, Value } from "../plan/resource";
import { nameInData } from "../plan/type-name";
import { configurationOf, PROVIDER } from "./configuration";
import { regionInId, regionInName, regionInZone } from "./regions";

/** A property path, by its keys. */
type Path = readonly string[];
type Kind = "zones" | "switches" | "regions" | "endpoints";
type Shows = Readonly<Record<Kind, readonly Path[]>>;

const NONE: ReadonlySet<string> = new Set();

/** What each type shows, and where; by the names that data gives types. */
const SHOWN: ReadonlyMap<string, Shows> = (() => {
  const shown = new Map<string, Record<Kind, Path[]>>();
  for (const kind of ["zones", "switches", "regions", "endpoints"] as const) {
    for (const [path, types] of Object.entries<readonly string[]>(data[kind])) {
      for (const type of types) {
        const one = shown.get(type) ?? { zones: [], switches: [], regions: [], endpoints: [] };
        shown.set(type, one);
        one[kind].push(path.split("."));
      }
    }
  }
  return shown;
})();

const showsOf = ({ type }: Resource): Shows | undefined => SHOWN.get(nameInData(type) ?? "");

const SWITCHES = { types: ["alicloud:vpc/switch:Switch", "alicloud:vpc/subnet:Subnet"] } as const;

/** The regions of a resource's own zones; of its VSwitches' where it names no zone. */
export const regionsOfZones = memoIn((resource: Resource, plan: Plan): ReadonlySet<string> => {
  const shows = showsOf(resource);
  if (!shows) return NONE;
  const own = shownBy(resource, shows.zones, regionInZone);
  if (own.size > 0 || shows.switches.length === 0) return own;
  const switches = switchesOf(resource, shows.switches, plan);
  return new Set([...switches].flatMap((zoned) => [...regionsOfZones(zoned, plan)]));
});

/** The regions that a resource's zones show, or else the provider's answers: region ids and names of endpoints. */
export function regionsShown(resource: Resource, plan: Plan): ReadonlySet<string> {
  const shows = showsOf(resource);
  if (!shows) return NONE;
  const zones = regionsOfZones(resource, plan);
  if (zones.size > 0 || hasMoved(resource, plan)) return zones;
  const answered = shownBy(resource, shows.regions, regionInId);
  return answered.size > 0 ? answered : shownBy(resource, shows.endpoints, regionInName);
}

/** The regions that the resources of one provider configuration show, that of the given resource. */
export const regionsAround = (resource: Resource, plan: Plan): ReadonlySet<string> =>
  shownInPlan(plan).get(configurationOf(resource)) ?? NONE;

const shownInPlan = memo((plan: Plan): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const resource of plan.resources) {
    const regions = resource.type === PROVIDER ? regionOf(resource) : regionsShown(resource, plan);
    if (regions.size === 0) continue;
    const configuration = configurationOf(resource);
    found.set(configuration, new Set([...(found.get(configuration) ?? []), ...regions]));
  }
  return found;
});

function regionOf(provider: Resource): ReadonlySet<string> {
  const region = provider.string("region");
  return new Set(region.state === "known" ? [region.value] : []);
}

/** Whether the region of its provider may be another than the one in which the provider has answered. */
function hasMoved(resource: Resource, plan: Plan): boolean {
  const provider = plan.providerOf(resource);
  const before = provider?.previous?.string("region");
  return before?.state === "known" && provider?.string("region").state === "unknown";
}

function shownBy(
  resource: Resource,
  paths: readonly Path[],
  regionIn: (text: string) => string | undefined,
): ReadonlySet<string> {
  const regions = new Set<string>();
  for (const path of paths) {
    for (const value of valuesAt(resource, path)) {
      const text = value.string();
      const region = text.state === "known" ? regionIn(text.value) : undefined;
      if (region !== undefined) regions.add(region);
    }
  }
  return regions;
}

/** The VSwitches of the plan that a resource names. */
function switchesOf(resource: Resource, paths: readonly Path[], plan: Plan): ReadonlySet<Resource> {
  const found = new Set<Resource>();
  for (const path of paths) {
    for (const value of valuesAt(resource, path)) {
      const reference = plan.refer(value, SWITCHES);
      const named =
        reference.is === "resource" ? [reference.resource] : reference.is === "unknown" ? reference.candidates : [];
      for (const one of named) found.add(one);
    }
  }
  return found;
}

/** All values at a path, through lists; a list that is not known stands for its elements. */
function valuesAt(resource: Resource, [top = "", ...below]: Path): readonly Value[] {
  if (!resource.says(top)) return [];
  return below
    .reduce(
      (values, key) => values.flatMap((value) => value.elements()).map((value) => value.at(key)),
      [resource.at(top)],
    )
    .flatMap((value) => value.elements());
}
