/** How often a call is made anew, and how long is waited before: the client's own retries know neither status nor broken lines. */
import type { Failure } from "./failures";

/** So often one call is made at most. */
const MOST_TRIES = 4;
/** The first wait is at most this long, each one after it at most twice the one before. In milliseconds. */
const FIRST_WAIT = 500;
/** Nobody waits for longer: what asks for that is given up. In milliseconds. */
const LONGEST_WAIT = 20_000;

/** Waits so many milliseconds, or until the signal says that nobody waits any longer; it never fails. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the clock. */
export const sleepByClock: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
    if (signal?.aborted) end();
  });

/**
 * How long to wait before the next try, in milliseconds: what the cloud asks for and a little more, else any time up to a
 * limit that doubles with each try, so that calls that were refused together do not come back together. Undefined where
 * another try is for nothing, or too far off.
 */
export function waitBefore(tried: number, { passing, waitFor }: Failure, chance = Math.random()): number | undefined {
  if (!passing || tried >= MOST_TRIES) return undefined;
  const spread = FIRST_WAIT * 2 ** (tried - 1);
  if (waitFor === undefined) return Math.round(spread * (0.5 + chance / 2));
  return waitFor > LONGEST_WAIT ? undefined : Math.round(waitFor + FIRST_WAIT * chance);
}
