import { describe, expect, test } from "vitest";
import { nat } from "../../src/alicloud/nat";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { contributed } from "./contributed";

const GATEWAY = "alicloud:vpc/natGateway:NatGateway";
const OTHERS: ResourceSpec[] = [
  { type: "alicloud:ecs/eipAddress:EipAddress", name: "eip", outputs: { ipAddress: "47.96.0.1" } },
  { type: "alicloud:ecs/instance:Instance", name: "web", inputs: { privateIp: "10.0.0.1" } },
  {
    type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface",
    name: "interface",
    inputs: { primaryIpAddress: "10.0.0.2" },
  },
  {
    type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
    name: "clb",
    inputs: { address: "10.0.0.3" },
  },
];
const ENTRY: Properties = {
  forwardTableId: ref("nat"),
  externalIp: ref("eip"),
  externalPort: "443",
  ipProtocol: "tcp",
  internalIp: ref("web"),
  internalPort: "8443",
};
const read = (over: Properties, gateway: Partial<ResourceSpec> = {}) =>
  contributed(
    nat,
    planOf([
      { type: "alicloud:vpc/forwardEntry:ForwardEntry", inputs: { ...ENTRY, ...over } },
      { type: GATEWAY, name: "nat", ...gateway },
      ...OTHERS,
    ]),
  );
const opened = (over: { address?: unknown; on?: unknown; gateway?: unknown; opening?: unknown; to?: unknown } = {}) => {
  const { address = "eip", on = address, gateway = "nat", opening = "web", to = "web" } = over;
  return [
    { is: "attachment", by: "main", address, to: gateway, opens: "address", kind: "nat" },
    { is: "listener", by: "main", on, opening },
    { is: "link", by: "main", from: on, to },
  ];
};

test.each([GATEWAY, "alicloud:vpc/snatEntry:SnatEntry"])("%s lets nobody in", (type) => {
  expect(contributed(nat, planOf([{ type }]))).toEqual([]);
});

describe("a DNAT entry", () => {
  test.each<[string, Properties, Parameters<typeof opened>[0]]>([
    ["of an EIP", {}, {}],
    ["of an EIP by its address", { externalIp: "47.96.0.1" }, {}],
    ["of an address elsewhere", { externalIp: "47.96.0.9" }, { address: { elsewhere: "47.96.0.9" }, on: "main" }],
    ["of an unknown address", { externalIp: unknownValue }, { address: "(computed)", on: "main" }],
    ["of something that is no address", { externalIp: [1, 2] }, { address: "(malformed)", on: "main" }],
    ["of a gateway elsewhere", { forwardTableId: "ftb-1" }, { gateway: { elsewhere: "ftb-1" } }],
    ["of an unknown gateway", { forwardTableId: unknownValue }, { gateway: "(computed)" }],
    ["to an instance by its address", { internalIp: "10.0.0.1" }, { to: "web" }],
    ["to an interface", { internalIp: "10.0.0.2" }, { to: "interface" }],
    ["to a balancer", { internalIp: "10.0.0.3" }, { to: "clb" }],
    ["to something elsewhere", { internalIp: "10.0.0.9" }, { to: { elsewhere: "10.0.0.9" } }],
    ["to something unknown", { internalIp: unknownValue }, { to: "(computed)" }],
  ])("%s", (_, over, expected) => {
    expect(read(over)).toEqual(opened(expected));
  });

  test.each<[string, Properties, string]>([
    ["TCP 80", { externalPort: "80" }, "web"],
    ["TCP 22", { externalPort: "22" }, "none"],
    ["a range", { externalPort: "70/90" }, "web"],
    ["another port", { externalPort: "12345" }, "possible"],
    ["anything", { externalPort: "any", ipProtocol: "any" }, "web"],
    ["any protocol on a port", { externalPort: "22", ipProtocol: "any" }, "none"],
    ["UDP 443", { ipProtocol: "udp" }, "possible"],
    ["UDP 53", { externalPort: "53", ipProtocol: "udp" }, "none"],
    ["an unknown port", { externalPort: unknownValue }, "(computed)"],
    ["an unknown protocol", { ipProtocol: unknownValue }, "(computed)"],
    ["a port that is none", { externalPort: "http" }, "(malformed)"],
  ])("for %s", (_, over, opening) => {
    expect(read(over)).toEqual(opened({ opening }));
  });

  test("by the table of its gateway", () => {
    expect(read({ forwardTableId: "ftb-1" }, { outputs: { forwardTableIds: "ftb-1" } })).toEqual(opened());
  });

  test("of a VPC NAT gateway is never public", () => {
    expect(read({}, { inputs: { networkType: "intranet" } })).toEqual([]);
    expect(read({ forwardTableId: "ftb-1", externalIp: "10.1.0.1" })).toEqual([]);
  });

  test("of a gateway of unknown kind may be public", () => {
    expect(read({}, { inputs: { networkType: unknownValue } })).toEqual(opened());
    expect(read({}, { inputs: { networkType: "internet" } })).toEqual(opened());
  });
});
