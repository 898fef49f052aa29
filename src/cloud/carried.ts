/** What an earlier run was told, where this one got no turn: of many domains only so many can be asked about in an hour. */
import { daysBetween, today, type Day } from "../base/calendar";
import type { Verified } from "../register/verified";

/** An answer that is older than so many days is asked for anew, or there is none. */
const KEPT_DAYS = 7;

/** Domains in the order in which they are asked about: those without an answer first, then by the age of what was said. */
export function oldestFirst(domains: readonly string[], before: Verified | undefined): readonly string[] {
  const answers = new Map(before?.domains.map(({ domain, filing }) => [domain, "says" in filing ? filing.at : ""]));
  const ageOf = (domain: string): string => answers.get(domain) ?? "";
  return [...domains].sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : ageOf(a) > ageOf(b) ? 1 : a < b ? -1 : 1));
}

/**
 * What was said, with the answers of an earlier run about filings where the quota was spent: of the same account, of the last
 * days, from `since` on, and each with its own moment.
 */
export function carried(verified: Verified, before: Verified | undefined, since: Day): Verified {
  const { account, domains } = verified;
  const isSame = before && "says" in account && "says" in before.account && account.says === before.account.says;
  if (!isSame) return verified;
  const day = today(new Date(verified.at));
  const isYoung = (at: string): boolean => {
    const of = today(new Date(at));
    const age = daysBetween(of, day);
    return of >= since && age >= 0 && age <= KEPT_DAYS;
  };
  return {
    ...verified,
    domains: domains.map((told) => {
      if (!("unanswered" in told.filing) || told.filing.unanswered !== "throttled") return told;
      const kept = before.domains.find(({ domain }) => domain === told.domain)?.filing;
      return kept && "says" in kept && isYoung(kept.at) ? { ...told, filing: kept } : told;
    }),
  };
}
