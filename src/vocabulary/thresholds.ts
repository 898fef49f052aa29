/** The limits and days on which verdicts turn. They age, so they are data with a source. */
import data from "../../data/thresholds.json";

import type { SourceIds } from "./statements";

/** A limit, or the day from which something holds. */
export interface Threshold {
  readonly value: number | string;
  readonly source: SourceIds;
}

/** By what they are counted in, and by id: what is in no row does not compile. `since` holds calendar days. */
export const THRESHOLDS = {
  days: data.days,
  workingDays: data.workingDays,
  months: data.months,
  hours: data.hours,
  since: data.since,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Threshold>>>>;

/** What limits are counted in. */
export type Unit = keyof typeof THRESHOLDS;
