/** What the rules say of other providers' edges, all findings of each plan. */
import { describe } from "vitest";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { filed, ruleTester, unfiled } from "../../support/rule-tester";
import { resource } from "../../support/stacks";
import { abroad, cfZone, cloudflare, route53, server, zone } from "./stacks";

describe("edges", () => {
  const proxied = { content: ref("ip"), proxied: true };
  ruleTester("icp-offshore-edge", {
    violations: {
      "Cloudflare's proxy before an EIP in the mainland": [
        planOf([...server, cfZone, cloudflare(proxied)]),
        unfiled(),
        ["icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at content of www"],
      ],
      "through another proxied name": [
        planOf([
          ...server,
          cfZone,
          cloudflare({ ...proxied, name: "example.com" }, "apex"),
          cloudflare({ type: "CNAME", content: "example.com", proxied: true }),
        ]),
        unfiled(),
        [
          "icp-offshore-edge violation example.com + www.example.com: icp-offshore-edge [origin-outside] at content of apex",
        ],
      ],
      "a balancer of Cloudflare, pools and all": [
        planOf([
          ...server,
          resource("cloudflare:index/loadBalancerPool:LoadBalancerPool", "pool", {
            origins: [{ name: "cn", address: ref("ip") }],
          }),
          resource("cloudflare:index/loadBalancer:LoadBalancer", "lb", {
            name: "www.example.com",
            proxied: true,
            defaultPools: [ref("pool")],
          }),
        ]),
        unfiled(),
        [
          "icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at origins[0].address of pool",
        ],
      ],
      Fastly: [
        planOf([
          ...server,
          resource("fastly:index/serviceVcl:ServiceVcl", "cdn", {
            domains: [{ name: "www.example.com" }],
            backends: [{ name: "cn", address: ref("ip") }],
          }),
        ]),
        unfiled(),
        [
          "icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at backends[0].address of cdn",
        ],
      ],
      "Front Door, whose origins share its profile": [
        planOf([
          ...server,
          resource("azure-native:cdn:AFDCustomDomain", "domain", { hostName: "www.example.com", profileName: "p" }),
          resource("azure-native:cdn:AFDOrigin", "origin", { hostName: ref("ip"), profileName: "p" }),
        ]),
        unfiled(),
        ["icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at hostName of origin"],
      ],
      "CloudFront that forwards the visitor's host": [
        planOf([...server, cloudfront({ originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3" })]),
        unfiled(),
        [
          "icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at origins[0].domainName of cdn",
        ],
      ],
      "Tencent Cloud's CDN overseas": [
        planOf([
          ...server,
          resource("tencentcloud:Cdn/domain:Domain", "cdn", {
            domain: "www.example.com",
            area: "overseas",
            origin: { originType: "ip", originLists: [ref("ip")] },
          }),
        ]),
        unfiled(),
        [
          "icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at origin.originLists[0] of cdn",
        ],
      ],
    },
    satisfied: {
      "the apex is filed, and its leaving the mainland is another matter": [
        planOf([...server, cfZone, cloudflare(proxied)]),
        filed(),
        ["icp-filed-domain-offshore undetermined www.example.com"],
      ],
    },
    undetermined: {
      "an origin that is not known": [
        planOf([cfZone, cloudflare({ content: unknownValue, proxied: true })]),
        unfiled(),
        ["icp-offshore-edge undetermined www.example.com: undetermined (computed) [origin-outside] at content of www"],
      ],
      "pools that are not in the plan": [
        planOf([
          resource("cloudflare:index/loadBalancer:LoadBalancer", "lb", {
            name: "www.example.com",
            proxied: true,
            defaultPools: ["17b5962d775c646f3f9725cbc7a53df4"],
          }),
        ]),
        unfiled(),
        [
          "icp-offshore-edge undetermined www.example.com: undetermined (not-in-plan) [origin-outside] at defaultPools[0] of lb",
        ],
      ],
      "CloudFront with a policy that is not in the plan": [
        planOf([...server, cloudfront({ originRequestPolicyId: "0badcafe" })]),
        unfiled(),
        [
          "icp-offshore-edge undetermined www.example.com: undetermined (not-in-plan) [origin-outside] at origins[0].domainName of cdn",
        ],
      ],
    },
    silent: {
      "an origin in Hong Kong": [planOf([...abroad, cfZone, cloudflare(proxied)]), unfiled(), []],
      "an origin of somebody else": [
        planOf([cfZone, cloudflare({ type: "CNAME", content: "acme.herokuapp.com", proxied: true })]),
        unfiled(),
        [],
      ],
      "CloudFront asks for its origin's own name": [planOf([...server, cloudfront({})]), unfiled(), []],
      "Fastly asks for another host": [
        planOf([
          ...server,
          resource("fastly:index/serviceVcl:ServiceVcl", "cdn", {
            domains: [{ name: "www.example.com" }],
            backends: [{ name: "cn", address: ref("ip"), overrideHost: "origin.example.net" }],
          }),
        ]),
        unfiled(),
        [],
      ],
      "the balancer is turned off": [
        planOf([
          resource("cloudflare:index/loadBalancer:LoadBalancer", "lb", {
            name: "www.example.com",
            enabled: false,
            proxied: true,
            defaultPools: ["17b5962d775c646f3f9725cbc7a53df4"],
          }),
        ]),
        unfiled(),
        [],
      ],
    },
  });

  ruleTester("icp-filed-domain-offshore", {
    satisfied: {
      "another provider's CDN in the mainland": [
        planOf([resource("tencentcloud:Cdn/domain:Domain", "cdn", { domain: "www.example.com", area: "mainland" })]),
        filed(),
        [],
      ],
      "one member in the mainland": [
        planOf([
          ...server,
          zone,
          route53({ setIdentifier: "cn", geolocationRoutingPolicies: [{ country: "CN" }], records: [ref("ip")] }, "cn"),
          cloudfrontFor("www.example.com"),
        ]),
        filed(),
        [],
      ],
    },
    violations: {
      "Route 53 to Hong Kong": [
        planOf([...abroad, zone, route53({ records: [ref("ip")] })]),
        filed(),
        [
          "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at records[0] of www",
        ],
      ],
      "Tencent Cloud's CDN overseas": [
        planOf([resource("tencentcloud:Cdn/domain:Domain", "cdn", { domain: "www.example.com", area: "overseas" })]),
        filed(),
        [
          "icp-filed-domain-offshore violation www.example.com: icp-filed-domain-offshore [keep-mainland] at domain of cdn",
        ],
      ],
    },
    undetermined: {
      "CloudFront, of which only its usual place is known": [
        planOf([cloudfrontFor("www.example.com")]),
        filed(),
        [
          "icp-filed-domain-offshore undetermined www.example.com: undetermined (assumed) [check, keep-mainland] at aliases[0] of cdn",
        ],
        [
          "It cannot be told whether this breaks the rule for www.example.com: the location of CloudFront is only assumed",
          "- Check by hand what cannot be told here.",
          "- Keep www.example.com in the mainland, use another domain outside, or cancel the filing deliberately.",
          "by S4-03",
          "cdn (hosts)",
        ],
      ],
      "only those in one country": [
        planOf([
          ...abroad,
          zone,
          route53({ setIdentifier: "us", geolocationRoutingPolicies: [{ country: "US" }], records: [ref("ip")] }, "us"),
        ]),
        filed(),
        [
          "icp-filed-domain-offshore undetermined www.example.com: undetermined (line) [check, keep-mainland] at records[0] of us",
        ],
      ],
    },
    silent: {
      "an unfiled apex": [planOf([cloudfrontFor("www.example.com")]), unfiled(), []],
    },
  });
});

function cloudfront(behavior: Properties): ResourceSpec {
  return resource("aws:cloudfront/distribution:Distribution", "cdn", {
    aliases: ["www.example.com"],
    enabled: true,
    origins: [{ originId: "cn", domainName: ref("ip") }],
    defaultCacheBehavior: behavior,
  });
}

function cloudfrontFor(host: string): ResourceSpec {
  return resource("aws:cloudfront/distribution:Distribution", "cdn", {
    aliases: [host],
    enabled: true,
    origins: [{ originId: "a", domainName: "acme.s3.amazonaws.com" }],
  });
}
