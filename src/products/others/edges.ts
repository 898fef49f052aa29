/**
 * Edges of other providers, as a table: the hosts they serve, where from, and what they fetch from. Some only steer DNS:
 * then visitors reach the origins themselves, as by records.
 */
import { passesHost } from "./cloudfront";
import { AWS_CHINA, AZURE_CHINA, type Coverage } from "./coverage";
import type { Mark } from "../reading/match";
import type { Doubt } from "../../plan/fact";
import type { Resource } from "../../plan/resource";
import type { RowStep } from "./step";

/** What an edge fetches from. */
export interface OriginRow {
  /** The way from the edge to the resource that holds the origins. */
  readonly steps?: readonly RowStep[];
  /** The list of origins there. */
  readonly each?: string;
  readonly value: string;
  /** What turns an origin off. */
  readonly off?: readonly Mark[];
  /** What makes the edge ask for another host than the visitor's. */
  readonly rewrites?: string;
  /** Asked of the resource that holds the origins. */
  readonly passesHost?: (holder: Resource) => boolean | Doubt;
  /** What tells that the value is the id of something that holds origins. */
  readonly named?: Mark;
}

/** How an edge type is read. Paths are those of the resource. */
export interface EdgeRow {
  readonly hosts: readonly string[];
  /** What stands after a host that is only the first label. */
  readonly suffix?: string;
  readonly coverage: Coverage;
  /** `dns`: visitors reach the origins themselves. A mark tells when they go through the edge. */
  readonly mode?: "dns" | { readonly proxied: Mark };
  readonly off?: readonly Mark[];
  /** The output that holds the name under which it is reached. */
  readonly address?: string;
  readonly origins: readonly OriginRow[];
}

const CLOUDFLARE: Coverage = { vendor: "Cloudflare" };
const AZURE: Coverage = { vendor: "Azure", cloud: AZURE_CHINA };
const FASTLY: Coverage = { vendor: "Fastly" };
const GOOGLE: Coverage = { vendor: "Google" };
const AWS: Coverage = { vendor: "CloudFront", cloud: AWS_CHINA };

const DISABLED: Mark = { path: "enabled", is: ["false"] };
const DISABLED_STATE: Mark = { path: "enabledState", is: ["Disabled"] };

const POOL = "cloudflare:index/loadBalancerPool:LoadBalancerPool";
/** Where a load balancer of Cloudflare names its pools, in the words of version 6 and of version 5. */
const POOLS: RowStep = {
  to: [POOL],
  by: [],
  refs: [
    "defaultPools[]",
    "fallbackPool",
    "regionPools{}[]",
    "countryPools{}[]",
    "popPools{}[]",
    "rules[].overrides.defaultPools[]",
    "rules[].overrides.fallbackPool",
    "rules[].overrides.regionPools{}[]",
    "rules[].overrides.countryPools{}[]",
    "rules[].overrides.popPools{}[]",
    "defaultPoolIds[]",
    "fallbackPoolId",
    "regionPools[].poolIds[]",
    "countryPools[].poolIds[]",
    "popPools[].poolIds[]",
  ],
};

const worker: EdgeRow = { hosts: ["hostname"], coverage: CLOUDFLARE, origins: [] };

const tunnel: EdgeRow = {
  hosts: ["config.ingresses[].hostname", "config.ingressRules[].hostname"],
  coverage: CLOUDFLARE,
  origins: [],
};

const fastly: EdgeRow = {
  hosts: ["domains[].name"],
  coverage: FASTLY,
  off: [{ path: "activate", is: ["false"] }],
  origins: [{ each: "backends", value: "address", rewrites: "overrideHost" }],
};

const tencentCdn: EdgeRow = {
  hosts: ["domain"],
  coverage: {
    vendor: "Tencent Cloud",
    words: { path: "area", mainland: ["mainland", "global"], outside: ["overseas"], absent: "unsourced" },
  },
  address: "cname",
  origins: [
    { value: "origin.originLists[]", rewrites: "^origin.serverName" },
    { value: "origin.backupOriginLists[]", rewrites: "^origin.backupServerName" },
  ],
};

const edgeOne: EdgeRow = {
  hosts: ["domainName"],
  coverage: {
    vendor: "Tencent Cloud",
    words: {
      of: {
        to: ["tencentcloud:Teo/zone:Zone", "tencentcloud:index/teoZone:TeoZone"],
        by: [],
        refs: ["zoneId"],
      },
      path: "area",
      mainland: ["mainland", "global"],
      outside: ["overseas"],
      absent: "outside",
    },
  },
  off: [{ path: "status", is: ["offline"] }],
  address: "cname",
  origins: [
    {
      each: "originInfo",
      value: "origin",
      rewrites: "hostHeader",
      named: { path: "originType", is: ["ORIGIN_GROUP"] },
    },
  ],
};

export const EDGES = {
  "aws:cloudfront/distribution:Distribution": {
    hosts: ["aliases[]"],
    coverage: AWS,
    off: [DISABLED, { path: "staging", is: ["true"] }],
    address: "domainName",
    origins: [{ each: "origins", value: "domainName", passesHost }],
  },
  "aws:cloudfront/distributionTenant:DistributionTenant": {
    hosts: ["domains[].domain"],
    coverage: AWS,
    off: [DISABLED],
    origins: [
      {
        steps: [
          { to: ["aws:cloudfront/multitenantDistribution:MultitenantDistribution"], by: [], refs: ["distributionId"] },
        ],
        each: "origins",
        value: "domainName",
        passesHost,
      },
    ],
  },
  "cloudflare:index/loadBalancer:LoadBalancer": {
    hosts: ["name"],
    coverage: CLOUDFLARE,
    mode: { proxied: { path: "proxied", is: ["true"] } },
    off: [DISABLED],
    origins: [{ steps: [POOLS], each: "origins", value: "address", off: [DISABLED], rewrites: "header" }],
  },
  "cloudflare:index/spectrumApplication:SpectrumApplication": {
    hosts: ["dns.name"],
    coverage: CLOUDFLARE,
    origins: [{ value: "originDirects[]" }, { value: "originDns.name" }],
  },
  "cloudflare:index/customHostname:CustomHostname": {
    hosts: ["hostname"],
    coverage: CLOUDFLARE,
    origins: [
      { value: "customOriginServer" },
      {
        steps: [
          {
            members: ["cloudflare:index/customHostnameFallbackOrigin:CustomHostnameFallbackOrigin"],
            on: "zoneId",
            as: "zoneId",
          },
        ],
        value: "origin",
      },
    ],
  },
  "cloudflare:index/workersCustomDomain:WorkersCustomDomain": worker,
  "cloudflare:index/workerDomain:WorkerDomain": worker,
  "cloudflare:index/pagesDomain:PagesDomain": { hosts: ["name", "domain"], coverage: CLOUDFLARE, origins: [] },
  "cloudflare:index/r2CustomDomain:R2CustomDomain": {
    hosts: ["domain"],
    coverage: CLOUDFLARE,
    off: [DISABLED],
    origins: [],
  },
  "cloudflare:index/zeroTrustTunnelCloudflaredConfig:ZeroTrustTunnelCloudflaredConfig": tunnel,
  "cloudflare:index/tunnelConfig:TunnelConfig": tunnel,
  "fastly:index/serviceVcl:ServiceVcl": fastly,
  "fastly:index/serviceCompute:ServiceCompute": fastly,
  "akamai:index/property:Property": {
    hosts: ["hostnames[].cnameFrom"],
    coverage: { vendor: "Akamai" },
    origins: [{ value: "rules:json.rules.behaviors[].options.hostname" }],
  },
  "gcp:compute/uRLMap:URLMap": {
    hosts: ["hostRules[].hosts[]"],
    coverage: GOOGLE,
    origins: [
      {
        steps: [
          {
            to: ["gcp:compute/backendService:BackendService"],
            by: ["selfLink"],
            refs: ["defaultService", "pathMatchers[].defaultService", "pathMatchers[].pathRules[].service"],
          },
          {
            to: ["gcp:compute/globalNetworkEndpointGroup:GlobalNetworkEndpointGroup"],
            by: ["selfLink"],
            refs: ["backends[].group"],
          },
          { members: ["gcp:compute/globalNetworkEndpoint:GlobalNetworkEndpoint"], on: "globalNetworkEndpointGroup" },
        ],
        value: "fqdn",
      },
    ],
  },
  "gcp:networkservices/edgeCacheService:EdgeCacheService": {
    hosts: ["routing.hostRules[].hosts[]"],
    coverage: GOOGLE,
    origins: [
      {
        steps: [
          {
            to: ["gcp:networkservices/edgeCacheOrigin:EdgeCacheOrigin"],
            by: ["name"],
            refs: ["routing.pathMatchers[].routeRules[].origin"],
          },
        ],
        value: "originAddress",
      },
    ],
  },
  "azure-native:cdn:AFDCustomDomain": {
    hosts: ["hostName"],
    coverage: AZURE,
    origins: [
      {
        steps: [{ members: ["azure-native:cdn:AFDOrigin"], on: "profileName", as: "profileName" }],
        value: "hostName",
        off: [DISABLED_STATE],
        rewrites: "originHostHeader",
      },
    ],
  },
  "azure-native:cdn:CustomDomain": {
    hosts: ["hostName"],
    coverage: {
      vendor: "Azure",
      words: {
        of: { to: ["azure-native:cdn:Profile"], by: ["profileName", "name"], refs: ["profileName"] },
        path: "sku.name",
        mainland: [
          "standard_chinacdn",
          "standardplus_chinacdn",
          "standard_955bandwidth_chinacdn",
          "standard_avgbandwidth_chinacdn",
          "standardplus_955bandwidth_chinacdn",
          "standardplus_avgbandwidth_chinacdn",
        ],
        outside: "others",
        absent: "outside",
      },
    },
    origins: [
      {
        steps: [{ to: ["azure-native:cdn:Endpoint"], by: ["endpointName", "name"], refs: ["endpointName"] }],
        each: "origins",
        value: "hostName",
        off: [DISABLED],
        rewrites: "originHostHeader",
      },
    ],
  },
  "azure-native:frontdoor:FrontDoor": {
    hosts: ["frontendEndpoints[].hostName"],
    coverage: AZURE,
    off: [DISABLED_STATE],
    origins: [
      {
        each: "backendPools[].backends",
        value: "address",
        off: [DISABLED_STATE],
        rewrites: "backendHostHeader",
      },
    ],
  },
  "azure-native:trafficmanager:Profile": {
    hosts: ["dnsConfig.relativeName"],
    suffix: ".trafficmanager.net",
    coverage: AZURE,
    mode: "dns",
    off: [{ path: "profileStatus", is: ["Disabled"] }],
    origins: [
      { each: "endpoints", value: "target", off: [{ path: "endpointStatus", is: ["Disabled"] }] },
      {
        steps: [{ members: ["azure-native:trafficmanager:Endpoint"], on: "profileName", as: "profileName" }],
        value: "target",
        off: [{ path: "endpointStatus", is: ["Disabled"] }],
      },
    ],
  },
  "azure:cdn/frontdoorCustomDomain:FrontdoorCustomDomain": {
    hosts: ["hostName"],
    coverage: AZURE,
    origins: [
      {
        steps: [
          { members: ["azure:cdn/frontdoorRoute:FrontdoorRoute"], on: "cdnFrontdoorCustomDomainIds[]" },
          { to: ["azure:cdn/frontdoorOrigin:FrontdoorOrigin"], by: [], refs: ["cdnFrontdoorOriginIds[]"] },
        ],
        value: "hostName",
        off: [DISABLED],
        rewrites: "originHostHeader",
      },
    ],
  },
  "azure:cdn/endpointCustomDomain:EndpointCustomDomain": {
    hosts: ["hostName"],
    coverage: AZURE,
    origins: [
      {
        steps: [{ to: ["azure:cdn/endpoint:Endpoint"], by: [], refs: ["cdnEndpointId"] }],
        each: "origins",
        value: "hostName",
        rewrites: "^originHostHeader",
      },
    ],
  },
  "azure:network/trafficManagerProfile:TrafficManagerProfile": {
    hosts: ["dnsConfig.relativeName"],
    suffix: ".trafficmanager.net",
    coverage: AZURE,
    mode: "dns",
    off: [{ path: "profileStatus", is: ["Disabled"] }],
    origins: [
      {
        steps: [
          { members: ["azure:network/trafficManagerExternalEndpoint:TrafficManagerExternalEndpoint"], on: "profileId" },
        ],
        value: "target",
        off: [DISABLED],
      },
    ],
  },
  "tencentcloud:Cdn/domain:Domain": tencentCdn,
  "tencentcloud:index/cdnDomain:CdnDomain": tencentCdn,
  "tencentcloud:Teo/accelerationDomain:AccelerationDomain": edgeOne,
  "tencentcloud:index/teoAccelerationDomain:TeoAccelerationDomain": edgeOne,
  "huaweicloud:Cdn/domain:Domain": {
    hosts: ["name"],
    coverage: {
      vendor: "Huawei Cloud",
      words: {
        path: "serviceArea",
        mainland: ["mainland_china", "global"],
        outside: ["outside_mainland_china"],
        absent: "unsourced",
      },
    },
    address: "cname",
    origins: [{ each: "sources", value: "origin", rewrites: "retrievalHost" }],
  },
  "volcengine:cdn/cdnDomain:CdnDomain": {
    hosts: ["domain"],
    coverage: {
      vendor: "Volcengine",
      words: {
        path: "serviceRegion",
        mainland: ["chinese_mainland", "chinesemainland", "global"],
        outside: ["outside_chinese_mainland", "outsidechinesemainland"],
        absent: "mainland",
      },
    },
    origins: [{ value: "domainConfig:json.Origin[].OriginAction.OriginLines[].Address" }],
  },
  "digitalocean:index/cdn:Cdn": {
    hosts: ["customDomain"],
    coverage: { vendor: "DigitalOcean" },
    address: "endpoint",
    origins: [],
  },
} as const satisfies Readonly<Record<string, EdgeRow>>;
