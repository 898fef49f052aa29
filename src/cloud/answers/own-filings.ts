/** Which filings the account has through Alibaba Cloud. */
import { siteNumber } from "../../register/numbers";
import * as z from "../../register/libraries";
import { domainSpelling } from "../../register/schema";
import { inFilingOrder, type OwnFiling } from "../../register/verified";
import { readingOf, type Reading } from "./reading";

const site = z.object({ SiteRecordNum: z.nullish(z.string()), DomainList: z.nullish(z.array(z.string())) });

/**
 * Reads `companyreg:QuerySuccessIcpData`: domains and the numbers of the websites that are filed with them. Sites without a
 * number of a known form and what is no registrable domain are left out, since the list is no proof of what is not on it; but
 * where nothing is left of websites that there are, nobody knows the form. Names of holders, sites and persons, apps, and what
 * is objected to a filing are left where they are.
 */
export const readOwnFilings: Reading<readonly OwnFiling[]> = readingOf(
  z.object({
    Success: z.literal(true),
    BaSuccessDataWithRiskList: z.array(z.object({ WebsiteList: z.nullish(z.array(site)) })),
  }),
  ({ BaSuccessDataWithRiskList }) => {
    const sites = BaSuccessDataWithRiskList.flatMap(({ WebsiteList }) => WebsiteList ?? []);
    const filings = sites.flatMap(({ SiteRecordNum, DomainList }) => filingsOf(SiteRecordNum ?? "", DomainList ?? []));
    return sites.length > 0 && filings.length === 0 ? undefined : inFilingOrder(filings);
  },
);

function filingsOf(text: string, domains: readonly string[]): readonly OwnFiling[] {
  const number = siteNumber(text);
  if (!("value" in number)) return [];
  return domains.flatMap((name) => {
    const domain = domainSpelling(name);
    return "value" in domain ? [{ domain: domain.value, number: number.value }] : [];
  });
}
