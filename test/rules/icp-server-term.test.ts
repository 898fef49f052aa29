import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, instance, record, resource, subscription, web } from "../support/stacks";

const site = (inputs: Properties, rest = {}) => [
  ...web,
  instance("server", { ...subscription, renewalStatus: "Normal", ...inputs }, rest),
  record("www", ref("server")),
];
const edge = (inputs: Properties) => [
  resource("alicloud:ens/instance:Instance", "server", {
    ensRegionId: "cn-chongqing-11",
    paymentType: "Subscription",
    internetMaxBandwidthOut: 10,
    ...inputs,
  }),
  record("www", ref("server")),
];
const simple = (period: number) => [
  resource("alicloud:simpleapplicationserver/instance:Instance", "server", { period }),
  record("www", ref("server")),
];
const dns = "icp-dns-record violation www.example.com";
const own = "icp-server-term violation example.com: icp-server-term [term, declare-term] at period of server";
const ownNamed =
  "icp-server-term violation example.com: icp-server-term [term, declare-term] at period of server and filings[0].servers[0]";
const unsure =
  "icp-server-term undetermined example.com: undetermined (term-renews) [term, declare-term] at period of server";
const named = (more: string) =>
  register(
    `filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server", ${more} }] }]\n`,
  );

/** A server that no resource shows. */
const elsewhere = (server: string) =>
  register(`filings: [{ domain: example.com, status: unfiled, servers: [{ ${server} }] }]\n`);
const coverage = "icp-cdn-coverage violation www.example.com";

ruleTester("icp-server-term", {
  violations: {
    "one month": [
      planOf(site({ period: 1 })),
      unfiled(),
      [dns, own],
      [
        "server is to obtain the filing of example.com, but it is bought for 1 month; three are needed, declared renewals included",
        "- Buy three months or more (period), with automatic renewal.",
        "- Say in icp.yaml what was bought: servers: [{ termMonths: … }] or expiresOn.",
        "by S3-12",
        "server (entry)",
      ],
    ],
    "three weeks": [planOf(site({ period: 3, periodUnit: "Week" })), unfiled(), [dns, own]],
    "three days at an edge node": [planOf(edge({ period: 3, periodUnit: "Day" })), unfiled(), [dns, own]],
    "a simple server for a month": [planOf(simple(1)), unfiled(), [dns, own]],
    "a year, and it ends in 89 days": [
      planOf(site({ period: 12 })),
      named("expiresOn: 2027-02-22"),
      [
        dns,
        "icp-server-term violation example.com: icp-server-term.left [renew-server] at period of server and filings[0].servers[0]",
      ],
      [
        "server is to obtain the filing of example.com, but its subscription has 89 days left; 90 are needed",
        "- Renew server and turn on automatic renewal, and write its new end in icp.yaml (expiresOn).",
        "by S1-37",
        "server (entry)",
      ],
    ],
    "the end goes before the term": [
      planOf(site({ period: 12 })),
      named("termMonths: 12, expiresOn: 2027-01-01"),
      [
        dns,
        "icp-server-term violation example.com: icp-server-term.left [renew-server] at period of server and filings[0].servers[0]",
      ],
    ],
    "Cloud Web Hosting for a year that ends in 89 days": [
      planOf([cdn("site")]),
      elsewhere("product: web-hosting, termMonths: 12, expiresOn: 2027-02-22"),
      [coverage, "icp-server-term violation example.com: icp-server-term.left [renew-server] at filings[0].servers[0]"],
    ],
    "the register says two months": [planOf(site({ period: 12 })), named("termMonths: 2"), [dns, ownNamed]],
    "Cloud Web Hosting for two months": [
      planOf([cdn("site")]),
      elsewhere("product: web-hosting, termMonths: 2"),
      [
        coverage,
        "icp-server-term violation example.com: icp-server-term [term, declare-term] at filings[0].servers[0]",
      ],
    ],
    "LinkedMall for a month": [
      planOf([cdn("site")]),
      elsewhere("product: linkedmall, termMonths: 1"),
      [
        coverage,
        "icp-server-term violation example.com: icp-server-term [term, declare-term] at filings[0].servers[0]",
      ],
    ],
  },
  satisfied: {
    "Cloud Web Hosting for a year": [
      planOf([cdn("site")]),
      elsewhere("product: web-hosting, termMonths: 12"),
      [coverage],
    ],
    "Cloud Web Hosting that ends in a year": [
      planOf([cdn("site")]),
      elsewhere("product: web-hosting, expiresOn: 2027-11-01"),
      [coverage],
    ],
    "it ends in 90 days": [planOf(site({ period: 1 })), named("expiresOn: 2027-02-23"), [dns]],
    "it becomes a subscription for a year": [
      planOf(
        site(
          { period: 12 },
          {
            rest: {
              id: "i-bp1",
              change: "update",
              previous: {
                urn: "urn:pulumi:dev::web::alicloud:ecs/instance:Instance::server",
                type: "alicloud:ecs/instance:Instance",
                name: "server",
                inputs: { instanceChargeType: "PostPaid" },
              },
            },
          },
        ),
      ),
      named("codesUsed: 0"),
      [dns],
    ],
    "three months, named by the register": [planOf(site({ period: 3 })), named("codesUsed: 0"), [dns]],
    "a month, and the register says twelve": [planOf(site({ period: 1 })), named("termMonths: 12"), [dns]],
    "a month, and it expires in a year": [planOf(site({ period: 1 })), named("expiresOn: 2027-11-01"), [dns]],
  },
  undetermined: {
    "Cloud Web Hosting without a term": [
      planOf([cdn("site")]),
      elsewhere("product: web-hosting"),
      [
        coverage,
        "icp-server-term undetermined example.com: undetermined (not-declared) [declare-key] at filings[0].servers[0]",
      ],
      [
        "It cannot be told whether this breaks the rule for example.com: the register does not say termMonths of web-hosting",
        "- Say termMonths of web-hosting in icp.yaml.",
        "by S3-14",
      ],
    ],
    "a month with automatic renewal": [
      planOf(site({ period: 1, renewalStatus: "AutoRenewal" })),
      unfiled(),
      [dns, unsure],
      [
        "It cannot be told whether this breaks the rule for server: it renews itself, and the plan does not say how often; the register may say termMonths or expiresOn",
        "- Buy three months or more (period), with automatic renewal.",
        "- Say in icp.yaml what was bought: servers: [{ termMonths: … }] or expiresOn.",
        "by S3-12",
        "server (entry)",
      ],
    ],
    "an existing server": [
      planOf(site({ period: 1 }, { rest: { id: "i-bp1", change: "same" } })),
      unfiled(),
      [
        dns,
        "icp-server-term undetermined example.com: undetermined (term-declare) [term, declare-term] at period of server",
      ],
      [
        "It cannot be told whether this breaks the rule for server: the months already bought are not in the plan; the register may say termMonths or expiresOn",
        "- Buy three months or more (period), with automatic renewal.",
        "- Say in icp.yaml what was bought: servers: [{ termMonths: … }] or expiresOn.",
        "by S3-12",
        "server (entry)",
      ],
    ],
    "an ENS instance that says no period": [planOf(edge({})), unfiled(), [dns, unsure]],
    "a period that is not known": [
      planOf(site({ period: unknownValue })),
      unfiled(),
      [
        dns,
        "icp-server-term undetermined example.com: undetermined (computed) [term, declare-term] at period of server",
      ],
    ],
  },
  silent: {
    "one good server is enough": [
      planOf([...site({ period: 1 }), instance("second"), record("api", ref("second"))]),
      unfiled(),
      ["icp-dns-record violation api.example.com", dns],
    ],
    "IoT Studio, for which no term is asked": [
      planOf([cdn("site")]),
      elsewhere("product: iot-studio, termMonths: 1"),
      [coverage],
    ],
    "a server that a plan could show is judged there": [
      planOf([cdn("site")]),
      elsewhere("product: ecs, id: i-elsewhere, termMonths: 1"),
      [coverage],
    ],
    "Cloud Web Hosting that has run out": [
      planOf([cdn("site")]),
      elsewhere("product: web-hosting, termMonths: 2, expiresOn: 2026-01-01"),
      [coverage, "icp-server-missing violation example.com"],
    ],
    "the apex is filed": [planOf(site({ period: 1 })), filed(), []],
  },
});
