import { planOf } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { cdn } from "../support/stacks";

const site = planOf([cdn("site")]);
const own =
  "icp-entity-province violation example.com: icp-entity-province [refile-province] at site and filings[0].number";
const unsure =
  "icp-entity-province undetermined example.com: undetermined (not-declared) [declare-key] at site and filings[0].number";
const filing = (entity: string, more: string) =>
  register(
    `entities: [{ id: acme, type: enterprise${entity} }]\nfilings: [{ domain: example.com, status: active, ${more} }]\n`,
  );
const ZHEJIANG = ", province: zhejiang";

ruleTester("icp-entity-province", {
  violations: {
    "a number of Beijing": [
      site,
      filing(ZHEJIANG, "entity: acme, number: 京ICP备12345678号-1"),
      [own],
      [
        "example.com is filed as 京ICP备12345678号-1, and acme is of Zhejiang, whose numbers begin with 浙",
        "- File example.com in the province of the licence, or correct the entity's province.",
        "by S1-25",
        "site (hosts)",
      ],
    ],
  },
  satisfied: {
    "a number of the same province": [site, filing(ZHEJIANG, "entity: acme, number: 浙ICP备12345678号-1"), []],
    "a province with two letters": [
      site,
      filing(", province: sichuan", "entity: acme, number: 蜀ICP备12345678号-1"),
      [],
    ],
    "and its other letter": [site, filing(", province: sichuan", "entity: acme, number: 川ICP备12345678号-1"), []],
    "that of a licence holder": [site, filing(ZHEJIANG, "entity: acme, number: 浙B2-20080224-1"), []],
  },
  undetermined: {
    "the province is not said": [
      site,
      filing("", "entity: acme, number: 浙ICP备12345678号-1"),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say province of acme",
        "- Say province of acme in icp.yaml.",
        "by S1-25",
        "site (hosts)",
      ],
    ],
    "the entity is not said": [site, filing(ZHEJIANG, "number: 浙ICP备12345678号-1"), [unsure]],
  },
  silent: {
    "no number": [site, filing(ZHEJIANG, "entity: acme"), []],
    "no entities are declared": [
      site,
      register("filings: [{ domain: example.com, status: active, entity: acme, number: 京ICP备12345678号-1 }]\n"),
      [],
    ],
    "another plan exposes it": [planOf([]), filing(ZHEJIANG, "entity: acme, number: 京ICP备12345678号-1"), []],
  },
});
