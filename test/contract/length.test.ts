/** No plan decides how deep the tool recurses or how often it walks the same way: each of these once never ended. */
import { beforeAll, describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import { Exposures } from "../../src/graph/exposures";
import { InputError } from "../../src/input/error";
import { joinParts, readPlan } from "../../src/plan/read";
import { products } from "../../src/products";
import { formats } from "../../src/report";
import { reportOf } from "../../src/report/report";
import { nothingDeclared } from "../../src/register/register";
import { loadRegister } from "../../src/register/load";
import { TODAY } from "../support/rule-tester";
import { planOf, ref, type ResourceSpec } from "../support/plan";
import { cname, record } from "../support/stacks";

const load = () => import("../../bench/hostile.mjs");
let plans: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  plans = await load();
});

const shown = { colour: false, width: 100, language: "en", quiet: false, failOn: "mandatory", folder: "" } as const;
const options = { ...shown, show: { satisfied: true, waived: true } };

const planIn = (value: unknown) => joinParts([readPlan(Buffer.from(JSON.stringify(value)), "plan.json")]);

/** The findings of a plan after it has been through every format. */
function judged(value: unknown) {
  const report = reportOf(judge(planIn(value), { register: nothingDeclared, today: TODAY }), {
    language: "en",
    showSatisfied: true,
  });
  for (const format of Object.values(formats)) format(report, options);
  return report.findings;
}

const named = (rr: string, name: string, spec: ResourceSpec): ResourceSpec => ({ ...spec, name: `${rr}-${name}` });
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const exposuresOf = (specs: readonly ResourceSpec[]) => new Exposures(planOf(specs), products).all;

describe("names", () => {
  it("that fork and join in 2^1000 ways lead to one end once", () => {
    const found = judged(plans.preview(plans.diamonds(1_000))).filter(({ rule }) => rule === "icp-dns-record");
    expect(found).toHaveLength(1);
    expect(found[0]?.hosts).toHaveLength(3_001);
  });

  it("that fork on a chain of thousands are followed without recursion", () => {
    const forks = times(1_500, (at) => [
      named("a", `${at}`, cname(`n${at}`, `n${at + 1}.example.com`)),
      ...(at % 100 === 0 ? [named("b", `${at}`, record(`n${at}`, "47.96.0.1"))] : []),
    ]).flat();
    expect(new Set(exposuresOf(forks).map(({ host }) => host)).size).toBe(1_500);
  });

  it("that all lead to each other end", () => {
    const all = times(40, (from) =>
      times(40, (to) => named(`${from}`, `${to}`, cname(`n${from}`, `n${to}.example.com`))),
    );
    expect(exposuresOf([...all.flat(), record("n0", "47.96.0.1")]).length).toBeGreaterThan(0);
  });

  it("that lead to more places than can be judged are refused with a sentence", () => {
    const levels = times(400, (at) => [
      named("a", `${at}`, cname("www", "pool.example.com", { line: `l${at}` })),
      named("b", `${at}`, record("pool", `47.96.${at >> 8}.${at & 255}`)),
      named("c", `${at}`, cname(`x${at}`, "www.example.com")),
    ]).flat();
    const more = times(1_000, (at) => named("d", `${at}`, cname(`y${at}`, "www.example.com")));
    const judge = () => exposuresOf([...levels, ...more]);
    expect(judge).toThrow(InputError);
    expect(judge).toThrow(
      /^plan.json: \d+ resources lead hosts to more than 100000 places, too many to judge; let fewer /,
    );
  });
});

describe("edges that were taken offline", () => {
  it("are followed to their origins, however many stand behind each other", () => {
    const chain = times(600, (at): ResourceSpec => ({
      type: "alicloud:cdn/domainNew:DomainNew",
      name: `cdn-${at}`,
      inputs: {
        domainName: `n${at}.example.com`,
        status: "offline",
        scope: "domestic",
        sources: [{ type: "domain", content: `n${at + 1}.example.com` }],
      },
    }));
    const records = times(600, (at) => cname(`n${at}`, `n${at}.example.com.w.kunlunaq.com`));
    expect(exposuresOf([...chain, ...records]).length).toBeGreaterThan(0);
  });
});

describe("parents", () => {
  const cdn = (name: string, parent: string) => ({
    op: "create",
    urn: `urn:pulumi:dev::p::alicloud:cdn/domainNew:DomainNew::${name}`,
    newState: {
      urn: `urn:pulumi:dev::p::alicloud:cdn/domainNew:DomainNew::${name}`,
      type: "alicloud:cdn/domainNew:DomainNew",
      custom: true,
      parent: `urn:pulumi:dev::p::alicloud:cdn/domainNew:DomainNew::${parent}`,
      inputs: { domainName: `${name}.example.com`, scope: "domestic" },
    },
  });
  const preview = (...steps: unknown[]) => ({ config: {}, steps, changeSummary: { create: steps.length } });

  it.each([
    ["itself", [cdn("a", "a")]],
    ["each other's", [cdn("a", "b"), cdn("b", "a")]],
    ["in a circle of which one is no part", [cdn("a", "b"), cdn("b", "c"), cdn("c", "b")]],
  ])("that are %s have the position of the project", (_, steps) => {
    const found = judged(preview(...steps)).filter(({ rule }) => rule === "icp-cdn-coverage");
    expect(found.map(({ position }) => position?.file)).toEqual(steps.map(() => "Pulumi.yaml"));
  });

  it("are climbed once for all that stands in them", () => {
    const found = judged(plans.preview(plans.nested(3_000))).filter(({ rule }) => rule === "icp-cdn-coverage");
    expect(found[0]?.position).toEqual({ file: "index.ts", line: 1, column: 1 });
  });
});

describe("many of one kind", () => {
  it("hosts, domains and servers of one balancer: a hundred servers are named for each domain", () => {
    const found = judged(plans.preview(plans.backends(400))).filter(({ rule }) => rule === "icp-server-billing");
    expect(found).toHaveLength(400);
    expect(Math.max(...found.map(({ resources }) => resources.length))).toBe(100);
  });

  it("resources of one id", () => {
    expect(judged(plans.preview(plans.oneId(4_000)))).toBeDefined();
  });

  it("unknown keys of a register: the first fifty are told", () => {
    const open = () => loadRegister(plans.unknownKeys(20_000), { file: "icp.yaml", knownRules: [], today: TODAY });
    expect(open).toThrow(InputError);
    expect(open).toThrow(/\nand 199\d\d more$/);
  });
});

describe("pairs", () => {
  const resource = (type: string, name: string, inputs: ResourceSpec["inputs"] & object): ResourceSpec => ({
    type,
    name,
    inputs,
  });
  const cdn = (inputs: ResourceSpec["inputs"] & object): ResourceSpec =>
    resource("alicloud:cdn/domainNew:DomainNew", "cdn", {
      domainName: "www.example.com",
      scope: "domestic",
      ...inputs,
    });
  const judgedSpecs = (specs: readonly ResourceSpec[]) =>
    judge(planOf(specs), { register: nothingDeclared, today: TODAY }).findings;

  it.each<[string, () => readonly ResourceSpec[]]>([
    [
      "hosts of one edge and its origins",
      () => [
        resource("aws:cloudfront/distribution:Distribution", "edge", {
          aliases: times(400, (at) => `h${at}.example.com`),
          origins: times(400, (at) => ({ domainName: `o${at}.example.com`, originId: `o${at}` })),
          defaultCacheBehavior: { forwardedValues: { headers: ["Host"] } },
        }),
      ],
    ],
    [
      "addresses of one pool and strategies that use it",
      () => [
        resource("alicloud:dns/gtmInstance:GtmInstance", "gtm", {
          publicCnameMode: "CUSTOM",
          publicRr: "gtm",
          publicZoneName: "example.com",
        }),
        resource("alicloud:dns/addressPool:AddressPool", "pool", {
          instanceId: ref("gtm"),
          type: "IPV4",
          addresses: times(2_000, (at) => ({ address: `47.96.${at >> 8}.${at & 255}`, mode: "SMART" })),
        }),
        ...times(300, (at) =>
          resource("alicloud:dns/accessStrategy:AccessStrategy", `s${at}`, {
            instanceId: ref("gtm"),
            strategyMode: "GEO",
            lines: [{ lineCode: `line${at}` }],
            defaultAddrPools: [{ addrPoolId: ref("pool") }],
          }),
        ),
      ],
    ],
  ])("that are too many to judge are refused: %s", (_, specs) => {
    expect(() => judgedSpecs(specs())).toThrow(/too many to judge/);
  });

  it("of values and resources that they may stand for are in doubt", () => {
    const addresses = times(150, (at) => resource("alicloud:ecs/eipAddress:EipAddress", `eip${at}`, {}));
    const sources = times(150, () => ({ type: "ipaddr", content: ref(...addresses.map(({ name = "" }) => name)) }));
    expect(
      judgedSpecs([...addresses, cdn({ sources: [...sources, { type: "ipaddr", content: "47.96.0.1" }] })]),
    ).toBeDefined();
    const found = exposuresOf([...addresses, record("www", ref(...addresses.map(({ name = "" }) => name)))]);
    expect(found.map(({ doubts }) => doubts.map(({ why, params }) => [why, params["names"]]))).toEqual([
      [
        [
          "several-candidates",
          `${addresses
            .slice(0, 20)
            .map(({ name }) => name)
            .join(", ")}, …`,
        ],
      ],
    ]);
  });

  it("of rules of one firewall leave it in doubt what they open", () => {
    const group = resource("alicloud:ecs/securityGroup:SecurityGroup", "group", {});
    const rules = times(1_001, (at) =>
      resource("alicloud:ecs/securityGroupRule:SecurityGroupRule", `rule${at}`, {
        type: "ingress",
        ipProtocol: "tcp",
        portRange: `${20_000 + at}/65535`,
        cidrIp: at % 2 === 0 ? "10.0.0.0/8" : `47.96.${at >> 8}.${at & 255}/32`,
        policy: at % 2 === 0 ? "accept" : "drop",
        securityGroupId: ref("group"),
      }),
    );
    const server = resource("alicloud:ecs/instance:Instance", "server", {
      internetMaxBandwidthOut: 5,
      securityGroups: [ref("group")],
    });
    const entry = [...new Exposures(planOf([group, server, ...rules]), products).graph.entries.values()][0];
    expect(entry?.opening).toMatchObject({ why: "opening-unknown" });
  });

  it("of a long name and those above it are none: no name is so long", () => {
    const long = `${"a.".repeat(50_000)}x`;
    expect(judgedSpecs([cdn({}), record(long, "47.96.0.1")])).toBeDefined();
  });

  it("of deletions of one URN are told by their ids", () => {
    const urn = "urn:pulumi:dev::p::alicloud:cdn/domainNew:DomainNew::a";
    const steps = times(10_000, (at) => ({
      op: "delete",
      urn,
      oldState: { urn, type: "alicloud:cdn/domainNew:DomainNew", custom: true, id: `id-${at % 5_000}`, inputs: {} },
    }));
    expect(planIn({ config: {}, steps, changeSummary: { delete: steps.length } }).removed).toHaveLength(5_000);
  });
});

describe("texts that are no plan", () => {
  it.each([
    ["blank lines", "\n".repeat(1_000_000) + "text", /is not JSON/],
    ["blanks", " ".repeat(1_000_000) + "text", /is not JSON/],
    ["brackets", "[".repeat(1_000_000), /is not JSON|ends in the middle/],
    ["braces", '{"a":'.repeat(500_000), /ends in the middle/],
    [
      "a diagnostic of blank lines",
      JSON.stringify({ steps: [], diagnostics: [{ severity: "error", message: "\n \n".repeat(300_000) + "x" }] }),
      /the preview itself failed/,
    ],
  ])("are refused in one pass: %s", (_, text, says) => {
    expect(() => readPlan(Buffer.from(text), "plan.json")).toThrow(says);
  });

  it("a reference to a provider with 100,000 separators is read", () => {
    const urn = "urn:pulumi:dev::p::alicloud:cdn/domainNew:DomainNew::a";
    const provider = `urn:pulumi:dev::p::pulumi:providers:alicloud::${"x::".repeat(100_000)}id`;
    const inputs = { domainName: "www.example.com", scope: "domestic" };
    const newState = { urn, type: "alicloud:cdn/domainNew:DomainNew", custom: true, provider, inputs };
    const step = { op: "create", urn, provider, newState };
    expect(judged({ config: {}, steps: [step], changeSummary: { create: 1 } }).length).toBeGreaterThan(0);
  });
});
