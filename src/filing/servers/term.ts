/** How long a filing asks a server to be bought for: so many months in total, renewals included (S3-12, S3-16). */
import { daysBetween } from "../../base/calendar";
import { SATISFIED, violates, type Verdict } from "../verdict";
import type { FilingServer } from "../../register/register";
import { THRESHOLDS } from "../../vocabulary/thresholds";

const MONTHS_NEEDED = THRESHOLDS.months["server-term"].value;
const DAYS_NEEDED = THRESHOLDS.days["server-time-left"].value;

/** What is too short: the months bought in total, or the days that are left. */
export type TooShort = { readonly months: number } | { readonly days: number };

/** Whether so many months are enough. */
export const atLeast = (months: number): Verdict<TooShort> =>
  months >= MONTHS_NEEDED ? SATISFIED : violates({ months });

/**
 * What the register settles about a server's term; undefined when it settles nothing. The end decides first: what is left
 * must meet the requirement, whatever was bought once (S1-37).
 */
export function declaredTerm({ termMonths, expiresOn }: FilingServer, today: string): Verdict<TooShort> | undefined {
  if (expiresOn != null) {
    const days = daysBetween(today, expiresOn);
    return days >= DAYS_NEEDED ? SATISFIED : violates({ days });
  }
  return termMonths === undefined ? undefined : atLeast(termMonths);
}
