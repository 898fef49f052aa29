import { holdsInPossibleWorlds } from "./worlds/contract";

holdsInPossibleWorlds("captures", { unknowns: 5_000, worlds: 12_000, hidden: 700 });
