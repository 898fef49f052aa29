import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { association, clb, eip, instance, record, resource, subscription, web } from "../support/stacks";

const balanced = (inputs: Properties, serverId: Properties[string] = ref("server")) => [
  ...web,
  instance("server", { ...subscription, ...inputs }),
  clb("clb"),
  resource("alicloud:slb/listener:Listener", "http", {
    loadBalancerId: ref("clb"),
    protocol: "http",
    frontendPort: 80,
  }),
  resource("alicloud:slb/backendServer:BackendServer", "back", {
    loadBalancerId: ref("clb"),
    backendServers: [{ serverId }],
  }),
  record("www", ref("clb")),
];
/** A private ENS instance behind a load balancer with an EIP. */
const edge = (inputs: Properties) => [
  resource("alicloud:ens/instance:Instance", "edge", {
    ensRegionId: "cn-chongqing-11",
    paymentType: "Subscription",
    period: 12,
    publicIpIdentification: false,
    ...inputs,
  }),
  resource("alicloud:ens/loadBalancer:LoadBalancer", "lb", {
    ensRegionId: "cn-chongqing-11",
    backendServers: [{ serverId: ref("edge") }],
  }),
  resource("alicloud:ens/eip:Eip", "ip", { ensRegionId: "cn-chongqing-11" }),
  resource("alicloud:ens/eipInstanceAttachment:EipInstanceAttachment", "bind", {
    allocationId: ref("ip"),
    instanceId: ref("lb"),
  }),
  record("www", ref("ip")),
];
const dns = "icp-dns-record violation www.example.com";
const own =
  "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth] at internetMaxBandwidthOut of server";
const ownNamed =
  "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth] at internetMaxBandwidthOut of server and filings[0].servers[0]";

ruleTester("icp-server-bandwidth", {
  violations: {
    "behind a load balancer, without bandwidth": [
      planOf(balanced({ internetMaxBandwidthOut: 0 })),
      unfiled(),
      [dns, own],
      [
        "server is to obtain the filing of example.com, but it has neither public bandwidth nor an EIP",
        "- Set internetMaxBandwidthOut above 0, or bind an EIP.",
        "by S1-33",
        "server (entry)",
      ],
    ],
    "an ENS instance behind a load balancer, without a public address": [
      planOf(edge({})),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth] at internetMaxBandwidthOut of edge",
      ],
    ],
    "named by the register": [
      planOf([...web, instance("server", { ...subscription, internetMaxBandwidthOut: 0 })]),
      register(
        'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      [ownNamed],
    ],
  },
  satisfied: {
    "an EIP is its public address": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
        eip("ip"),
        association("bind", "ip", "server"),
        record("www", ref("ip")),
      ]),
      register(
        'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server" }] }]\n',
      ),
      [dns],
    ],
  },
  undetermined: {
    "an ENS instance that does not say its bandwidth": [
      planOf(edge({ publicIpIdentification: true })),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (default-unsourced) [bandwidth] at internetMaxBandwidthOut of edge",
      ],
    ],
    "bandwidth that is not known": [
      planOf(balanced({ internetMaxBandwidthOut: unknownValue })),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (computed) [bandwidth] at internetMaxBandwidthOut of server",
      ],
    ],
    "public over IPv6 only, which nothing says is enough": [
      planOf([
        ...balanced({ internetMaxBandwidthOut: 0, ipv6Addresses: [ref("address")] }),
        resource("alicloud:vpc/ipv6Address:Ipv6Address", "address"),
        resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "internet", {
          ipv6AddressId: ref("address"),
        }),
      ]),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (not-in-plan) [bandwidth] at internetMaxBandwidthOut of server",
      ],
    ],
    "a load balancer with backends of which nothing tells which they are": [
      planOf(balanced({ internetMaxBandwidthOut: 0 }, unknownValue)),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (may-lead) [bandwidth] at internetMaxBandwidthOut of server",
      ],
      [
        "It cannot be told whether this breaks the rule for server: example.com may lead there",
        "- Set internetMaxBandwidthOut above 0, or bind an EIP.",
        "by S1-33",
        "server (entry)",
      ],
    ],
    "over IPv6, by an address that is secret on either side": [
      planOf([
        ...balanced({ internetMaxBandwidthOut: 0, ipv6Addresses: ["[secret]"] }),
        resource("alicloud:vpc/ipv6Address:Ipv6Address", "address"),
        resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "internet", {
          ipv6AddressId: ref("address"),
        }),
      ]),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (secret) [bandwidth] at internetMaxBandwidthOut of server",
        "icp-unnamed-website undetermined address",
      ],
    ],
    "an EIP that the plan does not show": [
      planOf([
        ...balanced({ internetMaxBandwidthOut: 0 }),
        resource("alicloud:ecs/eipAssociation:EipAssociation", "bind", {
          allocationId: "eip-bp1",
          instanceId: ref("server"),
        }),
      ]),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (not-in-plan) [bandwidth] at internetMaxBandwidthOut of server",
      ],
    ],
    "an EIP that may be another server's": [
      planOf([
        ...balanced({ internetMaxBandwidthOut: 0 }),
        eip("ip"),
        instance("other", { ...subscription, internetMaxBandwidthOut: 0 }),
        resource("alicloud:ecs/eipAssociation:EipAssociation", "bind", {
          allocationId: ref("ip"),
          instanceId: ref("server", "other"),
        }),
      ]),
      unfiled(),
      [
        dns,
        "icp-server-bandwidth undetermined example.com: undetermined (computed) [bandwidth] at internetMaxBandwidthOut of server",
        "icp-unnamed-website undetermined ip",
        "icp-unnamed-website undetermined other",
      ],
    ],
  },
  silent: {
    "the apex is filed": [planOf(balanced({ internetMaxBandwidthOut: 0 })), filed(), []],
    "enough bandwidth: it could obtain the filing": [planOf(balanced({})), unfiled(), [dns]],
  },
});
