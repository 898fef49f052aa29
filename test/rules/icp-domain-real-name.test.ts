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
    missing: [site, verified(", realName: missing"), [...others, own]],
    pending: [site, verified(", realName: pending"), [...others, own]],
    "verified on Monday": [site, verified(", realName: verified, realNameAt: 2026-11-23"), [...others, recent]],
    "verified today": [site, verified(", realName: verified, realNameAt: 2026-11-25"), [...others, recent]],
  },
  satisfied: {
    "verified on Friday, three weekdays ago": [site, verified(", realName: verified, realNameAt: 2026-11-20"), others],
    "verified on Sunday": [site, verified(", realName: verified, realNameAt: 2026-11-22"), others],
  },
  undetermined: {
    "verified, and it is not said when": [site, verified(", realName: verified"), [...others, unsure]],
    "nothing is said of it": [site, verified(""), [...others, unsure]],
  },
  silent: {
    "filed already": [site, verified(", realName: missing", "active"), []],
    "the register has no such section": [site, undefined, others],
  },
});
