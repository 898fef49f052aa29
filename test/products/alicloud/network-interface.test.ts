import { describe, expect, test } from "vitest";
import { networkInterface } from "../../../src/products/alicloud/network/network-interface";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const OTHERS: ResourceSpec[] = [
  { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "group" },
  { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "other" },
  { type: "alicloud:ecs/instance:Instance", name: "web" },
  { type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name: "interface" },
  { type: "alicloud:vpc/haVipv2:HaVipv2", name: "vip" },
];
const read = (type: string, inputs: Properties = {}, region = "cn-hangzhou") =>
  contributed(networkInterface, planOf([{ type, inputs }, ...OTHERS], { region }));

const entry = (kind: string, location = "mainland cn-hangzhou by config") => ({
  is: "entry",
  resource: "main",
  kind,
  tier: "access",
  location,
  reach: "private",
  addresses: [],
});
const link = (from: unknown, to: unknown) => ({ is: "link", by: "main", from, to });

describe.each([
  "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface",
  "alicloud:vpc/networkInterface:NetworkInterface",
])("%s", (type) => {
  test.each<[string, Properties, unknown[]]>([
    ["none", {}, []],
    ["one", { securityGroupIds: [ref("group")] }, ["group"]],
    ["under the former name", { securityGroups: [ref("group"), ref("other")] }, ["group", "other"]],
    ["elsewhere", { securityGroupIds: ["sg-bp1"] }, [{ elsewhere: "sg-bp1" }]],
    ["unknown", { securityGroupIds: unknownValue }, ["(computed)"]],
  ])("security groups: %s", (_, inputs, groups) => {
    expect(read(type, inputs)).toEqual([entry("network-interface"), { is: "guard", of: "main", groups }]);
  });

  test("outside, and in a region of no list", () => {
    expect(read(type, {}, "us-west-1")).toContainEqual(entry("network-interface", "outside us-west-1 by config"));
    expect(read(type, {}, "xx-nowhere")).toContainEqual(entry("network-interface", "(region-unlisted)"));
  });
});

test.each(["alicloud:vpc/haVipv2:HaVipv2", "alicloud:vpc/hAVip:HAVip"])("%s is private by itself", (type) => {
  expect(read(type, { ipAddress: "10.0.0.1" })).toEqual([entry("ha-vip")]);
  expect(read(type, {}, "us-west-1")).toEqual([entry("ha-vip", "outside us-west-1 by config")]);
});

describe.each([
  "alicloud:ecs/ecsNetworkInterfaceAttachment:EcsNetworkInterfaceAttachment",
  "alicloud:vpc/networkInterfaceAttachment:NetworkInterfaceAttachment",
])("%s", (type) => {
  test.each<[string, Properties, unknown, unknown]>([
    ["to an instance", { networkInterfaceId: ref("interface"), instanceId: ref("web") }, "interface", "web"],
    ["elsewhere", { networkInterfaceId: "eni-1", instanceId: "i-1" }, { elsewhere: "eni-1" }, { elsewhere: "i-1" }],
    ["unknown", { networkInterfaceId: unknownValue, instanceId: unknownValue }, "(computed)", "(computed)"],
    ["of nothing", {}, "(absent)", "(absent)"],
  ])("%s", (_, inputs, from, to) => {
    expect(read(type, inputs)).toEqual([link(from, to)]);
  });
});

test.each<[string, Properties, unknown, unknown]>([
  ["to an instance", { haVipId: ref("vip"), instanceId: ref("web") }, "vip", "web"],
  ["to an interface", { haVipId: ref("vip"), instanceId: ref("interface") }, "vip", "interface"],
  ["under the former name", { havipId: ref("vip"), instanceId: ref("web") }, "vip", "web"],
  ["elsewhere", { haVipId: "havip-1", instanceId: "i-1" }, { elsewhere: "havip-1" }, { elsewhere: "i-1" }],
  ["unknown", { haVipId: unknownValue, instanceId: unknownValue }, "(computed)", "(computed)"],
])("a HaVip attached %s", (_, inputs, from, to) => {
  expect(read("alicloud:vpc/hAVipAttachment:HAVipAttachment", inputs)).toEqual([link(from, to)]);
});
