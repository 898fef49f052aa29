import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { record, resource } from "../support/stacks";

const accelerator = resource("alicloud:ga/accelerator:Accelerator", "ga");
const set = (accelerateRegionId: string, name = accelerateRegionId, inputs: Properties = {}) =>
  resource("alicloud:ga/ipSet:IpSet", name, { acceleratorId: ref("ga"), accelerateRegionId, ...inputs });
const listener = (protocol: string, port: number) =>
  resource("alicloud:ga/listener:Listener", "listener", {
    acceleratorId: ref("ga"),
    protocol,
    portRanges: [{ fromPort: port, toPort: port }],
  });
const domain = (inputs: Properties = {}) =>
  resource("alicloud:ga/domain:Domain", "domain", { acceleratorId: ref("ga"), domain: "example.com", ...inputs });
const rule = (inputs: Properties = {}) =>
  resource("alicloud:ga/forwardingRule:ForwardingRule", "rule", {
    acceleratorId: ref("ga"),
    listenerId: ref("listener"),
    ruleConditions: [{ ruleConditionType: "Host", ruleConditionValue: '["www.example.com"]' }],
    ...inputs,
  });
const basic = (region: string) => [
  resource("alicloud:ga/basicAccelerator:BasicAccelerator", "basic"),
  resource("alicloud:ga/basicIpSet:BasicIpSet", "set", { acceleratorId: ref("basic"), accelerateRegionId: region }),
  resource("alicloud:ga/basicAccelerateIp:BasicAccelerateIp", "ip", {
    acceleratorId: ref("basic"),
    ipSetId: ref("set"),
  }),
  resource("alicloud:ga/basicEndpoint:BasicEndpoint", "endpoint", { endpointType: "ECS", endpointAddress: "i-1" }),
  resource("alicloud:ga/basicAccelerateIpEndpointRelation:BasicAccelerateIpEndpointRelation", "relation", {
    accelerateIpId: ref("ip"),
    endpointId: ref("endpoint"),
  }),
];

const own =
  "icp-global-accelerator violation example.com: icp-global-accelerator [file, accelerate-outside] at domain of domain";
const ownHost =
  "icp-global-accelerator violation www.example.com: icp-global-accelerator [file, accelerate-outside] at ruleConditions[0].ruleConditionValue[0] of rule";
const unsure =
  "icp-global-accelerator undetermined example.com: undetermined (not-in-plan) [check] at domain of domain";
const unsureHost =
  "icp-global-accelerator undetermined www.example.com: undetermined (unlisted) [declare] at ruleConditions[0].ruleConditionValue[0] of rule";
const missing = "icp-server-missing violation example.com";
const byDns = "icp-dns-record violation www.example.com";

ruleTester("icp-global-accelerator", {
  violations: {
    "an accelerated domain, and an IP set in the mainland": [
      planOf([accelerator, set("cn-shanghai"), domain()]),
      unfiled(),
      [own, missing],
      [
        "example.com is bound on cn-shanghai (Global Accelerator), which takes requests up in cn-shanghai in the mainland, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or accelerate from regions outside the mainland only, such as cn-hongkong, with the endpoints outside too.",
        "by F-05",
        "domain (hosts) > cn-shanghai (entry)",
      ],
    ],
    "one IP set in the mainland is enough": [
      planOf([accelerator, set("cn-hongkong"), set("cn-shanghai"), domain()]),
      unfiled(),
      [own, missing],
    ],
    "one in the mainland is enough in an incomplete plan": [
      planOf([accelerator, set("cn-shanghai"), domain()], { missing: 2 }),
      unfiled(),
      [own, "icp-server-missing undetermined example.com", "icp-undetermined undetermined -"],
    ],
    "a forwarding rule, and DNS adds no second finding": [
      planOf([
        accelerator,
        set("cn-shanghai", "set"),
        listener("HTTPS", 443),
        rule(),
        record("www", ref("set"), { type: "A" }),
      ]),
      unfiled(),
      [ownHost, missing],
    ],
    "the domain of a further certificate": [
      planOf([
        accelerator,
        set("cn-shanghai"),
        listener("HTTPS", 443),
        resource("alicloud:ga/additionalCertificate:AdditionalCertificate", "certificate", {
          acceleratorId: ref("ga"),
          listenerId: ref("listener"),
          domain: "www.example.com",
        }),
      ]),
      unfiled(),
      [
        "icp-global-accelerator violation www.example.com: icp-global-accelerator [file, accelerate-outside] at domain of certificate",
        missing,
      ],
    ],
    "the id is passed on by the attachment of the bandwidth": [
      planOf([
        accelerator,
        resource("alicloud:ga/bandwidthPackageAttachment:BandwidthPackageAttachment", "bandwidth", {
          acceleratorId: ref("ga"),
        }),
        set("cn-shanghai", "set", { acceleratorId: ref("bandwidth") }),
        domain({ acceleratorId: ref("bandwidth") }),
      ]),
      unfiled(),
      [own, missing],
    ],
    "no register at all": [
      planOf([accelerator, set("cn-shanghai"), domain()]),
      undefined,
      [
        "icp-global-accelerator violation example.com: icp-global-accelerator [declare, file, owner-files, accelerate-outside] at domain of domain",
        missing,
      ],
    ],
  },
  satisfied: {
    "filed through Alibaba Cloud": [planOf([accelerator, set("cn-shanghai"), domain()]), filed(), []],
    "filed through another provider": [
      planOf([accelerator, set("cn-shanghai"), domain()]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      [],
    ],
    "filed, and no IP set in the plan": [
      planOf([accelerator, domain()]),
      filed(),
      ["icp-filed-domain-offshore undetermined example.com"],
    ],
  },
  undetermined: {
    "no IP set in the plan": [
      planOf([accelerator, domain()]),
      unfiled(),
      [unsure],
      [
        "It cannot be told whether this breaks the rule for example.com: alicloud:ga/ipSet:IpSet is not in the plan",
        "- Check by hand what cannot be told here.",
        "by F-05",
        "domain (hosts) > ga (entry)",
      ],
    ],
    "an acceleration region that is not known": [
      planOf([accelerator, set(unknownValue, "set"), domain()]),
      unfiled(),
      ["icp-global-accelerator undetermined example.com: undetermined (computed) [check] at domain of domain"],
    ],
    "an acceleration region in no list": [
      planOf([accelerator, set("cn-nowhere-9"), domain()]),
      unfiled(),
      ["icp-global-accelerator undetermined example.com: undetermined (region-unlisted) [check] at domain of domain"],
    ],
    "one outside, and others that the plan hides": [
      planOf([accelerator, set("cn-hongkong"), domain()], { missing: 2 }),
      unfiled(),
      [
        "icp-global-accelerator undetermined example.com: undetermined (incomplete) [show-sames] at domain of domain",
        "icp-undetermined undetermined -",
      ],
    ],
    "one outside, and one in the mainland that may be another's": [
      planOf([accelerator, set("cn-hongkong"), set("cn-shanghai", "set", { acceleratorId: unknownValue }), domain()]),
      unfiled(),
      ["icp-global-accelerator undetermined example.com: undetermined (computed) [check] at domain of domain"],
    ],
    "an accelerator elsewhere": [planOf([domain({ acceleratorId: "ga-1" })]), unfiled(), [unsure]],
    "a host that is not known": [
      planOf([accelerator, set("cn-shanghai"), domain({ domain: unknownValue })]),
      unfiled(),
      ["icp-global-accelerator undetermined domain: undetermined (computed) [check] at domain of domain"],
    ],
    "a rule of which only what it was computed from is known": [
      planOf([accelerator, set("cn-shanghai"), listener("HTTP", 80), rule({ ruleConditions: ref("listener") })]),
      unfiled(),
      [
        "icp-global-accelerator undetermined rule: undetermined (computed) [check] at ruleConditions.hostConfigs.values of rule",
      ],
    ],
    "everything that can be unknown": [
      planOf([
        accelerator,
        set(unknownValue, "set", { acceleratorId: unknownValue }),
        rule({ acceleratorId: unknownValue, listenerId: unknownValue, ruleConditions: unknownValue }),
        domain({ acceleratorId: unknownValue, domain: unknownValue }),
      ]),
      unfiled(),
      [
        "icp-global-accelerator undetermined domain: undetermined (computed) [check] at domain of domain",
        "icp-global-accelerator undetermined rule: undetermined (computed) [check] at ruleConditions.hostConfigs.values of rule",
      ],
    ],
    "not listed, and the register says to leave such domains undetermined": [
      planOf([accelerator, set("cn-shanghai"), listener("HTTP", 80), rule()]),
      register("unlisted: undetermined\n"),
      [unsureHost],
    ],
  },
  silent: {
    "Hong Kong": [planOf([accelerator, set("cn-hongkong"), domain()]), unfiled(), []],
    "several regions outside": [
      planOf([accelerator, set("cn-hongkong"), set("ap-southeast-1"), listener("HTTP", 80), rule(), domain()]),
      unfiled(),
      [],
    ],
    "an accelerator without hosts": [planOf([accelerator, set("cn-shanghai"), listener("HTTP", 80)]), unfiled(), []],
    "a host that only DNS leads there is DNS's": [
      planOf([accelerator, set("cn-shanghai", "set"), listener("TCP", 443), record("www", ref("set"))]),
      unfiled(),
      [byDns, missing],
    ],
    "a host that DNS leads to the one IP set that is outside": [
      planOf([
        accelerator,
        set("cn-shanghai"),
        set("cn-hongkong", "set"),
        listener("TCP", 443),
        record("www", ref("set")),
      ]),
      unfiled(),
      [],
    ],
    "a record that was computed from the accelerator alone": [
      planOf([accelerator, set("cn-hongkong"), set("cn-shanghai"), listener("TCP", 443), record("www", ref("ga"))]),
      unfiled(),
      [byDns, missing],
    ],
    "a host that the register leads to the accelerator": [
      planOf([accelerator, set("cn-shanghai"), listener("TCP", 443)]),
      register(
        'filings: [{ domain: example.com, status: unfiled }]\nexternalDns: [{ host: www.example.com, resource: "*::ga" }]\n',
      ),
      [byDns, missing],
    ],
    "a record with an address of an IP set": [
      planOf([
        accelerator,
        {
          ...set("cn-shanghai", "set"),
          outputs: { ipAddressLists: ["47.96.0.1", "47.96.0.2"] },
        },
        listener("TCP", 443),
        record("www", "47.96.0.2"),
      ]),
      filed("example.com", ""),
      [],
    ],
    "a basic accelerator is DNS's": [
      planOf([...basic("cn-beijing"), record("www", ref("ip"))]),
      unfiled(),
      [byDns, missing],
    ],
    "a basic accelerator outside": [planOf([...basic("cn-hongkong"), record("www", ref("ip"))]), unfiled(), []],
  },
});
