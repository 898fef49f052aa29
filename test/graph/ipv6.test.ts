import { describe, expect, it } from "vitest";
import { alicloud } from "../../src/products/alicloud";
import { Exposures } from "../../src/graph/exposures";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { instance, provider, record, resource, web } from "../support/stacks";

/** Where the host leads, and which servers stand behind: entry, location, doubts, servers. */
const leads = (specs: readonly ResourceSpec[], part = {}): string[] => {
  const exposures = new Exposures(planOf(specs, part), alicloud);
  return exposures.all.map(({ entry, location, doubts }) =>
    [
      entry?.resource.name ?? "-",
      location.in,
      ...doubts.map(({ why }) => why),
      ...(entry ? [entry.resource, ...exposures.graph.links.behind(entry.resource)] : [])
        .filter(({ urn }) => exposures.graph.servers.has(urn))
        .map(({ name }) => `> ${name}`),
    ].join(" "),
  );
};

const aaaa = (value: Parameters<typeof record>[1]) => record("www", value, { type: "AAAA" });
const address = resource("alicloud:vpc/ipv6Address:Ipv6Address", "address");
const bandwidth = (ipv6AddressId: Properties[string]) =>
  resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "bandwidth", { ipv6AddressId });
const server = (inputs: Properties, rest = {}) =>
  instance("server", { securityGroups: [ref("group")], ...inputs }, rest);
const abroad = { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::abroad" };

describe("a host over IPv6", () => {
  it.each<[string, ResourceSpec[], string[]]>([
    [
      "leads to an instance whose address has bandwidth",
      [address, bandwidth(ref("address")), server({ ipv6Addresses: [ref("address")] }), aaaa(ref("server"))],
      ["server mainland > server"],
    ],
    [
      "leads to the instance by its address",
      [address, bandwidth(ref("address")), server({ ipv6Addresses: [ref("address")] }), aaaa(ref("address"))],
      ["server mainland > server"],
    ],
    [
      "leads to an instance by which the address was looked up",
      [bandwidth(ref("server")), server({ ipv6AddressCount: 1 }), aaaa(ref("server"))],
      ["server mainland > server"],
    ],
    [
      "leads to a known address of an instance",
      [
        bandwidth(ref("server")),
        server({ ipv6AddressCount: 1 }, { outputs: { ipv6Addresses: ["2408:4000::1"] } }),
        aaaa("2408:4000:0:0::1"),
      ],
      ["server mainland > server"],
    ],
    [
      "leads to a known address of a network interface",
      [
        bandwidth(ref("eni")),
        resource("alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", "eni", { ipv6Addresses: ["2408:4000::1"] }),
        resource("alicloud:ecs/ecsNetworkInterfaceAttachment:EcsNetworkInterfaceAttachment", "attach", {
          networkInterfaceId: ref("eni"),
          instanceId: ref("server"),
        }),
        server({}),
        aaaa("2408:4000::1"),
      ],
      ["eni mainland > server"],
    ],
    [
      "outside leads outside",
      [
        provider("abroad", "cn-hongkong"),
        { ...address, rest: abroad },
        bandwidth(ref("address")),
        server({ ipv6Addresses: [ref("address")] }, { rest: abroad }),
        aaaa(ref("server")),
      ],
      ["server outside > server"],
    ],
    [
      "without bandwidth leads nowhere",
      [address, server({ ipv6Addresses: [ref("address")] }), aaaa(ref("server"))],
      [],
    ],
    [
      "is in doubt while it is unknown which address has bandwidth",
      [bandwidth(unknownValue), server({ ipv6AddressCount: 1 }), aaaa(ref("server"))],
      ["server mainland computed > server"],
    ],
    [
      "leads nowhere when the bandwidth can be of no address of the instance",
      [bandwidth(unknownValue), server({}), aaaa(ref("server"))],
      [],
    ],
    [
      "is in doubt with everything unknown",
      [
        address,
        bandwidth(unknownValue),
        server({ ipv6Addresses: unknownValue, ipv6AddressCount: unknownValue }),
        aaaa(unknownValue),
      ],
      ["- undetermined computed"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(leads([...web, ...specs])).toEqual(expected);
  });

  it("is in doubt when the plan may hide bandwidth", () => {
    const specs = [...web, address, server({ ipv6Addresses: [ref("address")] }), aaaa(ref("server"))];
    expect(leads(specs, { missing: 2 })).toEqual(["- undetermined incomplete"]);
  });
});

describe("a load balancer whose IPv4 is internal and whose IPv6 is public", () => {
  const kinds = { alb: "alicloud:alb/loadBalancer:LoadBalancer", nlb: "alicloud:nlb/loadBalancer:LoadBalancer" };

  it.each(Object.values(kinds))("%s is public", (type) => {
    const dual = { addressType: "Intranet", addressIpVersion: "DualStack", ipv6AddressType: "Internet" };
    expect(leads([resource(type, "it", dual), aaaa(ref("it"))])).toEqual(["it mainland"]);
    expect(leads([resource(type, "it", { ...dual, ipv6AddressType: "Intranet" }), aaaa(ref("it"))])).toEqual([]);
    expect(leads([resource(type, "it", { ...dual, ipv6AddressType: unknownValue }), aaaa(ref("it"))])).toEqual([
      "it mainland computed",
    ]);
    expect(leads([resource(type, "it", { ...dual, addressType: unknownValue }), aaaa(ref("it"))])).toEqual([
      "it mainland",
    ]);
  });

  it("CLB has one address only: IPv6 is public where the load balancer is", () => {
    const type = "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer";
    const clb = (inputs: Properties) => resource(type, "it", { addressIpVersion: "ipv6", ...inputs });
    expect(leads([clb({ addressType: "internet" }), aaaa(ref("it"))])).toEqual(["it mainland"]);
    expect(leads([clb({ addressType: "intranet" }), aaaa(ref("it"))])).toEqual([]);
  });
});
