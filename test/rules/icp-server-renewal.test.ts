import { planOf, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { domainSaid, registerAsked, says, serverSaid, silent } from "../support/verified";
import { group, instance, opens, resource, subscription } from "../support/stacks";

const server = (inputs = {}) =>
  planOf([group(), opens("22/22"), instance("server", { ...subscription, renewalStatus: "Normal", ...inputs })]);
const named = (more = "", status = "active") =>
  register(
    `filings: [{ domain: example.com, status: ${status}, servers: [{ product: ecs, resource: "*::server"${more} }] }]\n`,
  );
const elsewhere = (more: string) =>
  register(`filings: [{ domain: example.com, status: active, servers: [{ product: web-hosting, ${more} }] }]\n`);
const own =
  "icp-server-renewal violation example.com: icp-server-renewal [renew-server] at renewalStatus of server and filings[0].servers[0]";
const unsure =
  "icp-server-renewal undetermined example.com: undetermined (computed) [check] at renewalStatus of server and filings[0].servers[0]";

const RENEWAL = "ecs:DescribeInstanceAutoRenewAttribute";
const told = (of: Parameters<typeof serverSaid>[1], more = "") =>
  registerAsked(`filings: [{ domain: example.com, status: active, servers: [{ product: ecs, id: i-1${more} }] }]\n`, {
    domains: [domainSaid()],
    servers: [serverSaid("i-1", { server: { expiresOn: "2026-12-01" }, ...of })],
  });

ruleTester("icp-server-renewal", {
  violations: {
    "renewed by hand, as the cloud says": [
      undefined,
      told({ renewal: says(RENEWAL, "manual") }),
      ["icp-server-renewal violation example.com: icp-server-renewal.cloud [renew-server] at filings[0].servers[0]"],
      [
        "The filing of example.com depends on i-1, and ecs:DescribeInstanceAutoRenewAttribute says that it does not renew itself (asked 2026-11-25T04:00:00Z)",
        "- Renew i-1 and turn on automatic renewal, and write its new end in icp.yaml (expiresOn).",
        "by S3-07",
      ],
    ],
    "run out since the cloud said that it renews itself": [
      undefined,
      told({ server: { expiresOn: "2026-11-24" } }, ", expiresOn: 2026-11-24"),
      ["icp-server-renewal violation example.com: icp-server-renewal.expired [renew-server] at filings[0].servers[0]"],
    ],
    "not to be renewed, as the cloud says": [
      undefined,
      told({ renewal: says(RENEWAL, "none") }),
      ["icp-server-renewal violation example.com: icp-server-renewal.cloud [renew-server] at filings[0].servers[0]"],
    ],
    "about to run out, and the cloud gave no answer": [
      undefined,
      told({ renewal: silent(RENEWAL, "throttled"), server: { expiresOn: "2026-12-01" } }, ", expiresOn: 2026-12-01"),
      ["icp-server-renewal violation example.com: icp-server-renewal.soon [renew-server] at filings[0].servers[0]"],
    ],
    "renewed by hand": [
      server(),
      named(),
      [own],
      [
        "The filing of example.com depends on server, which does not renew itself",
        "- Renew server and turn on automatic renewal, and write its new end in icp.yaml (expiresOn).",
        "by S3-07",
        "server (entry)",
      ],
    ],
    "not to be renewed": [server({ renewalStatus: "NotRenewal" }), named(), [own]],
    "for a filing that is pending": [server(), named("", "pending-initial"), [own]],
    "two filings depend on it: said once": [
      server(),
      register(
        'filings: [{ domain: example.com, status: active, servers: [{ product: ecs, resource: "*::server" }] }, { domain: example.net, status: active, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      [own],
    ],
    "two filings say when it ends: the first day counts": [
      server(),
      register(
        'filings: [{ domain: example.com, status: active, servers: [{ product: ecs, resource: "*::server", expiresOn: 2027-11-01 }] }, { domain: example.net, status: active, servers: [{ product: ecs, resource: "*::server", expiresOn: 2026-11-24 }] }]\n',
      ),
      [
        "icp-server-renewal violation example.com: icp-server-renewal.expired [renew-server] at renewalStatus of server and filings[0].servers[0]",
      ],
    ],
    "two that no plan shows, each for a filing of its own": [
      planOf([]),
      register(
        'filings: [{ domain: example.com, status: active, servers: [{ product: web-hosting, stack: "web/*", expiresOn: 2026-12-25 }] }, { domain: example.net, status: active, servers: [{ product: web-hosting, stack: "web/*", expiresOn: 2026-12-25 }] }]\n',
      ),
      [
        "icp-server-renewal violation example.com: icp-server-renewal.soon [renew-server] at filings[0].servers[0]",
        "icp-server-renewal violation example.net: icp-server-renewal.soon [renew-server] at filings[1].servers[0]",
      ],
    ],
    "one that the plan does not show, for two filings: said once": [
      planOf([], { missing: 3 }),
      register(
        'filings: [{ domain: example.com, status: active, servers: [{ product: ecs, resource: "*::server", stack: "web/*", expiresOn: 2026-12-01 }] }, { domain: example.net, status: active, servers: [{ product: ecs, resource: "*::server", stack: "web/*", expiresOn: 2026-12-01 }] }]\n',
      ),
      [
        "icp-server-removed undetermined example.com",
        "icp-server-removed undetermined example.net",
        "icp-server-renewal violation example.com: icp-server-renewal.soon [renew-server] at filings[0].servers[0]",
        "icp-undetermined undetermined -",
      ],
    ],
    "a simple server": [
      planOf([resource("alicloud:simpleapplicationserver/instance:Instance", "server", { period: 12 })]),
      named(),
      [
        "icp-server-renewal violation example.com: icp-server-renewal [renew-server] at autoRenew of server and filings[0].servers[0]",
        "icp-unnamed-website undetermined server",
      ],
    ],
    "expired, whatever renews it": [
      server({ renewalStatus: "AutoRenewal" }),
      named(", expiresOn: 2026-11-24"),
      [
        "icp-server-renewal violation example.com: icp-server-renewal.expired [renew-server] at renewalStatus of server and filings[0].servers[0]",
      ],
      [
        "The filing of example.com depends on server, which expired on 2026-11-24",
        "- Renew server and turn on automatic renewal, and write its new end in icp.yaml (expiresOn).",
        "by S3-07",
        "server (entry)",
      ],
    ],
    "expiring soon, and renewed by hand if it has an end at all": [
      server({ instanceChargeType: unknownValue }),
      named(", expiresOn: 2026-12-01"),
      [
        "icp-server-renewal violation example.com: icp-server-renewal.soon [renew-server] at renewalStatus of server and filings[0].servers[0]",
      ],
      [
        "The filing of example.com depends on server, which expires on 2026-12-01, in 6 days",
        "- Renew server and turn on automatic renewal, and write its new end in icp.yaml (expiresOn).",
        "by S3-07",
        "server (entry)",
      ],
    ],
    "of this stack, expiring in 30 days": [
      planOf([]),
      elsewhere('stack: "web/*", expiresOn: 2026-12-25'),
      ["icp-server-renewal violation example.com: icp-server-renewal.soon [renew-server] at filings[0].servers[0]"],
    ],
  },
  satisfied: {
    "renewed since the register was written, as the cloud says": [
      undefined,
      told({ server: { expiresOn: "2027-11-24" } }, ", expiresOn: 2026-11-24"),
      ["icp-register-differs violation example.com"],
    ],
    "the cloud says that it renews itself, soon or not": [undefined, told({}, ", expiresOn: 2026-12-01"), []],
    "renews itself": [server({ renewalStatus: "AutoRenewal" }), named(), []],
    "renews itself, and its month is over soon": [
      server({ renewalStatus: "AutoRenewal" }),
      named(", expiresOn: 2026-12-01"),
      [],
    ],
    "of this stack, expiring in 31 days": [planOf([]), elsewhere('stack: "web/*", expiresOn: 2026-12-26'), []],
  },
  undetermined: {
    "the cloud gave no answer": [
      undefined,
      told({ renewal: silent(RENEWAL, "forbidden") }),
      [
        "icp-server-renewal undetermined example.com: undetermined (cloud-forbidden) [allow-asking] at filings[0].servers[0]",
      ],
    ],
    "whether it renews itself is not known": [
      server({ renewalStatus: unknownValue }),
      named(),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for server: renewalStatus is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by S3-07",
        "server (entry)",
      ],
    ],
    "expiring soon, and whether it renews itself is not known": [
      server({ renewalStatus: unknownValue }),
      named(", expiresOn: 2026-12-01"),
      [unsure],
    ],
    "expiring soon, and renewing itself if it is a subscription": [
      server({ instanceChargeType: unknownValue, renewalStatus: "AutoRenewal" }),
      named(", expiresOn: 2026-12-01"),
      [unsure],
    ],
    "how it is paid for is not known": [server({ instanceChargeType: unknownValue }), named(), [unsure]],
  },
  silent: {
    "pay-as-you-go has no end": [server({ instanceChargeType: "PostPaid" }), named(), []],
    "no filing depends on it": [server(), register("filings: [{ domain: example.com, status: active }]\n"), []],
    "its filing was revoked": [server(), named("", "revoked"), []],
    "of another stack": [planOf([]), elsewhere('stack: "other/*", expiresOn: 2026-12-01'), []],
  },
});
