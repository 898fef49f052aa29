import { planOf, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site")]);
const own = "icp-psb-filing violation example.com: icp-psb-filing [psb-file] at site and filings[0].psb.number";
const unsure =
  "icp-psb-filing undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].psb.number";
const psb = (keys: string) => register(`filings: [{ domain: example.com, status: active, psb: { ${keys} } }]\n`);

ruleTester("icp-psb-filing", {
  violations: {
    "open for 31 days": [
      site,
      psb("number: null, siteOpenedOn: 2026-10-25"),
      [own],
      [
        "The site of example.com opened on 2026-10-25, 31 days ago, and has no public-security filing; it is due within 30 days",
        "- File example.com with the public security authority, and write the number in icp.yaml: psb: { number: … }.",
        "by F-43",
        "site (hosts)",
      ],
    ],
  },
  satisfied: {
    "open for 30 days": [site, psb("number: null, siteOpenedOn: 2026-10-26"), []],
    "there is a number": [site, psb("number: 浙公网安备33010602000001号, siteOpenedOn: 2024-01-01"), []],
  },
  undetermined: {
    "when it opened is not said": [
      site,
      psb("number: null"),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say psb.siteOpenedOn of example.com",
        "- Say psb.siteOpenedOn of example.com in icp.yaml.",
        "by F-43",
        "site (hosts)",
      ],
    ],
    "whether there is a number is not said": [site, psb("siteOpenedOn: 2024-01-01"), [unsure]],
    "whether it is served from the mainland is not known": [
      planOf([cdn("site", { scope: unknownValue })]),
      psb("number: null, siteOpenedOn: 2024-01-01"),
      [
        "icp-filed-domain-offshore undetermined www.example.com",
        "icp-psb-filing undetermined example.com: undetermined (computed) [check] at site and filings[0].psb.number",
      ],
    ],
  },
  silent: {
    "it has not opened": [site, psb("number: null, siteOpenedOn: null"), []],
    "it opens tomorrow": [site, psb("number: null, siteOpenedOn: 2026-11-26"), []],
    "another plan exposes it": [planOf([]), psb("number: null, siteOpenedOn: 2024-01-01"), []],
    "the register has no such section": [site, register("filings: [{ domain: example.com, status: active }]\n"), []],
  },
});
