/** What the cloud said, for tests: all that a test does not say is as a sound register would have it. */
import { loadRegister } from "../../src/register/load";
import { asRegister, type Register } from "../../src/register/register";
import type {
  CloudAnswer,
  CloudRegistration,
  CloudServer,
  Unanswered,
  Verified,
  VerifiedDomain,
  VerifiedServer,
} from "../../src/register/verified";
import type { CloudOperation } from "../../src/vocabulary/cloud-operations";
import { RULE_IDS } from "../../src/vocabulary/rule-ids";
import { TODAY } from "./rule-tester";

/** The moment of all answers: noon in China on the day on which tests judge. */
const AT = "2026-11-25T04:00:00Z";

/** The account that tests ask, where they do not say another one. */
const ACCOUNT = "1";

/** An answer. */
export const says = <Said>(operation: CloudOperation, said: Said, account = ACCOUNT): CloudAnswer<Said> => ({
  operation,
  at: AT,
  account,
  says: said,
});

/** No answer. */
export const silent = (operation: CloudOperation, unanswered: Unanswered, code?: string): CloudAnswer<never> => ({
  operation,
  at: AT,
  account: ACCOUNT,
  unanswered,
  ...(code !== undefined && { code }),
});

/** A domain that is filed, and registered to a verified organisation. */
export const domainSaid = (
  domain = "example.com",
  {
    filing = says<"filed" | "not-filed">("cdn:CheckCdnDomainICP", "filed"),
    registration = {},
  }: {
    readonly filing?: VerifiedDomain["filing"];
    readonly registration?: Partial<CloudRegistration> | VerifiedDomain["registration"];
  } = {},
): VerifiedDomain => ({
  domain,
  filing,
  registration:
    "operation" in registration
      ? registration
      : says("domain:QueryDomainByDomainName", {
          realName: "verified",
          expiresOn: "2028-01-01",
          holder: "organisation",
          ...registration,
        }),
});

/** A server that a filing can be made with, and that renews itself. */
export const serverSaid = (
  id = "i-1",
  {
    product = "ecs",
    server = {},
    renewal = says<"automatic" | "manual" | "none">("ecs:DescribeInstanceAutoRenewAttribute", "automatic"),
  }: {
    readonly product?: VerifiedServer["product"];
    readonly server?: Partial<CloudServer> | VerifiedServer["server"];
    readonly renewal?: VerifiedServer["renewal"] | null;
  } = {},
): VerifiedServer => ({
  product,
  id,
  server:
    "operation" in server
      ? server
      : says("ecs:DescribeInstances", {
          region: "cn-hangzhou",
          charge: "subscription",
          expiresOn: "2027-12-01",
          hasPublicAddress: true,
          state: "live",
          ...server,
        }),
  ...(renewal !== null && { renewal }),
});

/** The filings that the account has through Alibaba Cloud: numbers by domain. */
export const ownSaid = (numbers: Readonly<Record<string, string>>): Verified["filings"] =>
  says(
    "companyreg:QuerySuccessIcpData",
    Object.entries(numbers).map(([domain, number]) => ({ domain, number })),
  );

/** What the cloud said of account 1. */
export const verifiedOf = (told: Partial<Verified> = {}): Verified => ({
  version: 1,
  at: AT,
  asOf: TODAY,
  account: { operation: "sts:GetCallerIdentity", at: AT, says: ACCOUNT },
  domains: [],
  servers: [],
  ...told,
});

/** A register from YAML, brought up to date on a day, with what the cloud said of it. */
export const registerAsked = (yaml: string, told: Partial<Verified>, asOf = "2026-11-22"): Register =>
  asRegister(
    loadRegister(`version: 1\nasOf: ${asOf}\n${yaml}`, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY }),
    verifiedOf(told),
  );

/** What to do about each kind of silence. */
export const REMEDIES = {
  forbidden: "allow-asking",
  throttled: "ask-again",
  unreachable: "ask-again",
  failed: "ask-again",
  unreadable: "check",
  "not-owned": "ask-as-owner",
  "not-found": "ask-as-owner",
  "not-activated": "check",
} as const satisfies Readonly<Record<Unanswered, string>>;
