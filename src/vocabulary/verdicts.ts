/** The verdicts, what is certain before what is not, and the worse before the better. */
export const VERDICTS = ["violation", "undetermined", "satisfied", "not-applicable"] as const;

export type VerdictId = (typeof VERDICTS)[number];
