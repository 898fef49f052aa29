import { describe, expect, test } from "vitest";
import { alicloud } from "../../../src/products/alicloud";
import { ipv6 } from "../../../src/products/alicloud/network/ipv6";
import { Exposures } from "../../../src/graph/exposures";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { instance, record, resource, subscription, web } from "../../support/stacks";
import { contributed } from "./contributed";

const ADDRESS = "alicloud:vpc/ipv6Address:Ipv6Address";
const BANDWIDTH = "alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth";
const HANGZHOU = "mainland cn-hangzhou by config";

describe("address", () => {
  const address = (value: string, location = HANGZHOU) => [
    { is: "address", resource: "main", ipv6: true, value, location },
  ];

  test.each<[string, Partial<ResourceSpec>, string]>([
    ["yet to be allocated", {}, "(computed)"],
    ["chosen", { inputs: { ipv6Address: "2408::1" } }, "2408::1"],
    ["allocated", { outputs: { ipv6Address: "2408::1" } }, "2408::1"],
  ])("%s", (_, spec, value) => {
    expect(contributed(ipv6, planOf([{ type: ADDRESS, ...spec }]))).toEqual(address(value));
  });

  test("outside, and in a region of no list", () => {
    const there = (region: string) => contributed(ipv6, planOf([{ type: ADDRESS }], { region }));
    expect(there("cn-hongkong")).toEqual(address("(computed)", "outside cn-hongkong by config"));
    expect(there("xx-nowhere")).toEqual(address("(computed)", "(region-unlisted)"));
  });
});

describe("Internet bandwidth", () => {
  const OTHERS: ResourceSpec[] = [
    { type: ADDRESS, name: "held" },
    { type: ADDRESS, name: "free" },
    { type: "alicloud:ecs/instance:Instance", name: "server", inputs: { ipv6Addresses: [ref("held")] } },
    { type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name: "interface" },
  ];
  const bought = (ipv6AddressId: Properties[string]) =>
    contributed(ipv6, planOf([{ type: BANDWIDTH, inputs: { ipv6AddressId } }, ...OTHERS]));
  const attachment = (address: unknown, to: unknown, kind: string) => [
    { is: "attachment", by: "main", address, to, opens: "target", kind },
  ];

  test.each<[string, Properties[string], unknown[]]>([
    ["the address of an instance", ref("held"), attachment("held", "server", "instance")],
    ["an address that nothing holds", ref("free"), attachment("free", "(absent)", "ipv6-address")],
    ["an address looked up by its instance", ref("server"), attachment("(absent)", "server", "instance")],
    ["one looked up by its interface", ref("interface"), attachment("(absent)", "interface", "network-interface")],
    ["an address elsewhere", "ipv6-1", attachment("(absent)", { elsewhere: "ipv6-1" }, "ipv6-address")],
    ["an address that is not known", unknownValue, attachment("(absent)", "(computed)", "ipv6-address")],
  ])("for %s", (_, id, expected) => {
    expect(bought(id)).toEqual(expected);
  });
});

test("gateways and egress rules contribute nothing", () => {
  for (const type of ["alicloud:vpc/ipv6Gateway:Ipv6Gateway", "alicloud:vpc/ipv6EgressRule:Ipv6EgressRule"]) {
    expect(contributed(ipv6, planOf([{ type }]))).toEqual([]);
  }
});

describe("an AAAA record", () => {
  const held: ResourceSpec[] = [
    ...web,
    resource(ADDRESS, "address"),
    instance("server", { ...subscription, internetMaxBandwidthOut: 0, ipv6Addresses: [ref("address")] }),
  ];
  const internet = resource(BANDWIDTH, "internet", { ipv6AddressId: ref("address") });
  const aaaa = (to: string) => record("www", ref(to), { type: "AAAA" });
  const exposed = (specs: readonly ResourceSpec[]) =>
    new Exposures(planOf(specs), alicloud).all.map(({ entry, location }) => [entry?.resource.name, location.in]);

  test("leads to an instance whose address has bandwidth, by the address or the instance", () => {
    expect(exposed([...held, internet, aaaa("address")])).toEqual([["server", "mainland"]]);
    expect(exposed([...held, internet, aaaa("server")])).toEqual([["server", "mainland"]]);
  });

  test("leads nowhere without, as far as the plan tells", () => {
    expect(exposed([...held, aaaa("server")])).toEqual([]);
    expect(exposed([...held, aaaa("address")])).toEqual([[undefined, "undetermined"]]);
  });
});
