/** Which servers are judged for an apex, and what counts as public bandwidth of their own. */
import { planOf, ref, unknownValue, urnOf, type Properties } from "../../support/plan";
import { register, ruleTester, unfiled } from "../../support/rule-tester";
import {
  association,
  cdn,
  clb,
  eip,
  instance,
  provider,
  record,
  resource,
  subscription,
  web,
} from "../../support/stacks";

const server = (name: string, inputs: Properties = {}, rest = {}) =>
  instance(name, { ...subscription, ...inputs }, { rest });
const hourly = { instanceChargeType: "PostPaid" };
const perhaps = { instanceChargeType: unknownValue };
const naming = (...servers: readonly string[]) =>
  register(`filings: [{ domain: example.com, status: unfiled, servers: [${servers.join(", ")}] }]\n`);
const ecs = (name: string, more = "") => `{ product: ecs, resource: "*::${name}"${more} }`;
/** Two servers that are paid in these ways, each with a host. */
const twoServe = (one: Properties, other: Properties) =>
  planOf([...web, server("one", one), server("two", other), record("www", ref("one")), record("api", ref("two"))]);
const two = naming(ecs("one"), ecs("two"));

ruleTester("icp-server-billing", {
  violations: {
    "two serve, and both are wrong": [
      twoServe(hourly, hourly),
      unfiled(),
      [
        "icp-dns-record violation api.example.com",
        "icp-dns-record violation www.example.com",
        "icp-server-billing violation example.com: icp-server-billing [subscription] at instanceChargeType of one",
      ],
      [
        "one is to obtain the filing of example.com, but it is pay-as-you-go; the same holds for two",
        "- Set instanceChargeType: PrePaid with a period of three months or more.",
        "by S3-13",
        "one (entry)",
      ],
    ],
    "of two that serve, only the one in the mainland could file": [
      planOf([
        ...web,
        provider("abroad", "cn-hongkong"),
        server("one", hourly),
        server("two", hourly, { provider: urnOf("pulumi:providers:alicloud", "abroad") }),
        record("www", ref("one")),
        record("api", ref("two")),
      ]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-billing violation example.com: icp-server-billing [subscription] at instanceChargeType of one",
      ],
    ],
    "the register names another, which is gone": [
      planOf([...web, server("one", hourly), record("www", ref("one"))]),
      naming(ecs("gone", ', stack: "web/*"')),
      [
        "icp-dns-record violation www.example.com",
        "icp-register-stale violation example.com",
        "icp-server-billing violation example.com: icp-server-billing [subscription] at instanceChargeType of one",
      ],
    ],
    "the register names another, which has run out": [
      planOf([...web, server("one", hourly), record("www", ref("one"))]),
      naming("{ product: web-hosting, id: old, expiresOn: 2026-11-24 }"),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-billing violation example.com: icp-server-billing [subscription] at instanceChargeType of one",
      ],
    ],
  },
  satisfied: {
    "two are named, and one is good": [
      planOf([...web, server("one", hourly), server("two")]),
      two,
      ["icp-unnamed-website violation one", "icp-unnamed-website violation two"],
    ],
    "two are named, and the good one says when it ends": [
      planOf([...web, server("one", hourly), server("two")]),
      naming(ecs("one"), ecs("two", ", expiresOn: 2027-06-01")),
      ["icp-unnamed-website violation one", "icp-unnamed-website violation two"],
    ],
  },
  undetermined: {
    "two serve, and one of them may be good": [
      twoServe(hourly, perhaps),
      unfiled(),
      [
        "icp-dns-record violation api.example.com",
        "icp-dns-record violation www.example.com",
        "icp-server-billing undetermined example.com: undetermined (computed) [subscription] at instanceChargeType of two",
      ],
    ],
    "one serves, and another that does not may be good": [
      planOf([...web, server("one", hourly), server("two", perhaps), record("www", ref("one"))]),
      unfiled(),
      [
        "icp-dns-record violation www.example.com",
        "icp-server-billing undetermined example.com: undetermined (computed) [subscription] at instanceChargeType of one",
        "icp-unnamed-website violation two",
      ],
    ],
    "two are named, and one of them may be good": [
      planOf([...web, server("one", hourly), server("two", perhaps)]),
      two,
      [
        "icp-server-billing undetermined example.com: undetermined (computed) [subscription] at instanceChargeType of two and filings[0].servers[1]",
        "icp-unnamed-website violation one",
        "icp-unnamed-website violation two",
      ],
    ],
    "the other that is named is not in the plan": [
      planOf([...web, server("one", hourly)]),
      naming(ecs("one"), "{ product: sas, id: s-1 }"),
      [
        "icp-server-billing undetermined example.com: undetermined (not-in-plan) [subscription] at instanceChargeType of one and filings[0].servers[0]",
        "icp-unnamed-website violation one",
      ],
      [
        "It cannot be told whether this breaks the rule for one: s-1 is not in the plan",
        "- Set instanceChargeType: PrePaid with a period of three months or more.",
        "by S3-13",
        "one (entry)",
      ],
    ],
    "the other that is named leaves the program and lives on": [
      planOf([...web, server("one", hourly), server("old", {}, { change: "forget" })]),
      naming(ecs("one"), ecs("old")),
      [
        "icp-server-billing undetermined example.com: undetermined (not-in-plan) [subscription] at instanceChargeType of one and filings[0].servers[0]",
        "icp-unnamed-website violation one",
      ],
    ],
    "the register names another, which a plan that hides resources may have": [
      planOf([...web, server("one", hourly), record("www", ref("one"))], { missing: 1 }),
      naming(ecs("gone", ', stack: "web/*"')),
      [
        "icp-dns-record violation www.example.com",
        "icp-register-stale undetermined example.com",
        "icp-server-billing undetermined example.com: undetermined (incomplete) [show-sames, subscription] at instanceChargeType of one",
        "icp-undetermined undetermined -",
      ],
    ],
  },
  silent: {
    "the only one that is named lives on without the program": [
      planOf([...web, server("one", hourly), server("old", {}, { change: "forget" }), record("www", ref("one"))]),
      naming(ecs("old")),
      ["icp-dns-record violation www.example.com"],
    ],
    "another one of the plan is good": [
      planOf([...web, server("one", hourly), server("two"), record("www", ref("one"))]),
      unfiled(),
      ["icp-dns-record violation www.example.com", "icp-unnamed-website violation two"],
    ],
    "a load balancer in front of what is outside": [
      planOf([
        ...web,
        provider("abroad", "cn-hongkong"),
        server("one", hourly, { provider: urnOf("pulumi:providers:alicloud", "abroad") }),
        clb("lb"),
        resource("alicloud:slb/backendServer:BackendServer", "back", {
          loadBalancerId: ref("lb"),
          backendServers: [{ serverId: ref("one") }],
        }),
        resource("alicloud:slb/listener:Listener", "http", {
          loadBalancerId: ref("lb"),
          protocol: "http",
          frontendPort: 80,
        }),
        record("www", ref("lb")),
      ]),
      unfiled(),
      ["icp-dns-record violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
});

const bare = instance("server", { ...subscription, internetMaxBandwidthOut: 0 });
const networkInterface = resource("alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", "interface", {
  securityGroupIds: [ref("group")],
});
const inFront = (of: string) =>
  resource("alicloud:ecs/ecsNetworkInterfaceAttachment:EcsNetworkInterfaceAttachment", "attachment", {
    networkInterfaceId: ref("interface"),
    instanceId: ref(of),
  });
const vip = resource("alicloud:vpc/haVipv2:HaVipv2", "vip");
const vipInFront = resource("alicloud:vpc/hAVipAttachment:HAVipAttachment", "attachment", {
  haVipId: ref("vip"),
  instanceId: ref("server"),
});
const named = naming(ecs("server"));

ruleTester("icp-server-bandwidth", {
  violations: {
    "an interface without EIP": [
      planOf([...web, bare, networkInterface, inFront("server")]),
      named,
      [
        "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth] at internetMaxBandwidthOut of server and filings[0].servers[0]",
      ],
    ],
    "an interface of another instance has the EIP": [
      planOf([
        ...web,
        bare,
        instance("other"),
        networkInterface,
        inFront("other"),
        eip("ip"),
        association("bind", "ip", "interface"),
      ]),
      named,
      [
        "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth] at internetMaxBandwidthOut of server and filings[0].servers[0]",
        "icp-unnamed-website violation interface",
        "icp-unnamed-website violation other",
      ],
    ],
    "its balancer has the EIP": [
      planOf([
        ...web,
        bare,
        clb("lb", { addressType: "intranet" }),
        resource("alicloud:slb/backendServer:BackendServer", "back", {
          loadBalancerId: ref("lb"),
          backendServers: [{ serverId: ref("server") }],
        }),
        eip("ip"),
        association("bind", "ip", "lb"),
      ]),
      named,
      [
        "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth] at internetMaxBandwidthOut of server and filings[0].servers[0]",
        "icp-unnamed-website undetermined lb",
      ],
    ],
  },
  satisfied: {
    "its interface has an EIP": [
      planOf([...web, bare, networkInterface, inFront("server"), eip("ip"), association("bind", "ip", "interface")]),
      named,
      ["icp-unnamed-website violation interface"],
    ],
    "its virtual address has an EIP": [
      planOf([...web, bare, vip, vipInFront, eip("ip"), association("bind", "ip", "vip")]),
      named,
      ["icp-unnamed-website violation vip"],
    ],
    "bandwidth that is not known, and an EIP": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: unknownValue }),
        eip("ip"),
        association("bind", "ip", "server"),
      ]),
      named,
      ["icp-unnamed-website violation server"],
    ],
    "an EIP beside a public IPv6 address": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0, ipv6Addresses: [ref("address")] }),
        resource("alicloud:vpc/ipv6Address:Ipv6Address", "address"),
        resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "internet", {
          ipv6AddressId: ref("address"),
        }),
        eip("ip"),
        association("bind", "ip", "server"),
      ]),
      named,
      ["icp-unnamed-website violation server"],
    ],
  },
  undetermined: {
    "its interface has an EIP that nothing tells": [
      planOf([
        ...web,
        bare,
        networkInterface,
        inFront("server"),
        eip("ip"),
        association("bind", "ip", "interface", { allocationId: unknownValue }),
      ]),
      named,
      [
        "icp-server-bandwidth undetermined example.com: undetermined (not-in-plan) [bandwidth] at internetMaxBandwidthOut of server and filings[0].servers[0]",
        "icp-unnamed-website violation interface",
      ],
      [
        "It cannot be told whether this breaks the rule for server: EIP is not in the plan",
        "- Set internetMaxBandwidthOut above 0, or bind an EIP.",
        "by S1-33",
        "server (entry)",
      ],
    ],
    "the plan hides resources": [
      planOf([...web, bare], { missing: 2 }),
      named,
      [
        "icp-server-bandwidth undetermined example.com: undetermined (incomplete) [show-sames, bandwidth] at internetMaxBandwidthOut of server and filings[0].servers[0]",
        "icp-undetermined undetermined -",
      ],
    ],
  },
});

ruleTester("icp-server-missing", {
  satisfied: {
    "the one that is named runs out today": [
      planOf([cdn("site")]),
      naming("{ product: web-hosting, id: x, expiresOn: 2026-11-25 }"),
      ["icp-cdn-coverage violation www.example.com", "icp-server-term violation example.com"],
    ],
  },
});
