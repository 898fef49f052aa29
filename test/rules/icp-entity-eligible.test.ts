import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site")]);
const others = ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"];
const own =
  "icp-entity-eligible violation example.com: icp-entity-eligible.filed [other-entity] at site and filings[0].entity";
const of = (type: string, more = "", status = "unfiled") =>
  register(
    `entities: [{ id: acme, ${type} }]\nfilings: [{ domain: example.com, status: ${status}, entity: acme${more} }]\n`,
  );
const COMMERCIAL = ", commercial: { required: true, licence: 浙B2-20240001 }";

ruleTester("icp-entity-eligible", {
  violations: {
    "a foreign company without presence": [
      site,
      of("type: foreign-no-presence"),
      [
        ...others,
        "icp-entity-eligible violation example.com: icp-entity-eligible.no-presence [other-entity] at site and filings[0].entity",
      ],
      [
        "example.com must be filed, and acme is a foreign company without presence in China, which cannot file",
        "- File through a local entity (a branch, a joint venture, a subsidiary), or serve example.com from outside the mainland.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "a representative office with a commercial site": [
      site,
      of("type: rep-office", COMMERCIAL),
      [
        ...others,
        "icp-entity-eligible violation example.com: icp-entity-eligible.rep-office [other-entity] at site and filings[0].entity",
      ],
      [
        "example.com must be filed and is commercial, and acme is a representative office, which never gets a commercial licence",
        "- File through a local entity (a branch, a joint venture, a subsidiary), or serve example.com from outside the mainland.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "an individual with a commercial site": [
      site,
      of("type: individual-mainland", COMMERCIAL),
      [
        ...others,
        "icp-entity-eligible violation example.com: icp-entity-eligible.individual [other-entity] at site and filings[0].entity",
      ],
      [
        "example.com must be filed and is commercial, and acme is an individual, whose filing must not show company content",
        "- File through a local entity (a branch, a joint venture, a subsidiary), or serve example.com from outside the mainland.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "an individual with a commercial site that is filed": [
      site,
      of("type: individual-mainland", `${COMMERCIAL}, accessProviders: [{ name: aliyun }]`, "active"),
      [own],
      [
        "example.com is filed and commercial, and acme is an individual, whose filing must not show company content",
        "- File through a local entity (a branch, a joint venture, a subsidiary), or serve example.com from outside the mainland.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "an apex that is not listed, and nobody else": [
      site,
      register("entities: [{ id: acme, type: foreign-no-presence }]\n"),
      [...others, "icp-entity-eligible violation example.com: icp-entity-eligible.no-presence [other-entity] at site"],
    ],
  },
  satisfied: {
    "an enterprise": [site, of("type: enterprise", COMMERCIAL), others],
    "an enterprise with a commercial site that is filed": [site, of("type: enterprise", COMMERCIAL, "active"), []],
    "an individual": [site, of("type: individual-mainland"), others],
  },
  undetermined: {
    "its type is not said": [
      site,
      of("province: zhejiang"),
      [
        ...others,
        "icp-entity-eligible undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].entity",
      ],
    ],
    "a proxy holder": [
      site,
      of("type: proxy"),
      [
        ...others,
        "icp-entity-eligible undetermined example.com: undetermined (entity-proxy) [check] at site and filings[0].entity",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: acme is a proxy holder: whether it may hold the filing is a grey area, and what it does wrong elsewhere hits this domain too",
        "- Check by hand what cannot be told here.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "a representative office": [
      site,
      of("type: rep-office"),
      [
        ...others,
        "icp-entity-eligible undetermined example.com: undetermined (entity-rep-office) [check] at site and filings[0].entity",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: acme is a representative office, which can file in some provinces only",
        "- Check by hand what cannot be told here.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "a foreign individual": [
      site,
      of("type: individual-foreign"),
      [
        ...others,
        "icp-entity-eligible undetermined example.com: undetermined (entity-permit) [check] at site and filings[0].entity",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: acme is an individual from outside the mainland: whether a permit or passport is accepted depends on the province",
        "- Check by hand what cannot be told here.",
        "by S0-26",
        "site (hosts)",
      ],
    ],
    "which of two is not said": [
      site,
      register("entities: [{ id: a, type: enterprise }, { id: b, type: foreign-no-presence }]\n"),
      [...others, "icp-entity-eligible undetermined example.com: undetermined (not-declared) [declare-key] at site"],
    ],
  },
  silent: {
    "no entities are declared": [
      site,
      register("filings: [{ domain: example.com, status: unfiled, entity: acme }]\n"),
      others,
    ],
    "filed already": [site, of("type: foreign-no-presence", "", "active"), []],
  },
});
