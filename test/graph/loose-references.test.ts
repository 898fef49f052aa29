/** References of which nothing tells what they mean: they may mean any resource of their types. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { nothingDeclared, type Register } from "../../src/register/register";
import { planOf, ref, unknownValue, type ResourceSpec } from "../support/plan";
import { filed, lines, register, TODAY, unfiled } from "../support/rule-tester";
import {
  association,
  bucket,
  clb,
  eip,
  group,
  instance,
  opens,
  record,
  resource,
  subscription,
  web,
} from "../support/stacks";

const found = (specs: readonly ResourceSpec[], declared: Register = nothingDeclared): string[] =>
  lines(judge(planOf(specs), { register: declared, today: TODAY })).sort();

const secret = "[secret]";
const inside = instance("inside", { ...subscription, internetMaxBandwidthOut: 0 });
const front = (name: string, inputs: Parameters<typeof resource>[2]) =>
  resource("alicloud:slb/backendServer:BackendServer", name, inputs);
const listener = resource("alicloud:slb/listener:Listener", "http", {
  loadBalancerId: ref("clb"),
  protocol: "http",
  frontendPort: 80,
});

describe("an address that is bound to something unknown", () => {
  const bound = (to: string) => [...web, inside, eip("ip"), association("bind", "ip", "inside", { instanceId: to })];

  it.each([unknownValue, secret])("may make any server public (%s)", (to) => {
    expect(found(bound(to))).toContain("icp-unnamed-website undetermined inside");
  });

  it("leads its hosts to any server, which is nobody's website without name", () => {
    const open = instance("open");
    expect(
      found(
        [...web, open, eip("ip"), association("bind", "ip", "open", { instanceId: secret }), record("www", ref("ip"))],
        filed(),
      ),
    ).toEqual(["icp-unnamed-website undetermined open"]);
  });
});

describe("a backend of an unknown load balancer, or an unknown backend", () => {
  it.each([
    ["load balancer", { loadBalancerId: unknownValue, backendServers: [{ serverId: ref("server") }] }],
    ["backend", { loadBalancerId: ref("clb"), backendServers: [{ serverId: unknownValue }] }],
  ])("%s", (_, inputs) => {
    const specs = [
      ...web,
      instance("server"),
      clb("clb"),
      listener,
      front("servers", inputs),
      record("www", ref("clb")),
    ];
    expect(found(specs, filed())).toEqual(["icp-unnamed-website undetermined server"]);
  });
});

describe("a host rule of an unknown listener", () => {
  it("may be of any load balancer, which is nobody's website without name", () => {
    const rule = resource("alicloud:slb/rule:Rule", "hosts", {
      loadBalancerId: secret,
      domain: "shop.example.com",
      frontendPort: 80,
      serverGroupId: "rsp-1",
    });
    expect(found([clb("clb"), listener, rule], filed())).toEqual(["icp-unnamed-website undetermined clb"]);
  });

  it.each([unknownValue, secret])("may be of any ALB (%s)", (of) => {
    const alb = resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", { addressType: "Internet" });
    const https = resource("alicloud:alb/listener:Listener", "https", {
      loadBalancerId: ref("alb"),
      listenerProtocol: "HTTPS",
      listenerPort: 443,
    });
    const rule = resource("alicloud:alb/rule:Rule", "hosts", {
      listenerId: of,
      ruleConditions: [{ type: "Host", hostConfig: { values: ["shop.example.com"] } }],
    });
    expect(found([alb, https, rule], filed())).toEqual(["icp-unnamed-website undetermined alb"]);
    expect(found([alb, https], filed())).toEqual(["icp-unnamed-website violation alb"]);
  });
});

describe("a listener of a load balancer that may be another one", () => {
  const ssh = (name: string) =>
    resource("alicloud:slb/listener:Listener", name, {
      loadBalancerId: ref("clb"),
      protocol: "tcp",
      frontendPort: 22,
      backendPort: 22,
    });
  const http = (of: string) =>
    resource("alicloud:slb/listener:Listener", "http", { loadBalancerId: of, protocol: "http", frontendPort: 80 });

  it.each([unknownValue, secret])("leaves in doubt what is closed so far (%s)", (of) => {
    const closed = [clb("clb"), ssh("ssh"), record("www", ref("clb"))];
    expect(found(closed, unfiled())).toEqual([]);
    expect(found([...closed, http(of)], unfiled())).toEqual(["icp-dns-record undetermined www.example.com"]);
  });
});

describe("what is said of an unknown bucket", () => {
  const account = register('accounts:\n  - { id: "1", ossActivatedOn: 2025-06-01 }\n');
  const acl = (of: string | ReturnType<typeof ref>) =>
    resource("alicloud:oss/bucketAcl:BucketAcl", "acl", { bucket: of, acl: "public-read" });
  const block = resource("alicloud:oss/bucketPublicAccessBlock:BucketPublicAccessBlock", "block", {
    bucket: unknownValue,
    blockPublicAccess: true,
  });

  it("may open any bucket", () => {
    expect(found([bucket("media"), acl(secret)], account)).toEqual(["icp-oss-default-domain undetermined media"]);
  });

  it("may be of a bucket whose name is secret", () => {
    const media = bucket("media", { bucket: secret });
    expect(found([media, acl("downloads")], account)).toEqual(["icp-oss-default-domain undetermined media"]);
    expect(found([bucket("media"), acl("downloads")], account)).toEqual([]);
  });

  it("may block any bucket", () => {
    expect(found([bucket("media"), acl(ref("media")), block], account)).toEqual([
      "icp-oss-default-domain undetermined media",
    ]);
  });

  it("is that an edge may fetch from it", () => {
    const cdn = resource("alicloud:cdn/domainNew:DomainNew", "cdn", {
      domainName: "www.example.net",
      cdnType: "web",
      scope: "overseas",
      sources: [{ type: "oss", content: unknownValue }],
    });
    expect(found([bucket("media"), acl(ref("media")), cdn], account)).toContain(
      "icp-oss-default-domain undetermined media",
    );
  });
});

describe("a record in doubt on the way", () => {
  const server = [group(), opens("443/443"), instance("server")];

  it.each([
    ["of unknown type", { type: unknownValue }],
    ["of unknown status", { status: unknownValue }],
  ])("%s leaves what follows it in doubt", (_, inputs) => {
    const specs = [...server, record("a", ref("server"), inputs), record("www", "a.example.com", { type: "CNAME" })];
    expect(found(specs, unfiled())).toEqual(["icp-dns-record undetermined a.example.com + www.example.com"]);
  });

  it("whose host or type is not known may be the one that a traffic manager waits for", () => {
    const specs = [
      ...server,
      resource("alicloud:dns/gtmInstance:GtmInstance", "gtm", { publicUserDomainName: "www.example.com" }),
      resource("alicloud:dns/addressPool:AddressPool", "pool", {
        instanceId: ref("gtm"),
        addresses: [{ address: ref("server"), mode: "SMART" }],
      }),
      resource("alicloud:dns/accessStrategy:AccessStrategy", "strategy", {
        instanceId: ref("gtm"),
        defaultAddrPools: [{ addrPoolId: ref("pool") }],
      }),
    ];
    const other = record("x", "10.0.0.1", { rr: unknownValue });
    expect(found(specs, unfiled())).toContain("icp-dns-record violation www.example.com");
    expect(found([...specs, other], unfiled())).toContain("icp-dns-record undetermined www.example.com");
    const same = record("www", "10.0.0.1", { type: unknownValue });
    expect(found([...specs, same], unfiled())).toContain("icp-dns-record undetermined www.example.com");
    expect(found([...specs, record("www", "10.0.0.1")], unfiled())).not.toContain(
      "icp-dns-record undetermined www.example.com",
    );
  });
});
