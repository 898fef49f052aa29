import { UNANSWERED_WHY } from "../../src/register/verified";
import { planOf } from "../support/plan";
import { ruleTester, type Case } from "../support/rule-tester";
import { cdn, group } from "../support/stacks";
import { domainSaid, ownSaid, REMEDIES, registerAsked, says, serverSaid, silent } from "../support/verified";

const OWN = "icp-register-contradicted";
const site = planOf([cdn("site")]);
const FILED = "{ domain: example.com, status: active, accessProviders: [{ name: aliyun }]";
const filed = (more = "") => `filings: [${FILED}${more} }]\n`;
const server = (more = "", id = "i-1") => `, servers: [{ product: ecs, id: ${id}${more} }]`;
const unfiled = (more = "") => `filings: [{ domain: example.com, status: unfiled${more} }]\n`;
const denied = domainSaid("example.com", { filing: says("cdn:CheckCdnDomainICP", "not-filed") });
const own = ownSaid({ "example.com": "浙ICP备12345678号-1" });
const asked = (yaml: string, of: Parameters<typeof registerAsked>[1], asOf?: string) => registerAsked(yaml, of, asOf);
const saidOf = (of: Parameters<typeof serverSaid>[1]) => ({
  domains: [domainSaid()],
  servers: [serverSaid("i-1", of)],
});
const atServer = (verdict: string, id: string, remedy = "look-up-server") =>
  `${OWN} ${verdict} example.com: ${id} [${remedy}] at filings[0].servers[0]`;

/** A register of 24 November, and a cloud that denies all of it: what it says is of a moment, and was asked when the register was of a day. */
function deniedAt(at: string, asOf: string) {
  const old = <Said extends object>(answer: Said): Said => ({ ...answer, at });
  const { filing, registration } = domainSaid("example.com", {
    filing: says("cdn:CheckCdnDomainICP", "not-filed"),
    registration: { realName: "missing" },
  });
  const { server: told, renewal } = serverSaid("i-1", {
    server: { region: "us-west-1" },
    renewal: says("ecs:DescribeInstanceAutoRenewAttribute", "none"),
  });
  return asked(
    filed(`, number: 浙ICP备12345678号-1, registration: { realName: verified }${server()}`),
    {
      asOf,
      filings: old(says("companyreg:QuerySuccessIcpData", [{ domain: "example.net", number: "浙ICP备12345678号-7" }])),
      domains: [
        { domain: "example.com", filing: old(filing), ...(registration && { registration: old(registration) }) },
      ],
      servers: [{ product: "ecs", id: "i-1", server: old(told), ...(renewal && { renewal: old(renewal) }) }],
    },
    "2026-11-24",
  );
}
/** What is said of that register by itself. */
const SILENT = ["icp-domain-expiry undetermined example.com", "icp-domain-holder undetermined example.com"];

/** One unanswered question of each kind, as it is told of a domain. */
const unanswered = Object.fromEntries(
  UNANSWERED_WHY.map((why): [string, Case] => [
    `a domain of which the answer is ${why}`,
    [
      undefined,
      asked(filed(), {
        domains: [domainSaid("example.com", { filing: silent("cdn:CheckCdnDomainICP", why, "Some.Code") })],
      }),
      [`${OWN} undetermined example.com: undetermined (cloud-${why}) [${REMEDIES[why]}] at filings[0].status`],
    ],
  ]),
);

ruleTester("icp-register-contradicted", {
  violations: {
    ...Object.fromEntries(
      [
        ["on the day of the register, which was of that day when that was asked", "2026-11-24T04:00:00Z", "2026-11-24"],
        ["after the day of the register", "2026-11-25T03:00:00Z", "2026-11-20"],
      ].map(([when = "", at = "", asOf = ""]): [string, Case] => [
        `everything that the cloud denied ${when}`,
        [
          undefined,
          deniedAt(at, asOf),
          [
            ...SILENT,
            `${OWN} violation example.com: ${OWN}.filing [look-up-filing] at filings[0].status`,
            `${OWN} violation example.com: ${OWN}.real-name [verify-again] at filings[0].registration.realName`,
            atServer("violation", `${OWN}.region`),
            "icp-register-differs violation example.net",
            "icp-server-renewal violation example.com",
          ],
        ],
      ]),
    ),
    "a filing that the cloud denies": [
      undefined,
      asked(filed(), { domains: [denied] }),
      [`${OWN} violation example.com: ${OWN}.filing [look-up-filing] at filings[0].status`],
      [
        "The register says that example.com is filed, and cdn:CheckCdnDomainICP says that it is not (asked 2026-11-25T04:00:00Z)",
        "- Look example.com up in the ICP filing console, and correct what icp.yaml says of it: number and status.",
      ],
    ],
    "a filing that the cloud denies, and that is not on the account's own list": [
      undefined,
      asked(filed(), { domains: [denied], filings: ownSaid({ "other.cn": "浙ICP备12345678号-2" }) }),
      [
        `${OWN} violation example.com: ${OWN}.filing [look-up-filing] at filings[0].status`,
        "icp-register-differs violation other.cn",
      ],
    ],
    "a filing that the cloud denies, where a plan serves it": [
      site,
      asked(filed(), { domains: [denied] }),
      [`${OWN} violation example.com: ${OWN}.filing [look-up-filing] at site and filings[0].status`],
    ],
    "what was asked on the day of the register": [
      undefined,
      asked(filed(), { domains: [denied] }, "2026-11-25"),
      [`${OWN} violation example.com: ${OWN}.filing [look-up-filing] at filings[0].status`],
    ],
    "a verification that the cloud does not have": [
      undefined,
      asked(filed(", registration: { realName: verified }"), {
        domains: [domainSaid("example.com", { registration: { realName: "failed" } })],
      }),
      [
        `${OWN} violation example.com: ${OWN}.real-name [verify-again] at filings[0].registration.realName`,
        "icp-domain-expiry undetermined example.com",
        "icp-domain-holder undetermined example.com",
      ],
      [
        "The register says that the real-name verification of the holder of example.com is done, and domain:QueryDomainByDomainName says that it is refused (asked 2026-11-25T04:00:00Z)",
        "- Have the holder of example.com verified at the registrar, or correct registration.realName in icp.yaml.",
      ],
    ],
    "a server that its account does not have": [
      undefined,
      asked(
        filed(server(', account: "1"')),
        saidOf({ server: silent("ecs:DescribeInstances", "not-found"), renewal: null }),
      ),
      [atServer("violation", `${OWN}.gone`)],
      [
        "The register says that the filing of example.com is made with i-1, and ecs:DescribeInstances finds no such server in its account (asked 2026-11-25T04:00:00Z)",
        "- Look i-1 up in its console, and correct what icp.yaml says of it: id and account.",
      ],
    ],
    "a server that ran out": [
      undefined,
      asked(filed(server()), saidOf({ server: { state: "expired", expiresOn: "2026-11-01" } })),
      [atServer("violation", `${OWN}.expired`)],
      [
        "The register says that the filing of example.com is made with i-1, and ecs:DescribeInstances says that it ran out on 2026-11-01 (asked 2026-11-25T04:00:00Z)",
        "- Look i-1 up in its console, and correct what icp.yaml says of it: id and account.",
      ],
    ],
    "a server outside of the mainland": [
      undefined,
      asked(filed(server()), saidOf({ server: { region: "cn-hongkong" } })),
      [atServer("violation", `${OWN}.region`)],
      [
        "The register says that the filing of example.com is made with i-1, and ecs:DescribeInstances says that it is in cn-hongkong, outside of the mainland (asked 2026-11-25T04:00:00Z)",
        "- Look i-1 up in its console, and correct what icp.yaml says of it: id and account.",
      ],
    ],
    "an edge server outside of the mainland": [
      undefined,
      asked(filed(", servers: [{ product: ens, id: i-1 }]"), {
        domains: [domainSaid()],
        servers: [serverSaid("i-1", { product: "ens", server: { region: "ch-zurich-1", charge: null } })],
      }),
      [atServer("violation", `${OWN}.region`)],
    ],
    "pay-as-you-go, where something is to be filed with it": [
      undefined,
      asked(unfiled(server()), {
        domains: [denied],
        servers: [serverSaid("i-1", { server: { charge: "pay-as-you-go", expiresOn: null }, renewal: null })],
      }),
      [atServer("violation", `${OWN}.billing`)],
    ],
    "no public address, where something is to be filed with it": [
      undefined,
      asked(unfiled(server()), {
        domains: [denied],
        servers: [serverSaid("i-1", { server: { hasPublicAddress: false } })],
      }),
      [atServer("violation", `${OWN}.bandwidth`)],
    ],
  },
  undetermined: {
    "a server that two entries say is of different accounts": [
      undefined,
      asked(
        `filings:\n${["1", "2"]
          .map(
            (account) =>
              `  - { domain: example${account}.com, status: active, servers: [{ product: ecs, id: i-1, account: "${account}" }] }\n`,
          )
          .join("")}`,
        {
          domains: [domainSaid("example1.com"), domainSaid("example2.com")],
          servers: [serverSaid("i-1", { server: silent("ecs:DescribeInstances", "not-found"), renewal: null })],
        },
      ),
      [`${OWN} undetermined example1.com: undetermined (cloud-not-found) [ask-as-owner] at filings[0].servers[0]`],
    ],
    "a server that came into the register after the cloud was asked": [
      undefined,
      asked(filed(server()), { domains: [domainSaid()] }),
      [atServer("undetermined", "undetermined (cloud-not-asked)", "ask-again")],
    ],
    "a server of which only one of another product was asked about": [
      undefined,
      asked(filed(", servers: [{ product: sas, id: i-1 }]"), { domains: [domainSaid()], servers: [serverSaid()] }),
      [atServer("undetermined", "undetermined (cloud-not-asked)", "ask-again")],
    ],
    ...unanswered,
    "a filing that one operation of the cloud denies, and another one has": [
      undefined,
      asked(filed(), { domains: [denied], filings: own }),
      [`${OWN} undetermined example.com: undetermined (cloud-disagrees) [look-up-filing] at filings[0].status`],
      [
        "It cannot be told whether this breaks the rule for example.com: cdn:CheckCdnDomainICP says that it is not filed, and companyreg:QuerySuccessIcpData that the account has it filed through Alibaba Cloud, 浙ICP备12345678号-1 (asked 2026-11-25T04:00:00Z)",
        "- Look example.com up in the ICP filing console, and correct what icp.yaml says of it: number and status.",
      ],
    ],
    "the same, where a plan serves it": [
      site,
      asked(filed(), { domains: [denied], filings: own }),
      [
        `${OWN} undetermined example.com: undetermined (cloud-disagrees) [look-up-filing] at site and filings[0].status`,
      ],
    ],
    "whose account it is, of a register that names accounts": [
      undefined,
      asked(`accounts: [{ id: "1", site: china }]\n${filed()}`, {
        domains: [domainSaid()],
        account: silent("sts:GetCallerIdentity", "forbidden", "Forbidden.RAM"),
      }),
      [`${OWN} undetermined -: undetermined (cloud-forbidden) [allow-asking] at accounts`],
      [
        "It cannot be told whether this breaks the rule for icp.yaml: sts:GetCallerIdentity (Forbidden.RAM) was refused: the credentials may not ask it (asked 2026-11-25T04:00:00Z)",
        "- Allow what `alicloud-icp register --verify --print-policy` prints to the RAM user or role that asks.",
      ],
    ],
    "whose account it is, of one that names none": [
      undefined,
      asked(filed(), {
        domains: [domainSaid()],
        account: silent("sts:GetCallerIdentity", "unreachable"),
      }),
      [`${OWN} undetermined -: undetermined (cloud-unreachable) [ask-again]`],
      [
        "It cannot be told whether this breaks the rule for icp.yaml: sts:GetCallerIdentity could not be reached, or did not answer in time (asked 2026-11-25T04:00:00Z)",
        "- Ask again later: `alicloud-icp register --verify`.",
      ],
    ],
    "a verification that could not be asked for": [
      undefined,
      asked(filed(", registration: { realName: verified }"), {
        domains: [domainSaid("example.com", { registration: silent("domain:QueryDomainByDomainName", "forbidden") })],
      }),
      [
        `${OWN} undetermined example.com: undetermined (cloud-forbidden) [allow-asking] at filings[0].registration.realName`,
        "icp-domain-expiry undetermined example.com",
        "icp-domain-holder undetermined example.com",
      ],
    ],
    "a server that may be of another account": [
      undefined,
      asked(filed(server()), saidOf({ server: silent("ecs:DescribeInstances", "not-found"), renewal: null })),
      [atServer("undetermined", "undetermined (cloud-not-found)", "ask-as-owner")],
    ],
    "a server of another account": [
      undefined,
      asked(
        filed(server(', account: "2"')),
        saidOf({ server: silent("ecs:DescribeInstances", "not-found"), renewal: null }),
      ),
      [atServer("undetermined", "undetermined (cloud-not-found)", "ask-as-owner")],
    ],
    ...Object.fromEntries(
      (["sas", "ens"] as const).map((product): [string, Case] => [
        `a server of ${product} that its account does not list: nothing proves that the list is whole`,
        [
          undefined,
          asked(filed(`, servers: [{ product: ${product}, id: i-1, account: "1" }]`), {
            domains: [domainSaid()],
            servers: [
              serverSaid("i-1", { product, server: silent("swas-open:ListInstances", "not-found"), renewal: null }),
            ],
          }),
          [atServer("undetermined", "undetermined (cloud-not-found)", "ask-as-owner")],
        ],
      ]),
    ),
    "a server of a region in no list": [
      undefined,
      asked(filed(server()), saidOf({ server: { region: "cn-atlantis" } })),
      [atServer("undetermined", "undetermined (region-unlisted)", "check")],
    ],
    "a server without an id": [
      undefined,
      asked(filed(', servers: [{ product: ecs, resource: "*::web" }]'), { domains: [domainSaid()] }),
      [atServer("undetermined", "undetermined (cloud-no-id)", "declare-id")],
    ],
    "a server by what is no id, and so was not asked about": [
      undefined,
      asked(filed(server("", '"i-1,i-2"')), { domains: [domainSaid()] }),
      [atServer("undetermined", "undetermined (cloud-bad-id)", "declare-id")],
      [
        "It cannot be told whether this breaks the rule for i-1,i-2: the register's id of i-1,i-2 is none of Alibaba Cloud: those have letters, digits, hyphens and underscores alone",
        "- Write the id of i-1,i-2 in icp.yaml.",
      ],
    ],
    "a server of a product that nobody can ask about, by what is no id": [
      undefined,
      asked(filed(', servers: [{ product: web-hosting, id: "*", termMonths: 12 }]'), { domains: [domainSaid()] }),
      [atServer("undetermined", "undetermined (cloud-no-operation)", "check")],
    ],
    "a registration of which the register says only who has it": [
      undefined,
      asked(filed(", registration: { holder: null }"), {
        domains: [domainSaid("example.com", { registration: silent("domain:QueryDomainByDomainName", "forbidden") })],
      }),
      [
        `${OWN} undetermined example.com: undetermined (cloud-forbidden) [allow-asking] at filings[0].registration.realName`,
        "icp-domain-expiry undetermined example.com",
        "icp-domain-holder undetermined example.com",
      ],
    ],
    "a server of a product that nobody can ask about": [
      undefined,
      asked(filed(", servers: [{ product: web-hosting, id: h-1, termMonths: 12 }]"), { domains: [domainSaid()] }),
      [atServer("undetermined", "undetermined (cloud-no-operation)", "check")],
    ],
  },
  satisfied: {
    "a filing that a plan serves, whoever's account was asked": [
      site,
      asked(filed(), {
        domains: [domainSaid()],
        account: silent("sts:GetCallerIdentity", "forbidden"),
      }),
      [],
    ],
    "a verification that was refused, where none is declared": [
      undefined,
      asked(filed(", registration: { realName: missing, holder: acme, expiresOn: 2028-01-01 }"), {
        domains: [domainSaid("example.com", { registration: { realName: "failed" } })],
      }),
      ["icp-domain-holder undetermined example.com"],
    ],
    "a filing that the account's own list has, and CDN gave no answer of": [
      undefined,
      asked(filed(), {
        domains: [domainSaid("example.com", { filing: silent("cdn:CheckCdnDomainICP", "not-activated") })],
        filings: own,
      }),
      [],
    ],
    "all as declared": [
      undefined,
      asked(
        filed(`, registration: { realName: verified, holder: acme, expiresOn: 2028-01-01 }${server()}`),
        saidOf({}),
      ),
      ["icp-domain-holder undetermined example.com"],
    ],
    "an edge server to file with, of which nobody says how it is paid for": [
      undefined,
      asked(unfiled(", servers: [{ product: ens, id: i-1 }]"), {
        domains: [denied],
        servers: [serverSaid("i-1", { product: "ens", server: { region: "cn-beijing-cmcc", charge: null } })],
      }),
      [],
    ],
    "a server that is filed with and pay-as-you-go by now": [
      undefined,
      asked(filed(server()), saidOf({ server: { charge: "pay-as-you-go", expiresOn: null }, renewal: null })),
      [],
    ],
  },
  silent: {
    "what the cloud did not answer, where a plan is judged by what is declared": [
      site,
      asked(filed(), {
        domains: [domainSaid("example.com", { filing: silent("cdn:CheckCdnDomainICP", "throttled") })],
        servers: [],
      }),
      [],
    ],
    "nobody asked": [site, asked(filed(), {}), []],
    "the register is younger than what the cloud said": [
      undefined,
      asked(filed(), { at: "2026-11-23T16:00:00Z", domains: [denied] }, "2026-11-25"),
      [],
    ],
    "answers from before the register was brought up to date, beside younger ones": [
      undefined,
      deniedAt("2026-11-23T04:00:00Z", "2026-11-24"),
      SILENT,
    ],
    "answers of the day of the register, which was corrected after that": [
      undefined,
      deniedAt("2026-11-24T04:00:00Z", "2026-11-23"),
      SILENT,
    ],
    "a plan that does not serve it": [planOf([group()]), asked(filed(), { domains: [denied] }), []],
    "the register says that it is not filed": [undefined, asked(unfiled(), { domains: [denied] }), []],
  },
});
