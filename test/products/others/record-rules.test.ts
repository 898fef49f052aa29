/** What the rules say of other providers' records, all findings of each plan. */
import { describe } from "vitest";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { filed, ruleTester, unfiled } from "../../support/rule-tester";
import { clb, cname, resource } from "../../support/stacks";
import { cfZone, cloudflare, route53, server, zone } from "./stacks";

describe("records", () => {
  ruleTester("icp-dns-record", {
    violations: {
      "Route 53 to an EIP in the mainland": [
        planOf([...server, zone, route53({ records: [ref("ip")] })]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at records[0] of www",
        ],
      ],
      "Cloudflare without its proxy": [
        planOf([...server, cfZone, cloudflare({ content: ref("ip") })]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at content of www",
        ],
      ],
      "Azure, in whatever version of its API": [
        planOf([
          ...server,
          resource("azure-native:dns/v20230701preview:RecordSet", "www", {
            zoneName: "example.com",
            relativeRecordSetName: "www",
            recordType: "A",
            aRecords: [{ ipv4Address: ref("ip") }],
          }),
        ]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at aRecords[0].ipv4Address of www",
        ],
      ],
      "an alias of another record of the zone": [
        planOf([
          ...server,
          zone,
          route53({ name: "app", records: [ref("ip")] }, "app"),
          route53({ aliases: [{ name: "app.example.com", zoneId: ref("zone"), evaluateTargetHealth: false }] }),
        ]),
        unfiled(),
        [
          "icp-dns-record violation app.example.com + www.example.com: icp-dns-record [file, hold-record, entry-outside] at records[0] of app",
        ],
      ],
      "by the name of another record that is not known yet": [
        planOf([
          ...server,
          zone,
          route53({ name: "app", records: [ref("ip")] }, "app"),
          route53({ type: "CNAME", records: [ref("app")] }),
        ]),
        unfiled(),
        [
          "icp-dns-record violation app.example.com + www.example.com: icp-dns-record [file, hold-record, entry-outside] at records[0] of app",
        ],
      ],
      "one weighted member of two": [
        planOf([
          ...server,
          zone,
          route53({ setIdentifier: "cn", weightedRoutingPolicies: [{ weight: 10 }], records: [ref("ip")] }, "cn"),
          route53(
            {
              setIdentifier: "us",
              weightedRoutingPolicies: [{ weight: 90 }],
              type: "A",
              aliases: [{ name: "d1.cloudfront.net" }],
            },
            "us",
          ),
        ]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at records[0] of cn",
        ],
      ],
      "those in China only": [
        planOf([
          ...server,
          zone,
          route53({ setIdentifier: "cn", geolocationRoutingPolicies: [{ country: "CN" }], records: [ref("ip")] }, "cn"),
        ]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at records[0] of cn",
        ],
      ],
      "Traffic Manager by its name": [
        planOf([
          ...server,
          resource("azure-native:trafficmanager:Profile", "tm", {
            dnsConfig: { relativeName: "acme" },
            endpoints: [{ target: ref("ip") }],
          }),
          cname("www", "acme.trafficmanager.net"),
        ]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of www-record",
        ],
      ],
      "a balancer of Cloudflare that only steers": [
        planOf([
          ...server,
          resource("cloudflare:index/loadBalancerPool:LoadBalancerPool", "pool", {
            origins: [{ name: "cn", address: ref("ip") }],
          }),
          resource("cloudflare:index/loadBalancer:LoadBalancer", "lb", {
            name: "www.example.com",
            defaultPools: [ref("pool")],
          }),
        ]),
        unfiled(),
        [
          "icp-dns-record violation www.example.com: icp-dns-record [file, hold-record, entry-outside] at origins[0].address of lb",
        ],
      ],
    },
    satisfied: {
      "Route 53, apex filed with Alibaba Cloud": [
        planOf([...server, zone, route53({ records: [ref("ip")] })]),
        filed(),
        [],
      ],
      "another provider's CDN in the mainland, apex filed": [
        planOf([resource("tencentcloud:Cdn/domain:Domain", "cdn", { domain: "www.example.com", area: "mainland" })]),
        filed("example.com", "accessProviders: [{ name: tencent }]"),
        [],
      ],
    },
    undetermined: {
      "the zone was looked up": [
        planOf([...server, route53Alone({ zoneId: "Z123", records: [ref("ip")] })]),
        unfiled(),
        ["icp-dns-record undetermined www: undetermined (zone-not-in-plan) [check] at records[0] of www"],
        [
          "It cannot be told whether this breaks the rule for www: the domain of DNS zone Z123 is not in the plan",
          "- Check by hand what cannot be told here.",
          "by S2-05",
          "www (record) > ip (refers) > bound (binds) > server (entry)",
        ],
      ],
      "the zone is unknown": [
        planOf([...server, route53Alone({ zoneId: unknownValue, records: [ref("ip")] })]),
        unfiled(),
        ["icp-dns-record undetermined www: undetermined (computed) [check] at records[0] of www"],
      ],
      "the zone may be private": [
        planOf([
          ...server,
          resource("aws:route53/zone:Zone", "zone", { name: "example.com", vpcs: unknownValue }),
          route53({ records: [ref("ip")] }),
        ]),
        unfiled(),
        ["icp-dns-record undetermined www.example.com: undetermined (computed) [check] at records[0] of www"],
      ],
      "an address that nothing here has": [
        planOf([zone, route53({ records: ["47.96.0.1"] })]),
        unfiled(),
        [
          "icp-dns-record undetermined www.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at records[0] of www",
        ],
      ],
      "an address wrapped so that nothing is left of it": [
        planOf([...server, zone, route53({ records: [unknownValue] })]),
        unfiled(),
        [
          "icp-dns-record undetermined www.example.com: undetermined (computed) [reference] at records[0] of www",
          "icp-unnamed-website undetermined server",
        ],
      ],
      "whether Cloudflare proxies is unknown": [
        planOf([...server, cfZone, cloudflare({ content: ref("ip"), proxied: unknownValue })]),
        unfiled(),
        ["icp-dns-record undetermined www.example.com: undetermined (computed) [check] at content of www"],
      ],
      "another provider's CDN in the mainland": [
        planOf([resource("tencentcloud:Cdn/domain:Domain", "cdn", { domain: "www.example.com", area: "global" })]),
        unfiled(),
        ["icp-dns-record undetermined www.example.com: undetermined (other-provider) [check] at domain of cdn"],
        [
          "It cannot be told whether this breaks the rule for www.example.com: Tencent Cloud serves it from the mainland, and filings with other providers are not judged here",
          "- Check by hand what cannot be told here.",
          "by F-09b",
          "cdn (hosts)",
        ],
      ],
      "a CDN whose coverage nobody says": [
        planOf([resource("tencentcloud:Cdn/domain:Domain", "cdn", { domain: "www.example.com" })]),
        unfiled(),
        ["icp-dns-record undetermined www.example.com: undetermined (default-unsourced) [check] at domain of cdn"],
      ],
      "an address of AWS in China": [
        planOf([
          resource("pulumi:providers:aws", "cn", { region: "cn-north-1" }),
          resource(
            "aws:lb/loadBalancer:LoadBalancer",
            "lb",
            {},
            {
              rest: { provider: "urn:pulumi:dev::web::pulumi:providers:aws::cn" },
            },
          ),
          zone,
          route53({ type: "CNAME", records: [ref("lb")] }),
        ]),
        unfiled(),
        ["icp-dns-record undetermined www.example.com: undetermined (other-provider) [check] at records[0] of www"],
      ],
    },
    silent: {
      "the zone is private": [
        planOf([
          ...server,
          resource("aws:route53/zone:Zone", "zone", { name: "example.com", vpcs: [{ vpcId: "vpc-1" }] }),
          route53({ records: [ref("ip")] }),
        ]),
        unfiled(),
        ["icp-unnamed-website violation server"],
      ],
      "to an address of AWS": [
        planOf([
          resource("aws:lb/loadBalancer:LoadBalancer", "lb"),
          zone,
          route53({ type: "CNAME", records: [ref("lb")] }),
        ]),
        unfiled(),
        [],
      ],
      "a certificate's validation": [
        planOf([
          resource("aws:acm/certificate:Certificate", "cert", { domainName: "www.example.com" }),
          zone,
          route53({ name: ref("cert"), type: ref("cert"), records: [ref("cert")] }),
        ]),
        unfiled(),
        [],
      ],
      mail: [planOf([zone, route53({ type: "MX", records: ["10 mail.example.com"] })]), unfiled(), []],
      "to an internal load balancer": [
        planOf([clb("inner", { addressType: "intranet" }), zone, route53({ records: [ref("inner")] })]),
        unfiled(),
        [],
      ],
    },
  });
});

function route53Alone(inputs: Properties): ResourceSpec {
  return resource("aws:route53/record:Record", "www", { name: "www", type: "A", ...inputs });
}
