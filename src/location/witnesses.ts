/**
 * What resources show of the region that their provider works in. A provider works in one region: what one of its
 * resources shows is true of all of them.
 */
import { flat } from "../base/collections";
import data from "../../data/witnesses.json";
import { memo, memoized, memoIn } from "../base/memo";
import type { Plan } from "../plan/plan";
import type { Resource, Value } from "../plan/resource";
import { nameInData } from "../plan/type-name";
import { configurationOf, PROVIDER } from "./configuration";
import { regionInId, regionInName, regionInZone } from "../names/regions";

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

/** What a type shows; looked up once for each. */
const showsOf = memoized((type: string): Shows | undefined => SHOWN.get(nameInData(type) ?? ""));

const SWITCHES = { types: ["alicloud:vpc/switch:Switch", "alicloud:vpc/subnet:Subnet"] } as const;

/** The regions of a resource's own zones; of its VSwitches' where it names no zone. */
export function regionsOfZones(resource: Resource, plan: Plan): ReadonlySet<string> {
  const shows = showsOf(resource.type);
  if (!shows) return NONE;
  const own = shownBy(resource, shows.zones, regionInZone);
  if (own.size > 0 || shows.switches.length === 0) return own;
  const switches = switchesOf(resource, shows.switches, plan);
  return switches.size === 0 ? NONE : new Set(flat(switches, (zoned) => [...regionsOfSwitch(zoned, plan)]));
}

const NO_SWITCHES: ReadonlySet<Resource> = new Set();

/** Many share a VSwitch. */
const regionsOfSwitch = memoIn(regionsOfZones);

/** The regions that the provider's answers show: region ids and names of endpoints. */
export function regionsAnswered(resource: Resource, plan: Plan): ReadonlySet<string> {
  const shows = showsOf(resource.type);
  if (!shows || hasMoved(resource, plan)) return NONE;
  const answered = shownBy(resource, shows.regions, regionInId);
  return answered.size > 0 ? answered : shownBy(resource, shows.endpoints, regionInName);
}

/** The regions that a resource's zones show, or else the provider's answers. */
function regionsShown(resource: Resource, plan: Plan): ReadonlySet<string> {
  const zones = regionsOfZones(resource, plan);
  return zones.size > 0 ? zones : regionsAnswered(resource, plan);
}

/** The regions that the resources of one provider configuration show, that of the given resource. */
export const regionsAround = (resource: Resource, plan: Plan): ReadonlySet<string> =>
  shownInPlan(plan).get(configurationOf(resource)) ?? NONE;

const shownInPlan = memo((plan: Plan): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const [type, resources] of plan.byType) {
    // Most types show nothing.
    const shownOf = type === PROVIDER ? regionOf : showsOf(type) && regionsShown;
    if (!shownOf) continue;
    for (const resource of resources) {
      const regions = shownOf(resource, plan);
      if (regions.size === 0) continue;
      const configuration = configurationOf(resource);
      const known = found.get(configuration) ?? new Set();
      found.set(configuration, known);
      for (const region of regions) known.add(region);
    }
  }
  return found;
});

/** The region of a provider; where that is not known, that of the zones that it has listed. */
function regionOf(provider: Resource): ReadonlySet<string> {
  const region = provider.string("region");
  if (region.state === "known") return new Set([region.value]);
  return provider.says("zones") ? shownBy(provider, [["zones"]], regionInZone) : NONE;
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
  let regions: Set<string> | undefined;
  for (const path of paths) {
    for (const value of valuesAt(resource, path)) {
      const text = value.string();
      const region = text.state === "known" ? regionIn(text.value) : undefined;
      if (region !== undefined) regions = (regions ?? new Set()).add(region);
    }
  }
  return regions ?? NONE;
}

/** The VSwitches of the plan that a resource names. */
function switchesOf(resource: Resource, paths: readonly Path[], plan: Plan): ReadonlySet<Resource> {
  if (!paths.some(([top = ""]) => resource.says(top))) return NO_SWITCHES;
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

const NO_VALUES: readonly never[] = [];

/** All values at a path, through lists; a list that is not known stands for its elements. */
function valuesAt(resource: Resource, [top = "", ...below]: Path): readonly Value[] {
  if (!resource.says(top)) return NO_VALUES;
  return flat(
    below.reduce(
      (values, key) => flat(values, (value) => value.elements()).map((value) => value.at(key)),
      [resource.at(top)],
    ),
    (value) => value.elements(),
  );
}
