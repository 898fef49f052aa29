/** A host that is bound on a private load balancer is served where public entries lead to it. */
import { expect, it } from "vitest";
import { ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { instance, resource, subscription, web } from "../support/stacks";
import { ways } from "./ways";

const balancer = [
  resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", { addressType: "Intranet" }),
  resource("alicloud:alb/listener:Listener", "https", {
    loadBalancerId: ref("alb"),
    listenerPort: 443,
    listenerProtocol: "HTTPS",
  }),
  resource("alicloud:alb/rule:Rule", "hosts", {
    listenerId: ref("https"),
    ruleConditions: [{ type: "Host", hostConfig: { values: ["shop.example.com"] } }],
  }),
];
/** A network load balancer that leads to this. */
const network = (name: string, to: Properties[string] = ref("alb"), addressType = "Internet") => [
  resource("alicloud:nlb/loadBalancer:LoadBalancer", name, { addressType }),
  resource("alicloud:nlb/listener:Listener", `${name}-tcp`, {
    loadBalancerId: ref(name),
    listenerPort: 443,
    listenerProtocol: "TCP",
    serverGroupId: ref(`${name}-group`),
  }),
  resource("alicloud:nlb/serverGroup:ServerGroup", `${name}-group`),
  resource("alicloud:nlb/serverGroupServerAttachment:ServerGroupServerAttachment", `${name}-member`, {
    serverGroupId: ref(`${name}-group`),
    serverId: to,
    serverType: "Alb",
  }),
];
const accelerator = [
  resource("alicloud:ga/accelerator:Accelerator", "ga"),
  resource("alicloud:ga/ipSet:IpSet", "set", { acceleratorId: ref("ga"), accelerateRegionId: "cn-shanghai" }),
  resource("alicloud:ga/listener:Listener", "listener", {
    acceleratorId: ref("ga"),
    protocol: "TCP",
    portRanges: [{ fromPort: 443, toPort: 443 }],
  }),
  resource("alicloud:ga/endpointGroup:EndpointGroup", "endpoints", {
    acceleratorId: ref("ga"),
    listenerId: ref("listener"),
    endpointConfigurations: [{ weight: 20, type: "ALB", endpoint: ref("alb") }],
  }),
];

it.each<[string, readonly ResourceSpec[], readonly string[]]>([
  ["nothing", balancer, []],
  [
    "a network load balancer",
    [...balancer, ...network("nlb")],
    ["shop.example.com nlb on alb mainland: hosts (hosts) > https (through) > alb (entry) > nlb (entry)"],
  ],
  [
    "two of them",
    [...balancer, ...network("one"), ...network("two")],
    [
      "shop.example.com one on alb mainland: hosts (hosts) > https (through) > alb (entry) > one (entry)",
      "shop.example.com two on alb mainland: hosts (hosts) > https (through) > alb (entry) > two (entry)",
    ],
  ],
  ["one that is private itself", [...balancer, ...network("nlb", ref("alb"), "Intranet")], []],
  [
    "one of which it is not known what is behind it",
    [...balancer, ...network("nlb", unknownValue)],
    ["shop.example.com nlb on alb mainland may-lead: hosts (hosts) > https (through) > alb (entry) > nlb (entry)"],
  ],
  [
    "one before another server",
    [
      ...balancer,
      ...web,
      instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
      ...network("nlb", ref("server")),
    ],
    [],
  ],
  [
    "an accelerator",
    [...balancer, ...accelerator],
    ["shop.example.com set on alb mainland: hosts (hosts) > https (through) > alb (entry) > set (entry)"],
  ],
])("before it stands %s", (_, specs, expected) => {
  expect(ways(specs)).toEqual(expected);
});

it("may be served by itself where the plan hides resources", () => {
  expect(ways(balancer, { missing: 1 })).toEqual([
    "shop.example.com alb mainland incomplete: hosts (hosts) > https (through) > alb (entry)",
  ]);
});
