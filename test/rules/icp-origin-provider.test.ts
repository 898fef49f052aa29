import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { bucket, cdn, clb, instance, provider, resource, subscription, web } from "../support/stacks";

const server = [...web, instance("origin")];
const accelerated = (inputs: Properties = {}) =>
  cdn("edge", { scope: "global", sources: [{ type: "ipaddr", content: ref("origin") }], ...inputs });
const config = (name: string, argument: string, value: Properties[string]) =>
  resource("alicloud:cdn/domainConfig:DomainConfig", "config", {
    domainName: "www.example.com",
    functionName: name,
    functionArgs: [{ argName: argument, argValue: value }],
  });
const asks = (host: Properties[string]) => config("set_req_host_header", "domain_name", host);
const elsewhere = filed("example.com", "accessProviders: [{ name: tencent }]");
const notGiven = filed("example.com", "");
const both = register(
  "filings:\n" +
    "  - { domain: example.com, status: active, accessProviders: [{ name: tencent }] }\n" +
    "  - { domain: example.net, status: active, accessProviders: [{ name: aliyun }] }\n",
);
const abroad = provider("abroad", "ap-southeast-1");
const far = { ...clb("origin"), rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::abroad" } };
const waf = (inputs: Properties = {}) =>
  resource("alicloud:wafv3/domain:Domain", "waf", {
    domain: "www.example.com",
    accessType: "share",
    redirect: { backends: [ref("origin")] },
    ...inputs,
  });
const own =
  "icp-origin-provider violation www.example.com: icp-origin-provider [add-access, declare-pending] at sources[0].content of edge";
const unsure =
  "icp-origin-provider undetermined www.example.com: undetermined (computed) [check] at sources[0].content of edge";

ruleTester("icp-origin-provider", {
  violations: {
    "a CDN domain before a server, filed elsewhere": [
      planOf([...server, accelerated()]),
      elsewhere,
      [own],
      [
        "www.example.com is fetched from origin (ECS instance) in cn-hangzhou in the mainland, which is asked for www.example.com, and example.com is filed, but not with Alibaba Cloud as access provider",
        "- Add Alibaba Cloud as access provider of example.com: the other providers are not disturbed, and the site may keep serving meanwhile.",
        "- Say in icp.yaml, in the entry of example.com, that it is being added, and leave the status out once it is approved:",
        "  filings:",
        "    - domain: example.com",
        "      accessProviders: [{ name: tencent }, { name: aliyun, status: pending }]",
        "by S2-06",
        "edge (hosts) > origin (fetches)",
      ],
    ],
    "a WAF before one": [
      planOf([...server, waf()]),
      elsewhere,
      [
        "icp-origin-provider violation www.example.com: icp-origin-provider [add-access, declare-pending] at redirect.backends[0] of waf",
      ],
    ],
    "two domains of one apex before one origin: one finding": [
      planOf([...server, accelerated(), { ...accelerated({ domainName: "img.example.com" }), name: "second" }]),
      elsewhere,
      [
        "icp-origin-provider violation img.example.com + www.example.com: icp-origin-provider [add-access, declare-pending] at sources[0].content of second",
      ],
    ],
    "asked for another host of the same apex": [
      planOf([...server, accelerated(), asks("origin.example.com")]),
      elsewhere,
      [own],
    ],
  },
  satisfied: {
    "filed with Alibaba Cloud": [planOf([...server, accelerated()]), filed(), []],
    "the same, with a function that sets no Host": [
      planOf([...server, accelerated(), config("filetype_based_ttl_set", "ttl", "60")]),
      filed(),
      [],
    ],
    "asked for a host that is filed with Alibaba Cloud": [
      planOf([...server, accelerated(), asks("origin.example.net")]),
      both,
      [],
    ],
  },
  undetermined: {
    "the providers are not given": [
      planOf([...server, accelerated()]),
      notGiven,
      [
        "icp-origin-provider undetermined www.example.com: undetermined (provider-not-given) [add-access, declare-access] at sources[0].content of edge",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: the register does not say through which access providers example.com is filed",
        "- Add Alibaba Cloud as access provider of example.com: the other providers are not disturbed, and the site may keep serving meanwhile.",
        "- Say in icp.yaml, in the entry of example.com, through whom it is filed:",
        "  filings:",
        "    - domain: example.com",
        "      accessProviders: [{ name: aliyun }]",
        "by S2-06",
        "edge (hosts) > origin (fetches)",
      ],
    ],
    "an origin that is not known": [
      planOf([accelerated({ sources: [{ type: "ipaddr", content: unknownValue }] })]),
      elsewhere,
      [
        "icp-origin-provider undetermined www.example.com: undetermined (computed) [add-access, declare-pending] at sources[0].content of edge",
      ],
    ],
    "an address that nothing holds, while one of the plan's is secret": [
      planOf([
        ...web,
        instance("origin", subscription, { outputs: { publicIp: "[secret]" }, rest: { change: "same" } }),
        accelerated({ sources: [{ type: "ipaddr", content: "47.96.0.10" }] }),
      ]),
      elsewhere,
      [
        "icp-origin-provider undetermined www.example.com: undetermined (unmatched-address) [add-access, declare-pending] at sources[0].content of edge",
        "icp-unnamed-website undetermined origin",
      ],
    ],
    "an address that nothing holds, in a plan that hides resources": [
      planOf([accelerated({ sources: [{ type: "ipaddr", content: "47.96.0.10" }] })], { missing: 1 }),
      elsewhere,
      [
        "icp-origin-provider undetermined www.example.com: undetermined (incomplete) [show-sames] at sources[0].content of edge",
        "icp-undetermined undetermined -",
      ],
    ],
    "a Host that is not known": [planOf([...server, accelerated(), asks(unknownValue)]), elsewhere, [unsure]],
    "a function that is not known, with a Host": [
      planOf([
        ...server,
        accelerated(),
        { ...asks("origin.example.net"), inputs: { ...asks("origin.example.net").inputs, functionName: unknownValue } },
      ]),
      elsewhere,
      [unsure],
    ],
  },
  silent: {
    "unfiled: the edge's own rule speaks": [
      planOf([...server, accelerated()]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com"],
    ],
    "an edge outside: icp-offshore-edge speaks": [
      planOf([...server, accelerated({ scope: "overseas" })]),
      elsewhere,
      ["icp-filed-domain-offshore violation www.example.com", "icp-offshore-edge violation www.example.com"],
    ],
    "an origin outside": [planOf([abroad, far, accelerated()]), elsewhere, []],
    "a bucket, which is asked for by its own name": [
      planOf([bucket("origin"), accelerated({ sources: [{ type: "oss", content: ref("origin") }] })]),
      elsewhere,
      [],
    ],
    "a bucket named as text": [
      planOf([accelerated({ sources: [{ type: "oss", content: "media.oss-cn-hangzhou.aliyuncs.com" }] })]),
      elsewhere,
      [],
    ],
    "an address that nothing holds, most likely the other provider's": [
      planOf([accelerated({ sources: [{ type: "ipaddr", content: "47.98.1.2" }] })]),
      elsewhere,
      [],
    ],
    "asked for a name that nobody can file": [
      planOf([...server, accelerated(), asks("media.oss-cn-hangzhou.aliyuncs.com")]),
      elsewhere,
      [],
    ],
  },
});
