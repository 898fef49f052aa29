import { UNANSWERED_WHY } from "../../src/register/verified";
import { planOf } from "../support/plan";
import { ruleTester, type Case } from "../support/rule-tester";
import { cdn } from "../support/stacks";
import { domainSaid, ownSaid, REMEDIES, registerAsked as asked, says, serverSaid, silent } from "../support/verified";

const OWN = "icp-register-differs";
const site = planOf([cdn("site")]);
const filing = (status: string, more = "") =>
  `filings: [{ domain: example.com, status: ${status}, accessProviders: [{ name: aliyun }]${more} }]\n`;
const registered = (more: string) => filing("active", `, registration: { ${more} }`);
const withServer = (more: string) => filing("active", `, servers: [{ product: ecs, id: i-1, ${more} }]`);
const denied = domainSaid("example.com", { filing: says("cdn:CheckCdnDomainICP", "not-filed") });
const whole = "realName: verified, realNameAt: 2024-01-01, holder: acme, expiresOn: 2028-01-01";
const entities = (type: string) => `entities: [{ id: acme, type: ${type} }]\n`;
const whose = { entity: "icp-domain-holder undetermined example.com" };
const NUMBER = "浙ICP备12345678号-1";
const numbered = (more = "") =>
  `filings: [{ domain: example.com, status: active, number: ${NUMBER}, accessProviders: [{ name: aliyun }]${more} }]\n`;
const through = (providers: string) =>
  `filings: [{ domain: example.com, status: active, number: ${NUMBER}, accessProviders: [${providers}] }]\n`;
const OWN_LIST = "companyreg:QuerySuccessIcpData";
const own = ownSaid({ "example.com": NUMBER });
const at = (id: string, key: string, remedy = "write-verified") =>
  `${OWN} violation example.com: ${OWN}.${id} [${remedy}] at filings[0].${key}`;

/** The account's own filings, that is asked for once: so it is said once, of no domain. */
const unanswered = Object.fromEntries(
  UNANSWERED_WHY.map((why): [string, Case] => [
    `numbers that could not be compared: ${why}`,
    [
      undefined,
      asked(
        `filings:\n${["example.com", "example.net"].map((domain, n) => `  - { domain: ${domain}, status: active, number: 浙ICP备12345678号-${n}, accessProviders: [{ name: aliyun }] }\n`).join("")}`,
        {
          domains: [domainSaid(), domainSaid("example.net")],
          filings: silent(OWN_LIST, why, "Some.Code"),
        },
      ),
      [`${OWN} undetermined -: undetermined (cloud-${why}) [${REMEDIES[why]}] at filings`],
    ],
  ]),
);

ruleTester("icp-register-differs", {
  violations: {
    "a filing that the register does not have yet": [
      undefined,
      asked(filing("pending-initial"), { domains: [domainSaid()] }),
      [at("filing", "status", "look-up-filing")],
      [
        "The register says that example.com waits for its first filing, and cdn:CheckCdnDomainICP says that it is filed (asked 2026-11-25T04:00:00Z)",
        "- Look example.com up in the ICP filing console, and correct what icp.yaml says of it: number and status.",
      ],
    ],
    "a filing of a domain that a plan serves and the register does not list": [
      site,
      asked("", { domains: [domainSaid()] }),
      [
        `${OWN} violation example.com: ${OWN}.unlisted [declare] at site`,
        "icp-cdn-coverage violation www.example.com",
        "icp-server-missing violation example.com",
      ],
      [
        "The register does not list example.com, and cdn:CheckCdnDomainICP says that it is filed (asked 2026-11-25T04:00:00Z)",
        "- If example.com is filed, say so in icp.yaml:",
        "  filings:",
        "    - { domain: example.com, status: active }",
        "site (hosts)",
      ],
    ],
    "a filing of a domain that was asked about and that the register does not list": [
      undefined,
      asked(filing("active"), { domains: [domainSaid(), domainSaid("other.cn")] }),
      [`${OWN} violation other.cn: ${OWN}.unlisted [declare]`],
    ],
    "another number": [
      undefined,
      asked(numbered(), { domains: [domainSaid()], filings: ownSaid({ "example.com": "浙ICP备12345678号-2" }) }),
      [at("number", "number", "look-up-filing")],
      [
        "The register says that the number of example.com is 浙ICP备12345678号-1, and companyreg:QuerySuccessIcpData says 浙ICP备12345678号-2 (asked 2026-11-25T04:00:00Z)",
        "- Look example.com up in the ICP filing console, and correct what icp.yaml says of it: number and status.",
      ],
    ],
    "another number of a domain that a plan serves": [
      site,
      asked(numbered(), { filings: ownSaid({ "example.com": "浙ICP备12345678号-2" }) }),
      [`${OWN} violation example.com: ${OWN}.number [look-up-filing] at site and filings[0].number`],
    ],
    "a filing through Alibaba Cloud that the register has with others": [
      undefined,
      asked(through("{ name: tencent }"), { domains: [domainSaid()], filings: own }),
      [at("access", "accessProviders", "look-up-access")],
      [
        "The register says that example.com is not filed through Alibaba Cloud, and companyreg:QuerySuccessIcpData says that it is, with 浙ICP备12345678号-1 (asked 2026-11-25T04:00:00Z)",
        "- Look the access providers of example.com up in the ICP filing console, and correct accessProviders in icp.yaml.",
      ],
    ],
    "a filing that the register says has left Alibaba Cloud": [
      undefined,
      asked(through("{ name: tencent }, { name: aliyun, status: removed }"), {
        domains: [domainSaid()],
        filings: own,
      }),
      [at("access", "accessProviders", "look-up-access")],
    ],
    "a filing that only the account's own list has": [
      undefined,
      asked(filing("pending-initial"), {
        domains: [domainSaid("example.com", { filing: silent("cdn:CheckCdnDomainICP", "not-owned") })],
        filings: own,
      }),
      [at("filing", "status", "look-up-filing")],
      [
        "The register says that example.com waits for its first filing, and companyreg:QuerySuccessIcpData says that it is filed (asked 2026-11-25T04:00:00Z)",
        "- Look example.com up in the ICP filing console, and correct what icp.yaml says of it: number and status.",
      ],
    ],
    "a filing that the account's own list has, and CDN denies": [
      undefined,
      asked(filing("unfiled"), { domains: [denied], filings: own }),
      [at("filing", "status", "look-up-filing")],
    ],
    "a filing of which both say so, once": [
      undefined,
      asked(filing("pending-initial"), { domains: [domainSaid()], filings: own }),
      [at("filing", "status", "look-up-filing")],
      [
        "The register says that example.com waits for its first filing, and cdn:CheckCdnDomainICP says that it is filed (asked 2026-11-25T04:00:00Z)",
        "- Look example.com up in the ICP filing console, and correct what icp.yaml says of it: number and status.",
      ],
    ],
    "filings of the account that the register does not list, whoever was asked about them": [
      undefined,
      asked(filing("active"), {
        domains: [domainSaid(), domainSaid("other.cn", { filing: silent("cdn:CheckCdnDomainICP", "not-owned") })],
        filings: ownSaid({
          "example.com": NUMBER,
          "more.cn": "浙ICP备12345678号-3",
          "other.cn": "浙ICP备12345678号-4",
        }),
      }),
      [`${OWN} violation more.cn: ${OWN}.unlisted [declare]`, `${OWN} violation other.cn: ${OWN}.unlisted [declare]`],
      [
        "The register does not list more.cn, and companyreg:QuerySuccessIcpData says that it is filed (asked 2026-11-25T04:00:00Z)",
        "- If more.cn is filed, say so in icp.yaml:",
        "  filings:",
        "    - { domain: more.cn, status: active, accessProviders: [{ name: aliyun }] }",
        "The register does not list other.cn, and companyreg:QuerySuccessIcpData says that it is filed (asked 2026-11-25T04:00:00Z)",
        "- If other.cn is filed, say so in icp.yaml:",
        "  filings:",
        "    - { domain: other.cn, status: active, accessProviders: [{ name: aliyun }] }",
      ],
    ],
    "a verification that is done by now": [
      undefined,
      asked(registered("realName: pending, holder: acme, expiresOn: 2028-01-01"), { domains: [domainSaid()] }),
      [at("real-name", "registration.realName"), whose.entity],
      [
        "The register says that the real-name verification of the holder of example.com is pending, and domain:QueryDomainByDomainName says that it is done by now (asked 2026-11-25T04:00:00Z)",
        "- Correct icp.yaml, or let `alicloud-icp register --verify --write` do it.",
      ],
    ],
    "another last day of a domain": [
      undefined,
      asked(registered(whole), { domains: [domainSaid("example.com", { registration: { expiresOn: "2027-06-30" } })] }),
      [at("expiry", "registration.expiresOn"), whose.entity],
      [
        "The register says that example.com expires on 2028-01-01, and domain:QueryDomainByDomainName says on 2027-06-30 (asked 2026-11-25T04:00:00Z)",
        "- Correct icp.yaml, or let `alicloud-icp register --verify --write` do it.",
      ],
    ],
    "a holder of another kind": [
      undefined,
      asked(entities("enterprise") + registered(whole), {
        domains: [domainSaid("example.com", { registration: { holder: "individual" } })],
      }),
      [at("holder", "registration.holder", "look-up-holder"), whose.entity],
      [
        "The register says that example.com is registered to acme, an organisation, and domain:QueryDomainByDomainName says to an individual (asked 2026-11-25T04:00:00Z)",
        "- Look up who holds example.com, and correct registration.holder, or the type of that entity, in icp.yaml.",
      ],
    ],
    "another last day of a server": [
      undefined,
      asked(withServer("expiresOn: 2027-06-30"), { domains: [domainSaid()], servers: [serverSaid()] }),
      [at("server-expiry", "servers[0].expiresOn")],
      [
        "The register says that i-1, with which example.com is filed, expires on 2027-06-30, and ecs:DescribeInstances says on 2027-12-01 (asked 2026-11-25T04:00:00Z)",
        "- Correct icp.yaml, or let `alicloud-icp register --verify --write` do it.",
      ],
    ],
    "another last day of a server in one of two entries": [
      undefined,
      asked(
        `filings:\n${["example.com: 2027", "example.net: 2028"]
          .map((one) => one.split(": "))
          .map(
            ([domain = "", year = ""]) =>
              `  - { domain: ${domain}, status: active, servers: [{ product: ecs, id: i-1, expiresOn: ${year}-12-01 }] }\n`,
          )
          .join("")}`,
        { domains: [domainSaid(), domainSaid("example.net")], servers: [serverSaid()] },
      ),
      [`${OWN} violation example.net: ${OWN}.server-expiry [write-verified] at filings[1].servers[0].expiresOn`],
    ],
    "a last day of a server that has none": [
      undefined,
      asked(withServer("expiresOn: 2027-06-30"), {
        domains: [domainSaid()],
        servers: [serverSaid("i-1", { server: { charge: "pay-as-you-go", expiresOn: null }, renewal: null })],
      }),
      [at("no-end", "servers[0].expiresOn", "take-end-out")],
    ],
    "a server that another account has than the one that is declared": [
      undefined,
      asked(withServer('account: "2"'), { domains: [domainSaid()], servers: [serverSaid()] }),
      [at("account", "servers[0].account", "look-up-server")],
      [
        "The register says that i-1, with which example.com is filed, is of account 2, and ecs:DescribeInstances finds it in account 1 (asked 2026-11-25T04:00:00Z)",
        "- Look i-1 up in its console, and correct what icp.yaml says of it: id and account.",
      ],
    ],
  },
  undetermined: {
    "the list of filings that had no answer, also where the register has no number": [
      undefined,
      asked(filing("active"), { domains: [domainSaid()], filings: silent(OWN_LIST, "forbidden") }),
      [`${OWN} undetermined -: undetermined (cloud-forbidden) [allow-asking] at filings`],
    ],
    ...unanswered,
    "a domain that a plan serves, the register does not list, and the cloud gave no answer of": [
      undefined,
      asked(filing("active"), {
        domains: [domainSaid(), domainSaid("other.cn", { filing: silent("cdn:CheckCdnDomainICP", "not-owned") })],
      }),
      [`${OWN} undetermined other.cn: undetermined (cloud-not-owned) [ask-as-owner]`],
    ],
  },
  satisfied: {
    "all as declared": [
      undefined,
      asked(
        `${entities("enterprise")}filings: [{ domain: example.com, status: active, entity: acme, registration: { ${whole} }, servers: [{ product: ecs, id: i-1, expiresOn: 2027-12-01 }] }]`,
        { domains: [domainSaid()], servers: [serverSaid()] },
      ),
      [],
    ],
    "the number of the list": [undefined, asked(numbered(), { domains: [domainSaid()], filings: own }), []],
    "a filing that is leaving Alibaba Cloud, and is not gone": [
      undefined,
      asked(through("{ name: tencent }, { name: aliyun, status: removing }"), {
        domains: [domainSaid()],
        filings: own,
      }),
      [],
    ],
    "one of two numbers of the list": [
      undefined,
      asked(numbered(), {
        domains: [domainSaid()],
        filings: says(OWN_LIST, [
          { domain: "example.com", number: "津ICP备1号-1" },
          { domain: "example.com", number: NUMBER },
        ]),
      }),
      [],
    ],
    "a number in another spelling than the register's": [
      undefined,
      asked(numbered().replace(NUMBER, "浙icp備12345678號—1"), { domains: [domainSaid()], filings: own }),
      [],
    ],
    "not filed, as the register says": [undefined, asked(filing("unfiled"), { domains: [denied] }), []],
  },
  silent: {
    "a filing that is not on the account's own list, which proves nothing": [
      undefined,
      asked(numbered(), { domains: [domainSaid()], filings: ownSaid({}) }),
      [],
    ],
    "numbers without an answer, where a plan is judged by what is declared": [
      site,
      asked(numbered(), { domains: [domainSaid()], filings: silent(OWN_LIST, "forbidden") }),
      [],
    ],
    "what the register says nothing of": [
      undefined,
      asked("filings: [{ domain: example.com, status: active }]\n", { domains: [domainSaid()], filings: own }),
      [],
    ],
    "filings of the account that no plan serves and the register does not list": [
      site,
      asked(numbered(), { filings: ownSaid({ "other.cn": "浙ICP备12345678号-4" }) }),
      [],
    ],
    "an empty shell has its number still": [undefined, asked(filing("empty-shell"), { domains: [domainSaid()] }), []],
    "a holder that may be either": [
      undefined,
      asked(
        entities("proxy") +
          filing("active", ", entity: acme, registration: { holder: acme, realName: verified, expiresOn: null }"),
        {
          domains: [domainSaid("example.com", { registration: silent("domain:QueryDomainByDomainName", "forbidden") })],
        },
      ),
      ["icp-domain-expiry undetermined example.com", "icp-register-contradicted undetermined example.com"],
    ],
    "what the cloud does not say of its holder": [
      undefined,
      asked(
        entities("enterprise") + filing("active", ", entity: acme, registration: { holder: acme, expiresOn: null }"),
        {
          domains: [domainSaid("example.com", { registration: { holder: null } })],
        },
      ),
      ["icp-domain-expiry undetermined example.com"],
    ],
    "the register is younger than what the cloud said": [
      undefined,
      asked(filing("unfiled"), { at: "2026-11-23T16:00:00Z", domains: [domainSaid()] }, "2026-11-25"),
      [],
    ],
    "nobody asked": [site, asked(filing("active"), {}), []],
  },
});
