/**
 * What proves each statement that a plan can decide, alone or with the register: a rule, something that breaks it, and
 * the same but for what the statement is about, which does not. A pair shows that the statement makes the difference.
 */
import type { Plan } from "../../src/plan/plan";
import type { Register } from "../../src/register/register";
import type { RuleId } from "../../src/vocabulary/rule-ids";
import { planOf, ref, urnOf, type Properties, type ResourceSpec } from "../support/plan";
import { filed, register, unfiled } from "../support/rule-tester";
import {
  bucket,
  cdn,
  clb,
  customDomain,
  eip,
  association,
  group,
  instance,
  opens,
  record,
  resource,
  subscription,
  web,
} from "../support/stacks";

type Said = readonly [plan: Plan, register: Register];
export interface Proof {
  readonly rule: RuleId;
  readonly breaks: Said;
  readonly keeps: Said;
}

const prove = (rule: RuleId, breaks: Said, keeps: Said): Proof => ({ rule, breaks, keeps });

const server = [...web, instance("server")];
const www = record("www", ref("server"));
const site = [...server, www];
const served = (region = "cn-hangzhou"): Plan => planOf(site, { region });
const nothing = register("");
const huawei = filed("example.com", "accessProviders: [{ name: huawei }]");
const filing = (more: string): Register => register(`filings: [{ domain: example.com, ${more} }]\n`);
const named = (status: string, more = ""): Register =>
  filing(`status: ${status}, servers: [{ product: ecs, resource: "*::server"${more} }]`);
const abroad = resource("pulumi:providers:alicloud", "abroad", { region: "ap-southeast-1" });
const under = (spec: ResourceSpec): ResourceSpec => ({
  ...spec,
  rest: { ...spec.rest, provider: urnOf("pulumi:providers:alicloud", "abroad") },
});

/** Served from the mainland, and the same from outside. */
const mainlandOnly = (region: string): Proof =>
  prove("icp-dns-record", [served(), unfiled()], [served(region), unfiled()]);
/** Not filed, and the same filed. */
const filingNeeded = prove("icp-dns-record", [served(), unfiled()], [served(), filed()]);
const only = (port: string): Plan => planOf([group(), opens(port), instance("server"), www]);
/** A server without a record, open on a port. */
const bare = (port: string, region = "cn-hangzhou"): Plan =>
  planOf([group(), opens(port), instance("server")], { region });
const idle = [group(), opens("22/22"), instance("idle")];
const serverNeeded = prove(
  "icp-server-missing",
  [planOf([cdn("edge")]), unfiled()],
  [planOf([cdn("edge"), ...idle]), unfiled()],
);
const edge = (scope: string): Plan => planOf([cdn("edge", { scope })]);
const bandwidthNeeded = prove(
  "icp-server-bandwidth",
  [planOf([...web, instance("server", { ...subscription, internetMaxBandwidthOut: 0 })]), named("unfiled")],
  [planOf(server), named("unfiled")],
);
const paid = (inputs: Properties): Plan => planOf([...web, instance("server", { ...subscription, ...inputs }), www]);
const subscriptionNeeded = prove(
  "icp-server-billing",
  [paid({ instanceChargeType: "PostPaid" }), named("unfiled")],
  [paid({}), named("unfiled")],
);
const term = (product: string, type: string, months: Properties, enough: Properties): Proof => {
  const declared = filing(`status: unfiled, servers: [{ product: ${product}, resource: "*::server" }]`);
  const bought = (inputs: Properties) => planOf([...web, resource(type, "server", inputs)]);
  return prove("icp-server-term", [bought(months), declared], [bought(enough), declared]);
};
const ecsTerm = term(
  "ecs",
  "alicloud:ecs/instance:Instance",
  { ...subscription, renewalStatus: "Normal", period: 1 },
  { ...subscription, renewalStatus: "Normal", period: 3 },
);
const mainlandServer = prove(
  "icp-server-region",
  [planOf(server, { region: "cn-hongkong" }), named("active")],
  [planOf(server), named("active")],
);
const sites = (count: number, of: string): Register =>
  register(
    `filings: [${Array.from({ length: count }, (_, at) => `{ domain: site${at}.com, status: active, servers: [{ ${of} }] }`).join(", ")}]\n`,
  );
const stackServer = 'id: s-1, stack: "web/*", expiresOn: 2028-01-01';
const waf = (more: Properties, rest: (spec: ResourceSpec) => ResourceSpec = (spec) => spec): ResourceSpec =>
  rest(
    resource("alicloud:wafv3/domain:Domain", "shield", {
      domain: "www.example.com",
      instanceId: "waf-1",
      redirect: { loadbalance: "iphash", backends: ["origin.example.net"] },
      ...more,
    }),
  );
const ddos = (productType: string): Plan =>
  planOf([
    resource("alicloud:ddos/ddosCooInstance:DdosCooInstance", "ddos", { productType }),
    resource("alicloud:ddos/domainResource:DomainResource", "shield", {
      domain: "www.example.com",
      instanceIds: [ref("ddos")],
      realServers: ["origin.example.net"],
    }),
  ]);
const accelerated = (accelerateRegionId: string): Plan =>
  planOf([
    resource("alicloud:ga/accelerator:Accelerator", "ga"),
    resource("alicloud:ga/ipSet:IpSet", "set", { acceleratorId: ref("ga"), accelerateRegionId }),
    resource("alicloud:ga/domain:Domain", "domain", { acceleratorId: ref("ga"), domain: "www.example.com" }),
  ]);
const func = (region: string): Plan =>
  planOf([resource("alicloud:fc/v3CustomDomain:V3CustomDomain", "domain", { customDomainName: "www.example.com" })], {
    region,
  });
const licensed = filed(
  "example.com",
  "accessProviders: [{ name: aliyun }], ips: [47.96.0.10], commercial: { required: true, licence: 浙B2-1, ipBound: true }",
);
const known = instance("server", subscription, { outputs: { publicIp: "47.96.0.10" } });
const licenceBound = prove(
  "icp-licence-ip",
  [planOf([...web, known, clb("clb"), record("www", ref("clb"))]), licensed],
  [planOf([...web, known, www]), licensed],
);
const accessNeeded = prove(
  "icp-access-provider",
  [served(), huawei],
  [served(), filed("example.com", "accessProviders: [{ name: huawei }, { name: aliyun }]")],
);
const fronted = (scope: string): Plan =>
  planOf([...server, cdn("edge", { scope, sources: [{ type: "ipaddr", content: ref("server") }] })]);
const providerAtOrigin = (rule: RuleId, scope: string): Proof =>
  prove(rule, [fronted(scope), huawei], [fronted(scope), filed()]);
const gone = (change: "delete" | "same") =>
  planOf([group(), opens("22/22"), instance("server", subscription, { rest: { change } }), instance("second")]);
const balanced = [
  clb("clb"),
  resource("alicloud:slb/listener:Listener", "http", {
    loadBalancerId: ref("clb"),
    protocol: "http",
    frontendPort: 80,
  }),
  record("www", ref("clb")),
];
const app = (number: string): Register =>
  register(
    `filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\napps: [{ hosts: [www.example.com], number: ${number} }]\n`,
  );
const both = (second: string): Plan =>
  planOf([
    cdn("edge", { scope: "domestic" }),
    resource("alicloud:dcdn/domain:Domain", "dcdn", {
      domainName: second,
      sources: [{ type: "domain", content: "o.example.net" }],
    }),
  ]);

/** Each statement with what proves it. */
export const proofs: Readonly<Record<string, readonly [Proof, ...Proof[]]>> = {
  "S0-01": [prove("icp-unnamed-website", [bare("443/443"), nothing], [bare("443/443", "cn-hongkong"), nothing])],
  "S0-02": [filingNeeded, mainlandOnly("cn-hongkong")],
  "S0-04": [prove("icp-unnamed-website", [bare("443/443"), nothing], [bare("22/22"), nothing])],
  "S0-05": [prove("icp-dns-record", [only("3000/3000"), unfiled()], [only("22/22"), unfiled()])],
  "S0-11": [
    prove(
      "icp-domain-suffix",
      [planOf([cdn("edge", { domainName: "www.example.io" })]), unfiled("example.io")],
      [planOf([cdn("edge")]), unfiled()],
    ),
  ],
  "S0-15": [mainlandOnly("ap-southeast-1")],
  "S0-17": [
    prove("icp-global-accelerator", [accelerated("cn-shanghai"), unfiled()], [accelerated("cn-hongkong"), unfiled()]),
  ],
  "S0-19": [prove("icp-protection-domain", [ddos("ddoscoo"), unfiled()], [ddos("ddosDip"), unfiled()])],
  "S1-01": [
    prove(
      "icp-dns-record",
      [served(), unfiled()],
      [planOf([...server, record("www", ref("server"), { status: "DISABLE" })]), unfiled()],
    ),
  ],
  "S1-02": [prove("icp-dns-record", [served(), unfiled()], [planOf(server), unfiled()])],
  "S1-06": [prove("icp-gateway-domain", [func("cn-hangzhou"), unfiled()], [func("ap-southeast-1"), unfiled()])],
  "S1-16": [mainlandOnly("cn-hongkong")],
  "S1-17": [
    prove("icp-server-missing", [planOf(balanced), unfiled()], [planOf([...balanced, ...idle]), unfiled()]),
    prove(
      "icp-gateway-domain",
      [planOf([...balanced, slbRule()]), unfiled()],
      [planOf([...balanced, slbRule()]), filed()],
    ),
  ],
  "S1-18": [licenceBound],
  "S1-19": [prove("icp-cdn-coverage", [edge("global"), unfiled()], [edge("overseas"), unfiled()])],
  "S1-20": [prove("icp-cdn-coverage", [edge("domestic"), unfiled()], [edge("domestic"), filed()])],
  "S1-21": [serverNeeded],
  "S1-22": [mainlandOnly("ap-southeast-1")],
  "S1-23": [
    prove("icp-cdn-coverage", [overseasOrigin("domestic"), unfiled()], [overseasOrigin("overseas"), unfiled()]),
  ],
  "S1-24": [
    prove(
      "icp-unnamed-website",
      [bare("443/443"), nothing],
      [bare("443/443"), register('externalDns: [{ host: www.example.com, resource: "*::server" }]\n')],
    ),
  ],
  "S1-32": [serverNeeded],
  "S1-33": [bandwidthNeeded],
  "S1-34": [
    bandwidthNeeded,
    prove(
      "icp-server-bandwidth",
      [planOf([...web, inside()]), named("unfiled")],
      [planOf([...web, inside(), eip("ip"), association("bind", "ip", "server")]), named("unfiled")],
    ),
  ],
  "S1-36": [subscriptionNeeded],
  "S1-40": [mainlandServer],
  "S2-02": [mainlandOnly("cn-hongkong")],
  "S2-04": [filingNeeded, prove("icp-app-filing", [served(), app("null")], [served(), app("浙ICP备12345678号-2A")])],
  "S2-05": [filingNeeded],
  "S2-06": [
    accessNeeded,
    providerAtOrigin("icp-origin-provider", "global"),
    providerAtOrigin("icp-offshore-edge", "overseas"),
  ],
  "S2-07": [serverNeeded],
  "S2-12": [prove("icp-unnamed-website", [bare("443/443"), filed()], [served(), filed()])],
  "S2-13": [
    subscriptionNeeded,
    prove(
      "icp-domain-suffix",
      [planOf([cdn("edge", { domainName: "www.example.io" })]), unfiled("example.io")],
      [planOf([cdn("edge")]), unfiled()],
    ),
  ],
  "S3-01": [
    prove(
      "icp-filing-pending",
      [served(), filing("status: pending-initial")],
      [planOf(server), filing("status: pending-initial")],
    ),
  ],
  "S3-03": [mainlandServer],
  "S3-06": [ecsTerm, subscriptionNeeded],
  "S3-07": [
    prove("icp-server-removed", [gone("delete"), named("active")], [gone("same"), named("active")]),
    prove(
      "icp-server-renewal",
      [paid({ renewalStatus: "Normal" }), named("active")],
      [paid({ renewalStatus: "AutoRenewal" }), named("active")],
    ),
  ],
  "S3-08": [
    prove(
      "icp-server-quota",
      [planOf([]), sites(3, `product: linkedmall, ${stackServer}`)],
      [planOf([]), sites(3, `product: ecs, ${stackServer}`)],
    ),
  ],
  "S3-12": [ecsTerm, quota("ecs")],
  "S3-13": [subscriptionNeeded],
  "S3-15": [
    term("sas", "alicloud:simpleapplicationserver/instance:Instance", { period: 1 }, { period: 3 }),
    quota("sas"),
  ],
  "S3-16": [term("ens", "alicloud:ens/instance:Instance", ens({ period: 1 }), ens({ period: 3 })), quota("ens")],
  "S3-19": [
    prove(
      "icp-oss-custom-domain",
      [planOf([bucket("media"), customDomain("img", ref("media"))]), unfiled()],
      [planOf([bucket("media"), customDomain("img", ref("media"))]), huawei],
    ),
  ],
  "S3-20": [prove("icp-cdn-coverage", [edge("global"), unfiled()], [edge("global"), huawei])],
  "S3-21": [prove("icp-protection-domain", [planOf([waf({})]), unfiled()], [planOf([waf({})]), huawei])],
  "S3-22": [prove("icp-protection-domain", [ddos("ddoscoo"), unfiled()], [ddos("ddoscoo"), huawei])],
  "S3-23": [
    prove(
      "icp-protection-domain",
      [planOf(mainlandOrigin()), unfiled()],
      [planOf([abroad, waf({}, under)]), unfiled()],
    ),
  ],
  "S3-24": [
    prove(
      "icp-server-removed",
      [gone("delete"), named("active")],
      [
        gone("delete"),
        filing(
          'status: active, servers: [{ product: ecs, resource: "*::server" }, { product: ecs, resource: "*::second" }]',
        ),
      ],
    ),
  ],
  "S3-25": [licenceBound],
  "S3-28": [accessNeeded],
  "S4-01": [filingNeeded],
  "S4-02": [mainlandOnly("cn-hongkong")],
  "S4-03": [
    prove("icp-filed-domain-offshore", [served("cn-hongkong"), filed()], [served(), filed()]),
    prove(
      "icp-filed-domain-split",
      [planOf([...server, record("img", ref("server"))], { region: "cn-hongkong" }), filed()],
      [planOf([...server, record("img", ref("server"))]), filed()],
    ),
  ],
  "S4-17": [prove("icp-edge-duplicate", [both("www.example.com"), filed()], [both("img.example.com"), filed()])],
};

/** Six sites on a server that carries five codes. */
function quota(product: string): Proof {
  const of = (count: number): Said => [planOf([]), sites(count, `product: ${product}, ${stackServer}`)];
  return prove("icp-server-quota", of(6), of(5));
}

function slbRule(): ResourceSpec {
  return resource("alicloud:slb/rule:Rule", "rule", {
    loadBalancerId: ref("clb"),
    frontendPort: 80,
    domain: "www.example.com",
  });
}

/** A CDN domain whose origin is a server outside the mainland. */
function overseasOrigin(scope: string): Plan {
  return planOf([
    abroad,
    ...web.map(under),
    under(instance("server")),
    cdn("edge", { scope, sources: [{ type: "ipaddr", content: ref("server") }] }),
  ]);
}

/** A server without public address of its own. */
function inside(): ResourceSpec {
  return instance("server", { ...subscription, internetMaxBandwidthOut: 0 });
}

function ens(inputs: Properties): Properties {
  return {
    scheduleAreaLevel: "Region",
    ensRegionId: "cn-wuxi-telecom_unicom_cmcc-2",
    internetMaxBandwidthOut: 10,
    paymentType: "Subscription",
    periodUnit: "Month",
    ...inputs,
  };
}

/** A WAF outside the mainland in front of a mainland server. */
function mainlandOrigin(): readonly ResourceSpec[] {
  return [...server, abroad, waf({ redirect: { loadbalance: "iphash", backends: [ref("server")] } }, under)];
}
