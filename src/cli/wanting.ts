/** What commands say of plans that they could not look at, or not wholly, where what they write does not say it. */
import type { Exposures } from "../graph/exposures";
import type { Message } from "../messages";
import type { Plan } from "../plan/plan";
import { plansWanting } from "../report/limits";
import { tell, type Io } from "./io";

type Listener = Pick<Io, "stderr" | "language">;

/** Says on standard error which plans hide resources or something else, and which have nothing that could be looked at. */
export function tellWanting(plan: Plan, exposures: Pick<Exposures, "all">, io: Listener): void {
  tellNotes(plansWanting(plan, exposures), io);
}

/** Says on standard error what there is to be said of the options, where there is no report that says it. */
export function tellNotes(notes: readonly Message[], io: Listener): void {
  for (const { id, params } of notes) tell(io, id, params);
}
