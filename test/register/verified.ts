import type { Verified } from "../../src/register/verified";

/** A moment before the day of the tests. */
export const AT = "2026-11-24T03:04:05Z";
/** The filings of the account, in their order. */
export const OWN_FILINGS = [
  { domain: "example.com", number: "浙ICP备12345678号-1" },
  { domain: "example.org", number: "浙ICP备12345678号-2" },
] as const;
/** What the cloud said, of each kind of answer. */
export const VERIFIED: Verified = {
  version: 1,
  at: AT,
  asOf: "2026-11-22",
  account: { operation: "sts:GetCallerIdentity", at: AT, says: "1234567890123456" },
  filings: { operation: "companyreg:QuerySuccessIcpData", at: AT, says: OWN_FILINGS },
  domains: [
    {
      domain: "example.com",
      filing: { operation: "cdn:CheckCdnDomainICP", at: AT, says: "filed" },
      registration: {
        operation: "domain:QueryDomainByDomainName",
        at: AT,
        says: { realName: "verified", expiresOn: "2027-05-06", holder: "organisation" },
      },
    },
    {
      domain: "example.net",
      filing: { operation: "cdn:CheckCdnDomainICP", at: AT, unanswered: "not-owned", code: "124" },
      registration: { operation: "domain:QueryDomainByDomainName", at: AT, unanswered: "unreachable" },
    },
  ],
  servers: [
    {
      product: "ecs",
      id: "i-a",
      server: {
        operation: "ecs:DescribeInstances",
        at: AT,
        says: {
          region: "cn-hangzhou",
          charge: "subscription",
          expiresOn: "2027-01-02",
          hasPublicAddress: true,
          state: "live",
        },
      },
      renewal: { operation: "ecs:DescribeInstanceAutoRenewAttribute", at: AT, says: "automatic" },
    },
    {
      product: "sas",
      id: "a1b2",
      server: { operation: "swas-open:ListInstances", at: AT, unanswered: "forbidden", code: "Forbidden.RAM" },
    },
  ],
};
/** The same as it is written. */
export const VERIFIED_TEXT = `{
  "version": 1,
  "at": "2026-11-24T03:04:05Z",
  "asOf": "2026-11-22",
  "account": {
    "operation": "sts:GetCallerIdentity",
    "at": "2026-11-24T03:04:05Z",
    "says": "1234567890123456"
  },
  "filings": {
    "operation": "companyreg:QuerySuccessIcpData",
    "at": "2026-11-24T03:04:05Z",
    "says": [
      {
        "domain": "example.com",
        "number": "浙ICP备12345678号-1"
      },
      {
        "domain": "example.org",
        "number": "浙ICP备12345678号-2"
      }
    ]
  },
  "domains": [
    {
      "domain": "example.com",
      "filing": {
        "operation": "cdn:CheckCdnDomainICP",
        "at": "2026-11-24T03:04:05Z",
        "says": "filed"
      },
      "registration": {
        "operation": "domain:QueryDomainByDomainName",
        "at": "2026-11-24T03:04:05Z",
        "says": {
          "realName": "verified",
          "expiresOn": "2027-05-06",
          "holder": "organisation"
        }
      }
    },
    {
      "domain": "example.net",
      "filing": {
        "operation": "cdn:CheckCdnDomainICP",
        "at": "2026-11-24T03:04:05Z",
        "unanswered": "not-owned",
        "code": "124"
      },
      "registration": {
        "operation": "domain:QueryDomainByDomainName",
        "at": "2026-11-24T03:04:05Z",
        "unanswered": "unreachable"
      }
    }
  ],
  "servers": [
    {
      "product": "ecs",
      "id": "i-a",
      "server": {
        "operation": "ecs:DescribeInstances",
        "at": "2026-11-24T03:04:05Z",
        "says": {
          "region": "cn-hangzhou",
          "charge": "subscription",
          "expiresOn": "2027-01-02",
          "hasPublicAddress": true,
          "state": "live"
        }
      },
      "renewal": {
        "operation": "ecs:DescribeInstanceAutoRenewAttribute",
        "at": "2026-11-24T03:04:05Z",
        "says": "automatic"
      }
    },
    {
      "product": "sas",
      "id": "a1b2",
      "server": {
        "operation": "swas-open:ListInstances",
        "at": "2026-11-24T03:04:05Z",
        "unanswered": "forbidden",
        "code": "Forbidden.RAM"
      }
    }
  ]
}
`;
