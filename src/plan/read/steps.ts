/** What the steps of a preview come to, one resource at a time: several steps can be about one, and about others of its URN. */
import { message } from "../../messages";
import type { Urn } from "../fact";
import type { Change } from "../resource";
import type { Cursor } from "./shape";
import { livesOn, nameAt, URN } from "./state-of";
import { isObject } from "../raw";

/** What a step's operation does; `replaced`: what a replacement ends is deleted. */
type Effect = Change | "refresh" | "replaced" | "nothing";

const EFFECTS: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ["same", "same"],
  ["create", "create"],
  ["import", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["replace", "replace"],
  ["create-replacement", "replace"],
  ["import-replacement", "replace"],
  ["read-replacement", "replace"],
  ["delete-replaced", "replaced"],
  // An earlier, interrupted update has deleted it already.
  ["remove-pending-replace", "replaced"],
  ["read", "read"],
  ["refresh", "refresh"],
  // Resources that were only read are forgotten, never deleted.
  ["discard", "forget"],
  ["discard-replaced", "forget"],
  ["diff", "nothing"],
  ["extend-parameterize", "nothing"],
]);

/** A state that leaves the stack, and whether the cloud loses it. */
export interface Ending {
  readonly state: Cursor;
  readonly change: "delete" | "forget";
}

const endingOf = (state: Cursor): Ending => ({ state, change: livesOn(state) ? "forget" : "delete" });

/** A step that leaves a resource behind: the state that this one will have, and what is done to it. */
export interface Live {
  readonly step: Cursor;
  readonly state: Cursor;
  readonly effect: Change;
}

/** All steps about one URN. */
export interface Steps {
  readonly urn: Urn;
  readonly name: string;
  /** The step that leaves a resource behind, and what it does. */
  live: Live | undefined;
  /** The state from which that step goes. */
  old: Cursor | undefined;
  /** What a refresh found and no step goes on from. */
  refreshed: Cursor | undefined;
  /** What is deleted by itself, not left behind by an earlier update. */
  deleted: Cursor | undefined;
  /** What leaves the stack, as far as steps tell: most previews leave out those of replacements. */
  readonly gone: Ending[];
}

/** The steps by URN, in their order. Throws an `InputError` for a step of another form. */
export function stepsByUrn(steps: readonly Cursor[]): Map<Urn, Steps> {
  const byUrn = new Map<Urn, Steps>();
  for (const step of steps) {
    if (!isObject(step.raw)) step.refuse(message("expected.step", {}));
    const urn = step.requiredAt("urn", URN);
    let about = byUrn.get(urn);
    if (!about) {
      const name = nameAt(step, urn);
      about = { urn, name, live: undefined, old: undefined, refreshed: undefined, deleted: undefined, gone: [] };
      byUrn.set(urn, about);
    }
    take(step, about);
  }
  return byUrn;
}

const OPERATION = message("expected.operation", {});

function take(step: Cursor, about: Steps): void {
  const operation = step.requiredAt("op", OPERATION);
  const effect = EFFECTS.get(operation);
  const old = step.at("oldState");
  const state = step.at("newState");
  if (!isObject(old.raw)) old.object();
  switch (effect) {
    case undefined:
      return step.at("op").fail(message("input.plan-operation", { operation: JSON.stringify(operation.slice(0, 40)) }));
    case "nothing":
      return;
    case "refresh":
      if (isPending(state)) about.gone.push(endingOf(state));
      else if (!state.missing) about.refreshed = state;
      return;
    case "delete":
      if (!isPending(old)) about.deleted = old;
      about.gone.push(endingOf(old));
      return;
    case "replaced":
      about.gone.push(endingOf(old));
      return;
    case "forget":
      about.gone.push({ state: old, change: "forget" });
      return;
    default:
      if (!isObject(state.raw)) state.refuse(message("expected.new-state", {}));
      about.live = { step, state, effect };
      if (!old.missing) about.old = old;
  }
}

/** Whether an earlier, interrupted update left it behind: another resource of this URN lives, or will. */
const isPending = (state: Cursor): boolean => state.isOn("delete") || state.isOn("pendingReplacement");

/** The states of one resource have one id. */
const isSame = (one: Cursor, other: Cursor | undefined): boolean =>
  other !== undefined && one.textAt("id") === other.textAt("id");

/** Whether a refresh alone tells of a resource: it stays as it is. */
export const isOnlyRefreshed = ({ live, refreshed, gone }: Steps): boolean =>
  live === undefined && refreshed !== undefined && !gone.some(({ state }) => isSame(state, refreshed));

/** What the plan does with the resource that a step leaves behind. */
export function changeOf(about: Steps, { state, effect }: Live): Change {
  if (effect === "read" || state.isOn("external")) return "read";
  // A deletion before a creation is what a refresh found: it is gone in the cloud.
  if (effect === "create") return about.deleted ? "replace" : "create";
  if (effect !== "replace") return effect;
  // What lives on is not lost by what is made beside it.
  const ended = endedBy(about);
  return (ended ? livesOn(ended) : about.gone.length > 0) ? "create" : "replace";
}

/** The state that ends by what the living resource becomes; undefined when none does. */
export function endedBy({ live, old, deleted }: Steps): Cursor | undefined {
  return live?.effect === "replace" ? old : live?.effect === "create" ? deleted : undefined;
}

/** What leaves the stack beside the living resource and what that replaces, each once; `change`: what becomes of that one. */
export function endingsOf(about: Steps, change: Change | undefined): readonly Ending[] {
  const ended = change === undefined ? undefined : endedBy(about);
  const isReplaced = change === "replace";
  const all = ended && !isReplaced ? [...about.gone, endingOf(ended)] : about.gone;
  if (all.length === 0) return all;
  const shown = isReplaced ? ended : ended || change === undefined ? undefined : about.old;
  const told = new Set<string | undefined>();
  return all.filter(({ state }) => {
    const id = state.textAt("id");
    const isTold = told.has(id);
    told.add(id);
    return !state.missing && !isSame(state, shown) && !isTold;
  });
}
