/** Every edge by where it serves, before a mainland origin: with and without filing, and when its scope changes. */
import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import type { RawProperties } from "../../src/plan/raw";
import { nothingDeclared } from "../../src/register/register";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../support/plan";
import { filed, lines, TODAY, unfiled } from "../support/rule-tester";
import { instance, record, resource, web } from "../support/stacks";

type Scope = "overseas" | "global" | typeof unknownValue;

/** An edge: the resource whose property tells where it serves, what is around it, and the rule that speaks of it. */
interface Edge {
  readonly type: string;
  readonly inputs: Properties;
  readonly scope: (scope: Scope) => Record<string, string>;
  readonly around?: readonly ResourceSpec[];
  readonly rule: string;
  /** What the plan shows of the origin: nothing for an edge to which streams are pushed. */
  readonly origin?: false;
}

const scope = (scope: Scope) => ({ scope });
const sources = [{ type: "ipaddr", content: ref("origin"), port: 80, priority: "20", weight: "10", enabled: "online" }];
const at = { domainName: "www.example.com" };
const cover = "icp-cdn-coverage";

const EDGES: Readonly<Record<string, Edge>> = {
  CDN: { type: "alicloud:cdn/domainNew:DomainNew", inputs: { ...at, cdnType: "web", sources }, scope, rule: cover },
  "CDN, former": {
    type: "alicloud:cdn/domain:Domain",
    inputs: { ...at, cdnType: "web", sourceType: "ipaddr", sources: [ref("origin")] },
    scope,
    rule: cover,
  },
  DCDN: { type: "alicloud:dcdn/domain:Domain", inputs: { ...at, sources }, scope, rule: cover },
  "DCDN IPA": { type: "alicloud:dcdn/ipaDomain:IpaDomain", inputs: { ...at, sources }, scope, rule: cover },
  VOD: {
    type: "alicloud:vod/domain:Domain",
    inputs: { ...at, sources: [{ sourceType: "ipaddr", sourceContent: ref("origin"), sourcePort: "80" }] },
    scope,
    rule: cover,
  },
  Live: {
    type: "alicloud:live/domain:Domain",
    inputs: { ...at, domainType: "liveVideo", region: "ap-southeast-1" },
    scope,
    rule: cover,
    origin: false,
  },
  ESA: {
    type: "alicloud:esa/site:Site",
    inputs: { siteName: "example.com", accessType: "NS" },
    scope: (coverage) => ({ coverage }),
    around: [
      resource("alicloud:esa/record:Record", "www", {
        siteId: ref("edge"),
        recordName: "www.example.com",
        recordType: "A/AAAA",
        proxied: true,
        data: { value: ref("origin") },
      }),
    ],
    rule: cover,
  },
  GA: {
    type: "alicloud:ga/ipSet:IpSet",
    inputs: { acceleratorId: ref("ga") },
    scope: (place) => ({
      accelerateRegionId: place === "overseas" ? "cn-hongkong" : place === "global" ? "cn-shanghai" : place,
    }),
    around: [
      resource("alicloud:ga/accelerator:Accelerator", "ga"),
      resource("alicloud:ga/domain:Domain", "domain", { acceleratorId: ref("ga"), domain: "www.example.com" }),
      resource("alicloud:ga/endpointGroup:EndpointGroup", "endpoints", {
        acceleratorId: ref("ga"),
        endpointConfigurations: [{ type: "PublicIp", endpoint: ref("origin") }],
      }),
    ],
    rule: "icp-global-accelerator",
  },
  "Anti-DDoS": {
    type: "alicloud:ddos/ddosCooInstance:DdosCooInstance",
    inputs: {},
    scope: (place) => ({
      productType: place === "overseas" ? "ddosDip" : place === "global" ? "ddoscoo" : place,
    }),
    around: [
      resource("alicloud:ddos/domainResource:DomainResource", "domain", {
        domain: "www.example.com",
        instanceIds: [ref("edge")],
        realServers: [ref("origin")],
      }),
    ],
    rule: "icp-protection-domain",
  },
};

/** The plan of an edge that serves where `now` says; `before` it may have served elsewhere. */
function planAt({ type, inputs, scope, around = [] }: Edge, now: Scope, before?: Scope) {
  const edge = resource(type, "edge", { ...inputs, ...scope(now) });
  const was: RawProperties = before === undefined ? {} : { ...plainly(inputs), ...scope(before) };
  const changed: ResourceSpec = {
    ...edge,
    rest: {
      id: "edge-1",
      change: "update",
      outputs: was,
      previous: { urn: urnOf(type, "edge"), type, name: "edge", id: "edge-1", inputs: was, outputs: was },
    },
  };
  return planOf([...web, instance("origin"), ...around, before === undefined ? edge : changed]);
}

/** The inputs that are plain values; what others come to makes no difference here. */
const plainly = (inputs: Properties): RawProperties =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => typeof value === "string")) as RawProperties;

/** The findings about the host or its apex, by rule and verdict. */
const findings = (plan: ReturnType<typeof planOf>, declared = nothingDeclared): string[] => [
  ...new Set(
    lines(judge(plan, { register: declared, today: TODAY }))
      .filter((line) => line.endsWith("example.com"))
      .map((line) => line.split(" ").slice(0, 2).join(" ")),
  ),
];

describe.each(Object.entries(EDGES))("%s", (_, edge) => {
  const offshore = edge.origin === false ? [] : ["icp-offshore-edge violation"];
  const own = [`${edge.rule} violation`];

  it("overseas, unfiled: its exemption does not cover the origin", () => {
    expect(findings(planAt(edge, "overseas"), unfiled())).toEqual(offshore);
    expect(findings(planAt(edge, "overseas"))).toEqual(offshore);
  });

  it("overseas, filed: the host leaves the mainland", () => {
    expect(findings(planAt(edge, "overseas"), filed())).toContain("icp-filed-domain-offshore violation");
    expect(findings(planAt(edge, "overseas"), filed())).not.toContain("icp-offshore-edge violation");
  });

  it("global, unfiled: it needs a filing itself, and the origin adds nothing", () => {
    expect(findings(planAt(edge, "global"), unfiled())).toEqual(own);
  });

  it("global, filed: satisfied", () => {
    expect(findings(planAt(edge, "global"), filed())).toEqual([]);
  });

  it("unknown where: undetermined, unless filed", () => {
    const unsure = findings(planAt(edge, unknownValue), unfiled());
    expect(unsure).toContain(`${edge.rule} undetermined`);
    expect(unsure.filter((line) => line.endsWith("violation"))).toEqual([]);
    const filedToo = findings(planAt(edge, unknownValue), filed());
    expect(filedToo.filter((line) => line.endsWith("violation"))).toEqual([]);
  });

  it("from overseas to global: unfiled it is a violation, filed it is well", () => {
    expect(findings(planAt(edge, "global", "overseas"), unfiled())).toEqual(own);
    expect(findings(planAt(edge, "global", "overseas"), filed())).toEqual([]);
  });

  it("from global to overseas: unfiled the origin remains, filed the host leaves", () => {
    expect(findings(planAt(edge, "overseas", "global"), unfiled())).toEqual(offshore);
    expect(findings(planAt(edge, "overseas", "global"), filed())).toContain("icp-filed-domain-offshore violation");
  });

  it("before an origin that is not known: only the origin is in doubt", () => {
    const plan = planOf([
      ...(edge.around ?? []).map((spec) => ({ ...spec, inputs: withoutOrigin(spec.inputs) })),
      resource(edge.type, "edge", { ...withoutOrigin(edge.inputs), ...edge.scope("overseas") }),
    ]);
    expect(findings(plan, unfiled())).toEqual(edge.origin === false ? [] : ["icp-offshore-edge undetermined"]);
  });
});

/** The same inputs, with an unknown value wherever they refer to the origin. */
function withoutOrigin(inputs: Properties = {}): Properties {
  const origin = ref("origin");
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (JSON.stringify(value) === JSON.stringify(origin)) return unknownValue;
    if (typeof value !== "object" || value === null || "names" in value) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));
  };
  return change(inputs) as Properties;
}

describe("SCDN, whose scope the SDK does not tell", () => {
  const plan = planOf([
    ...web,
    instance("origin"),
    resource("alicloud:scdn/domain:Domain", "edge", { ...at, sources: [{ type: "ipaddr", content: ref("origin") }] }),
    record("shop", ref("edge"), { type: "CNAME" }),
  ]);

  it("is undetermined unfiled, and satisfied filed", () => {
    expect(findings(plan, unfiled())).toContain("icp-cdn-coverage undetermined");
    expect(findings(plan, unfiled()).filter((line) => line.endsWith("violation"))).toEqual([]);
    expect(findings(plan, filed()).filter((line) => line.endsWith("violation"))).toEqual([]);
  });
});
