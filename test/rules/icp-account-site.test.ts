import { planOf, ref } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, instance, record, web } from "../support/stacks";

const site = planOf([cdn("site")]);
const server = planOf([...web, instance("server"), record("www", ref("server"))]);
const others = ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"];
const own =
  "icp-account-site violation example.com: icp-account-site [china-account] at www-record and filings[0].account";
const CHINA = '{ id: "1", site: china }';
const INTERNATIONAL = '{ id: "2", site: international }';
const accounts = (list: readonly string[], filing = "status: unfiled") =>
  register(`accounts: [${list.join(", ")}]\nfilings: [{ domain: example.com, ${filing} }]\n`);

ruleTester("icp-account-site", {
  violations: {
    "the filing's account": [
      site,
      accounts([CHINA, INTERNATIONAL], 'status: unfiled, account: "2"'),
      [
        ...others,
        "icp-account-site violation example.com: icp-account-site [china-account] at site and filings[0].account",
      ],
      [
        "example.com is not filed, and account 2 is of the international site, which cannot file",
        "- File with an account of the China site; the servers may be another account's, with a service code.",
        "by S2-03",
        "site (hosts)",
      ],
    ],
    "the only account": [
      site,
      accounts([INTERNATIONAL]),
      [
        ...others,
        "icp-account-site violation example.com: icp-account-site [china-account] at site and filings[0].account",
      ],
    ],
    "an apex that is not listed": [
      site,
      register(`accounts: [${INTERNATIONAL}]\n`),
      [...others, "icp-account-site violation example.com: icp-account-site [china-account] at site"],
    ],
    "access must be added": [
      server,
      accounts([INTERNATIONAL], "status: active, accessProviders: [{ name: huawei }]"),
      ["icp-access-provider violation www.example.com", own],
    ],
  },
  satisfied: {
    "an account of the China site": [site, accounts([CHINA]), others],
    "the filing's account among others": [
      site,
      accounts([CHINA, INTERNATIONAL], 'status: unfiled, account: "1"'),
      others,
    ],
  },
  undetermined: {
    "which of two is not said": [
      site,
      accounts([CHINA, INTERNATIONAL]),
      [
        ...others,
        "icp-account-site undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].account",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say account of example.com",
        "- Say account of example.com in icp.yaml.",
        "by S2-03",
        "site (hosts)",
      ],
    ],
    "its site is not said": [
      site,
      accounts(['{ id: "1" }']),
      [
        ...others,
        "icp-account-site undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].account",
      ],
    ],
  },
  silent: {
    "no accounts are declared": [site, undefined, others],
    "filed already": [site, accounts([INTERNATIONAL], "status: active"), []],
    "served from outside only": [planOf([cdn("site", { scope: "overseas" })]), accounts([INTERNATIONAL]), []],
  },
});
