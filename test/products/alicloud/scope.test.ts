import { describe, expect, test } from "vitest";
import { dcdn } from "../../../src/products/alicloud/cdn/dcdn";
import { live } from "../../../src/products/alicloud/cdn/live";
import { scdn } from "../../../src/products/alicloud/cdn/scdn";
import { vod } from "../../../src/products/alicloud/cdn/vod";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed, offlineAt } from "./contributed";

const products = { ...dcdn, ...live, ...scdn, ...vod };
const VOD = "alicloud:vod/domain:Domain";
const LIVE = "alicloud:live/domain:Domain";
const SCDN = "alicloud:scdn/domain:Domain";
const IPA = "alicloud:dcdn/ipaDomain:IpaDomain";
const EIP = "alicloud:ecs/eipAddress:EipAddress";

const read = (type: string, inputs: Properties, rest: Partial<ResourceSpec> = {}): readonly unknown[] =>
  contributed(
    products,
    planOf([
      { type, inputs, ...rest },
      { type: EIP, name: "eip" },
    ]),
  );

/** What a domain contributes, its origins left out. */
function domain(kind: string, location: string, over: { reach?: string; host?: string; addresses?: string[] } = {}) {
  const { addresses = [], host = "www.example.com", reach = "public" } = over;
  const spec = { kind, tier: "number", location, reach, edge: true, ...offlineAt(reach) };
  return [
    { is: "entry", resource: "main", ...spec, addresses },
    { is: "binding", by: "main", host, property: "domainName", to: "main", standIn: spec },
  ];
}

/** The origins that a domain contributes. */
const origins = (type: string, inputs: Properties): readonly unknown[] =>
  read(type, { domainName: "www.example.com", ...inputs })
    .slice(2)
    .map((origin) => (origin as { value: unknown }).value);

const named = { domainName: "www.example.com" };

describe.each([
  { type: VOD, kind: "vod", addresses: ["(computed)"] },
  { type: LIVE, kind: "live", addresses: [] },
  { type: IPA, kind: "dcdn", addresses: [] },
])("$type", ({ type, kind, addresses }) => {
  test.each<[string, Properties, string]>([
    ["domestic", { scope: "domestic" }, "mainland domestic by scope"],
    ["global includes the mainland", { scope: "global" }, "mainland global by scope"],
    ["overseas", { scope: "overseas" }, "outside overseas by scope"],
    ["left out", {}, "mainland domestic by scope"],
    ["not yet known", { scope: unknownValue }, "(computed)"],
    ["none of its values", { scope: "world" }, "(malformed)"],
  ])("scope %s", (_, scope, location) => {
    expect(read(type, { ...named, ...scope })).toEqual(domain(kind, location, { addresses }));
  });

  test.each<[string, string, string]>([
    ["offline", "offline", "(offline)"],
    ["online", "online", "public"],
    ["not yet known", unknownValue, "(computed)"],
    ["secret", "[secret]", "(secret)"],
  ])("status %s", (_, status, reach) => {
    const expected = domain(kind, "mainland domestic by scope", { addresses, reach });
    expect(read(type, { ...named, status })).toEqual(expected);
  });

  test("all that can be unknown", () => {
    const unknown = { domainName: unknownValue, scope: unknownValue, status: unknownValue };
    const expected = domain(kind, "(computed)", { addresses, host: "(computed)", reach: "(computed)" });
    expect(read(type, unknown)).toEqual(expected);
  });

  test("nothing is assumed of properties that the plan hides", () => {
    const hidden = read(type, named, { rest: { hidden: "hidden" } });
    expect(hidden.slice(0, 2)).toEqual(domain(kind, "(hidden)", { addresses, reach: "(hidden)" }));
  });
});

test("the region of a live domain is that of its centre and decides nothing", () => {
  expect(read(LIVE, { ...named, region: "cn-shanghai", scope: "overseas", domainType: "liveVideo" })).toEqual(
    domain("live", "outside overseas by scope"),
  );
});

test("the name under which a VOD domain is reached, once the provider gave it", () => {
  const cname = "www.example.com.w.kunlunsl.com";
  expect(read(VOD, named, { outputs: { cname } })).toEqual(
    domain("vod", "mainland domestic by scope", { addresses: [cname] }),
  );
});

describe(SCDN, () => {
  test("where it is served is not documented, and no property tells", () => {
    expect(read(SCDN, named)).toEqual(domain("scdn", "(default-unsourced)"));
  });

  test("one taken offline may serve all the same, and all can be unknown", () => {
    expect(read(SCDN, { ...named, status: "offline" })).toEqual(
      domain("scdn", "(default-unsourced)", { reach: "(offline)" }),
    );
    expect(read(SCDN, { domainName: unknownValue, status: unknownValue })).toEqual(
      domain("scdn", "(default-unsourced)", { host: "(computed)", reach: "(computed)" }),
    );
  });
});

describe("origins", () => {
  test.each([
    [VOD, "sourceContent"],
    [SCDN, "content"],
    [IPA, "content"],
  ])("of %s", (type, property) => {
    expect(origins(type, { sources: [{ [property]: "203.0.113.1" }, { [property]: ref("eip") }] })).toEqual([
      { [`sources[0].${property}`]: "203.0.113.1" },
      { [`sources[1].${property}`]: "(computed)" },
    ]);
    expect(origins(type, { sources: ref("eip") })).toEqual([{ [`sources.${property}`]: "(computed)" }]);
    expect(origins(type, {})).toEqual([]);
  });

  test("SCDN leaves out those that are off, but not those that may be on", () => {
    const sources = [
      { content: "203.0.113.1", enabled: "offline" },
      { content: "203.0.113.2", enabled: "online" },
      { content: "203.0.113.3", enabled: unknownValue },
    ];
    expect(origins(SCDN, { sources })).toEqual([
      { "sources[1].content": "203.0.113.2" },
      { "sources[2].content": "203.0.113.3" },
    ]);
  });

  test("Live has none", () => {
    expect(origins(LIVE, { sources: [{ content: "203.0.113.1" }] })).toEqual([]);
  });
});

const DOMAINS = [VOD, LIVE, SCDN, IPA, "alicloud:dcdn/domain:Domain"];
test.each(Object.keys(products).filter((type) => !DOMAINS.includes(type)))("%s contributes nothing", (type) => {
  expect(read(type, { ...named, envConf: { production: { allowedHosts: ["www.example.com"] } } })).toEqual([]);
});
