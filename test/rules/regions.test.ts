/** What rules say where the region comes from neighbours, from nowhere, or from several places. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { render, type Language } from "../../src/messages";
import type { RuleId } from "../../src/vocabulary/rule-ids";
import { planOf, ref, unknownValue, urnOf, type ResourceSpec } from "../support/plan";
import { lines, TODAY, unfiled, wholeLineOf } from "../support/rule-tester";
import { bucket, cdn, cname, customDomain, instance, provider, resource, subscription, web } from "../support/stacks";

const net = (zoneId: string, name = "net"): ResourceSpec => resource("alicloud:vpc/switch:Switch", name, { zoneId });
const media = [bucket("media"), customDomain("img", ref("media"))];
const judged = (specs: readonly ResourceSpec[], region = "") =>
  judge(planOf(specs, { region }), { register: unfiled(), today: TODAY });

/** Why the findings of one rule are undetermined, and what to do about it. */
const said = (rule: RuleId, specs: readonly ResourceSpec[], region = "", language: Language = "en") =>
  judged(specs, region)
    .findings.filter((finding) => finding.rule === rule)
    .map(({ doubt, remedies = [] }) => [
      doubt && render(language, `doubt.${doubt.why}`, doubt.params),
      ...remedies.map(({ id, params }) => render(language, `remedy.${id}`, params)),
    ]);
/** The same, whole. */
const whole = (rule: RuleId, specs: readonly ResourceSpec[], region = "") =>
  judged(specs, region)
    .findings.filter((finding) => finding.rule === rule)
    .map(wholeLineOf);
const AGREE = "Set the provider's region to that of its zones, and give what is elsewhere a provider of its own";

describe("a custom domain of a bucket", () => {
  it("is where a switch of the same provider lies", () => {
    expect(lines(judged([...media, net("cn-hangzhou-h")]))).toEqual([
      "icp-oss-custom-domain violation img.example.com",
      "icp-server-missing violation example.com",
    ]);
    expect(lines(judged([...media, net("cn-hongkong-b")]))).toEqual([]);
  });

  it("is nowhere where nothing tells, and says what the provider would take", () => {
    expect(said("icp-oss-custom-domain", media)).toEqual([
      [
        "no region is set by the provider, the stack's configuration or --region, and no zone shows one; the provider would take cn-beijing",
        "Set the provider's region, or pass --region",
      ],
    ]);
    expect(said("icp-oss-custom-domain", media, "", "zh")[0]?.[0]).toContain("provider 会采用 cn-beijing");
  });

  it("is nowhere where its neighbours are in two places", () => {
    expect(said("icp-oss-custom-domain", [...media, net("cn-hangzhou-h"), net("cn-hongkong-b", "net2")])).toEqual([
      [
        "what shares its provider shows several regions (cn-hangzhou, cn-hongkong), and nothing of its own says which",
        AGREE,
      ],
    ]);
    expect(whole("icp-oss-custom-domain", [...media, net("cn-hangzhou-h"), net("cn-hongkong-b", "net2")])).toEqual([
      "icp-oss-custom-domain undetermined img.example.com: undetermined (regions-differ) [agree-region] at domain of img",
    ]);
  });
});

describe("a balancer", () => {
  const balancer = (type: string, zone: string): ResourceSpec =>
    resource(type, "lb", {
      addressType: "Internet",
      zoneMappings: [1, 2].map(() => ({ zoneId: zone, vswitchId: "vsw-1" })),
    });
  const listener = (type: string, inputs: object): ResourceSpec =>
    resource(type, "listener", { loadBalancerId: ref("lb"), listenerPort: 443, ...inputs });
  const alb = (zone: string) => [
    balancer("alicloud:alb/loadBalancer:LoadBalancer", zone),
    listener("alicloud:alb/listener:Listener", { listenerProtocol: "HTTPS" }),
    cname("www", ref("lb")),
  ];
  const nlb = (zone: string) => [
    balancer("alicloud:nlb/loadBalancer:LoadBalancer", zone),
    listener("alicloud:nlb/listener:Listener", { listenerProtocol: "TCP" }),
    cname("www", ref("lb")),
  ];

  it.each<[string, (zone: string) => readonly ResourceSpec[]]>([
    ["ALB", alb],
    ["NLB", nlb],
  ])("%s is where its zones are", (_, specs) => {
    expect(lines(judged(specs("cn-hangzhou-h")))).toContain("icp-dns-record violation www.example.com");
    expect(lines(judged(specs("cn-hongkong-b")))).toEqual([]);
  });
});

describe("an instance", () => {
  const server = (availabilityZone: string): ResourceSpec[] => [
    ...web,
    instance("server", { ...subscription, availabilityZone }),
    cname("www", ref("server"), { type: "A" }),
  ];

  it("in another place than its provider is in doubt, which names both", () => {
    for (const [region, zone] of [
      ["cn-hangzhou", "cn-hongkong"],
      ["cn-hongkong", "cn-hangzhou"],
    ] as const) {
      expect(said("icp-dns-record", server(`${zone}-b`), region)).toEqual([
        [`its provider is set to ${region}, and its zone or VSwitch is in ${zone}`, AGREE],
      ]);
      expect(whole("icp-dns-record", server(`${zone}-b`), region)).toEqual([
        "icp-dns-record undetermined www.example.com: undetermined (region-contradicted) [agree-region] at value of www-record",
      ]);
    }
  });

  it("of a provider whose region waits is where a neighbour of that provider is", () => {
    const there = { provider: urnOf("pulumi:providers:alicloud", "site") };
    const specs = (zone: string) => [
      provider("site", unknownValue),
      ...web,
      instance("server", subscription, { rest: there }),
      { ...net(zone), rest: there },
      cname("www", ref("server"), { type: "A" }),
    ];
    expect(lines(judged(specs("cn-hangzhou-h")))).toContain("icp-dns-record violation www.example.com");
    expect(lines(judged(specs("cn-hongkong-b")))).toEqual([]);
  });
});

describe("a CDN domain whose update no longer says its scope", () => {
  const type = "alicloud:cdn/domainNew:DomainNew";
  const updated = (scope: string): ResourceSpec => {
    const previous = { urn: urnOf(type, "site"), type, name: "site", inputs: { scope }, outputs: { scope } };
    return { ...cdn("site"), outputs: { scope }, rest: { change: "update", previous } };
  };

  it("is judged by what it keeps", () => {
    expect(lines(judged([updated("overseas")]))).toEqual([]);
    expect(lines(judged([updated("domestic")]))).toContain("icp-cdn-coverage violation www.example.com");
  });

  it("is in doubt where nothing tells what that is", () => {
    expect(said("icp-cdn-coverage", [updated(unknownValue)])).toEqual([
      [
        "scope is left out now, and the provider keeps what it was, which the plan does not show",
        "Check by hand what cannot be told here",
      ],
    ]);
  });
});
