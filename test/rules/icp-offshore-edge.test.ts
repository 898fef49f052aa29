import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { association, bucket, cdn, clb, eip, instance, provider, record, resource, web } from "../support/stacks";

const overseas = (content: string | ReturnType<typeof ref>, type = "ipaddr") =>
  cdn("edge", { scope: "overseas", sources: [{ type, content }] });
const server = [...web, instance("origin")];
/** The Host that the edge asks the origin for. */
const header = (domain: string) =>
  resource("alicloud:cdn/domainConfig:DomainConfig", "host", {
    domainName: ref("edge"),
    functionName: "set_req_host_header",
    functionArgs: [{ argName: "domain_name", argValue: domain }],
  });
const vod = (content: string | ReturnType<typeof ref>) =>
  resource("alicloud:vod/domain:Domain", "edge", {
    domainName: "www.example.com",
    scope: "overseas",
    sources: [{ sourceType: "ipaddr", sourceContent: content, sourcePort: "80" }],
  });
const ipa = (content: string | ReturnType<typeof ref>) =>
  resource("alicloud:dcdn/ipaDomain:IpaDomain", "edge", {
    domainName: "www.example.com",
    scope: "overseas",
    sources: [{ type: "ipaddr", content, port: 80, priority: "20", weight: 10 }],
  });
const site = (inputs: Properties = { coverage: "overseas" }) =>
  resource("alicloud:esa/site:Site", "site", { siteName: "example.com", ...inputs });
const proxied = (inputs: Properties = {}) =>
  resource("alicloud:esa/record:Record", "www", {
    siteId: ref("site"),
    recordName: "www.example.com",
    recordType: "A/AAAA",
    proxied: true,
    data: { value: ref("origin") },
    ...inputs,
  });
/** An accelerator with IP sets in these regions, in front of an EIP of the server, or of the server inside its VPC. */
const accelerated = (regions: readonly string[], endpoint: Properties = { type: "PublicIp", endpoint: ref("eip") }) => [
  resource("alicloud:ga/accelerator:Accelerator", "ga"),
  ...regions.map((accelerateRegionId) =>
    resource("alicloud:ga/ipSet:IpSet", accelerateRegionId, { acceleratorId: ref("ga"), accelerateRegionId }),
  ),
  resource("alicloud:ga/listener:Listener", "listener", {
    acceleratorId: ref("ga"),
    protocol: "TCP",
    portRanges: [{ fromPort: 443, toPort: 443 }],
  }),
  resource("alicloud:ga/endpointGroup:EndpointGroup", "group", {
    acceleratorId: ref("ga"),
    listenerId: ref("listener"),
    endpointConfigurations: [{ weight: 20, ...endpoint }],
  }),
];
const behindEip = [...server, eip("eip"), association("bind", "eip", "origin")];
const boundDomain = resource("alicloud:ga/domain:Domain", "domain", {
  acceleratorId: ref("ga"),
  domain: "www.example.com",
});
const own =
  "icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at endpointConfigurations[0].endpoint of group";
const unsure =
  "icp-offshore-edge undetermined www.example.com: undetermined (computed) [origin-outside] at endpointConfigurations[0].endpoint of group";

ruleTester("icp-offshore-edge", {
  violations: {
    "VOD overseas before a mainland server": [
      planOf([...server, vod(ref("origin"))]),
      unfiled(),
      [
        "icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at sources[0].sourceContent of edge",
      ],
      [
        "www.example.com is served by an edge outside the mainland whose origin origin (ECS instance) is in cn-hangzhou in the mainland, and example.com is not filed",
        "- Move the origin out of the mainland, or file example.com.",
        "by F-09b",
        "edge (hosts) > origin (fetches)",
      ],
    ],
    "IP Application Accelerator overseas before one": [
      planOf([...server, ipa(ref("origin"))]),
      unfiled(),
      ["icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at sources[0].content of edge"],
    ],
    "ESA overseas before one": [
      planOf([...server, site(), proxied()]),
      unfiled(),
      ["icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at data.value of www"],
    ],
    "ESA before one in a pool": [
      planOf([
        ...server,
        site(),
        resource("alicloud:esa/originPool:OriginPool", "pool", {
          siteId: ref("site"),
          originPoolName: "web",
          origins: [{ name: "one", address: ref("origin") }],
        }),
        proxied({ recordType: "CNAME", sourceType: "OP", data: { value: "web" } }),
      ]),
      unfiled(),
      ["icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at origins[0].address of pool"],
    ],
    "ESA with a rule that leads there": [
      planOf([
        ...server,
        site(),
        resource("alicloud:esa/originRule:OriginRule", "rule", { siteId: ref("site"), dnsRecord: ref("origin") }),
      ]),
      unfiled(),
      ["icp-offshore-edge violation example.com: icp-offshore-edge [origin-outside] at dnsRecord of rule"],
    ],
    "Global Accelerator outside before an EIP of one": [
      planOf([...behindEip, ...accelerated(["cn-hongkong"]), boundDomain]),
      unfiled(),
      [own],
    ],
    "Global Accelerator with several regions outside is one finding": [
      planOf([...behindEip, ...accelerated(["cn-hongkong", "ap-southeast-1"]), boundDomain]),
      unfiled(),
      [own],
    ],
    "Global Accelerator outside, to which only DNS leads": [
      planOf([...behindEip, ...accelerated(["cn-hongkong"]), record("www", ref("cn-hongkong"))]),
      unfiled(),
      [own],
    ],
    "an overseas CDN before a mainland server": [
      planOf([...server, overseas(ref("origin"))]),
      unfiled(),
      ["icp-offshore-edge violation www.example.com: icp-offshore-edge [origin-outside] at sources[0].content of edge"],
    ],
    "filed with another provider, and the origin asks for Alibaba Cloud": [
      planOf([...server, overseas(ref("origin"))]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      [
        "icp-filed-domain-offshore violation www.example.com",
        "icp-offshore-edge violation www.example.com: icp-offshore-edge [add-access, declare-pending] at sources[0].content of edge",
      ],
    ],
    "the edge asks the origin for another host that is not filed": [
      planOf([...server, overseas(ref("origin")), header("origin.example.org")]),
      filed(),
      [
        "icp-filed-domain-offshore violation www.example.com",
        "icp-offshore-edge violation www.example.com: icp-offshore-edge.asked [declare, origin-outside] at sources[0].content of edge",
      ],
      [
        "www.example.com is served by an edge outside the mainland that asks its origin origin (ECS instance) in cn-hangzhou in the mainland for origin.example.org, and example.org is not listed in the register and counts as unfiled",
        "- If example.org is filed, say so in icp.yaml:",
        "  filings:",
        "    - { domain: example.org, status: active, accessProviders: [{ name: aliyun }] }",
        "- Move the origin out of the mainland, or file example.org.",
        "by F-09b",
        "edge (hosts) > origin (fetches)",
      ],
    ],
    "two hosts before one origin are one finding": [
      planOf([
        ...server,
        overseas(ref("origin")),
        cdn("second", {
          domainName: "img.example.com",
          scope: "overseas",
          sources: [{ type: "ipaddr", content: ref("origin") }],
        }),
      ]),
      unfiled(),
      [
        "icp-offshore-edge violation img.example.com + www.example.com: icp-offshore-edge [origin-outside] at sources[0].content of second",
      ],
    ],
  },
  satisfied: {
    "ESA, the apex is filed": [
      planOf([...server, site(), proxied()]),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
    "the apex is filed": [
      planOf([...server, overseas(ref("origin"))]),
      filed(),
      ["icp-filed-domain-offshore violation www.example.com"],
    ],
    "the edge asks the origin for a host that is filed": [
      planOf([...server, overseas(ref("origin")), header("www.example.org")]),
      filed("example.org"),
      [],
    ],
  },
  undetermined: {
    "where the edge is is not known, and it asks the origin for another host that is not filed": [
      planOf([
        ...server,
        cdn("edge", { scope: unknownValue, sources: [{ type: "ipaddr", content: ref("origin") }] }),
        header("origin.example.org"),
      ]),
      filed(),
      [
        "icp-filed-domain-offshore undetermined www.example.com",
        "icp-offshore-edge undetermined www.example.com: undetermined (computed) [declare, origin-outside] at sources[0].content of edge",
      ],
    ],
    "Global Accelerator with a region outside and one that is not known": [
      planOf([...behindEip, ...accelerated(["cn-hongkong", unknownValue]), boundDomain]),
      unfiled(),
      ["icp-global-accelerator undetermined www.example.com", unsure],
    ],
    "ESA, the origin gets a Host of its own if the rule is of this site": [
      planOf([
        ...server,
        site(),
        proxied(),
        resource("alicloud:esa/originRule:OriginRule", "rule", { siteId: unknownValue, originHost: "o.example.net" }),
      ]),
      unfiled(),
      ["icp-offshore-edge undetermined www.example.com: undetermined (computed) [origin-outside] at data.value of www"],
    ],
    "Global Accelerator, an endpoint that is not known": [
      planOf([...accelerated(["cn-hongkong"], { type: "Domain", endpoint: unknownValue }), boundDomain]),
      unfiled(),
      [unsure],
    ],
    "Global Accelerator, an endpoint of an unknown type": [
      planOf([
        ...behindEip,
        ...accelerated(["cn-hongkong"], { type: unknownValue, endpoint: ref("eip") }),
        boundDomain,
      ]),
      unfiled(),
      [unsure],
    ],
    "VOD, the origin is not known": [
      planOf([vod(unknownValue)]),
      unfiled(),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (computed) [origin-outside] at sources[0].sourceContent of edge",
      ],
    ],
    "ESA, the origin is a pool elsewhere": [
      planOf([site(), proxied({ recordType: "CNAME", sourceType: "OP", data: { value: "web" } })]),
      unfiled(),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (not-in-plan) [origin-outside] at data.value of www",
      ],
    ],
    "ESA, it is not known which Host the origin gets": [
      planOf([...server, site(), proxied({ recordType: "CNAME", hostPolicy: unknownValue })]),
      unfiled(),
      ["icp-offshore-edge undetermined www.example.com: undetermined (computed) [origin-outside] at data.value of www"],
    ],
    "the origin is not known": [
      planOf([overseas(unknownValue, "domain")]),
      unfiled(),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (computed) [origin-outside] at sources[0].content of edge",
      ],
    ],
    "the origin's region is in no list": [
      planOf([...server, overseas(ref("origin"))], { region: "cn-nowhere-9" }),
      unfiled(),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (region-unlisted) [origin-outside] at sources[0].content of edge",
      ],
    ],
    "the register leaves the apex undetermined": [
      planOf([...server, overseas(ref("origin"))]),
      register("unlisted: undetermined\n"),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (unlisted) [declare, origin-outside] at sources[0].content of edge",
      ],
    ],
    "filed, and the host for which the edge asks is not known": [
      planOf([...server, overseas(ref("origin")), header(unknownValue)]),
      filed(),
      [
        "icp-filed-domain-offshore violation www.example.com",
        "icp-offshore-edge undetermined www.example.com: undetermined (computed) [check] at sources[0].content of edge",
      ],
    ],
    "the host for which the edge asks is not known": [
      planOf([...server, overseas(ref("origin")), header(unknownValue)]),
      unfiled(),
      ["icp-offshore-edge undetermined www.example.com: undetermined (computed) [check] at sources[0].content of edge"],
    ],
    "the plan hides resources": [
      planOf([overseas("47.98.1.2")], { missing: 1 }),
      unfiled(),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (incomplete) [show-sames] at sources[0].content of edge",
        "icp-undetermined undetermined -",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: the plan does not show 1 unchanged resource",
        "- Run pulumi preview --json with --show-sames and without --target.",
        "by F-09b",
        "edge (hosts)",
      ],
    ],
    "the origin is an address that matches nothing": [
      planOf([overseas("47.98.1.2")]),
      unfiled(),
      [
        "icp-offshore-edge undetermined www.example.com: undetermined (unmatched-address) [origin-outside] at sources[0].content of edge",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: 47.98.1.2 matches nothing in plan or register",
        "- Move the origin out of the mainland, or file example.com.",
        "by F-09b",
        "edge (hosts)",
      ],
    ],
  },
  silent: {
    "Global Accelerator leads inside a VPC": [
      planOf([...server, ...accelerated(["cn-hongkong"], { type: "ECS", endpoint: ref("origin") }), boundDomain]),
      unfiled(),
      [],
    ],
    "Global Accelerator that takes requests up in the mainland too is another rule's": [
      planOf([...behindEip, ...accelerated(["cn-hongkong", "cn-shanghai"]), boundDomain]),
      unfiled(),
      ["icp-global-accelerator violation www.example.com"],
    ],
    "an Anycast EIP leads to a private load balancer": [
      planOf([
        resource("alicloud:eipanycast/anycastEipAddress:AnycastEipAddress", "anycast", {
          serviceLocation: "international",
        }),
        resource("alicloud:eipanycast/anycastEipAddressAttachment:AnycastEipAddressAttachment", "bind", {
          anycastId: ref("anycast"),
          bindInstanceId: ref("clb"),
          bindInstanceType: "SlbInstance",
          bindInstanceRegionId: "cn-hongkong",
        }),
        clb("clb", { addressType: "intranet" }),
        record("www", ref("anycast")),
      ]),
      unfiled(),
      [],
    ],
    "ESA, the origin gets a Host of its own": [
      planOf([
        ...server,
        site(),
        proxied(),
        resource("alicloud:esa/originRule:OriginRule", "rule", { siteId: ref("site"), originHost: "o.example.net" }),
      ]),
      unfiled(),
      [],
    ],
    "ESA, the origin is outside as well": [
      planOf([...server, site(), proxied()], { region: "ap-southeast-1" }),
      unfiled(),
      [],
    ],
    "Live has no origin": [
      planOf([resource("alicloud:live/domain:Domain", "edge", { domainName: "www.example.com", scope: "overseas" })]),
      unfiled(),
      [],
    ],
    "the origin is outside as well": [
      planOf([...server, overseas(ref("origin"))], { region: "ap-southeast-1" }),
      unfiled(),
      [],
    ],
    "the origin is someone else's": [planOf([overseas("origin.example.net", "domain")]), unfiled(), []],
    "the edge asks the origin by Alibaba Cloud's own name": [
      planOf([...server, overseas(ref("origin")), header("media.oss-cn-hangzhou.aliyuncs.com")]),
      unfiled(),
      [],
    ],
    "a bucket, named as text": [planOf([overseas("media.oss-cn-hangzhou.aliyuncs.com", "oss")]), unfiled(), []],
    "a bucket is asked for by its own name": [planOf([bucket("media"), overseas(ref("media"), "oss")]), unfiled(), []],
    "an edge in the mainland is another rule's": [
      planOf([
        ...server,
        cdn("edge", { scope: "domestic", sources: [{ type: "ipaddr", content: ref("origin") }] }),
        provider("p", "cn-hangzhou"),
      ]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com"],
    ],
  },
});
