/** The resources in the values of a state, whether a document of its own or what a plan goes out from. */
import { own, type Raw, type RawProperties } from "../../raw";
import { objectsOf, objectAt, textUnder, type Modules } from "./modules";
import type { Addressed } from "./resources";
import type { Masked } from "./values";

/** A resource of a state. */
export interface Stated extends Addressed {
  readonly now: Masked;
  /** Whether it is a leftover of a replacement: another of this address lives. */
  readonly isDeposed: boolean;
  readonly dependsOn: readonly string[];
}

/** The managed resources of all modules; what is none is passed over. */
export function stateResources(values: RawProperties | undefined, modules: Modules): readonly Stated[] {
  const found: Stated[] = [];
  const queue = [objectAt(values, "root_module") ?? {}];
  // What is added on the way is gone through as well.
  for (const module of queue) {
    for (const inner of objectsOf(own(module, "child_modules"))) queue.push(inner);
    const address = own(module, "address");
    const within = (typeof address === "string" ? modules.at(address) : undefined) ?? modules.root;
    for (const raw of objectsOf(own(module, "resources"))) {
      const [at, type, name] = ["address", "type", "name"].map((key) => textUnder(raw, key));
      if (own(raw, "mode") === "data" || at === undefined || type === undefined) continue;
      const key = own(raw, "index");
      found.push({
        address: at,
        type,
        name: name ?? "",
        key: typeof key === "string" || typeof key === "number" ? key : undefined,
        within,
        now: { values: own(raw, "values"), sensitive: own(raw, "sensitive_values") },
        isDeposed: own(raw, "deposed_key") !== undefined,
        dependsOn: textsIn(own(raw, "depends_on")),
      });
    }
  }
  return found;
}

const textsIn = (raw: Raw | undefined): readonly string[] =>
  Array.isArray(raw) ? (raw as readonly Raw[]).filter((one): one is string => typeof one === "string") : [];
