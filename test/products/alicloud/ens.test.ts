import { describe, expect, test } from "vitest";
import { ens } from "../../../src/products/alicloud/ens/ens";
import { isDoubt } from "../../../src/graph/contribution";
import { openingOfRules } from "../../../src/graph/firewall";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const INSTANCE = "alicloud:ens/instance:Instance";
const BALANCER = "alicloud:ens/loadBalancer:LoadBalancer";
const EIP = "alicloud:ens/eip:Eip";
const WUXI = "mainland cn-wuxi-telecom_unicom_cmcc-2 by property";
const NODE = { ensRegionId: "cn-wuxi-telecom_unicom_cmcc-2" };

const OTHERS: ResourceSpec[] = [
  { type: INSTANCE, name: "web" },
  { type: BALANCER, name: "balancer" },
  { type: EIP, name: "eip" },
  { type: "alicloud:ens/natGateway:NatGateway", name: "nat" },
  { type: "alicloud:ens/securityGroup:SecurityGroup", name: "group" },
  { type: "alicloud:ens/network:Network", name: "network", inputs: NODE },
  { type: "alicloud:ens/vswitch:Vswitch", name: "switch", inputs: NODE },
];
const read = (type: string, inputs: Properties) => contributed(ens, planOf([{ type, inputs }, ...OTHERS]));

describe("instance", () => {
  const BOUGHT = { ...NODE, scheduleAreaLevel: "Region", paymentType: "Subscription", internetMaxBandwidthOut: 10 };
  const instance = (inputs: Properties) => read(INSTANCE, { ...BOUGHT, ...inputs });
  const contributions = (over: Record<string, unknown> = {}, groups: unknown[] = []) => {
    const { location = WUXI, reach = "public", term, ...rest } = over;
    return [
      { is: "entry", resource: "main", kind: "ens-instance", tier: "access", location, reach, addresses: [] },
      { is: "guard", of: "main", groups },
      {
        is: "server",
        resource: "main",
        product: "ens",
        location,
        charge: "subscription",
        chargeProperty: "paymentType",
        renewalProperty: "autoRenew",
        term: { months: "(absent)", renewal: "none", ...(term as object | undefined) },
        bandwidth: true,
        outlives: true,
        ...rest,
      },
    ];
  };

  test.each<[string, Properties, Record<string, unknown>]>([
    ["with bandwidth", {}, {}],
    ["of unknown bandwidth", { internetMaxBandwidthOut: unknownValue }, { bandwidth: "(computed)" }],
    ["of bandwidth left out", { internetMaxBandwidthOut: null }, { bandwidth: "(default-unsourced)" }],
    ["without bandwidth", { internetMaxBandwidthOut: 0 }, { bandwidth: false, reach: "(default-unsourced)" }],
    ["with a public address", { publicIpIdentification: true }, {}],
    ["without a public address", { publicIpIdentification: false }, { bandwidth: false, reach: "private" }],
    [
      "perhaps with a public address",
      { publicIpIdentification: unknownValue },
      { bandwidth: "(computed)", reach: "(computed)" },
    ],
  ])("one %s", (_, inputs, over) => {
    expect(instance(inputs)).toEqual(contributions(over));
  });

  test.each<[string, Properties, string, unknown]>([
    ["a subscription", { paymentType: "Subscription" }, "subscription", true],
    ["a subscription in any case", { paymentType: "subscription" }, "subscription", true],
    ["paid as it goes", { paymentType: "PayAsYouGo" }, "pay-as-you-go", false],
    ["no spot", { paymentType: "PayAsYouGo", spotStrategy: "NoSpot" }, "pay-as-you-go", false],
    ["spot", { paymentType: "PayAsYouGo", spotStrategy: "SpotAsPriceGo" }, "spot", false],
    ["of unknown payment", { paymentType: unknownValue }, "(computed)", "(computed)"],
    ["of secret payment", { paymentType: "[secret]" }, "(secret)", "(secret)"],
    ["of no payment", { paymentType: null }, "(malformed)", "(malformed)"],
    ["of a payment that is none", { paymentType: "Free" }, "(malformed)", "(malformed)"],
  ])("one that is %s: only a subscription outlives its removal", (_, inputs, charge, outlives) => {
    expect(instance(inputs)).toEqual(contributions({ charge, outlives }));
  });

  test.each<[string, Properties, Record<string, unknown>]>([
    ["for a year", { period: 12 }, { months: 12 }],
    ["for months", { period: 3, periodUnit: "Month" }, { months: 3 }],
    ["for three days", { period: 3, periodUnit: "Day" }, { months: 0.1 }],
    ["for a time not yet known", { period: unknownValue }, { months: "(computed)" }],
    ["in a unit not yet known", { period: 3, periodUnit: unknownValue }, { months: "(computed)" }],
    ["renewed", { autoRenew: true }, { renewal: "automatic" }],
    ["perhaps renewed", { autoRenew: unknownValue }, { renewal: "(computed)" }],
  ])("one bought %s", (_, inputs, term) => {
    expect(instance(inputs)).toEqual(contributions({ term }));
  });

  test.each<[string, Properties, string]>([
    ["in a node", {}, WUXI],
    ["in a node of a city that is a region", { ensRegionId: "cn-chengdu-3" }, "mainland cn-chengdu-3 by property"],
    ["in a listed node", { ensRegionId: "cn-chongqing-11" }, "mainland cn-chongqing-11 by property"],
    ["in a node of a city that is a region, alone", { ensRegionId: "cn-chengdu" }, "mainland cn-chengdu by property"],
    ["in what ends like a node", { ensRegionId: "xcn-chengdu-3" }, "(region-unlisted)"],
    ["in what begins like a node", { ensRegionId: "cn-chengdu3" }, "(region-unlisted)"],
    ["in Hong Kong", { ensRegionId: "cn-hongkong-9" }, "outside cn-hongkong-9 by property"],
    ["abroad", { ensRegionId: "tr-Istanbul-1" }, "outside tr-Istanbul-1 by property"],
    ["in a node of no list", { ensRegionId: "cn-nowhere-1" }, "(region-unlisted)"],
    ["in what is no node", { ensRegionId: "somewhere" }, "(region-unlisted)"],
    ["in an unknown node", { ensRegionId: unknownValue }, "(computed)"],
    ["in the node of its network", { ensRegionId: null, netWorkId: ref("network") }, WUXI],
    ["in the node of its vswitch", { ensRegionId: null, vswitchId: ref("switch") }, WUXI],
    ["in a node computed from its network", { ensRegionId: ref("network") }, WUXI],
    ["nowhere", { ensRegionId: null }, "(default-unsourced)"],
    ["in a province", { scheduleAreaLevel: "Middle", netDistrictCode: "350000" }, "mainland 350000 by property"],
    [
      "in a part of the country",
      { scheduleAreaLevel: "Big", netDistrictCode: "100106" },
      "mainland 100106 by property",
    ],
    [
      "in Hong Kong's district",
      { scheduleAreaLevel: "Middle", netDistrictCode: "810000" },
      "outside 810000 by property",
    ],
    ["in a district of no list", { scheduleAreaLevel: "Big", netDistrictCode: "200000" }, "(region-unlisted)"],
    ["in what is no district", { scheduleAreaLevel: "Big", netDistrictCode: "east" }, "(region-unlisted)"],
    ["in an unknown district", { scheduleAreaLevel: "Small", netDistrictCode: unknownValue }, "(computed)"],
    ["at an unknown level, all the same", { scheduleAreaLevel: unknownValue, netDistrictCode: "350000" }, WUXI],
    ["at an unknown level", { scheduleAreaLevel: unknownValue, netDistrictCode: "810000" }, "(computed)"],
    ["at an unknown level, in a node", { scheduleAreaLevel: unknownValue }, WUXI],
  ])("one %s", (_, inputs, location) => {
    expect(instance(inputs)).toEqual(contributions({ location }));
  });

  test.each<[string, unknown, unknown]>([
    ["a group", ref("group"), "group"],
    ["a group elsewhere", "sg-1", { elsewhere: "sg-1" }],
    ["an unknown group", unknownValue, "(computed)"],
  ])("guarded by %s", (_, securityId, group) => {
    expect(instance({ securityId } as Properties)).toEqual(contributions({}, [group]));
  });
});

describe("security group", () => {
  const WEB = {
    direction: "ingress",
    policy: "Accept",
    ipProtocol: "TCP",
    portRange: "80/80",
    sourceCidrIp: "0.0.0.0/0",
  };
  const GROUP = "alicloud:ens/securityGroup:SecurityGroup";
  const opens = (inputs: Properties) => {
    const plan = planOf([{ type: GROUP, inputs }]);
    const rules = plan.ofType(GROUP).flatMap((group) => ens[GROUP](group));
    const opening = openingOfRules(rules.flatMap((one) => (one.is === "opening" ? [one.rule] : [])));
    return isDoubt(opening) ? `(${opening.why})` : opening;
  };

  test.each<[string, Properties, string]>([
    ["the web from everywhere", {}, "web"],
    ["the web from everywhere by IPv6", { sourceCidrIp: null, ipv6SourceCidrIp: "::/0" }, "web"],
    ["insiders, and everybody by IPv6", { sourceCidrIp: "10.0.0.0/8", ipv6SourceCidrIp: "::/0" }, "web"],
    ["another port", { portRange: "12345/12345" }, "possible"],
    ["SSH", { portRange: "22/22" }, "none"],
    ["an office", { sourceCidrIp: "203.0.113.0/24" }, "restricted"],
    ["insiders", { sourceCidrIp: "192.168.0.0/16" }, "none"],
    ["nobody", { policy: "Drop" }, "none"],
    ["the way out", { direction: "egress" }, "none"],
    ["an unknown port", { portRange: unknownValue }, "(computed)"],
    ["an unknown source", { sourceCidrIp: unknownValue }, "(computed)"],
    ["no source", { sourceCidrIp: null }, "(malformed)"],
    ["an unknown policy", { policy: unknownValue }, "(computed)"],
  ])("for %s", (_, over, expected) => {
    expect(opens({ permissions: [{ ...WEB, ...over }] })).toBe(expected);
  });

  test("drops by priority", () => {
    const drop = { ...WEB, policy: "Drop", portRange: "-1/-1", ipProtocol: "ALL" };
    expect(opens({ permissions: [WEB, { ...drop, priority: 1 }] })).toBe("none");
    expect(opens({ permissions: [WEB, { ...drop, priority: 2 }] })).toBe("web");
    expect(opens({ permissions: [{ ...WEB, priority: 2 }, drop] })).toBe("none");
  });

  test("contributes a rule for each source of a permission", () => {
    const both = { ...WEB, ipv6SourceCidrIp: "::/0" };
    const rule = { is: "opening", by: "main", group: "main", rule: expect.anything() as unknown };
    expect(read(GROUP, { permissions: [both, WEB] })).toEqual([rule, rule, rule]);
  });

  test("with unknown permissions, with none, and saying nothing", () => {
    expect(opens({ permissions: unknownValue })).toBe("(computed)");
    expect(opens({ permissions: [] })).toBe("none");
    expect(opens({})).toBe("(default-unsourced)");
  });

  test("attached to an instance guards it", () => {
    const inputs = { instanceId: ref("web"), securityGroupId: ref("group") };
    expect(read("alicloud:ens/instanceSecurityGroupAttachment:InstanceSecurityGroupAttachment", inputs)).toEqual([
      { is: "guard", of: "web", groups: ["group"] },
    ]);
  });
});

describe("load balancer", () => {
  const balancer = (location: string, to: unknown[] = []) => [
    { is: "entry", resource: "main", kind: "ens-balancer", tier: "access", location, reach: "private", addresses: [] },
    { is: "listener", by: "main", on: "main", opening: "(opening-unknown)" },
    ...to.map((target) => ({ is: "link", by: "main", from: "main", to: target })),
  ];

  test.each<[string, Properties, unknown[]]>([
    ["without servers", {}, balancer(WUXI)],
    ["with a server", { backendServers: [{ serverId: ref("web") }] }, balancer(WUXI, ["web"])],
    ["with unknown servers", { backendServers: unknownValue }, balancer(WUXI, ["(computed)"])],
    ["abroad", { ensRegionId: "ch-zurich-1" }, balancer("outside ch-zurich-1 by property")],
    ["in an unknown node", { ensRegionId: unknownValue }, balancer("(computed)")],
    ["in the node of its vswitch", { ensRegionId: unknownValue, vswitchId: ref("switch") }, balancer(WUXI)],
  ])("%s is private", (_, inputs, expected) => {
    expect(read(BALANCER, { ...NODE, ...inputs })).toEqual(expected);
  });

  test.each<[string, string, Properties, string]>([
    ["an HTTP listener", "Http", { status: "running" }, "web"],
    ["a stopped HTTP listener", "Http", { status: "stopped" }, "none"],
    ["an HTTP listener not told to run", "Http", {}, "none"],
    ["an HTTP listener of unknown status", "Http", { status: unknownValue }, "(computed)"],
    ["a UDP listener", "Udp", { listenerPort: 53 }, "none"],
    ["a UDP listener for HTTP/3", "Udp", { listenerPort: 443 }, "possible"],
    ["a stopped UDP listener", "Udp", { listenerPort: 443, status: "Stopped" }, "none"],
    ["a UDP listener on an unknown port", "Udp", { listenerPort: unknownValue }, "(computed)"],
  ])("%s", (_, protocol, inputs, opening) => {
    const type = `alicloud:ens/loadBalancer${protocol}Listener:LoadBalancer${protocol}Listener`;
    expect(read(type, { loadBalancerId: ref("balancer"), ...inputs })).toEqual([
      { is: "listener", by: "main", on: "balancer", opening },
    ]);
  });
});

test("an EIP is an address that nothing tells", () => {
  expect(read(EIP, NODE)).toEqual([{ is: "address", resource: "main", value: "(not-in-plan)", location: WUXI }]);
});

describe("EIP attachment", () => {
  const bound = (inputs: Properties) =>
    read("alicloud:ens/eipInstanceAttachment:EipInstanceAttachment", { allocationId: ref("eip"), ...inputs });
  const attachment = (to: unknown, kind: string, opens = "target", address: unknown = "eip") => ({
    is: "attachment",
    by: "main",
    address,
    to,
    opens,
    kind,
  });

  test.each<[string, Properties, unknown]>([
    ["an instance", { instanceId: ref("web"), instanceType: "EnsInstance" }, attachment("web", "ens-instance")],
    ["an instance, unsaid", { instanceId: ref("web") }, attachment("web", "ens-instance")],
    [
      "a balancer",
      { instanceId: ref("balancer"), instanceType: "SlbInstance" },
      attachment("balancer", "ens-balancer"),
    ],
    ["a balancer, unsaid", { instanceId: ref("balancer") }, attachment("balancer", "ens-balancer")],
    [
      "an interface",
      { instanceId: "eni-1", instanceType: "NetworkInterface" },
      attachment({ elsewhere: "eni-1" }, "network-interface"),
    ],
    ["something elsewhere", { instanceId: "i-1" }, attachment({ elsewhere: "i-1" }, "ens-instance")],
    ["something unknown", { instanceId: unknownValue }, attachment("(computed)", "ens-instance")],
    [
      "something of an unknown kind",
      { instanceId: unknownValue, instanceType: unknownValue },
      attachment("(computed)", "eip"),
    ],
  ])("to %s", (_, inputs, expected) => {
    expect(bound(inputs)).toEqual([expected]);
  });

  test("to a NAT gateway, whose rules nothing shows", () => {
    expect(bound({ instanceId: ref("nat") })).toEqual([
      attachment("nat", "nat", "address"),
      { is: "listener", by: "main", on: "eip", opening: "possible" },
    ]);
    expect(bound({ instanceId: ref("nat"), allocationId: "eip-1" })).toEqual([
      attachment("nat", "nat", "address", { elsewhere: "eip-1" }),
      { is: "listener", by: "main", on: "main", opening: "possible" },
    ]);
  });
});

test("a NAT gateway contributes nothing by itself", () => {
  expect(read("alicloud:ens/natGateway:NatGateway", NODE)).toEqual([]);
});
