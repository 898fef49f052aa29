import { planOf, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, record } from "../support/stacks";

const site = planOf([cdn("site")]);
const own =
  "icp-domain-expiry violation example.com: icp-domain-expiry [renew-domain] at site and filings[0].registration.expiresOn";
const expires = (more: string, status = "active") =>
  register(
    `filings: [{ domain: example.com, status: ${status}, entity: acme, accessProviders: [{ name: aliyun }], registration: { holder: acme${more} } }]\n`,
  );

ruleTester("icp-domain-expiry", {
  violations: {
    "in 90 days": [
      site,
      expires(", expiresOn: 2027-02-23"),
      [own],
      [
        "example.com expires on 2027-02-23, in 90 days",
        "- Renew example.com, by a year or more.",
        "by S1-27",
        "site (hosts)",
      ],
    ],
    "expired already": [
      site,
      expires(", expiresOn: 2026-11-24"),
      [
        "icp-domain-expiry violation example.com: icp-domain-expiry.expired [renew-domain] at site and filings[0].registration.expiresOn",
      ],
      ["example.com expired on 2026-11-24", "- Renew example.com, by a year or more.", "by S1-27", "site (hosts)"],
    ],
    "wherever it is served from": [
      planOf([record("www", unknownValue)]),
      expires(", expiresOn: 2026-12-01"),
      [
        "icp-filed-domain-offshore undetermined www.example.com",
        "icp-domain-expiry violation example.com: icp-domain-expiry [renew-domain] at www-record and filings[0].registration.expiresOn",
      ],
    ],
  },
  satisfied: {
    "in 91 days": [site, expires(", expiresOn: 2027-02-24"), []],
  },
  undetermined: {
    "it is not said": [
      site,
      expires(""),
      [
        "icp-domain-expiry undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].registration.expiresOn",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say registration.expiresOn of example.com",
        "- Say registration.expiresOn of example.com in icp.yaml.",
        "by S1-27",
        "site (hosts)",
      ],
    ],
  },
  silent: {
    "another plan exposes it": [planOf([]), expires(", expiresOn: 2026-12-01"), []],
    "no registration is declared": [site, register("filings: [{ domain: example.com, status: active }]\n"), []],
  },
});
