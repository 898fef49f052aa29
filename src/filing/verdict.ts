/** What something comes to on one point, before it is said of whom and in which words. */
import type { Doubt } from "../plan/fact";

/** A verdict with its reason; `Wrong` is what tells what is wrong. */
export type Verdict<Wrong> =
  | { readonly is: "satisfied" }
  /** Nothing is asked of it here, or another point has settled it already. */
  | { readonly is: "not-applicable" }
  | { readonly is: "violation"; readonly as: Wrong }
  | { readonly is: "undetermined"; readonly doubt: Doubt };

export const SATISFIED = { is: "satisfied" } as const;
export const NOT_APPLICABLE = { is: "not-applicable" } as const;
export const violates = <const Wrong>(as: Wrong): Verdict<Wrong> => ({ is: "violation", as });
export const undeterminedBy = (why: Doubt): Verdict<never> => ({ is: "undetermined", doubt: why });

/** A violation that may not be one is undetermined. */
export const unlessDoubted = <Wrong>(verdict: Verdict<Wrong>, why: Doubt | undefined): Verdict<Wrong> =>
  verdict.is === "violation" && why ? undeterminedBy(why) : verdict;

/** The same verdict, with what is wrong put otherwise. */
export const worded = <Wrong, Other>(verdict: Verdict<Wrong>, word: (wrong: Wrong) => Other): Verdict<Other> =>
  verdict.is === "violation" ? { is: "violation", as: word(verdict.as) } : verdict;
