/** What is said of domains. */
import * as z from "../../register/libraries";
import type { CloudRegistration } from "../../register/verified";
import { readingOf, type Reading } from "./reading";
import { dayAt, dayIn } from "./times";

const FILED = { DomainIsRegistration: "filed", DomainNotRegistration: "not-filed" } as const;

/** Reads `cdn:CheckCdnDomainICP`: whether a domain has a filing, with whichever access provider. */
export const readFiling: Reading<"filed" | "not-filed"> = readingOf(
  z.object({ Status: z.enum(["DomainIsRegistration", "DomainNotRegistration"]) }),
  ({ Status }) => FILED[Status],
);

/** Real-name verification, as `domain:QueryDomainByDomainName` names it. */
const REAL_NAME = { SUCCEED: "verified", AUDITING: "pending", FAILED: "failed", NONAUDIT: "missing" } as const;
/** Types of holders; an empty one says nothing. */
const HOLDER = { "1": "individual", "2": "organisation", "": null } as const;

/**
 * Reads `domain:QueryDomainByDomainName`. The end is taken from `ExpirationDateLong`, a moment in milliseconds; its text has
 * no time zone and counts where there is no moment. Names and addresses in it are left where they are.
 */
export const readRegistration: Reading<CloudRegistration> = readingOf(
  z.object({
    RealNameStatus: z.enum(["SUCCEED", "AUDITING", "FAILED", "NONAUDIT"]),
    ExpirationDateLong: z.nullish(z.number()),
    ExpirationDate: z.nullish(z.string()),
    RegistrantType: z.nullish(z.enum(["1", "2", ""])),
  }),
  ({ RealNameStatus, ExpirationDateLong, ExpirationDate, RegistrantType }) => {
    const expiresOn = ExpirationDateLong != null ? dayAt(ExpirationDateLong) : dayIn(ExpirationDate ?? "");
    if (expiresOn === undefined) return undefined;
    return { realName: REAL_NAME[RealNameStatus], expiresOn, holder: HOLDER[RegistrantType ?? ""] };
  },
);
