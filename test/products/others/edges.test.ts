import { describe, expect, test } from "vitest";
import { elsewhere } from "../../../src/products/others";
import { EDGES } from "../../../src/products/others/edges";
import { contributed } from "../alicloud/contributed";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { resource } from "../../support/stacks";

type Type = keyof typeof EDGES;

const HOST = "www.example.com";
const ORIGIN = "203.0.113.1";

interface Sample {
  readonly inputs: Properties;
  /** The resources on the way to the origins. */
  readonly others?: readonly ResourceSpec[];
  /** Where the edge is; for those that only steer DNS there is none. */
  readonly place?: string;
  /** The property that holds the origin; none where nothing in the plan tells it. */
  readonly origin?: string;
}

const assumed = (vendor: string): string => `outside ${vendor} by assumed`;

const worker: Sample = { inputs: { hostname: HOST }, place: assumed("Cloudflare") };
const fastly: Sample = {
  inputs: { domains: [{ name: HOST }], backends: [{ address: ORIGIN }] },
  place: assumed("Fastly"),
  origin: "backends[0].address",
};
const tencentCdn: Sample = {
  inputs: { domain: HOST, area: "overseas", origin: { originType: "ip", originLists: [`${ORIGIN}:8080`] } },
  place: "outside overseas by scope",
  origin: "origin.originLists[0]",
};
const edgeOne = (zone: string): Sample => ({
  inputs: { zoneId: ref("site"), domainName: HOST, originInfo: { originType: "IP_DOMAIN", origin: ORIGIN } },
  others: [resource(zone, "site", { zoneName: "example.com", area: "overseas" })],
  place: "outside overseas by scope",
  origin: "originInfo[0].origin",
});

/** For each type: how it says that www.example.com is served, and fetched from an address. */
const SAMPLES: Readonly<Record<Type, Sample>> = {
  "aws:cloudfront/distribution:Distribution": {
    inputs: {
      aliases: [HOST],
      enabled: true,
      origins: [{ domainName: ORIGIN }],
      defaultCacheBehavior: { forwardedValues: { headers: ["Host"] } },
    },
    place: assumed("CloudFront"),
    origin: "origins[0].domainName",
  },
  "aws:cloudfront/distributionTenant:DistributionTenant": {
    inputs: { domains: [{ domain: HOST }], distributionId: ref("shared") },
    others: [
      resource("aws:cloudfront/multitenantDistribution:MultitenantDistribution", "shared", {
        origins: [{ domainName: ORIGIN }],
        defaultCacheBehavior: { forwardedValues: { headers: ["*"] } },
      }),
    ],
    place: assumed("CloudFront"),
    origin: "origins[0].domainName",
  },
  "cloudflare:index/loadBalancer:LoadBalancer": {
    inputs: { name: HOST, proxied: true, countryPools: { CN: [ref("pool")] } },
    others: [
      resource("cloudflare:index/loadBalancerPool:LoadBalancerPool", "pool", { origins: [{ address: ORIGIN }] }),
    ],
    place: assumed("Cloudflare"),
    origin: "origins[0].address",
  },
  "cloudflare:index/spectrumApplication:SpectrumApplication": {
    inputs: { dns: { name: HOST, type: "CNAME" }, protocol: "tcp/443", originDirects: [`tcp://${ORIGIN}:443`] },
    place: assumed("Cloudflare"),
    origin: "originDirects[0]",
  },
  "cloudflare:index/customHostname:CustomHostname": {
    inputs: { hostname: HOST, zoneId: "0da42c8d" },
    others: [
      resource("cloudflare:index/customHostnameFallbackOrigin:CustomHostnameFallbackOrigin", "fallback", {
        zoneId: "0da42c8d",
        origin: ORIGIN,
      }),
    ],
    place: assumed("Cloudflare"),
    origin: "origin",
  },
  "cloudflare:index/workersCustomDomain:WorkersCustomDomain": worker,
  "cloudflare:index/workerDomain:WorkerDomain": worker,
  "cloudflare:index/pagesDomain:PagesDomain": { inputs: { domain: HOST }, place: assumed("Cloudflare") },
  "cloudflare:index/r2CustomDomain:R2CustomDomain": {
    inputs: { domain: HOST, enabled: true },
    place: assumed("Cloudflare"),
  },
  "cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig": {
    inputs: { config: { ingresses: [{ hostname: HOST, service: "http://10.0.0.1" }] } },
    place: assumed("Cloudflare"),
  },
  "cloudflare:index/tunnelConfig:TunnelConfig": {
    inputs: { config: { ingressRules: [{ hostname: HOST, service: "http://10.0.0.1" }] } },
    place: assumed("Cloudflare"),
  },
  "fastly:index/serviceVcl:ServiceVcl": fastly,
  "fastly:index/serviceCompute:ServiceCompute": fastly,
  "akamai:index/property:Property": {
    inputs: {
      hostnames: [{ cnameFrom: HOST }],
      rules: JSON.stringify({ rules: { behaviors: [{ name: "origin", options: { hostname: ORIGIN } }] } }),
    },
    place: assumed("Akamai"),
    origin: "rules.rules.behaviors[0].options.hostname",
  },
  "gcp:compute/uRLMap:URLMap": {
    inputs: { hostRules: [{ hosts: [HOST, "*"] }], defaultService: ref("backend") },
    others: [
      resource("gcp:compute/backendService:BackendService", "backend", { backends: [{ group: ref("group") }] }),
      resource("gcp:compute/globalNetworkEndpointGroup:GlobalNetworkEndpointGroup", "group"),
      resource("gcp:compute/globalNetworkEndpoint:GlobalNetworkEndpoint", "endpoint", {
        globalNetworkEndpointGroup: ref("group"),
        fqdn: ORIGIN,
      }),
    ],
    place: assumed("Google"),
    origin: "fqdn",
  },
  "gcp:networkservices/edgeCacheService:EdgeCacheService": {
    inputs: {
      routing: {
        hostRules: [{ hosts: [HOST] }],
        pathMatchers: [{ routeRules: [{ origin: ref("source") }] }],
      },
    },
    others: [resource("gcp:networkservices/edgeCacheOrigin:EdgeCacheOrigin", "source", { originAddress: ORIGIN })],
    place: assumed("Google"),
    origin: "originAddress",
  },
  "azure-native:cdn:AFDCustomDomain": {
    inputs: { hostName: HOST, profileName: ref("profile") },
    others: [
      resource("azure-native:cdn:Profile", "profile", { sku: { name: "Standard_AzureFrontDoor" } }),
      resource("azure-native:cdn:AFDOrigin", "source", { hostName: ORIGIN, profileName: ref("profile") }),
    ],
    place: assumed("Azure"),
    origin: "hostName",
  },
  "azure-native:cdn:CustomDomain": {
    inputs: { hostName: HOST, profileName: "p", endpointName: "e" },
    others: [
      resource("azure-native:cdn:Profile", "profile", { profileName: "p", sku: { name: "Standard_Microsoft" } }),
      resource("azure-native:cdn:Endpoint", "endpoint", { endpointName: "e", origins: [{ hostName: ORIGIN }] }),
    ],
    place: assumed("Azure"),
    origin: "origins[0].hostName",
  },
  "azure-native:frontdoor:FrontDoor": {
    inputs: { frontendEndpoints: [{ hostName: HOST }], backendPools: [{ backends: [{ address: ORIGIN }] }] },
    place: assumed("Azure"),
    origin: "backendPools[0].backends[0].address",
  },
  "azure-native:trafficmanager:Profile": {
    inputs: { dnsConfig: { relativeName: "acme" }, endpoints: [{ target: ORIGIN }] },
    origin: "endpoints[0].target",
  },
  "azure:cdn/frontdoorCustomDomain:FrontdoorCustomDomain": {
    inputs: { hostName: HOST },
    others: [
      resource("azure:cdn/frontdoorRoute:FrontdoorRoute", "route", {
        cdnFrontdoorCustomDomainIds: [ref("main")],
        cdnFrontdoorOriginIds: [ref("source")],
      }),
      resource("azure:cdn/frontdoorOrigin:FrontdoorOrigin", "source", { hostName: ORIGIN }),
    ],
    place: assumed("Azure"),
    origin: "hostName",
  },
  "azure:cdn/endpointCustomDomain:EndpointCustomDomain": {
    inputs: { hostName: HOST, cdnEndpointId: ref("endpoint") },
    others: [resource("azure:cdn/endpoint:Endpoint", "endpoint", { origins: [{ hostName: ORIGIN }] })],
    place: assumed("Azure"),
    origin: "origins[0].hostName",
  },
  "azure:network/trafficManagerProfile:TrafficManagerProfile": {
    inputs: { dnsConfig: { relativeName: "acme" } },
    others: [
      resource("azure:network/trafficManagerExternalEndpoint:TrafficManagerExternalEndpoint", "endpoint", {
        profileId: ref("main"),
        target: ORIGIN,
      }),
    ],
    origin: "target",
  },
  "tencentcloud:Cdn/domain:Domain": tencentCdn,
  "tencentcloud:index/cdnDomain:CdnDomain": tencentCdn,
  "tencentcloud:Teo/accelerationDomain:AccelerationDomain": edgeOne("tencentcloud:Teo/zone:Zone"),
  "tencentcloud:index/teoAccelerationDomain:TeoAccelerationDomain": edgeOne("tencentcloud:index/teoZone:TeoZone"),
  "huaweicloud:Cdn/domain:Domain": {
    inputs: { name: HOST, serviceArea: "outside_mainland_china", sources: [{ origin: ORIGIN }] },
    place: "outside outside_mainland_china by scope",
    origin: "sources[0].origin",
  },
  "volcengine:cdn/cdnDomain:CdnDomain": {
    inputs: {
      domain: HOST,
      serviceRegion: "outside_chinese_mainland",
      domainConfig: JSON.stringify({ Origin: [{ OriginAction: { OriginLines: [{ Address: ORIGIN }] } }] }),
    },
    place: "outside outside_chinese_mainland by scope",
    origin: "domainConfig.Origin[0].OriginAction.OriginLines[0].Address",
  },
  "digitalocean:index/cdn:Cdn": {
    inputs: { customDomain: HOST, origin: "space.example.net" },
    place: assumed("DigitalOcean"),
  },
};

const TYPES = Object.keys(EDGES) as Type[];

interface Plain {
  readonly is: string;
  readonly location?: string;
  readonly reach?: string;
  readonly host?: string;
  readonly value?: unknown;
  readonly passesHost?: unknown;
}

function read(type: Type, change: Properties = {}, others = SAMPLES[type].others ?? [], rest = {}): readonly Plain[] {
  const plan = planOf([{ type, inputs: { ...SAMPLES[type].inputs, ...change }, rest }, ...others]);
  return contributed(elsewhere, plan) as Plain[];
}
const one = (all: readonly Plain[], is: string): Plain | undefined => all.find((each) => each.is === is);

describe("an edge", () => {
  test.each(TYPES.filter((type) => SAMPLES[type].place !== undefined))(
    "%s serves its host, fetched from its origin",
    (type) => {
      const { place, origin } = SAMPLES[type];
      const all = read(type);
      expect(one(all, "entry")).toMatchObject({
        kind: "foreign-edge",
        tier: "number",
        edge: true,
        location: place,
        reach: "public",
      });
      expect(all.filter(({ is }) => is === "binding")).toMatchObject([{ host: HOST, to: "main" }]);
      const origins = all.filter(({ is }) => is === "origin");
      expect(origins).toEqual(origin === undefined ? [] : [{ is: "origin", of: "main", value: { [origin]: ORIGIN } }]);
    },
  );

  test.each(TYPES.filter((type) => SAMPLES[type].place === undefined))("%s steers its host to its origin", (type) => {
    const { origin = "" } = SAMPLES[type];
    expect(read(type)).toMatchObject([
      { is: "record", host: "acme.trafficmanager.net", value: { [origin]: ORIGIN }, active: true, of: "main" },
    ]);
  });

  test.each(TYPES)("%s with everything unknown says of nothing that it is so", (type) => {
    const all = Object.fromEntries(Object.keys(SAMPLES[type].inputs).map((key) => [key, unknownValue]));
    for (const { is, host, value } of read(type, all, [])) {
      if (is === "binding" || is === "record") expect(host).toMatch(/^\((computed|malformed)\)$/);
      if (is === "origin") expect(JSON.stringify(value)).toContain("(computed)");
    }
  });
});

describe("turned off", () => {
  test.each<[Type, Properties]>([
    ["aws:cloudfront/distribution:Distribution", { enabled: false }],
    ["aws:cloudfront/distribution:Distribution", { staging: true }],
    ["cloudflare:index/loadBalancer:LoadBalancer", { enabled: false }],
    ["cloudflare:index/r2CustomDomain:R2CustomDomain", { enabled: false }],
    ["fastly:index/serviceVcl:ServiceVcl", { activate: false }],
    ["azure-native:frontdoor:FrontDoor", { enabledState: "Disabled" }],
    ["tencentcloud:Teo/accelerationDomain:AccelerationDomain", { status: "offline" }],
  ])("%s serves nobody: %j", (type, off) => {
    expect(one(read(type, off), "entry")?.reach).toBe("private");
    const unsure = Object.fromEntries(Object.keys(off).map((key) => [key, unknownValue]));
    expect(one(read(type, unsure), "entry")?.reach).toBe("(computed)");
  });

  test("a profile that is disabled answers nothing", () => {
    const type = "azure-native:trafficmanager:Profile";
    expect(read(type, { profileStatus: "Disabled" })).toMatchObject([{ active: false }]);
    expect(read(type, { profileStatus: unknownValue })).toMatchObject([{ active: "(computed)" }]);
  });

  test("an origin that is disabled is none", () => {
    const others = [
      resource("cloudflare:index/loadBalancerPool:LoadBalancerPool", "pool", {
        origins: [{ address: ORIGIN, enabled: false }],
      }),
    ];
    expect(one(read("cloudflare:index/loadBalancer:LoadBalancer", {}, others), "origin")).toBeUndefined();
  });
});

describe("places", () => {
  test.each<[Type, Properties, string, string]>([
    ["tencentcloud:Cdn/domain:Domain", { area: "mainland" }, "mainland mainland by scope", "(other-provider)"],
    ["tencentcloud:Cdn/domain:Domain", { area: "global" }, "mainland global by scope", "(other-provider)"],
    ["tencentcloud:Cdn/domain:Domain", { area: "" }, "(default-unsourced)", "public"],
    ["tencentcloud:Cdn/domain:Domain", { area: unknownValue }, "(computed)", "public"],
    ["tencentcloud:Cdn/domain:Domain", { area: "moon" }, "(malformed)", "public"],
    [
      "huaweicloud:Cdn/domain:Domain",
      { serviceArea: "mainland_china" },
      "mainland mainland_china by scope",
      "(other-provider)",
    ],
    [
      "volcengine:cdn/cdnDomain:CdnDomain",
      { serviceRegion: "chineseMainland" },
      "mainland chinesemainland by scope",
      "(other-provider)",
    ],
  ])("%s %j", (type, change, location, reach) => {
    expect(one(read(type, change), "entry")).toMatchObject({ location, reach });
  });

  test("Volcengine serves the mainland when nothing is said", () => {
    expect(one(read("volcengine:cdn/cdnDomain:CdnDomain", { serviceRegion: "" }), "entry")).toMatchObject({
      location: "mainland mainland by scope",
      reach: "(other-provider)",
    });
  });

  test.each<[string, Properties, string]>([
    ["the whole world", { area: "global" }, "mainland global by scope"],
    ["what is left out", {}, "outside overseas by scope"],
    ["unknown", { area: unknownValue }, "(computed)"],
  ])("EdgeOne serves where its site does: %s", (_, site, location) => {
    const type = "tencentcloud:Teo/accelerationDomain:AccelerationDomain";
    const others = [resource("tencentcloud:Teo/zone:Zone", "site", { zoneName: "example.com", ...site })];
    expect(one(read(type, {}, others), "entry")?.location).toBe(location);
    expect(one(read(type, { zoneId: "zone-2o" }, others), "entry")?.location).toBe("(not-in-plan)");
  });

  test("Azure's SKUs for China are in the mainland", () => {
    const type = "azure-native:cdn:CustomDomain";
    const others = [
      resource("azure-native:cdn:Profile", "profile", { profileName: "p", sku: { name: "Standard_ChinaCdn" } }),
    ];
    expect(one(read(type, {}, others), "entry")).toMatchObject({
      location: "mainland standard_chinacdn by scope",
      reach: "(other-provider)",
    });
  });

  test.each<[Type, string, Properties, string]>([
    ["aws:cloudfront/distribution:Distribution", "aws", { region: "cn-north-1" }, "mainland cn-north-1 by scope"],
    ["aws:cloudfront/distribution:Distribution", "aws", { region: "us-east-1" }, assumed("CloudFront")],
    ["azure-native:frontdoor:FrontDoor", "azure-native", { environment: "china" }, "mainland china by scope"],
  ])("%s by the cloud of provider %s %j", (type, name, inputs, location) => {
    const provider = `pulumi:providers:${name}`;
    const others = [resource(provider, "there", inputs)];
    expect(one(read(type, {}, others, { provider: urnOf(provider, "there") }), "entry")?.location).toBe(location);
  });
});

describe("the host that an origin is asked for", () => {
  const distribution = "aws:cloudfront/distribution:Distribution";
  const policy = (originRequestPolicyId: string): Properties => ({ defaultCacheBehavior: { originRequestPolicyId } });
  test.each<[string, Type, Properties, unknown]>([
    ["its own, CloudFront", distribution, { defaultCacheBehavior: {} }, false],
    ["the visitor's, by a policy", distribution, policy("216adef6-5c7f-47e4-b989-5492eafa07d3"), undefined],
    ["its own, by a policy", distribution, policy("b689b0a8-53d0-40ab-baf2-68738e2966ac"), false],
    ["up to a policy of somebody", distribution, policy("1b2c"), "(not-in-plan)"],
    ["up to an unknown policy", distribution, policy(unknownValue), "(computed)"],
    ["the visitor's, Fastly", "fastly:index/serviceVcl:ServiceVcl", {}, undefined],
    [
      "another, Fastly",
      "fastly:index/serviceVcl:ServiceVcl",
      { backends: [{ address: ORIGIN, overrideHost: "a.b" }] },
      false,
    ],
    [
      "unknown, Fastly",
      "fastly:index/serviceVcl:ServiceVcl",
      { backends: [{ address: ORIGIN, overrideHost: unknownValue }] },
      "(computed)",
    ],
    [
      "unknown of a group of origins, EdgeOne",
      "tencentcloud:Teo/accelerationDomain:AccelerationDomain",
      { originInfo: { originType: "ORIGIN_GROUP", origin: "og-1" } },
      "(not-in-plan)",
    ],
    [
      "another, Tencent Cloud",
      "tencentcloud:Cdn/domain:Domain",
      { origin: { originLists: [ORIGIN], serverName: "origin.example.net" } },
      false,
    ],
  ])("%s", (_, type, change, passesHost) => {
    expect(one(read(type, change), "origin")?.passesHost).toBe(passesHost);
  });
});
