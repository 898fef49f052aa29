/**
 * A register that is judged without a plan: what is taken for given, since nobody can see it. Only rules that rest on the
 * register (`register: true`) speak then. To them
 * - every filing is exposed, and every server, account, entity and app is this run's matter, whichever stack it names;
 * - a site or an app is served from the mainland where its filing is in force;
 * - a filing is to be obtained where it is not made yet, or pending. What is ended, or is with other providers alone, only a
 *   plan can ask for again: by serving a host.
 */
import { isFiled, type FilingState } from "./state";

/** Whether a filing in this state is taken for that of a site that is served from the mainland. */
export const isTakenServed = (state: FilingState): boolean => isFiled(state);

const TO_OBTAIN: readonly string[] = ["unfiled", "pending-initial", "pending-access"] satisfies readonly FilingState[];

/** Whether a filing in this state is taken for one that is to be obtained; a saved report may name one that is not known. */
export const isTakenToObtain = (state: string): boolean => TO_OBTAIN.includes(state);
