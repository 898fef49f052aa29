import { describe, expect, test } from "vitest";
import { eip } from "../../../src/products/alicloud/network/eip";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const EIP = "alicloud:ecs/eipAddress:EipAddress";
const HANGZHOU = "mainland cn-hangzhou by config";

describe.each([EIP, "alicloud:ecs/eip:Eip"])("%s", (type) => {
  const address = (value: string, location = HANGZHOU) => [{ is: "address", resource: "main", value, location }];

  test.each<[string, Partial<ResourceSpec>, string]>([
    ["yet to be allocated", {}, "(computed)"],
    ["chosen", { inputs: { ipAddress: "47.96.0.1" } }, "47.96.0.1"],
    ["allocated", { outputs: { ipAddress: "47.96.0.1" } }, "47.96.0.1"],
    [
      "chosen while outputs are unknown",
      { inputs: { ipAddress: "47.96.0.1" }, outputs: { ipAddress: unknownValue } },
      "47.96.0.1",
    ],
    ["of a wrong type", { inputs: { ipAddress: true } }, "(malformed)"],
    ["a secret", { inputs: { ipAddress: "[secret]" } }, "(secret)"],
  ])("an address %s", (_, spec, value) => {
    expect(contributed(eip, planOf([{ type, ...spec }]))).toEqual(address(value));
  });

  test("outside, and in a region of no list", () => {
    const abroad = planOf([{ type }], { region: "ap-southeast-1" });
    expect(contributed(eip, abroad)).toEqual(address("(computed)", "outside ap-southeast-1 by config"));
    expect(contributed(eip, planOf([{ type }], { region: "xx-nowhere" }))).toEqual(
      address("(computed)", "(region-unlisted)"),
    );
  });
});

test("a block of addresses is an address of which none is told", () => {
  expect(contributed(eip, planOf([{ type: "alicloud:ecs/eipSegmentAddress:EipSegmentAddress" }]))).toEqual([
    { is: "address", resource: "main", value: "(not-in-plan)", location: HANGZHOU },
  ]);
});

test.each([
  "alicloud:vpc/commonBandwithPackage:CommonBandwithPackage",
  "alicloud:vpc/commonBandwithPackageAttachment:CommonBandwithPackageAttachment",
  "alicloud:vpc/publicIpAddressPool:PublicIpAddressPool",
  "alicloud:vpc/publicIpAddressPoolCidrBlock:PublicIpAddressPoolCidrBlock",
])("%s contributes nothing", (type) => {
  expect(contributed(eip, planOf([{ type }]))).toEqual([]);
});

describe("association", () => {
  const TARGETS: ResourceSpec[] = [
    { type: "alicloud:ecs/instance:Instance", name: "web", outputs: { privateIp: "10.0.0.1" } },
    { type: "alicloud:ecs/ecsInstanceSet:EcsInstanceSet", name: "set" },
    { type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", name: "balancer" },
    { type: "alicloud:vpc/natGateway:NatGateway", name: "nat" },
    { type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name: "interface" },
    { type: "alicloud:vpc/haVipv2:HaVipv2", name: "vip" },
  ];
  const bound = (inputs: Properties): readonly unknown[] =>
    contributed(
      eip,
      planOf([
        { type: "alicloud:ecs/eipAssociation:EipAssociation", inputs: { allocationId: ref("eip"), ...inputs } },
        { type: EIP, name: "eip" },
        ...TARGETS,
      ]),
    );
  const attachment = (over: Record<string, unknown>) => ({
    is: "attachment",
    by: "main",
    address: "eip",
    to: "web",
    opens: "target",
    kind: "instance",
    ...over,
  });

  test.each<[string, Properties, Record<string, unknown>]>([
    ["an instance", { instanceId: ref("web"), instanceType: "EcsInstance" }, {}],
    ["an instance by default", { instanceId: ref("web") }, {}],
    ["one of a set", { instanceId: ref("set") }, { to: "set" }],
    ["a balancer", { instanceId: ref("balancer"), instanceType: "SlbInstance" }, { to: "balancer", kind: "clb" }],
    ["a balancer, type left out", { instanceId: ref("balancer") }, { to: "balancer", kind: "clb" }],
    [
      "a balancer, type unknown",
      { instanceId: ref("balancer"), instanceType: unknownValue },
      { to: "balancer", kind: "clb" },
    ],
    [
      "an interface",
      { instanceId: ref("interface"), instanceType: "NetworkInterface" },
      { to: "interface", kind: "network-interface" },
    ],
    ["a HaVip", { instanceId: ref("vip"), instanceType: "HaVip" }, { to: "vip", kind: "ha-vip" }],
    ["a NAT gateway", { instanceId: ref("nat"), instanceType: "Nat" }, { to: "nat", kind: "nat", opens: "nothing" }],
    ["a NAT gateway, type left out", { instanceId: ref("nat") }, { to: "nat", kind: "nat", opens: "nothing" }],
    [
      "the one of the stated type among several",
      { instanceId: ref("web", "nat"), instanceType: "Nat" },
      { to: "nat", kind: "nat", opens: "nothing" },
    ],
    ["one of several", { instanceId: ref("web", "nat") }, { to: "(computed)" }],
    ["an instance elsewhere", { instanceId: "i-bp1" }, { to: { elsewhere: "i-bp1" } }],
    ["a balancer elsewhere", { instanceId: "lb-bp1" }, { to: { elsewhere: "lb-bp1" }, kind: "clb" }],
    [
      "a NAT gateway elsewhere",
      { instanceId: "ngw-bp1" },
      { to: { elsewhere: "ngw-bp1" }, kind: "nat", opens: "nothing" },
    ],
    ["an interface elsewhere", { instanceId: "eni-bp1" }, { to: { elsewhere: "eni-bp1" }, kind: "network-interface" }],
    ["a HaVip elsewhere", { instanceId: "havip-bp1" }, { to: { elsewhere: "havip-bp1" }, kind: "ha-vip" }],
    [
      "something of a stated type",
      { instanceId: unknownValue, instanceType: "SlbInstance" },
      { to: "(computed)", kind: "clb" },
    ],
    [
      "something of an unknown type",
      { instanceId: unknownValue, instanceType: unknownValue },
      { to: "(computed)", kind: "eip" },
    ],
    [
      "something of a type nobody knows",
      { instanceId: unknownValue, instanceType: "Router" },
      { to: "(computed)", kind: "eip" },
    ],
    ["nothing", {}, { to: "(absent)" }],
    ["something of a wrong type", { instanceId: [1, 2] }, { to: "(malformed)" }],
    [
      "an address elsewhere",
      { allocationId: "eip-bp1", instanceId: ref("web") },
      { address: { elsewhere: "eip-bp1" } },
    ],
    ["an unknown address", { allocationId: unknownValue, instanceId: ref("web") }, { address: "(computed)" }],
  ])("to %s", (_, inputs, over) => {
    expect(bound(inputs)).toEqual([attachment(over)]);
  });

  test.each<[string, Properties, Record<string, unknown>, string]>([
    ["of an instance", { privateIpAddress: "10.0.0.1" }, { to: "web" }, "eip"],
    ["of nothing in the plan", { privateIpAddress: "10.0.0.9" }, { to: { elsewhere: "10.0.0.9" } }, "eip"],
    [
      "of an unknown EIP",
      { privateIpAddress: ref("web"), allocationId: unknownValue },
      { to: "web", address: "(computed)" },
      "main",
    ],
  ])("to a private address %s", (_, inputs, over, from) => {
    const { to } = over;
    expect(bound({ instanceType: "IpAddress", instanceId: "10.0.0.1", ...inputs })).toEqual([
      attachment({ kind: "eip", opens: "address", ...over }),
      { is: "link", by: "main", from, to },
    ]);
  });
});
