/** What commands say of plans that they could not look at, or not wholly, where what they write does not say it. */
import type { Exposures } from "../graph/exposures";
import type { Plan } from "../plan/plan";
import { plansWanting } from "../report/limits";
import { tell, type Io } from "./io";

/** Says on standard error which plans hide resources, and which have nothing that could be looked at. */
export function tellWanting(plan: Plan, exposures: Pick<Exposures, "all">, io: Pick<Io, "stderr" | "language">): void {
  for (const { id, params } of plansWanting(plan, exposures)) tell(io, id, params);
}
