/** How long a filing asks a server to be bought for: three months in total, renewals included (S3-12, S3-16). */
import { daysBetween } from "../../base/calendar";
import { SATISFIED, violates, type Verdict } from "../verdict";
import type { FilingServer } from "../../register/register";

const MONTHS_NEEDED = 3;
const DAYS_NEEDED = 90;

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
