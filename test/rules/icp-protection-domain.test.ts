import { planOf, ref, unknownValue, urnOf, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { bucket, cname, eip, instance, record, resource, web } from "../support/stacks";

const PROVIDER = "pulumi:providers:alicloud";
const host = { domain: "www.example.com" };
const waf = (backends: Properties[string], inputs: Properties = {}, rest = {}) =>
  resource(
    "alicloud:wafv3/domain:Domain",
    "shield",
    { ...host, instanceId: "waf-1", redirect: { loadbalance: "iphash", backends }, ...inputs },
    rest,
  );
const formerWaf = (inputs: Properties = {}) => [
  resource("alicloud:waf/instance:Instance", "waf", { packageCode: "version_3", ...inputs }),
  resource("alicloud:waf/domain:Domain", "shield", {
    domainName: "www.example.com",
    instanceId: ref("waf"),
    sourceIps: ["192.0.2.1"],
  }),
];
const ddos = (productType: Properties[string] = null, realServers: Properties[string] = ["origin.example.net"]) => [
  resource("alicloud:ddos/ddosCooInstance:DdosCooInstance", "ddos", { productType }),
  resource("alicloud:ddos/domainResource:DomainResource", "shield", {
    ...host,
    instanceIds: [ref("ddos")],
    realServers,
  }),
];
const abroad = [resource(PROVIDER, "abroad", { region: "ap-southeast-1" })];
const outside = { rest: { provider: urnOf(PROVIDER, "abroad") } };
/** A WAF outside the mainland, in front of these backends. */
const wafOutside = (backends: Properties[string]) => [...abroad, waf(backends, {}, outside)];
const origin = [...web, instance("origin")];
const foreign = ["origin.example.net"];

const own =
  "icp-protection-domain violation www.example.com: icp-protection-domain [file, protection-outside] at domain of shield";
const unsure =
  "icp-protection-domain undetermined www.example.com: undetermined (computed) [check] at domain of shield";
const missing = "icp-server-missing violation example.com";
const offshore = "icp-filed-domain-offshore violation www.example.com";
const byOrigin =
  "icp-protection-domain violation www.example.com: icp-protection-domain.origin [file, protection-outside] at domain of shield";

ruleTester("icp-protection-domain", {
  violations: {
    "a WAF in the mainland": [
      planOf([waf(foreign)]),
      unfiled(),
      [own, missing],
      [
        "www.example.com is served by shield (WAF) in cn-hangzhou in the mainland, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or protect it outside the mainland, with the origin outside too.",
        "by F-20",
        "shield (hosts)",
      ],
    ],
    "no register at all": [
      planOf([waf(foreign)]),
      undefined,
      [
        "icp-protection-domain violation www.example.com: icp-protection-domain [declare, file, owner-files, protection-outside] at domain of shield",
        missing,
      ],
    ],
    "a WAF of the former generation": [
      planOf(formerWaf()),
      unfiled(),
      [
        "icp-protection-domain violation www.example.com: icp-protection-domain [file, protection-outside] at domainName of shield",
        missing,
      ],
    ],
    "a record to the WAF is no second finding": [
      planOf([waf(foreign), cname("www", ref("shield"))]),
      unfiled(),
      [own, missing],
    ],
    "nor is one to a name of the form that WAF gives": [
      planOf([waf(foreign), cname("www", "0123456789abcdef0123.yundunwaf5.com")]),
      unfiled(),
      [own, missing],
    ],
    "a WAF outside in front of a mainland origin": [
      planOf([...origin, ...wafOutside([ref("origin")])]),
      unfiled(),
      [byOrigin],
      [
        "www.example.com is served by shield (WAF) in front of an origin in cn-hangzhou in the mainland, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or protect it outside the mainland, with the origin outside too.",
        "by F-20",
        "shield (hosts) > origin (fetches)",
      ],
    ],
    "by the origin's address, one origin of several": [
      planOf([
        eip("ip", {}, { outputs: { ipAddress: "47.96.0.1" } }),
        ...web,
        instance("origin"),
        resource("alicloud:ecs/eipAssociation:EipAssociation", "bind", {
          allocationId: ref("ip"),
          instanceId: ref("origin"),
        }),
        ...wafOutside(["47.98.1.2", "47.96.0.1"]),
      ]),
      unfiled(),
      [byOrigin],
    ],
    "a mainland bucket as origin": [
      planOf([bucket("media"), ...wafOutside(["media.oss-cn-hangzhou.aliyuncs.com"])]),
      unfiled(),
      [byOrigin, missing],
    ],
    "a WAF that is somewhere, in front of a mainland origin": [
      planOf([...origin, waf([ref("origin")], { accessType: unknownValue })]),
      unfiled(),
      [byOrigin],
    ],
    "Anti-DDoS, product type left out": [planOf(ddos()), unfiled(), [own, missing]],
    "Anti-DDoS of the international site in the mainland": [planOf(ddos("ddoscoo_intl")), unfiled(), [own, missing]],
  },
  satisfied: {
    "filed through another provider": [
      planOf([waf(foreign)]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      [],
    ],
    "Anti-DDoS, filed": [planOf(ddos()), filed(), []],
    "a mainland origin behind a WAF outside, filed": [
      planOf([...origin, ...wafOutside([ref("origin")])]),
      filed(),
      [offshore],
    ],
  },
  undetermined: {
    "an instance of the former generation of which nothing tells which one it is": [
      planOf([
        resource("alicloud:waf/instance:Instance", "asia", { packageCode: "version_pro_asia" }),
        resource("alicloud:waf/instance:Instance", "china", { packageCode: "version_3" }),
        resource("alicloud:waf/domain:Domain", "shield", {
          domainName: "www.example.com",
          instanceId: unknownValue,
          sourceIps: ["10.0.0.1"],
        }),
      ]),
      unfiled(),
      ["icp-protection-domain undetermined www.example.com: undetermined (computed) [check] at domainName of shield"],
    ],
    "an origin that is not known": [planOf(wafOutside([unknownValue])), unfiled(), [unsure]],
    "an origin that is an address of nothing in the plan": [
      planOf(wafOutside(["47.98.1.2"])),
      unfiled(),
      [
        "icp-protection-domain undetermined www.example.com: undetermined (unmatched-address) [check] at domain of shield",
      ],
    ],
    "an origin in a region of no list": [
      planOf([...origin, ...wafOutside([ref("origin")])], { region: "cn-nowhere-9" }),
      unfiled(),
      [
        "icp-protection-domain undetermined www.example.com: undetermined (region-unlisted) [check] at domain of shield",
      ],
    ],
    "nothing tells the origin": [
      planOf(wafOutside(null)),
      unfiled(),
      ["icp-protection-domain undetermined www.example.com: undetermined (no-origin) [check] at domain of shield"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: nothing tells what it fetches from",
        "- Check by hand what cannot be told here.",
        "by F-20",
        "shield (hosts)",
      ],
    ],
    "a WAF in a region of no list": [
      planOf([waf(foreign)], { region: "cn-nowhere-9" }),
      unfiled(),
      [
        "icp-protection-domain undetermined www.example.com: undetermined (region-unlisted) [check] at domain of shield",
      ],
    ],
    "Anti-DDoS of a product type that is not known": [planOf(ddos(unknownValue)), unfiled(), [unsure]],
    "Anti-DDoS outside the plan": [
      planOf([
        resource("alicloud:ddos/domainResource:DomainResource", "shield", {
          ...host,
          instanceIds: ["ddoscoo-1"],
          realServers: foreign,
        }),
      ]),
      unfiled(),
      ["icp-protection-domain undetermined www.example.com: undetermined (not-in-plan) [check] at domain of shield"],
    ],
    "a domain that is not known": [
      planOf([waf(foreign, { domain: unknownValue })]),
      unfiled(),
      ["icp-protection-domain undetermined shield: undetermined (computed) [check] at domain of shield"],
    ],
    "everything that can be unknown": [
      planOf([
        waf(unknownValue, { domain: unknownValue, instanceId: unknownValue, accessType: unknownValue }),
        resource("alicloud:ddos/domainResource:DomainResource", "proxy", {
          domain: unknownValue,
          instanceIds: unknownValue,
          realServers: unknownValue,
        }),
      ]),
      unfiled(),
      [
        "icp-protection-domain undetermined proxy: undetermined (computed) [check] at domain of proxy",
        "icp-protection-domain undetermined shield: undetermined (computed) [check] at domain of shield",
      ],
    ],
  },
  silent: {
    "the first filing is pending": [
      planOf([...origin, ...wafOutside([ref("origin")])]),
      register("filings: [{ domain: example.com, status: pending-initial }]\n"),
      ["icp-filing-pending violation www.example.com"],
    ],
    "a WAF and its origin outside": [
      planOf([...wafOutside([ref("origin")]), ...web, instance("origin")], { region: "cn-hongkong" }),
      unfiled(),
      [],
    ],
    "a WAF outside in front of somebody else's origin": [planOf(wafOutside(foreign)), unfiled(), []],
    "a WAF of the former generation outside": [
      planOf([
        resource("alicloud:waf/instance:Instance", "waf", { packageCode: "version_pro_asia" }),
        resource("alicloud:waf/domain:Domain", "shield", {
          domainName: "www.example.com",
          instanceId: ref("waf"),
          sourceIps: ["10.0.0.1"],
        }),
      ]),
      unfiled(),
      [],
    ],
    "Anti-DDoS outside": [planOf(ddos("ddosDip")), unfiled(), []],
    "WAF on a load balancer has no host of its own": [
      planOf([resource("alicloud:wafv3/defenseTemplate:DefenseTemplate", "rules", { resources: ["alb-1-alb"] })]),
      unfiled(),
      [],
    ],
    "layer 4 is the record's matter": [
      planOf([
        resource("alicloud:ddos/ddosCooInstance:DdosCooInstance", "ddos", {}),
        resource("alicloud:ddos/port:Port", "https", {
          instanceId: ref("ddos"),
          frontendProtocol: "tcp",
          frontendPort: "443",
          realServers: foreign,
        }),
        record("www", ref("ddos")),
      ]),
      unfiled(),
      ["icp-dns-record violation www.example.com", missing],
    ],
  },
});
