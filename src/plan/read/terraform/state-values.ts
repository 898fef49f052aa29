/** The resources in the values of a state, whether a document of its own or what a plan goes out from. */
import { own, type RawProperties } from "../../raw";
import { keyFrom, objectsOf, objectAt, textUnder, type Modules } from "./modules";
import type { Addressed } from "./addressed";
import type { Masked } from "./values";

/** A resource of a state. */
export interface Stated extends Omit<Addressed, "urn"> {
  readonly now: Masked;
  /** Whether it is a leftover of a replacement: another of this address lives. */
  readonly isDeposed: boolean;
}

/**
 * The resources of all modules that are `wanted`; what is none is passed over. Most of a large state stands among the changes
 * of a plan as well.
 */
export function stateResources(
  values: RawProperties | undefined,
  modules: Modules,
  wanted: (address: string, isData: boolean) => boolean,
): readonly Stated[] {
  const found: Stated[] = [];
  const queue = [objectAt(values, "root_module") ?? {}];
  // What is added on the way is gone through as well.
  for (const module of queue) {
    for (const inner of objectsOf(own(module, "child_modules"))) queue.push(inner);
    const around = textUnder(module, "address");
    for (const raw of objectsOf(own(module, "resources"))) {
      const address = textUnder(raw, "address");
      const isData = own(raw, "mode") === "data";
      if (address === undefined || !wanted(address, isData)) continue;
      const [type, name] = [textUnder(raw, "type"), textUnder(raw, "name")];
      if (type === undefined || name === undefined) continue;
      found.push({
        address,
        type,
        name,
        key: keyFrom(own(raw, "index")),
        within: (around === undefined ? undefined : modules.at(around)) ?? modules.root,
        now: { values: own(raw, "values"), sensitive: own(raw, "sensitive_values") },
        isDeposed: own(raw, "deposed_key") !== undefined,
      });
    }
  }
  return found;
}
