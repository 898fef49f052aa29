import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site")]);
const own =
  "icp-domain-holder violation example.com: icp-domain-holder [same-holder] at site and filings[0].registration.holder";
const unsure =
  "icp-domain-holder undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].registration.holder";
const held = (filing: string, more = "") =>
  register(
    `${more}filings: [{ domain: example.com, status: active, ${filing}, registration: { expiresOn: 2028-01-01, holder: acme } }]\n`,
  );

ruleTester("icp-domain-holder", {
  violations: {
    "another holder than the filing's entity": [
      site,
      held("entity: other"),
      [own],
      [
        "example.com is registered to acme and filed by other",
        "- Transfer example.com to the entity that files, or make a change filing.",
        "by F-32",
        "site (hosts)",
      ],
    ],
    "another holder than the account's entity": [
      site,
      held('account: "1"', 'accounts: [{ id: "1", site: china, entity: other }]\n'),
      [own],
    ],
  },
  satisfied: {
    "the same": [site, held("entity: acme"), []],
  },
  undetermined: {
    "the entity is not said": [
      site,
      held("number: 浙ICP备12345678号-1"),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say entity of example.com",
        "- Say entity of example.com in icp.yaml.",
        "by F-32",
        "site (hosts)",
      ],
    ],
    "the holder is not said": [
      site,
      register(
        "filings: [{ domain: example.com, status: active, entity: acme, registration: { expiresOn: 2028-01-01 } }]\n",
      ),
      [unsure],
    ],
  },
  silent: {
    "no registration is declared": [
      site,
      register("filings: [{ domain: example.com, status: active, entity: acme }]\n"),
      [],
    ],
    "another plan exposes it": [planOf([]), held("entity: other"), []],
    "unfiled, and served from outside only": [
      planOf([cdn("site", { scope: "overseas" })]),
      register("filings: [{ domain: example.com, status: unfiled, entity: other, registration: { holder: acme } }]\n"),
      [],
    ],
  },
});
