import { describe, expect, test } from "vitest";
import { cdn } from "../../../src/products/alicloud/cdn/cdn";
import { dcdn } from "../../../src/products/alicloud/cdn/dcdn";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed, offlineAt } from "./contributed";

const products = { ...cdn, ...dcdn };
const EIP = "alicloud:ecs/eipAddress:EipAddress";

const read = (type: string, inputs: Properties, rest: Partial<ResourceSpec> = {}): readonly unknown[] =>
  contributed(
    products,
    planOf([
      { type, inputs, ...rest },
      { type: EIP, name: "eip" },
    ]),
  );

describe.each([
  { type: "alicloud:cdn/domainNew:DomainNew", kind: "cdn" },
  { type: "alicloud:cdn/domain:Domain", kind: "cdn", isFormer: true },
  { type: "alicloud:dcdn/domain:Domain", kind: "dcdn" },
])("$type", ({ type, kind, isFormer = false }) => {
  const domain = (location: string, over: Record<string, unknown> = {}): unknown[] => {
    const { addresses = isFormer ? [] : ["(computed)"], host = "www.example.com", reach = "public" } = over;
    const spec = { kind, tier: "number", location, reach, edge: true, ...offlineAt(reach) };
    return [
      { is: "entry", resource: "main", ...spec, addresses },
      { is: "binding", by: "main", host, property: "domainName", to: "main", standIn: spec },
    ];
  };
  const named = { domainName: "www.example.com" };

  test.each<[string, Properties, string]>([
    ["domestic", { scope: "domestic" }, "mainland domestic by scope"],
    ["global includes the mainland", { scope: "global" }, "mainland global by scope"],
    ["overseas", { scope: "overseas" }, "outside overseas by scope"],
    ["left out", {}, "mainland domestic by scope"],
    ["empty", { scope: "" }, "mainland domestic by scope"],
    ["not yet known", { scope: unknownValue }, "(computed)"],
    ["none of its values", { scope: "Overseas" }, "(malformed)"],
    ["of a wrong type", { scope: { is: "overseas" } }, "(malformed)"],
  ])("scope %s", (_, scope, location) => {
    expect(read(type, { ...named, ...scope })).toEqual(domain(location));
  });

  test.each<[string, Properties, string]>([
    ["offline", { status: "offline" }, "(offline)"],
    ["online", { status: "online" }, "public"],
    ["not yet known", { status: unknownValue }, "(computed)"],
    ["secret", { status: "[secret]" }, "(secret)"],
  ])("status %s", (_, status, reach) => {
    expect(read(type, { ...named, ...status })).toEqual(
      domain("mainland domestic by scope", isFormer ? {} : { reach }),
    );
  });

  test("a host that is not yet known, and one left out", () => {
    const unknown = { host: "(computed)" };
    expect(read(type, { domainName: unknownValue })).toEqual(domain("mainland domestic by scope", unknown));
    expect(read(type, {})).toEqual(domain("mainland domestic by scope", { host: "(malformed)" }));
  });

  test("the name it is reached by, once the provider gave it", () => {
    const cname = "www.example.com.w.kunlunsl.com";
    const answered = read(type, named, { outputs: { cname } });
    expect(answered).toEqual(domain("mainland domestic by scope", isFormer ? {} : { addresses: [cname] }));
  });

  test("nothing is assumed of properties that the plan hides", () => {
    const hidden = read(type, named, { rest: { hidden: "hidden" } });
    expect(hidden.slice(0, 2)).toEqual(domain("(hidden)", isFormer ? {} : { reach: "(hidden)" }));
    expect(hidden.slice(2)).toMatchObject([{ is: "origin" }]);
  });
});

describe("a scope that an update no longer says", () => {
  const was = (type: string, scope: string, outputs = { scope }): Partial<ResourceSpec> => {
    const previous = { urn: urnOf(type, "main"), type, name: "main", inputs: { scope }, outputs };
    return { outputs, rest: { change: "update", previous } };
  };
  const place = (type: string, before: Partial<ResourceSpec>): unknown =>
    (read(type, { domainName: "www.example.com" }, before)[0] as { location: unknown }).location;

  test.each(["alicloud:cdn/domainNew:DomainNew", "alicloud:cdn/domain:Domain"])("is kept by %s", (type) => {
    expect(place(type, was(type, "overseas"))).toBe("outside overseas by scope");
    expect(place(type, was(type, "domestic"))).toBe("mainland domestic by scope");
    expect(place(type, was(type, "global"))).toBe("mainland global by scope");
    expect(place(type, was(type, unknownValue))).toBe("(kept)");
  });

  test("is the default's where nothing is kept", () => {
    const type = "alicloud:dcdn/domain:Domain";
    expect(place(type, was(type, "overseas"))).toBe("mainland domestic by scope");
  });
});

describe("origins", () => {
  const origins = (type: string, sources: Properties[string]): readonly unknown[] =>
    read(type, { domainName: "www.example.com", sources })
      .slice(2)
      .map((origin) => {
        const { is, of, value } = origin as { is: string; of: string; value: unknown };
        expect([is, of]).toEqual(["origin", "main"]);
        return value;
      });

  test.each(["alicloud:cdn/domainNew:DomainNew", "alicloud:dcdn/domain:Domain"])("of %s", (type) => {
    expect(origins(type, [{ content: "203.0.113.1" }, { content: ref("eip") }])).toEqual([
      { "sources[0].content": "203.0.113.1" },
      { "sources[1].content": "(computed)" },
    ]);
    expect(origins(type, ref("eip"))).toEqual([{ "sources.content": "(computed)" }]);
    expect(origins(type, [])).toEqual([]);
    expect(origins(type, ["203.0.113.1"])).toEqual([{ "sources[0].content": "(absent)" }]);
  });

  test("of a legacy CDN domain, which lists them as text", () => {
    const type = "alicloud:cdn/domain:Domain";
    expect(origins(type, ["203.0.113.1", ref("eip")])).toEqual([
      { "sources[0]": "203.0.113.1" },
      { "sources[1]": "(computed)" },
    ]);
    expect(origins(type, unknownValue)).toEqual([{ sources: "(computed)" }]);
    expect(origins(type, [{ content: "203.0.113.1" }])).toEqual([{ "sources[0]": "(malformed)" }]);
  });
});

test.each(["alicloud:cdn/domainConfig:DomainConfig", "alicloud:dcdn/domainConfig:DomainConfig"])(
  "%s contributes nothing",
  (type) => {
    expect(read(type, { domainName: "www.example.com", functionName: "set_req_host_header" })).toEqual([]);
  },
);
