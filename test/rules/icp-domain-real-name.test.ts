import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site")]);
const others = ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"];
const own =
  "icp-domain-real-name violation example.com: icp-domain-real-name [verify-holder] at site and filings[0].registration.realName";
const unsure =
  "icp-domain-real-name undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].registration.realName";
const recent =
  "icp-domain-real-name violation example.com: icp-domain-real-name.recent [verify-holder] at site and filings[0].registration.realName";
// Tests judge on a Wednesday.
const verified = (more: string, status = "unfiled") =>
  register(
    `filings: [{ domain: example.com, status: ${status}, entity: acme, registration: { approvedRegistrar: true, holder: acme, expiresOn: 2028-01-01${more} } }]\n`,
  );

ruleTester("icp-domain-real-name", {
  violations: {
    missing: [
      site,
      verified(", realName: missing"),
      [...others, own],
      [
        "example.com must be filed, and the real-name verification of its holder is missing",
        "- Have the holder of example.com verified, and file three working days after that.",
        "by F-32",
        "site (hosts)",
      ],
    ],
    pending: [site, verified(", realName: pending"), [...others, own]],
    "verified on Monday": [
      site,
      verified(", realName: verified, realNameAt: 2026-11-23"),
      [...others, recent],
      [
        "example.com must be filed, and its holder was verified on 2026-11-23, 2 working days ago (weekdays); it takes three to reach the ministry",
        "- Have the holder of example.com verified, and file three working days after that.",
        "by F-32",
        "site (hosts)",
      ],
    ],
    "verified today": [site, verified(", realName: verified, realNameAt: 2026-11-25"), [...others, recent]],
  },
  satisfied: {
    "verified on Friday, three weekdays ago": [site, verified(", realName: verified, realNameAt: 2026-11-20"), others],
    "verified on Sunday": [site, verified(", realName: verified, realNameAt: 2026-11-22"), others],
  },
  undetermined: {
    "verified, and it is not said when": [
      site,
      verified(", realName: verified"),
      [...others, unsure],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say registration.realNameAt of example.com",
        "- Say registration.realNameAt of example.com in icp.yaml.",
        "by F-32",
        "site (hosts)",
      ],
    ],
    "nothing is said of it": [site, verified(""), [...others, unsure]],
  },
  silent: {
    "filed already": [site, verified(", realName: missing", "active"), []],
    "the register has no such section": [site, undefined, others],
  },
});
