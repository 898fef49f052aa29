/** How long a filing asks a server to be bought for: three months in total, renewals included (S3-12, S3-16). */
import { daysBetween } from "../register/calendar";
import type { FilingServer } from "../register/register";
import type { Check } from "./servers";

const MONTHS_NEEDED = 3;
const DAYS_NEEDED = 90;

/** Whether so many months are enough. */
export const atLeast = (months: number): Check<number> =>
  months >= MONTHS_NEEDED ? { is: "good" } : { is: "bad", as: months };

/** What the register settles about a server's term; undefined when it settles nothing. */
export function declaredTerm({ termMonths, expiresOn }: FilingServer, today: string): Check<number> | undefined {
  if (termMonths !== undefined) return atLeast(termMonths);
  return expiresOn != null && daysBetween(today, expiresOn) >= DAYS_NEEDED ? { is: "good" } : undefined;
}
