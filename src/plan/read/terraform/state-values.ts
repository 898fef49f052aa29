/** The resources in the values of a state, whether a document of its own or what a plan goes out from. */
import { own, type RawProperties } from "../../raw";
import { keyFrom, objectsOf, objectAt, textUnder, type Modules } from "./modules";
import type { Addressed } from "./addressed";
import type { Masked } from "./values";

/** A resource of a state. */
export interface Stated extends Addressed {
  readonly now: Masked;
  /** Whether it is a leftover of a replacement: another of this address lives. */
  readonly isDeposed: boolean;
}

/** The managed resources of all modules; what is none is passed over. */
export const stateResources = (values: RawProperties | undefined, modules: Modules): readonly Stated[] =>
  inState(values, modules, false);

/** What data sources have answered already, in all modules. */
export const statedData = (values: RawProperties | undefined, modules: Modules): readonly Stated[] =>
  inState(values, modules, true);

function inState(values: RawProperties | undefined, modules: Modules, isData: boolean): readonly Stated[] {
  const found: Stated[] = [];
  const queue = [objectAt(values, "root_module") ?? {}];
  // What is added on the way is gone through as well.
  for (const module of queue) {
    for (const inner of objectsOf(own(module, "child_modules"))) queue.push(inner);
    const within = modules.at(textUnder(module, "address") ?? "") ?? modules.root;
    for (const raw of objectsOf(own(module, "resources"))) {
      if ((own(raw, "mode") === "data") !== isData) continue;
      const address = textUnder(raw, "address");
      const type = textUnder(raw, "type");
      const name = textUnder(raw, "name");
      if (address === undefined || type === undefined || name === undefined) continue;
      found.push({
        address,
        type,
        name,
        key: keyFrom(own(raw, "index")),
        within,
        now: { values: own(raw, "values"), sensitive: own(raw, "sensitive_values") },
        isDeposed: own(raw, "deposed_key") !== undefined,
      });
    }
  }
  return found;
}
