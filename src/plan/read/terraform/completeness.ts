/** Whether a plan shows all resources: those of some targets do not, and not every version says so. */
import { message, type Message } from "../../../messages";
import type { Cursor } from "../shape";
import { isLasting, isManifold, type ModuleInstance, type Modules } from "./modules";
import { instancesAt } from "./references";
import type { Addressed } from "./addressed";

/** How many resources a plan does not show, and what there is to be said of that. */
export interface Completeness {
  readonly missing: number;
  readonly notes: readonly Message[];
}

/** A resource that the plan names, and whether it is there afterwards. */
interface Shown extends Addressed {
  readonly isLiving: boolean;
}

interface About {
  /** How many resources stay as they are that no change names. */
  readonly left: number;
  readonly modules: Modules;
  /** What the plan is called. */
  readonly plan: string;
}

/** How many resources the plan does not show, as far as it tells, and what there is to be said where it does not. */
export function completenessOf(document: Cursor, rows: readonly Shown[], { left, modules, plan }: About): Completeness {
  const deferred = document.at("deferred_changes").items().length;
  const complete = document.peek("complete");
  // A plan that only refreshes has no changes, and all that there is stands in the state from before.
  const isRefresh = document.lacks("resource_changes") && !document.lacks("prior_state");
  if (complete === true || isRefresh) return { missing: deferred, notes: [] };
  const { single, counted } = emptyBlocks(rows, modules);
  const all = single + counted;
  // What is only to be destroyed makes nothing of what is written.
  const isDestroyed = rows.length > 0 && rows.every(({ isLiving }) => !isLiving);
  // OpenTofu never says whether a plan is whole. Of a block without count there is an instance, unless targets leave it out, or
  // the block itself says that it is not enabled, which no plan shows.
  if (complete === false || left > 0 || (single > 0 && !isDestroyed))
    return { missing: Math.max(1, deferred, all), notes: [] };
  return {
    missing: deferred,
    notes: all > 0 ? [message("limit.terraform-targets", { count: all, plan })] : [],
  };
}

/** Blocks of the configuration of which the plan has no instance, in modules that have some, or have one anyway. */
function emptyBlocks(rows: readonly Shown[], modules: Modules): { readonly single: number; readonly counted: number } {
  const there = new Set(rows.map(({ type, name, within }) => instancesAt(within, `${type}.${name}`)));
  let [single, counted] = [0, 0];
  const queue: { readonly module: ModuleInstance; readonly isCounted: boolean }[] = [
    { module: modules.root, isCounted: false },
  ];
  for (const { module, isCounted } of queue) {
    for (const [address, block] of module.module.blocks) {
      if (!isLasting(block) || there.has(instancesAt(module, address))) continue;
      if (isCounted || isManifold(block)) counted++;
      else single++;
    }
    for (const name of module.module.calls) {
      const instances = modules.ofCall(module, name);
      if (instances.length === 0) counted += [...module.module.calledBy(name).blocks.values()].filter(isLasting).length;
      const counts = isCounted || isManifold(module.module.call(name) ?? {});
      for (const one of instances) queue.push({ module: one, isCounted: counts });
    }
  }
  return { single, counted };
}
