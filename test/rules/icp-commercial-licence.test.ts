import { planOf, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn, record } from "../support/stacks";

const site = planOf([cdn("site")]);
const own =
  "icp-commercial-licence violation example.com: icp-commercial-licence [get-licence] at site and filings[0].commercial.licence";
const unsure =
  "icp-commercial-licence undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].commercial.licence";
const commercial = (keys: string, status = "active") =>
  register(
    `filings: [{ domain: example.com, status: ${status}, accessProviders: [{ name: aliyun }], commercial: { ${keys} } }]\n`,
  );

ruleTester("icp-commercial-licence", {
  violations: {
    "required, and there is none": [
      site,
      commercial("required: true, licence: null"),
      [own],
      [
        "example.com is served from the mainland and needs a commercial licence, and has none",
        "- Get the licence before the site goes into business, and write it in icp.yaml: commercial: { licence: … }.",
        "by S0-03",
        "site (hosts)",
      ],
    ],
    "not filed either": [
      site,
      register("filings: [{ domain: example.com, status: unfiled, commercial: { required: true, licence: null } }]\n"),
      ["icp-cdn-coverage violation www.example.com", own, "icp-server-missing violation example.com"],
    ],
  },
  satisfied: {
    "there is one": [site, commercial("required: true, licence: 浙B2-20240001"), []],
  },
  undetermined: {
    "whether there is one is not said": [
      site,
      commercial("required: true"),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say commercial.licence of example.com",
        "- Say commercial.licence of example.com in icp.yaml.",
        "by S0-03",
        "site (hosts)",
      ],
    ],
    "whether it is served from the mainland is not known": [
      planOf([cdn("site", { scope: unknownValue })]),
      commercial("required: true, licence: null"),
      [
        "icp-commercial-licence undetermined example.com: undetermined (computed) [check] at site and filings[0].commercial.licence",
        "icp-filed-domain-offshore undetermined www.example.com",
      ],
    ],
  },
  silent: {
    "not required": [site, commercial("required: false, licence: null"), []],
    "served from outside only": [
      planOf([cdn("site", { scope: "overseas", domainName: "eu.example.com" })]),
      commercial("required: true, licence: null"),
      ["icp-filed-domain-split violation eu.example.com"],
    ],
    "nothing is served": [
      planOf([record("www", "203.0.113.10", { status: "DISABLE" })]),
      commercial("required: true, licence: null"),
      [],
    ],
    "the register has no such section": [site, register("filings: [{ domain: example.com, status: active }]\n"), []],
  },
});
