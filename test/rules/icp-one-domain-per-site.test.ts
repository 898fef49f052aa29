import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site")]);
const both = planOf([cdn("site"), cdn("second", { domainName: "www.example.net" })]);
const own =
  "icp-one-domain-per-site violation example.com: icp-one-domain-per-site [file-each] at site and filings[0].number";
const NUMBER = "浙ICP备12345678号-1";
const filings = (...more: string[]) =>
  register(
    `filings: [${more.map((one, at) => `{ domain: ${["example.com", "example.net"][at] ?? ""}, status: active, ${one} }`).join(", ")}]\n`,
  );

ruleTester("icp-one-domain-per-site", {
  violations: {
    "approved since": [
      site,
      filings(`number: ${NUMBER}, approvedAt: 2019-04-22`, `number: ${NUMBER}, approvedAt: 2018-01-01`),
      [own],
      [
        "浙ICP备12345678号-1 is the website number of 2 domains (example.com, example.net); since 2019-04-22 a website is filed with one domain",
        "- File each domain as a website of its own.",
        "by S4-04",
        "site (hosts)",
      ],
    ],
    "both in the plan: said once": [
      both,
      filings(`number: ${NUMBER}, approvedAt: 2024-01-01`, `number: ${NUMBER}, approvedAt: 2024-01-01`),
      [own],
    ],
    "spelled in two ways": [
      site,
      filings(`number: ${NUMBER}, approvedAt: 2024-01-01`, "number: 浙ICP备12345678号－1"),
      [own],
    ],
  },
  satisfied: {
    "approved before": [
      site,
      filings(`number: ${NUMBER}, approvedAt: 2019-04-21`, `number: ${NUMBER}, approvedAt: 2018-01-01`),
      [],
    ],
    "numbers of their own": [
      site,
      filings(`number: ${NUMBER}, approvedAt: 2024-01-01`, "number: 浙ICP备12345678号-2, approvedAt: 2024-01-01"),
      [],
    ],
  },
  undetermined: {
    "when it was approved is not said": [
      site,
      filings(`number: ${NUMBER}, approvedAt: 2018-01-01`, `number: ${NUMBER}`),
      [
        "icp-one-domain-per-site undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].number",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say approvedAt of example.net",
        "- Say approvedAt of example.net in icp.yaml.",
        "by S4-04",
        "site (hosts)",
      ],
    ],
  },
  silent: {
    "no numbers": [site, filings("approvedAt: 2024-01-01", "approvedAt: 2024-01-01"), []],
    "another plan exposes them": [
      planOf([]),
      filings(`number: ${NUMBER}, approvedAt: 2024-01-01`, `number: ${NUMBER}, approvedAt: 2024-01-01`),
      [],
    ],
  },
});
