/** What a change of a plan comes to. */
import { message } from "../../../messages";
import { own, type Raw } from "../../raw";
import type { Change } from "../../resource";
import type { Cursor } from "../shape";
import type { Planned } from "./resources";
import type { Masked } from "./values";

/** A resource that a change is about, and whether it is there afterwards. */
export interface Changing extends Planned {
  readonly isLiving: boolean;
}

/** What actions do, joined by commas as they stand. */
const ACTIONS: ReadonlyMap<string, Change> = new Map<string, Change>([
  ["no-op", "same"],
  ["create", "create"],
  ["update", "update"],
  ["delete", "delete"],
  ["forget", "forget"],
  ["delete,create", "replace"],
  ["create,delete", "replace"],
  // What is replaced goes on serving.
  ["create,forget", "create"],
  ["forget,create", "create"],
]);

/** What a change comes to: mostly one resource, and where what it replaces lives on, that as well. */
export function changesAt(place: Cursor): readonly Changing[] {
  const planned = place.at("change");
  if (planned.missing) planned.refuse(message("expected.object", {}));
  const actions = planned.at("actions").texts().join(",");
  const change = ACTIONS.get(actions);
  if (change === undefined) {
    const told = actions === "" ? "[]" : actions.slice(0, 40);
    return planned.at("actions").fail(message("input.terraform-actions", { actions: JSON.stringify(told) }));
  }
  const { raw } = planned;
  const at = (key: string): Raw | undefined => own(raw as Readonly<Record<string, Raw>>, key);
  const before: Masked = { values: at("before"), sensitive: at("before_sensitive") };
  if (change === "delete" || change === "forget") return [{ change, now: before, isLiving: false }];
  const now: Masked = { values: at("after"), unknown: at("after_unknown"), sensitive: at("after_sensitive") };
  const importing = planned.at("importing").textAt("id");
  const hasBefore = change === "update" || change === "replace";
  const living: Changing = {
    change,
    now,
    isLiving: true,
    ...(hasBefore && { before }),
    ...(importing !== undefined && { id: importing }),
  };
  const isForgotten = actions.includes("forget");
  return isForgotten ? [living, { change: "forget", now: before, isLiving: false }] : [living];
}
