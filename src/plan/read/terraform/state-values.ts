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
  readonly isData: boolean;
}

/** The managed resources of all modules; what is none is passed over. */
export const stateResources = (values: RawProperties | undefined, modules: Modules): readonly Stated[] =>
  inState(values, modules).filter(({ isData }) => !isData);

/** What data sources have answered already, in all modules. */
export const statedData = (values: RawProperties | undefined, modules: Modules): readonly Stated[] =>
  inState(values, modules).filter(({ isData }) => isData);

function inState(values: RawProperties | undefined, modules: Modules): readonly Stated[] {
  const found: Stated[] = [];
  const queue = [objectAt(values, "root_module") ?? {}];
  // What is added on the way is gone through as well.
  for (const module of queue) {
    for (const inner of objectsOf(own(module, "child_modules"))) queue.push(inner);
    const within = modules.at(textUnder(module, "address") ?? "") ?? modules.root;
    for (const raw of objectsOf(own(module, "resources"))) {
      const [address, type, name] = ["address", "type", "name"].map((key) => textUnder(raw, key));
      if (address === undefined || type === undefined || name === undefined) continue;
      found.push({
        address,
        type,
        name,
        key: keyFrom(own(raw, "index")),
        within,
        now: { values: own(raw, "values"), sensitive: own(raw, "sensitive_values") },
        isData: own(raw, "mode") === "data",
        isDeposed: own(raw, "deposed_key") !== undefined,
      });
    }
  }
  return found;
}
