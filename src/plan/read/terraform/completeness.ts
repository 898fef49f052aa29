/** Whether a plan shows all resources: those of some targets do not, and not every version says so. */
import { message, type Message } from "../../../messages";
import { own, type RawProperties } from "../../raw";
import type { Cursor } from "../shape";
import type { ModuleInstance, Modules } from "./modules";
import { instancesAt } from "./references";
import type { Addressed } from "./addressed";

/** How many resources a plan does not show, and what there is to be said of that. */
export interface Completeness {
  readonly missing: number;
  readonly notes: readonly Message[];
}

/** The first version of Terraform that says whether a plan is whole; OpenTofu never says. */
const SAYS_COMPLETE = /^(?:0|1\.[0-7])\./;

interface About {
  /** How many resources stay as they are that no change names. */
  readonly left: number;
  readonly modules: Modules;
  /** What the plan is called. */
  readonly plan: string;
}

/** How many resources the plan does not show, as far as it tells, and what there is to be said where it does not. */
export function completenessOf(
  document: Cursor,
  rows: readonly Addressed[],
  { left, modules, plan }: About,
): Completeness {
  const deferred = document.at("deferred_changes").items().length;
  const empty = emptyBlocks(rows, modules);
  const complete = document.peek("complete");
  if (complete === true) return { missing: deferred, notes: [] };
  const all = empty.single + empty.counted;
  if (complete === false || left > 0) return { missing: Math.max(1, deferred, all), notes: [] };
  // Before 1.8 no block without count is left out but by targets; OpenTofu has `enabled` since, which the plan does not show.
  const version = document.textAt("terraform_version") ?? "";
  if (SAYS_COMPLETE.test(version) && empty.single > 0) return { missing: all, notes: [] };
  const notes = all > 0 ? [message("limit.terraform-targets", { count: all, plan })] : [];
  return { missing: deferred, notes };
}

/** Blocks of the configuration of which the plan has no instance, in modules that have some, or have one anyway. */
function emptyBlocks(
  rows: readonly Addressed[],
  modules: Modules,
): { readonly single: number; readonly counted: number } {
  const there = new Set(rows.map(({ type, name, within }) => instancesAt(within, `${type}.${name}`)));
  let [single, counted] = [0, 0];
  const queue: { readonly module: ModuleInstance; readonly isCounted: boolean }[] = [
    { module: modules.root, isCounted: false },
  ];
  for (const { module, isCounted } of queue) {
    for (const [address, block] of module.module.blocks) {
      if (address.startsWith("data.") || there.has(instancesAt(module, address))) continue;
      if (isCounted || isManifold(block)) counted++;
      else single++;
    }
    for (const name of module.module.calls) {
      const counts = isCounted || isManifold(module.module.call(name) ?? {});
      for (const one of modules.ofCall(module, name)) queue.push({ module: one, isCounted: counts });
    }
  }
  return { single, counted };
}

const isManifold = (block: RawProperties): boolean =>
  own(block, "count_expression") !== undefined || own(block, "for_each_expression") !== undefined;
