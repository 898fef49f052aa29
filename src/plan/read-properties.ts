/** Which properties of which types are read: all that an extract keeps. Tests hold the table against what is read. */
import data from "../../data/read-properties.json";
import witnesses from "../../data/witnesses.json";
import { isBridged } from "./bridged";
import { KEPT_OF_PROVIDERS } from "./read/providers";
import { nameInData, unversioned } from "./type-name";
import { mayServe } from "./undescribed";
import { isProviderType } from "../names/own-types";

/** What stands for every name there may be. */
export const ANY_NAME = "*";

/** What judgements need of the resources of a type. */
export interface Needed {
  /** The top-level properties that are read, in order; `ANY_NAME` alone for all. */
  readonly names: readonly string[];
  /** `each` resource, the `first` of several that show alike where their provider works, or what others of these `name`. */
  readonly of: "each" | "first" | "named";
}

const READ: ReadonlyMap<string, readonly string[]> = new Map(Object.entries<readonly string[]>(data.read));
/** The types whose links to all that they depend on are read. */
const LINKED: ReadonlySet<string> = new Set(data.dependencies);
/** What shows where a resource is, by the names that data gives types. */
const SHOWING: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, Set<string>>();
  for (const paths of [witnesses.zones, witnesses.switches, witnesses.regions, witnesses.endpoints]) {
    for (const [path, types] of Object.entries<readonly string[]>(paths)) {
      for (const type of types) {
        const names = found.get(type) ?? new Set();
        found.set(type, names.add(path.split(".")[0] ?? ""));
      }
    }
  }
  return new Map([...found].map(([type, names]) => [type, [...names]]));
})();

const known = new Map<string, Needed | undefined>();

/** What judgements need of the resources of a type; undefined when it is no more than that they are there. */
export function neededOf(type: string): Needed | undefined {
  if (!known.has(type)) known.set(type, findNeeded(type));
  return known.get(type);
}

function findNeeded(type: string): Needed | undefined {
  const read = READ.get(unversioned(type));
  const showing = SHOWING.get(nameInData(type) ?? "") ?? [];
  const isProvider = isProviderType(type);
  const names = [...new Set([...(read ?? []), ...showing, ...(isProvider ? KEPT_OF_PROVIDERS : [])])].sort();
  // A provider matters for those that it serves; ours show the region of their configuration by themselves.
  if (isProvider) return { names, of: type === "pulumi:providers:alicloud" ? "each" : "named" };
  if (read || isBridged(type) || mayServe(type)) return { names, of: "each" };
  return showing.length > 0 ? { names, of: "first" } : undefined;
}

/** Whether a product describes a type, so that an address of it would be found. */
export const isDescribed = (type: string): boolean => READ.has(unversioned(type));

/** Whether all that a resource of a type depends on is asked for, and not only what its properties are computed from. */
export const isLinked = (type: string): boolean => LINKED.has(type);
