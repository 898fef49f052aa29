/** What refers to a resource that an incomplete plan does not show: it is none of those that are shown. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { planOf, ref, unknownValue, urnOf, type ResourceSpec } from "../support/plan";
import { filed, lines, TODAY, unfiled } from "../support/rule-tester";
import { association, clb, eip, instance, record, resource, web } from "../support/stacks";

const found = (specs: readonly ResourceSpec[], missing: number, declared = unfiled()): string[] =>
  lines(judge(planOf(specs, { missing }), { register: declared, today: TODAY })).filter(
    (line) =>
      line.startsWith("icp-dns-record") ||
      line.startsWith("icp-gateway-domain") ||
      line.startsWith("icp-o") ||
      line.startsWith("icp-protection"),
  );

const EIP = "alicloud:ecs/eipAddress:EipAddress";
const CLB = "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer";
const server = [...web, instance("server"), eip("ip"), association("bind", "ip", "server")];
const from = (...urns: string[]) => ({ rest: { propertyDependencies: { value: urns } } });

describe("a record that is computed from an address which is shown and one which is not", () => {
  const www = record("www", unknownValue, {}, from(urnOf(EIP, "ip"), urnOf(EIP, "hidden")));

  it("leads to either", () => {
    expect(found([...server, www], 1)).toEqual(["icp-dns-record undetermined www.example.com"]);
  });

  it("leads to the one that there is, in a complete plan", () => {
    expect(found([...server, www], 0)).toEqual(["icp-dns-record violation www.example.com"]);
  });

  it("is satisfied all the same where the domain is filed", () => {
    expect(found([...server, www], 1, filed())).toEqual([]);
  });
});

describe("a host rule of a load balancer that is not shown", () => {
  const rule = (...names: string[]) =>
    resource(
      "alicloud:slb/rule:Rule",
      "hosts",
      { loadBalancerId: unknownValue, domain: "shop.example.com", frontendPort: 80, serverGroupId: "rsp-1" },
      { rest: { propertyDependencies: { loadBalancerId: names.map((name) => urnOf(CLB, name)) } } },
    );

  it.each([[["hidden"]], [["clb", "hidden"]]])("%s is in doubt", (names) => {
    expect(found([clb("clb"), rule(...names)], 1)).toEqual(["icp-gateway-domain undetermined shop.example.com"]);
  });
});

describe("what a hidden resource may take back", () => {
  it("is the answer of a traffic manager, for the host may have a record of its own", () => {
    const managed = [
      ...server,
      resource("alicloud:dns/gtmInstance:GtmInstance", "gtm", { publicUserDomainName: "www.example.com" }),
      resource("alicloud:dns/addressPool:AddressPool", "pool", {
        instanceId: ref("gtm"),
        addresses: [{ address: ref("ip"), mode: "SMART" }],
      }),
      resource("alicloud:dns/accessStrategy:AccessStrategy", "strategy", {
        instanceId: ref("gtm"),
        defaultAddrPools: [{ addrPoolId: ref("pool") }],
      }),
    ];
    expect(found(managed, 0)).toEqual(["icp-dns-record violation www.example.com"]);
    expect(found(managed, 1)).toEqual(["icp-dns-record undetermined www.example.com"]);
  });

  it("is the Host that an edge of ESA passes on", () => {
    const edge = [
      ...server,
      resource("alicloud:esa/site:Site", "site", { siteName: "example.com", coverage: "overseas", accessType: "NS" }),
      resource("alicloud:esa/record:Record", "www", {
        siteId: ref("site"),
        recordName: "www.example.com",
        recordType: "A/AAAA",
        proxied: true,
        data: { value: ref("ip") },
      }),
    ];
    expect(found(edge, 0)).toEqual(["icp-offshore-edge violation www.example.com"]);
    expect(found(edge, 1)).toEqual(["icp-offshore-edge undetermined www.example.com"]);
  });

  it("is the mainland as the place of a WAF, of which the package tells", () => {
    const domain = resource("alicloud:waf/domain:Domain", "shield", {
      domainName: "www.example.com",
      instanceId: "waf-cn-1",
      sourceIps: ["10.0.0.1"],
    });
    expect(found([domain], 0)).toEqual(["icp-protection-domain violation www.example.com"]);
    expect(found([domain], 1)).toEqual(["icp-protection-domain undetermined www.example.com"]);
  });
});
