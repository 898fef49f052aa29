/** A register that is judged without a plan: which rules are asked, and what each of them says of it. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { Plan } from "../../src/plan/plan";
import { loadRegister } from "../../src/register/load";
import { asRegister } from "../../src/register/register";
import { allRules } from "../../src/rules";
import { RULE_IDS, type RuleId } from "../../src/vocabulary/rule-ids";
import { TODAY } from "../support/rule-tester";
import { domainSaid, says, verifiedOf } from "../support/verified";

/** The rules that a register alone is asked by; what a plan decides is not. */
const asked: readonly RuleId[] = [
  "icp-commercial-licence",
  "icp-psb-filing",
  "icp-app-filing",
  "icp-server-term",
  "icp-server-renewal",
  "icp-server-quota",
  "icp-access-provider-removal",
  "icp-domain-suffix",
  "icp-domain-suffix-filed",
  "icp-domain-registrar",
  "icp-domain-real-name",
  "icp-domain-holder",
  "icp-domain-expiry",
  "icp-domain-words",
  "icp-account-site",
  "icp-account-entity",
  "icp-one-domain-per-site",
  "icp-entity-eligible",
  "icp-entity-province",
  "icp-register-contradicted",
  "icp-register-differs",
  "icp-register-stale",
];

/** Every asked rule finds something in it. */
const FAULTY = `version: 1
asOf: 2026-01-01
words: [shop]
accounts:
  - { id: "1", site: international, entity: rep }
  - { id: "2", site: china, entity: acme }
entities:
  - { id: acme, type: enterprise, province: beijing }
  - { id: rep, type: foreign-no-presence }
filings:
  - domain: shop.com
    number: 浙ICP备12345678号-1
    status: active
    approvedAt: 2024-03-01
    account: "2"
    accessProviders: [{ name: aliyun, status: removing }]
    servers: [{ product: ecs, id: i-1, account: "1", expiresOn: 2026-12-01, codesUsed: 6 }]
    commercial: { required: true, licence: null }
    psb: { number: null, siteOpenedOn: 2024-03-01 }
    registration: { holder: other, expiresOn: 2026-12-31 }
  - { domain: example.io, number: 浙ICP备12345678号-1, status: active, approvedAt: 2024-03-01 }
  - domain: example.me
    status: unfiled
    account: "1"
    servers: [{ product: web-hosting, id: vh-1, termMonths: 1 }]
    registration: { realName: missing, approvedRegistrar: false, holder: rep, expiresOn: 2028-01-01 }
suffixes: { denied: [me] }
apps: [{ name: Shop, number: null }]
waivers: [{ rule: icp-dns-record, apex: shop.com, reason: moved, until: 2026-02-01 }]
`;

/** The cloud denies a filing of it, and knows one that it does not. */
const SAID = verifiedOf({
  domains: [domainSaid("shop.com", { filing: says("cdn:CheckCdnDomainICP", "not-filed") }), domainSaid("example.me")],
});

const judged = (text: string) => {
  const loaded = loadRegister(text, { file: "icp.yaml", knownRules: RULE_IDS, today: TODAY });
  const register = asRegister(loaded, text === FAULTY ? SAID : undefined);
  return judge(new Plan([], []), { register, today: TODAY, registerAlone: true });
};
const verdictsOf = (filings: string, more = ""): readonly string[] => {
  const { findings, satisfied } = judged(`version: 1\nasOf: 2026-11-20\n${more}filings:\n${filings}`);
  return [
    ...findings.map(({ rule, verdict, message }) => `${verdict} ${rule} ${message.id}`),
    ...satisfied.map(({ rule }) => `satisfied ${rule}`),
  ].filter((one) => !one.includes("icp-register-stale"));
};

describe("a register without a plan", () => {
  it("is asked by these rules", () => {
    expect(allRules.filter(({ register }) => register).map(({ id }) => id)).toEqual(asked);
    expect(judged(FAULTY).rules.map(({ id }) => id)).toEqual(asked);
  });

  it("is told by each of them what is wrong", () => {
    const found = judged(FAULTY).findings.filter(({ verdict }) => verdict === "violation");
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([...asked].sort());
  });

  it("names each finding by its line", () => {
    expect(judged(FAULTY).findings.filter(({ registerKey }) => !registerKey)).toEqual([]);
  });

  it("leaves out no rule that needs a plan: none was asked", () => {
    expect(judged(FAULTY).left).toEqual([]);
  });
});

describe("what a plan decides", () => {
  it.each<[string, string, readonly string[]]>([
    ["whether an active filing is with Alibaba Cloud", "  - { domain: a.com, status: active }", []],
    [
      "whether Alibaba Cloud still serves what it leaves",
      "  - { domain: a.com, status: active, accessProviders: [{ name: aliyun, status: removing }, { name: huawei }] }",
      [],
    ],
    [
      "whether a server renews itself",
      "  - { domain: a.com, status: active, servers: [{ product: ecs, id: i-1, expiresOn: 2028-01-01 }] }",
      ["satisfied icp-server-quota"],
    ],
    [
      "how long a server of a first filing is bought for",
      "  - { domain: a.com, status: unfiled, servers: [{ product: ecs, id: i-1 }] }",
      ["satisfied icp-server-quota"],
    ],
    [
      "whether another server, of which nothing is said, will do",
      "  - { domain: a.com, status: unfiled, servers: [{ product: ecs, id: i-1 }, { product: ecs, id: i-2, termMonths: 1 }] }",
      ["satisfied icp-server-quota", "satisfied icp-server-quota"],
    ],
    [
      "whether globs that are alike mean one server",
      [1, 2, 3, 4, 5, 6]
        .map((n) => `  - { domain: a${n}.com, status: active, servers: [{ product: ecs, resource: "*::web" }] }\n`)
        .join(""),
      [],
    ],
  ])("is not said: %s", (_, filings, expected) => {
    expect(verdictsOf(filings).filter((one) => !one.includes("icp-domain-suffix"))).toEqual(expected);
  });

  it("is said of one server that several filings name", () => {
    const all = [1, 2, 3, 4, 5, 6]
      .map(
        (n) =>
          `  - { domain: a${n}.com, status: active, servers: [{ product: ecs, stack: web/prod, resource: "*::web" }] }\n`,
      )
      .join("");
    expect(verdictsOf(all)).toContain("violation icp-server-quota icp-server-quota");
  });
});

describe("what is taken for given", () => {
  const full = (status: string): string =>
    `  - { domain: a.com, status: ${status}, commercial: { required: true, licence: null }, registration: { realName: missing } }\n`;
  it.each([
    ["unfiled", ["icp-domain-real-name"]],
    ["pending-initial", ["icp-domain-real-name"]],
    ["pending-access", ["icp-commercial-licence", "icp-domain-real-name"]],
    ["active", ["icp-commercial-licence"]],
    ["cancelling", []],
    ["revoked", []],
    ["empty-shell", []],
  ])("of a filing that is %s", (status, expected) => {
    const { findings } = judged(`version: 1\nasOf: 2026-11-20\nfilings:\n${full(status)}`);
    const found = findings.filter(({ verdict, level }) => verdict === "violation" && level === "mandatory");
    expect(found.map(({ rule }) => rule).sort()).toEqual(expected);
  });

  it.each([
    ["number: null", ["violation icp-app-filing icp-app-filing.declared"]],
    ["number: 浙ICP备12345678号-2A, status: active", ["satisfied icp-app-filing"]],
    ["number: null, status: pending-initial", []],
    ["status: revoked", []],
  ])("of an app with %s", (says, expected) => {
    expect(verdictsOf("  []", `apps: [{ name: Shop, hosts: [api.a.com], ${says} }]\n`)).toEqual(expected);
  });
});
