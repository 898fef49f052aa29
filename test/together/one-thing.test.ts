/** One thing in the cloud that several stacks have: managed in one and read in another, or managed in both. */
import { describe, expect, it } from "vitest";
import { UNKNOWN_STRING, type RawProperties } from "../../src/plan/raw";
import type { Change } from "../../src/plan/resource";
import { plansOf } from "../../src/report/limits";
import { planOfStacks, type ResourceSpec } from "../support/plan";
import { filed, register, unfiled } from "../support/rule-tester";
import {
  association,
  bucket,
  cdn,
  clb,
  cname,
  eip,
  instance,
  record,
  resource,
  subscription,
  web,
} from "../support/stacks";
import { found, together, type Stacks } from "./together";

const ADDRESS = "203.0.113.7";

/** As an export or a preview tells of what is there. */
const there = (spec: ResourceSpec, id: string, outputs: RawProperties = {}, change: Change = "same"): ResourceSpec => ({
  ...spec,
  outputs: { id, ...spec.outputs, ...outputs },
  rest: { ...spec.rest, id, change },
});

const read = (spec: ResourceSpec, id: string, outputs: RawProperties = {}): ResourceSpec =>
  there(spec, id, outputs, "read");

const ALB = "alicloud:alb/loadBalancer:LoadBalancer";
const CDN = "alicloud:cdn/domainNew:DomainNew";
const VIOLATION = "icp-dns-record violation www.example.com";
const TERM = "icp-server-term undetermined example.com (term-declare)";

const address = there(eip("public"), "eip-1", { ipAddress: ADDRESS });
const addressRead = read(eip("shared"), "eip-1", { ipAddress: ADDRESS });
const server = there(instance("server"), "i-1");
const site = there(cdn("site", { scope: "domestic" }), "www.example.com");
const siteRead = read(cdn("their-site", { scope: "domestic" }), "www.example.com");

describe("an address that one stack has and another reads", () => {
  const bound = there(association("bound", "public", "server"), "bound");
  const boundByReader = there(
    resource("alicloud:ecs/eipAssociation:EipAssociation", "bound", { allocationId: "eip-1", instanceId: "i-1" }),
    "bound",
  );
  const www = record("www", ADDRESS);
  const expected = [VIOLATION, TERM];

  it("leads on by what either of them says", () => {
    expect(found({ "net/p": { has: [address, server, bound, ...web] }, "dns/p": { has: [addressRead, www] } })).toEqual(
      expected,
    );
    expect(
      found({ "net/p": { has: [address, server, ...web] }, "dns/p": { has: [addressRead, boundByReader, www] } }),
    ).toEqual(expected);
    expect(
      found({
        "net/p": { has: [address, server, ...web] },
        "bind/p": { has: [addressRead, boundByReader] },
        "dns/p": { has: [www] },
      }),
    ).toEqual(expected);
  });

  it("leads on where two manage it alike", () => {
    expect(
      found({
        "net/p": { has: [address, server, bound, ...web] },
        "old/p": { has: [address] },
        "dns/p": { has: [www] },
      }),
    ).toEqual(expected);
  });

  it("leads on where two manage it and say different things", () => {
    const other = there(eip("public", { zone: "cn-shanghai-l" }), "eip-1", { ipAddress: ADDRESS });
    expect(
      found({ "net/p": { has: [address, server, bound, ...web] }, "old/p": { has: [other] }, "dns/p": { has: [www] } }),
    ).toEqual(expected);
    expect(
      found({ "zet/p": { has: [address, server, bound, ...web] }, "old/p": { has: [other] }, "dns/p": { has: [www] } }),
    ).toEqual(expected);
  });

  it("is one of the plan, told by its manager", () => {
    const plan = planOfStacks({ "a/p": { has: [addressRead] }, "b/p": { has: [address] } });
    expect(plan.resources.map(({ name }) => name)).toEqual(["public"]);
    expect(plan.doubles.map(({ name }) => name)).toEqual(["shared"]);
    expect(plan.resource(plan.doubles[0]?.urn)?.name).toBe("public");
  });

  it("is one where two say different things of which nothing is read", () => {
    const other = there(eip("public", { bandwidth: "5" }), "eip-1", { ipAddress: ADDRESS });
    const plan = planOfStacks({ "a/p": { has: [address] }, "b/p": { has: [other] } });
    expect(plan.resources).toHaveLength(1);
  });

  it("counts in the plans of both", () => {
    const { plan } = together({ "a/p": { has: [addressRead] }, "b/p": { has: [address] } });
    expect(plansOf(plan).map(({ resources, alicloudResources }) => [resources, alicloudResources])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("is told by the reader that shows it where nobody manages it", () => {
    const unread: ResourceSpec = { ...addressRead, name: "dark", rest: { ...addressRead.rest, hidden: "unread" } };
    const plan = planOfStacks({ "a/p": { has: [unread] }, "b/p": { has: [addressRead] } });
    expect(plan.resources.map(({ name }) => name)).toEqual(["shared"]);
  });

  it("is what its manager replaces it by", () => {
    const replaced: ResourceSpec = {
      ...eip("public"),
      rest: { change: "replace", previous: { urn: "", type: eip("").type, name: "public", id: "eip-1", inputs: {} } },
    };
    const plan = planOfStacks({ "a/p": { has: [addressRead] }, "b/p": { has: [replaced] } });
    expect(plan.resources.map(({ name }) => name)).toEqual(["public"]);
  });
});

describe("what is of another sort, or has its name only there", () => {
  it.each<[string, ResourceSpec, ResourceSpec]>([
    ["another type", read(bucket("a"), "eip-1"), address],
    [
      "an object of Kubernetes",
      read(resource("kubernetes:core/v1:Service", "a"), "default/a"),
      there(resource("kubernetes:core/v1:Service", "b"), "default/a"),
    ],
    [
      "a function's domain",
      read(resource("alicloud:fc/customDomain:CustomDomain", "a"), "www.example.com"),
      there(resource("alicloud:fc/customDomain:CustomDomain", "b"), "www.example.com"),
    ],
    ["what is still to be made", eip("a"), eip("b")],
  ])("%s is another one", (_, one, other) => {
    expect(planOfStacks({ "a/p": { has: [one] }, "b/p": { has: [other] } }).resources).toHaveLength(2);
  });

  it("is another one in the same stack", () => {
    expect(planOfStacks({ "a/p": { has: [address, addressRead] } }).resources).toHaveLength(2);
  });
});

describe("things of one type and id in two regions", () => {
  const providerIn = (region: string): ResourceSpec =>
    resource("pulumi:providers:alicloud", "abroad", { region }, { rest: { change: "same" } });
  const by = (stack: string, spec: ResourceSpec): ResourceSpec => {
    const [project, name] = stack.split("/");
    const provider = `urn:pulumi:${name}::${project}::pulumi:providers:alicloud::abroad`;
    return { ...spec, rest: { ...spec.rest, provider } };
  };
  const counted = (stacks: Stacks): number =>
    planOfStacks(stacks).resources.filter(({ type }) => !type.startsWith("pulumi:")).length;

  it.each<[string, Stacks]>([
    [
      "their providers",
      {
        "a/p": { has: [providerIn("cn-hongkong"), by("a/p", address)] },
        "b/p": { has: [providerIn("cn-hangzhou"), by("b/p", addressRead)] },
      },
    ],
    [
      "the configurations of their stacks",
      {
        "a/p": { region: "cn-hongkong", has: [address] },
        "b/p": { region: "cn-hangzhou", has: [addressRead] },
      },
    ],
    [
      "what they say themselves",
      {
        "a/p": { has: [there(resource(ALB, "a"), "alb-1", { regionId: "cn-hongkong" })] },
        "b/p": { has: [read(resource(ALB, "b"), "alb-1", { regionId: "cn-hangzhou" })] },
      },
    ],
  ])("are two, by %s", (_, stacks) => {
    expect(counted(stacks)).toBe(2);
  });

  it("are three where two stacks manage them and another one reads one of them", () => {
    const stacks: Stacks = {
      "a/p": { region: "cn-hongkong", has: [address] },
      "b/p": { region: "cn-hangzhou", has: [address] },
      "c/p": { region: "cn-hangzhou", has: [addressRead] },
      "d/p": { region: "cn-beijing", has: [addressRead] },
    };
    expect(counted(stacks)).toBe(3);
    expect(planOfStacks(stacks).doubles.map(({ part }) => part.id)).toEqual(["c/p"]);
  });

  it("are one where the region of one is not known, or the service has none", () => {
    const stacks = { "a/p": { region: "cn-hongkong", has: [address] }, "b/p": { region: "", has: [addressRead] } };
    expect(counted(stacks)).toBe(1);
    const www = record("www", ADDRESS);
    for (const [one, other] of [
      [site, siteRead],
      [there(www, "17"), read(www, "17")],
    ] as const) {
      expect(
        counted({ "a/p": { region: "cn-hongkong", has: [one] }, "b/p": { region: "cn-hangzhou", has: [other] } }),
      ).toBe(1);
    }
  });

  it("are not gone where that of another region is deleted", () => {
    const gone: ResourceSpec = { ...address, rest: { ...address.rest, change: "delete" } };
    expect(
      counted({ "a/p": { region: "cn-hongkong", has: [gone] }, "b/p": { region: "cn-hangzhou", has: [addressRead] } }),
    ).toBe(1);
    expect(counted({ "a/p": { has: [gone] }, "b/p": { has: [addressRead] } })).toBe(0);
  });
});

describe("an id that only counts", () => {
  const INGRESS = "alicloud:sae/ingress:Ingress";
  const rule = (domain: string, slbId: string) => ({ slbId, rules: [{ domain, path: "/" }] });
  const ours = there(resource(INGRESS, "ours", rule("a.example.cn", "lb-1")), "766");

  it("is that of something else in another stack", () => {
    const front = there(clb("front"), "lb-2");
    const theirs = read(resource(INGRESS, "theirs"), "766", rule("b.example.com", "lb-2"));
    const alone = { "b/p": { region: "cn-hangzhou", has: [front, theirs] } };
    const both = found({ ...alone, "a/p": { region: "cn-hongkong", has: [ours] } }, unfiled());
    expect(found(alone, unfiled())).toContain("icp-gateway-domain violation b.example.com");
    expect(both).toEqual(expect.arrayContaining([...found(alone, unfiled())]));
  });

  it.each(["766", "12:34", "7-1"])("tells nothing, whatever is said: %s", (id) => {
    const spec = resource(INGRESS, "one", rule("a.example.cn", "lb-1"));
    expect(
      planOfStacks({ "a/p": { has: [there(spec, id)] }, "b/p": { has: [read(spec, id)] } }).resources,
    ).toHaveLength(2);
  });
});

describe("a thing of which a stack reads something else than its manager says", () => {
  const sites = (one: ResourceSpec, outputs: RawProperties): readonly string[] =>
    planOfStacks({
      "a/p": { has: [one] },
      "b/p": { has: [read(resource(CDN, "r"), "www.example.com", outputs)] },
    }).resources.map(({ name }) => name);
  const says = (inputs: RawProperties): ResourceSpec => there(resource(CDN, "site", inputs), "www.example.com");

  it.each<[string, RawProperties, RawProperties]>([
    ["another text", { scope: "overseas" }, { scope: "domestic" }],
    ["another host", { domainName: "a.example.cn" }, { domainName: "b.example.com" }],
    ["another element", { sources: [{ content: "a.cn" }] }, { sources: [{ content: "b.cn" }] }],
    ["one element more", { sources: [{ content: "a.cn" }] }, { sources: [{ content: "a.cn" }, { content: "b.cn" }] }],
  ])("stays beside it: %s", (_, said, seen) => {
    expect(sites(says({ domainName: "www.example.com", ...said }), { sources: [], ...seen })).toEqual(["site", "r"]);
  });

  it.each<[string, RawProperties, RawProperties]>([
    ["what it leaves out", { scope: "overseas" }, {}],
    ["what the manager leaves out", {}, { scope: "domestic" }],
    ["what is not known", { scope: UNKNOWN_STRING }, { scope: "domestic" }],
    ["what is secret", { scope: "[secret]" }, { scope: "domestic" }],
    ["how it is written", { domainName: "WWW.Example.com." }, { domainName: "www.example.com" }],
    [
      "a number as a text, and more than was said",
      { sources: [{ port: 80 }] },
      { sources: [{ port: "80", weight: 10 }] },
    ],
    [
      "the order",
      { sources: [{ content: "a.cn" }, { content: "b.cn" }] },
      { sources: [{ content: "b.cn" }, { content: "a.cn" }] },
    ],
    ["an object in a list", { sources: { content: "a.cn" } }, { sources: [{ content: "a.cn" }] }],
    ["what is empty", { sources: [{ content: "a.cn" }] }, { sources: [] }],
  ])("is one with it but for %s", (_, said, seen) => {
    const one = says({ domainName: "www.example.com", ...said });
    const other = read(resource(CDN, "r"), "www.example.com", seen);
    expect(planOfStacks({ "a/p": { has: [one] }, "b/p": { has: [other] } }).resources.map(({ name }) => name)).toEqual([
      "site",
    ]);
  });

  it("is one with what it was before its manager changes it", () => {
    const changed: ResourceSpec = {
      ...says({ domainName: "www.example.com", scope: "overseas" }),
      rest: {
        id: "www.example.com",
        change: "update",
        previous: { urn: "", type: CDN, name: "site", inputs: { domainName: "www.example.com", scope: "domestic" } },
      },
    };
    expect(sites(changed, { scope: "domestic", sources: [] })).toEqual(["site"]);
    expect(sites(changed, { scope: "global", sources: [] })).toEqual(["site", "r"]);
  });

  it("is not gone with what its manager deletes", () => {
    const gone: ResourceSpec = {
      ...says({ domainName: "www.example.com", scope: "overseas" }),
      rest: { id: "www.example.com", change: "delete" },
    };
    expect(sites(gone, { scope: "domestic", sources: [] })).toEqual(["r"]);
    expect(sites(gone, { scope: "overseas", sources: [] })).toEqual([]);
  });
});

describe("a domain of a CDN", () => {
  const expected = ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"];

  it("that another stack reads is found once", () => {
    expect(found({ "cdn/p": { has: [site] }, "app/p": { has: [siteRead] } }, unfiled())).toEqual(expected);
  });

  it("that two stacks manage is found once, by the one that is worse", () => {
    const overseas = there(cdn("site", { scope: "overseas" }), "www.example.com");
    const everywhere = there(cdn("site", { scope: "global" }), "www.example.com");
    expect(found({ "a/p": { has: [site] }, "b/p": { has: [everywhere] } }, unfiled())).toEqual(expected);
    for (const [one, other] of [
      [site, overseas],
      [overseas, site],
    ] as const) {
      const judged = together({ "a/p": { has: [one] }, "b/p": { has: [other] } }, unfiled());
      const finding = judged.findings.find(({ rule }) => rule === "icp-cdn-coverage");
      expect(finding?.verdict).toBe("violation");
      expect(finding?.resource?.part.id).toBe(one === site ? "a/p" : "b/p");
    }
  });

  it("that its manager deletes is gone for who reads it", () => {
    const gone: ResourceSpec = { ...site, rest: { ...site.rest, change: "delete" } };
    const www = cname("www", "www.example.com.w.kunlunsl.com", {}, { rest: { change: "same" } });
    expect(found({ "cdn/p": { has: [gone] }, "app/p": { has: [siteRead, www] } }, filed())).toEqual([
      "icp-empty-shell violation www.example.com",
    ]);
  });

  it("that two stacks read is found once", () => {
    expect(found({ "a/p": { has: [siteRead] }, "b/p": { has: [siteRead] } }, unfiled())).toEqual(expected);
  });
});

describe("a record", () => {
  const www = there(record("www", ADDRESS), "r-1");
  const bound = there(association("bound", "public", "server"), "bound");
  const net: Stacks = { "net/p": { has: [address, server, bound, ...web] } };

  it("that two stacks manage is found once", () => {
    expect(found({ ...net, "a/p": { has: [www] }, "b/p": { has: [www] } }, unfiled())).toEqual([VIOLATION, TERM]);
  });

  it("of which two stacks say different things is followed both ways", () => {
    const other = there(record("www", "47.96.0.9"), "r-1");
    expect(found({ ...net, "a/p": { has: [www] }, "b/p": { has: [other] } }, unfiled())).toEqual([
      "icp-dns-record undetermined www.example.com (unmatched-address)",
      VIOLATION,
      TERM,
    ]);
  });
});

describe("what the register names", () => {
  const declared = (entry: string) => register(`externalDns:\n  - { host: www.example.com, ${entry} }\n`);
  const bound = there(association("bound", "public", "server"), "bound");
  const stacks: Stacks = { "net/p": { has: [address, server, bound, ...web] }, "dns/p": { has: [addressRead] } };

  it.each(["resource: '*::public', stack: net/p", "resource: '*::shared', stack: dns/p", "resource: '*::shared'"])(
    "is meant by the name that either stack gives it: %s",
    (entry) => {
      expect(found(stacks, declared(entry))).toEqual([VIOLATION, TERM]);
    },
  );
});

describe("what lets nobody know a host", () => {
  it("is no website without a name where another stack says whose it is", () => {
    const open = { ...subscription, publicIp: ADDRESS };
    const one = there(instance("server", open), "i-1", { publicIp: ADDRESS });
    const other = there(instance("server", { ...open, period: 6 }), "i-1", { publicIp: ADDRESS });
    expect(
      found({
        "a/p": { has: [one, ...web] },
        "b/p": { has: [other, ...web] },
        "dns/p": { has: [record("www", ADDRESS)] },
      }),
    ).toEqual([VIOLATION, TERM]);
  });
});
