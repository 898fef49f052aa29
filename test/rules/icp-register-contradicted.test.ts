import { planOf } from "../support/plan";
import { filed, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site", { domainName: "www.change-me.com" })]);

// To be replaced: violations, satisfied, undetermined and silent cases, each with all findings.
ruleTester("icp-register-contradicted", {
  violations: {
    "a domain that is named so": [
      site,
      filed("change-me.com"),
      [
        "icp-register-contradicted violation change-me.com: icp-register-contradicted [another-domain] at site and filings[0].domain",
      ],
    ],
  },
  satisfied: {
    "a domain that is not": [planOf([cdn("site")]), filed(), []],
  },
});
