/** What an earlier run was told, where this one got no turn: of many domains only so many can be asked about in an hour. */
import { daysBetween, today } from "../base/calendar";
import { answersChosen, type Choosing } from "../register/merged";
import { isInForce, type Verified } from "../register/verified";

/** An answer that is older than so many days is asked for anew, or there is none. */
const KEPT_DAYS = 7;

/** Domains in the order in which they are asked about: those without an answer first, then by the age of what was said. */
export function oldestFirst(domains: readonly string[], before: Verified | undefined): readonly string[] {
  const answers = new Map(before?.domains.map(({ domain, filing }) => [domain, "says" in filing ? filing.at : ""]));
  const ageOf = (domain: string): string => answers.get(domain) ?? "";
  return [...domains].sort((a, b) => (ageOf(a) < ageOf(b) ? -1 : ageOf(a) > ageOf(b) ? 1 : a < b ? -1 : 1));
}

/**
 * What was said, with the answers of an earlier run about filings where the quota was spent: of the last days, as long as
 * nobody has brought the register up to date since, and each with its own moment and account.
 */
export function carried(verified: Verified, before: Verified | undefined): Verified {
  if (!before) return verified;
  const day = today(new Date(verified.at));
  const isYoung = (at: string): boolean => {
    const age = daysBetween(today(new Date(at)), day);
    return isInForce(at, before, verified.asOf) && age >= 0 && age <= KEPT_DAYS;
  };
  const choose: Choosing = (now, earlier) => {
    const isSpent = now.operation === "cdn:CheckCdnDomainICP" && "unanswered" in now && now.unanswered === "throttled";
    return isSpent && earlier && "says" in earlier && isYoung(earlier.at) ? earlier : now;
  };
  return answersChosen(verified, before, choose);
}
