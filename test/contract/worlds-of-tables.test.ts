import { holdsInPossibleWorlds } from "./worlds/contract";

holdsInPossibleWorlds("tables", { unknowns: 12_000, worlds: 30_000, hidden: 1_800 });
