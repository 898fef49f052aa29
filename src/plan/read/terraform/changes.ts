/** What a change of a plan comes to. */
import { message } from "../../../messages";
import { isObject, own } from "../../raw";
import type { Change } from "../../resource";
import type { Cursor } from "../shape";
import { textUnder } from "./modules";
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
  const planned = place.peek("change");
  if (!isObject(planned)) return place.at("change").refuse(message("expected.object", {}));
  const actions = place.at("change").textsAt("actions").join(",");
  const change = ACTIONS.get(actions);
  if (change === undefined) {
    const told = actions === "" ? "[]" : actions.slice(0, 40);
    const problem = message("input.terraform-actions", { actions: JSON.stringify(told) });
    return place.at("change").at("actions").fail(problem);
  }
  const before: Masked = {
    values: own(planned, "before"),
    unknown: undefined,
    sensitive: own(planned, "before_sensitive"),
  };
  const leaving = (gone: Change): Changing => ({
    change: gone,
    now: before,
    before: undefined,
    id: undefined,
    isLiving: false,
  });
  if (change === "delete" || change === "forget") return [leaving(change)];
  const imported = own(planned, "importing");
  const living: Changing = {
    change,
    now: {
      values: own(planned, "after"),
      unknown: own(planned, "after_unknown"),
      sensitive: own(planned, "after_sensitive"),
    },
    before: change === "update" || change === "replace" ? before : undefined,
    id: isObject(imported) ? textUnder(imported, "id") : undefined,
    isLiving: true,
  };
  return actions.includes("forget") ? [living, leaving("forget")] : [living];
}
