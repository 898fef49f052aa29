import { holdsInPossibleWorlds } from "./worlds/contract";

holdsInPossibleWorlds("captures", { unknowns: 3_000, worlds: 8_000, hidden: 500 });
