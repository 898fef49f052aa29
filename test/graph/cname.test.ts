import { describe, expect, it } from "vitest";
import { alicloud } from "../../src/products/alicloud";
import { Exposures } from "../../src/graph/exposures";
import { planOf, ref, type Properties, type ResourceSpec } from "../support/plan";
import { cname, record, resource } from "../support/stacks";

/** Where the host of one record leads: kind and name of the entry, and its location; or the doubt. */
const leads = (specs: readonly ResourceSpec[]): string[] =>
  new Exposures(planOf(specs), alicloud).all
    .filter(({ binding, host }) => binding === "dns" && host === "www.example.org")
    .map(({ entry, location, doubts }) =>
      [entry ? `${entry.kind} ${entry.name}` : "-", location.in, ...doubts.map(({ why }) => why)].join(" "),
    );

const at = { domainName: "example.org" };

/** A product, the resource whose output a record can lead to, and what is needed around it. */
interface Output {
  readonly type: string;
  readonly inputs?: Properties;
  /** The output that a record takes, and what it may look like. */
  readonly output?: Readonly<Record<string, string | string[] | { readonly urlInternet: string }>>;
  readonly value?: string;
  readonly leads: string;
  /** Where its value leads, when that says more than the resource does. */
  readonly byValue?: string;
  readonly around?: readonly ResourceSpec[];
}

const ga = resource("alicloud:ga/accelerator:Accelerator", "ga");

/** Every output of a product to which a host can be led by CNAME, or by address. */
const OUTPUTS: Readonly<Record<string, Output>> = {
  CDN: {
    type: "alicloud:cdn/domainNew:DomainNew",
    inputs: { domainName: "cdn.example.com", scope: "domestic" },
    output: { cname: "cdn.example.com.w.kunlunaq.com" },
    leads: "cdn it mainland",
  },
  "CDN, former": {
    type: "alicloud:cdn/domain:Domain",
    inputs: { domainName: "cdn.example.com", scope: "overseas" },
    value: "cdn.example.com.w.kunlunaq.com",
    leads: "cdn it outside",
  },
  DCDN: {
    type: "alicloud:dcdn/domain:Domain",
    inputs: { domainName: "dcdn.example.com", scope: "overseas" },
    output: { cname: "dcdn.example.com.w.kunlunca.com" },
    leads: "dcdn it outside",
  },
  "DCDN, by the form of its name": {
    type: "alicloud:dcdn/domain:Domain",
    inputs: { domainName: "dcdn.example.com", scope: "overseas" },
    value: "dcdn.example.com.w.kunlunca.com",
    leads: "dcdn it outside",
  },
  "DCDN IPA": {
    type: "alicloud:dcdn/ipaDomain:IpaDomain",
    inputs: { domainName: "ipa.example.com", scope: "global" },
    value: "ipa.example.com.w.kunlunca.com",
    leads: "dcdn it mainland",
  },
  VOD: {
    type: "alicloud:vod/domain:Domain",
    inputs: { domainName: "vod.example.com", scope: "overseas" },
    output: { cname: "vod.example.com.w.alikunlun.net" },
    leads: "vod it outside",
  },
  Live: {
    type: "alicloud:live/domain:Domain",
    inputs: { domainName: "live.example.com", scope: "domestic", region: "cn-shanghai" },
    value: "live.example.com.w.alikunlun.com",
    leads: "live it mainland",
  },
  SCDN: {
    type: "alicloud:scdn/domain:Domain",
    inputs: { domainName: "scdn.example.com" },
    value: "scdn.example.com.w.kunlunaq.com",
    leads: "scdn it undetermined",
  },
  ESA: {
    type: "alicloud:esa/record:Record",
    inputs: { siteId: ref("site"), recordName: "esa.example.com", recordType: "CNAME", proxied: true },
    value: "esa.example.com.a1.initrr.com",
    around: [resource("alicloud:esa/site:Site", "site", { siteName: "example.com", coverage: "domestic" })],
    leads: "esa it mainland",
  },
  WAF: {
    type: "alicloud:wafv3/domain:Domain",
    inputs: { domain: "waf.example.com", accessType: "share" },
    output: { cname: "x2yzdabcdefghijklmnop.aliyunwaf4.com" },
    leads: "waf it mainland",
  },
  "WAF, former": {
    type: "alicloud:waf/domain:Domain",
    inputs: { domainName: "waf.example.com" },
    output: { cname: "waf.example.com.c.yundunwaf2.com" },
    leads: "waf it mainland",
  },
  "Anti-DDoS, a domain": {
    type: "alicloud:ddos/domainResource:DomainResource",
    inputs: { domain: "ddos.example.com", instanceIds: [ref("proxy")] },
    output: { cname: "abcdef.aliyunddos0004.com" },
    around: [resource("alicloud:ddos/ddosCooInstance:DdosCooInstance", "proxy", { productType: "ddosDip" })],
    leads: "ddos it outside",
  },
  "Anti-DDoS, a scheduler": {
    type: "alicloud:ddos/schedulerRule:SchedulerRule",
    inputs: { rules: [{ value: ref("proxy"), valueType: 1 }] },
    output: { cname: "abcdef.aliyunddos0005.com" },
    around: [resource("alicloud:ddos/ddosCooInstance:DdosCooInstance", "proxy", { productType: "ddoscoo" })],
    leads: "ddos it mainland",
  },
  "Anti-DDoS, an address": {
    type: "alicloud:ddos/ddosCooInstance:DdosCooInstance",
    inputs: { productType: "ddoscoo_intl" },
    output: { ip: "47.96.0.1" },
    leads: "ddos it mainland",
  },
  "GA, an address": {
    type: "alicloud:ga/ipSet:IpSet",
    inputs: { acceleratorId: ref("ga"), accelerateRegionId: "cn-hongkong" },
    output: { ipAddressLists: ["47.96.0.2"] },
    around: [ga],
    leads: "ga it outside",
  },
  "GA, its name": {
    type: "alicloud:ga/accelerator:Accelerator",
    around: [
      resource("alicloud:ga/ipSet:IpSet", "set", { acceleratorId: ref("it"), accelerateRegionId: "cn-shanghai" }),
    ],
    leads: "ga set mainland",
  },
  "GA, an address of a basic accelerator": {
    type: "alicloud:ga/basicAccelerateIp:BasicAccelerateIp",
    inputs: { acceleratorId: ref("ga"), ipSetId: ref("set") },
    output: { accelerateIpAddress: "47.96.0.3" },
    around: [
      resource("alicloud:ga/basicAccelerator:BasicAccelerator", "ga"),
      resource("alicloud:ga/basicIpSet:BasicIpSet", "set", { accelerateRegionId: "cn-beijing" }),
      resource("alicloud:ga/basicAccelerateIpEndpointRelation:BasicAccelerateIpEndpointRelation", "relation", {
        accelerateIpId: ref("it"),
      }),
    ],
    leads: "ga it mainland",
  },
  "Function Compute, an HTTP trigger": {
    type: "alicloud:fc/v3Trigger:V3Trigger",
    inputs: { triggerType: "http", functionName: "f" },
    output: { httpTrigger: { urlInternet: "https://fn-abc.cn-hangzhou.fcapp.run" } },
    leads: "function it mainland",
  },
  "Function Compute, a custom domain": {
    type: "alicloud:fc/v3CustomDomain:V3CustomDomain",
    inputs: { customDomainName: "fc.example.com" },
    leads: "function it mainland",
  },
  "API Gateway": {
    type: "alicloud:apigateway/group:Group",
    output: { subDomain: "523e8dc7bbe04613b5b1d726c2a7889d-cn-hangzhou.alicloudapi.com" },
    leads: "api-gateway it mainland",
  },
  ALB: {
    type: "alicloud:alb/loadBalancer:LoadBalancer",
    inputs: { addressType: "Internet" },
    output: { dnsName: "alb-abc.cn-hangzhou.alb.aliyuncs.com" },
    leads: "alb it mainland",
  },
  NLB: {
    type: "alicloud:nlb/loadBalancer:LoadBalancer",
    inputs: { addressType: "Internet" },
    output: { dnsName: "nlb-abc.cn-hangzhou.nlb.aliyuncsslb.com" },
    leads: "nlb it mainland",
  },
  CLB: {
    type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
    inputs: { addressType: "internet" },
    output: { address: "47.96.0.4" },
    leads: "clb it mainland",
  },
  OSS: {
    type: "alicloud:oss/bucket:Bucket",
    inputs: { bucket: "media" },
    value: "media.oss-cn-hangzhou.aliyuncs.com",
    leads: "oss it mainland",
  },
  "OSS, accelerated": {
    type: "alicloud:oss/bucket:Bucket",
    inputs: { bucket: "media" },
    value: "media.oss-accelerate.aliyuncs.com",
    leads: "oss it mainland",
    byValue: "oss it undetermined",
  },
  "OSS, accelerated outside": {
    type: "alicloud:oss/bucket:Bucket",
    inputs: { bucket: "media" },
    value: "media.oss-accelerate-overseas.aliyuncs.com",
    leads: "oss it mainland",
  },
  MSE: {
    type: "alicloud:mse/gateway:Gateway",
    inputs: { internetSlbSpec: "slb.s1.small", slbLists: [{ slbIp: "47.96.0.5", type: "PUB_NET" }] },
    value: "47.96.0.5",
    leads: "mse it mainland",
  },
  SAE: {
    type: "alicloud:sae/loadBalancerInternet:LoadBalancerInternet",
    inputs: { appId: "app", internets: [{ protocol: "HTTP", port: 80 }] },
    output: { internetIp: "47.96.0.6" },
    leads: "sae it mainland",
  },
  ECS: {
    type: "alicloud:ecs/instance:Instance",
    inputs: { internetMaxBandwidthOut: 5 },
    output: { publicIp: "47.96.0.7" },
    leads: "instance it mainland",
  },
  GTM: {
    type: "alicloud:alidnscloudgtm/instanceConfig:InstanceConfig",
    inputs: {
      scheduleZoneMode: "custom",
      scheduleHostName: "gtm",
      scheduleZoneName: "example.com",
      enableStatus: "enable",
    },
    value: "gtm.example.com",
    leads: "gtm it undetermined",
  },
};

/** The one text in an output. */
const textIn = (output: unknown): string => {
  const value: unknown = Object.values(output as Record<string, unknown>)[0];
  const text = Array.isArray(value) ? (value[0] as unknown) : value;
  if (typeof text === "string") return text;
  return Object.values(text as Record<string, string>)[0]?.replace("https://", "") ?? "";
};

describe("a record leads to every product's output", () => {
  const specs = ({ type, inputs = {}, around = [] }: Output, outputs = {}): ResourceSpec[] => [
    ...around,
    resource(type, "it", inputs, outputs),
  ];

  it.each(Object.entries(OUTPUTS))("%s, by a reference to what is not known yet", (_, output) => {
    expect(leads([...specs(output), cname("www", ref("it"), at)])).toEqual([output.leads]);
  });

  it.each(Object.entries(OUTPUTS))("%s, by a reference of which only the dependency is left", (_, output) => {
    const zone = resource("alicloud:dns/alidnsDomain:AlidnsDomain", "zone", at);
    expect(leads([zone, ...specs(output), cname("www", ref("zone", "it"), at)])).toEqual([output.leads]);
  });

  it.each(Object.entries(OUTPUTS).filter(([, { output, value }]) => output ?? value))(
    "%s, by its value",
    (_, output) => {
      const value = output.value ?? textIn(output.output);
      const it = specs(output, output.output ? { outputs: output.output } : {});
      const led = [output.byValue ?? output.leads];
      expect(leads([...it, cname("www", `${value.toUpperCase()}.`, at)])).toEqual(led);
      expect(leads([...it, record("www", value, at)])).toEqual(led);
    },
  );
});

/** Names of Alibaba Cloud's own, of resources that no plan shows. */
const ENDPOINTS: Readonly<Record<string, string>> = {
  "www.example.com.w.kunlunaq.com": "cdn www-record undetermined",
  "www.example.com.w.alikunlun.com": "cdn www-record undetermined",
  "www.example.com.w.cdngslb.com": "cdn www-record undetermined",
  "www.example.com.a1.initrr.com": "esa www-record undetermined",
  "x2yzdabcdefghijklmnop.yundunwaf5.com": "waf www-record undetermined",
  "www.example.com.c.yundunwaf2.com": "waf www-record undetermined",
  "abcdef.aliyunddos0004.com": "ddos www-record undetermined",
  "ga-bp1abc.aliyunga0018.com": "ga www-record undetermined",
  "gtm-cn-x.gtm-a2b4.com": "gtm www-record undetermined",
  "fn-abc.cn-hangzhou.fcapp.run": "function www-record mainland",
  "fn-abc.ap-southeast-1.fcapp.run": "function www-record outside",
  "1234567890123456.cn-shanghai.fc.aliyuncs.com": "function www-record mainland",
  "523e8dc7bbe04613b5b1d726c2a7889d-cn-hangzhou.alicloudapi.com": "api-gateway www-record mainland",
  "env-abc-cn-hongkong.alicloudapi.com": "api-gateway www-record outside",
  "alb-abc.cn-beijing.alb.aliyuncs.com": "alb www-record mainland not-in-plan",
  "alb-abc.cn-hongkong.alb.aliyuncsslbintl.com": "alb www-record outside not-in-plan",
  "nlb-abc.cn-shanghai.nlb.aliyuncsslb.com": "nlb www-record mainland not-in-plan",
  "media.oss-cn-hangzhou.aliyuncs.com": "oss www-record mainland",
  "media.oss-website-cn-hongkong.aliyuncs.com": "oss www-record outside",
  "media.oss-accelerate.aliyuncs.com": "oss www-record undetermined",
  "media.cn-hangzhou.oss.aliyuncs.com": "oss www-record mainland",
  "media.oss-cn-hangzhou-a.aliyuncs.com": "oss www-record mainland",
  "media.oss.aliyuncs.com": "oss www-record undetermined",
  "alb-a-b.cn-beijing.alb.aliyuncs.com": "alb www-record mainland not-in-plan",
  "shop.fcv3-http.cn-beijing.fcapp.run": "function www-record mainland",
  "www.example.com.queniusa.com": "cdn www-record undetermined",
  "shop-abc.cn-shanghai.sae.run": "sae www-record mainland",
  "app.c0123456789abcdef0123456789abcdef.cn-hangzhou.alicontainer.com": "kubernetes www-record mainland not-in-plan",
};

describe("a record leads to a name of Alibaba Cloud's own, by its form", () => {
  it.each(Object.entries(ENDPOINTS))("%s", (name, expected) => {
    // What no plan shows is called by its name, not by that of the record.
    expect(leads([cname("www", name, at)])).toEqual([expected.replace("www-record", name)]);
  });

  it.each([
    "media.oss-cn-hangzhou-internal.aliyuncs.com",
    "fn-abc.cn-hangzhou-vpc.fcapp.run",
    "1234567890123456.vpc.cn-shanghai.pai-eas.aliyuncs.com",
  ])("%s is not public", (name) => {
    expect(leads([cname("www", name, at)])).toEqual([]);
  });

  it.each(["rm-abc.mysql.rds.aliyuncs.com", "r-abc.redis.rds.aliyuncs.com", "smtp.qiye.aliyun.com"])(
    "%s serves no web",
    (name) => {
      const found = new Exposures(planOf([cname("www", name, at)]), alicloud).all;
      expect(found.map(({ entry }) => entry?.opening)).toEqual(["none"]);
    },
  );
});
