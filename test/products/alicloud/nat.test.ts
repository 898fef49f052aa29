import { describe, expect, test } from "vitest";
import { alicloud } from "../../../src/products/alicloud";
import { nat } from "../../../src/products/alicloud/network/nat";
import { Graph } from "../../../src/graph/graph";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const GATEWAY = "alicloud:vpc/natGateway:NatGateway";
const FORWARD = "alicloud:vpc/forwardEntry:ForwardEntry";
const EIP = "alicloud:ecs/eipAddress:EipAddress";
const OTHERS: ResourceSpec[] = [
  { type: EIP, name: "eip", outputs: { ipAddress: "47.96.0.1" } },
  { type: EIP, name: "other" },
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
  {
    type: "alicloud:alb/loadBalancer:LoadBalancer",
    name: "alb",
    inputs: { zoneMappings: [{ intranetAddress: "10.0.0.4" }] },
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
    planOf([{ type: FORWARD, inputs: { ...ENTRY, ...over } }, { type: GATEWAY, name: "nat", ...gateway }, ...OTHERS]),
  );
interface Opened {
  readonly address?: unknown;
  readonly on?: unknown;
  readonly gateway?: unknown;
  readonly opening?: unknown;
  readonly to?: unknown;
}
const opened = (over: Opened = {}) => {
  const { address = "eip", on = address, gateway = "nat", opening = "web", to = "web" } = over;
  const owner = on === "eip" ? "main" : on;
  // An address that is not known may be any that it was computed from: it is opened as well.
  const perhaps = typeof address === "string" && address.startsWith("(");
  return [
    { is: "attachment", by: "main", address, owner, to: gateway, opens: "address", kind: "nat" },
    { is: "listener", by: "main", on, opening },
    ...(perhaps ? [{ is: "listener", by: "main", on: address, opening }] : []),
    { is: "link", by: "main", from: on, to },
  ];
};

test.each([GATEWAY, "alicloud:vpc/snatEntry:SnatEntry"])("%s lets nobody in", (type) => {
  expect(contributed(nat, planOf([{ type }]))).toEqual([]);
});

describe("a DNAT entry", () => {
  test.each<[string, Properties, Opened]>([
    ["of an EIP", {}, {}],
    ["of an EIP by its address", { externalIp: "47.96.0.1" }, {}],
    ["of an address elsewhere", { externalIp: "47.96.0.9" }, { address: { elsewhere: "47.96.0.9" }, on: "main" }],
    ["of an unknown address", { externalIp: unknownValue }, { address: "(computed)", on: "main" }],
    ["of a secret address", { externalIp: "[secret]" }, { address: "(secret)", on: "main" }],
    ["of one of two addresses", { externalIp: ref("eip", "other") }, { address: "(computed)", on: "main" }],
    ["of something that is no address", { externalIp: [1, 2] }, { address: "(malformed)", on: "main" }],
    ["of a gateway elsewhere", { forwardTableId: "ftb-1" }, { gateway: { elsewhere: "ftb-1" } }],
    ["of an unknown gateway", { forwardTableId: unknownValue }, { gateway: "(computed)" }],
    ["to an instance by its address", { internalIp: "10.0.0.1" }, { to: "web" }],
    ["to an interface", { internalIp: "10.0.0.2" }, { to: "interface" }],
    ["to a balancer", { internalIp: "10.0.0.3" }, { to: "clb" }],
    ["to an ALB by the address of a zone", { internalIp: "10.0.0.4" }, { to: "alb" }],
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
    ["a secret port", { externalPort: "[secret]" }, "(secret)"],
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

describe("several DNAT entries", () => {
  const entry = (name: string, externalIp: Properties[string], externalPort: string): ResourceSpec => ({
    type: FORWARD,
    name,
    inputs: { ...ENTRY, externalIp, externalPort },
  });
  const planWith = (...entries: ResourceSpec[]) => planOf([...entries, { type: GATEWAY, name: "nat" }, ...OTHERS]);
  /** The addresses that entries of the plan opened, and what is open there. */
  const open = (...entries: ResourceSpec[]): Record<string, unknown> => {
    const found = [...new Graph(planWith(...entries), alicloud).entries.values()].filter(({ kind }) => kind === "nat");
    return Object.fromEntries(
      found.map(({ name, opening }) => [name, typeof opening === "string" ? opening : `(${opening.why})`]),
    );
  };

  test("of one literal address share the first of them, and open it together", () => {
    const plan = planWith(entry("a", "47.96.0.9", "443"), entry("b", "47.96.0.9", "22"));
    const own = { address: { elsewhere: "47.96.0.9" }, on: "a" };
    const by = (name: string, opening: string) => opened({ ...own, opening }).map((one) => ({ ...one, by: name }));
    expect(contributed(nat, plan, "a")).toEqual(by("a", "web"));
    expect(contributed(nat, plan, "b")).toEqual(by("b", "none"));
  });

  test.each([
    ["443", "22"],
    ["22", "443"],
  ])("for %s and %s let the web in, whichever comes first", (one, other) => {
    expect(open(entry("a", "47.96.0.9", one), entry("b", "47.96.0.9", other))).toEqual({ a: "web" });
    expect(open(entry("a", ref("eip"), one), entry("b", "47.96.0.1", other))).toEqual({ eip: "web" });
  });

  test("for nothing of the web leave an address closed, one spelled in another way too", () => {
    expect(open(entry("a", "47.96.0.9", "22"), entry("b", "47.96.0.9", "53"))).toEqual({ a: "none" });
    expect(open(entry("a", "47.96.0.9", "22"), entry("b", "::ffff:47.96.0.9", "443"))).toEqual({ a: "web" });
    expect(open(entry("a", "::ffff:2f60:9", "443"), entry("b", "47.96.0.9", "22"))).toEqual({ a: "web" });
  });

  test("of two addresses open each their own", () => {
    expect(open(entry("a", "47.96.0.9", "443"), entry("b", "47.96.0.8", "22"))).toEqual({ a: "web", b: "none" });
  });

  test.each<[string, Properties[string]]>([
    ["unknown", unknownValue],
    ["secret", "[secret]"],
    ["one of two addresses", ref("eip", "other")],
  ])("of which one is %s: it may open what the others leave closed", (_, address) => {
    expect(open(entry("a", ref("eip"), "22"), entry("b", address, "443"))).toEqual({
      b: "web",
      eip: "(closed-so-far)",
    });
    expect(open(entry("a", ref("eip"), "22"), entry("b", address, "22"))).toEqual({ b: "none", eip: "none" });
    expect(open(entry("a", ref("eip"), "443"), entry("b", address, "22"))).toEqual({ b: "none", eip: "web" });
  });

  test("of which one may be of any address: it may open a literal one as well, unless it was computed from others", () => {
    const literal = entry("a", "47.96.0.9", "22");
    expect(open(literal, entry("b", "[secret]", "443"))).toEqual({ a: "(closed-so-far)", b: "web" });
    expect(open(literal, entry("b", unknownValue, "443"))).toEqual({ a: "(closed-so-far)", b: "web" });
    expect(open(literal, entry("b", unknownValue, "22"))).toEqual({ a: "none", b: "none" });
    expect(open(literal, entry("b", ref("eip", "other"), "443"))).toEqual({ a: "none", b: "web" });
  });
});
