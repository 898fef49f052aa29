/**
 * Strangers: resources that may hold any address or name, or pass on that of another, without the model's knowing. What a
 * value is computed from a stranger and something else may be either's.
 */
import holding from "../../data/holding-types.json";
import { memoized } from "../base/memo";
import type { Urn } from "./fact";
import { isDescribed } from "./read-properties";
import { nameInData } from "./type-name";
import { mayServe } from "./undescribed";

/**
 * Packages whose resources hold no address and pass on none: random values, times, keys, Pulumi's own, and what lies within
 * clusters, of which what the public reaches is described. Not `command`, whose output may be anything.
 */
const HARMLESS: ReadonlySet<string> = new Set(["kubernetes", "pulumi", "random", "time", "tls"]);

/** Alibaba Cloud's that have a property for an address or a name. */
const HOLDING: ReadonlySet<string> = new Set(holding.types);

/** The package of a type; of one that a Terraform module has, such as `web:tf:random_id`, that of its provider. */
function packageOf(type: string): string {
  const [first = "", module, name = ""] = type.split(":");
  return module === "tf" ? (name.split("_")[0] ?? "") : first;
}

const isStrange = memoized((type: string): boolean => {
  if (isDescribed(type) || HARMLESS.has(packageOf(type))) return false;
  const name = nameInData(type);
  // What Terraform has under a name that no table has is as strange as others' types.
  return name === undefined || name.startsWith("terraform/") || HOLDING.has(name) || mayServe(type);
});

/** Of some resources, by their URNs and types: the strangers, without components that pass on what stands in them. */
export function strangersAmong<T extends { readonly urn: Urn; readonly type: string }>(
  all: readonly T[],
): readonly T[] {
  const strangers = all.filter(({ type }) => isStrange(type));
  // The URN of what stands in a component has the component's type before its own.
  return strangers.filter(({ type }) => !all.some(({ urn }) => urn.includes(`${type}$`)));
}
