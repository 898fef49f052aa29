/** The Host that CDN and DCDN ask their origins for: what each origin of a domain contributes. */
import { describe, expect, test } from "vitest";
import { cdn } from "../../../src/products/alicloud/cdn/cdn";
import { dcdn } from "../../../src/products/alicloud/cdn/dcdn";
import { vod } from "../../../src/products/alicloud/cdn/vod";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const products = { ...cdn, ...dcdn, ...vod };
const CDN = "alicloud:cdn/domainNew:DomainNew";
const FORMER_CDN = "alicloud:cdn/domain:Domain";
const DCDN = "alicloud:dcdn/domain:Domain";
const CDN_CONFIG = "alicloud:cdn/domainConfig:DomainConfig";
const DCDN_CONFIG = "alicloud:dcdn/domainConfig:DomainConfig";

const SETS: Properties = {
  domainName: ref("main"),
  functionName: "set_req_host_header",
  functionArgs: [{ argName: "domain_name", argValue: "origin.example.net" }],
};
const argument = (argName: Properties[string], argValue: Properties[string]): Properties => ({
  functionArgs: [{ argName, argValue }],
});

/** What the only origin of the domain `main` is asked for; "(visitor's)" when nothing is set. */
function asked(type: string, others: readonly ResourceSpec[], part: Parameters<typeof planOf>[1] = {}): unknown {
  const sources = type === FORMER_CDN ? ["203.0.113.1"] : [{ content: "203.0.113.1" }];
  const main = { type, inputs: { domainName: "www.example.com", sources } };
  const origins = contributed(products, planOf([main, ...others], part)).filter(
    (one) => (one as { is: string }).is === "origin",
  ) as { asks?: unknown }[];
  expect(origins).toHaveLength(1);
  return origins[0]?.asks ?? "(visitor's)";
}
const config = (over: Properties = {}, name = "config", type = CDN_CONFIG): ResourceSpec => ({
  type,
  name,
  inputs: { ...SETS, ...over },
});
const other = (type = CDN): ResourceSpec => ({ type, name: "other", inputs: { domainName: "shop.example.com" } });

describe.each([
  [CDN, CDN_CONFIG],
  [FORMER_CDN, CDN_CONFIG],
  [DCDN, DCDN_CONFIG],
])("%s", (type, configType) => {
  test.each<[string, Properties, unknown]>([
    ["its domain by dependency", {}, "origin.example.net"],
    ["its domain by name", { domainName: "www.example.com" }, "origin.example.net"],
    ["another domain by name", { domainName: "shop.example.com" }, "(visitor's)"],
    ["another domain by dependency", { domainName: ref("other") }, "(visitor's)"],
    ["one of two domains", { domainName: ref("main", "other") }, "(computed)"],
    ["a domain that nothing tells", { domainName: unknownValue }, "(computed)"],
    ["a domain that is secret", { domainName: "[secret]" }, "(secret)"],
    ["another function", { functionName: "origin_request_header" }, "(visitor's)"],
    ["no function", { functionName: "" }, "(visitor's)"],
    ["a function of unknown name", { functionName: unknownValue }, "(computed)"],
    ["a function of secret name", { functionName: "[secret]" }, "(secret)"],
    [
      "a function of unknown name without such an argument",
      { functionName: unknownValue, ...argument("ttl", "60") },
      "(visitor's)",
    ],
    ["an unknown host", argument("domain_name", unknownValue), "(computed)"],
    ["a host by reference", argument("domain_name", ref("other")), "(computed)"],
    ["a secret host", argument("domain_name", "[secret]"), "(secret)"],
    ["a host of a wrong type", argument("domain_name", { is: "origin.example.net" }), "(malformed)"],
    ["an argument of unknown name", argument(unknownValue, "origin.example.net"), "origin.example.net"],
    ["unknown arguments", { functionArgs: unknownValue }, "(computed)"],
    ["secret arguments", { functionArgs: "[secret]" }, "(secret)"],
    ["no arguments", { functionArgs: [] }, "(visitor's)"],
    ["another argument", argument("ttl", "60"), "(visitor's)"],
    ["a condition, so for some requests only", { parentId: "4711" }, "(visitor's)"],
    ["a condition of the plan", { parentId: ref("condition") }, "(visitor's)"],
    ["perhaps a condition", { parentId: unknownValue }, "(computed)"],
    ["perhaps a condition, secret", { parentId: "[secret]" }, "(secret)"],
    ["an empty condition", { parentId: "" }, "origin.example.net"],
  ])("with a configuration of %s", (_, over, expected) => {
    const condition = { type: configType, name: "condition", inputs: { functionName: "condition" } };
    expect(asked(type, [config(over, "config", configType), other(type), condition])).toBe(expected);
  });

  test("a known setting stands beside what may be another, whatever their names", () => {
    const perhaps = { functionName: unknownValue };
    for (const [one, two] of [
      ["a", "b"],
      ["b", "a"],
    ] as const) {
      expect(asked(type, [config({}, one, configType), config(perhaps, two, configType)])).toBe("origin.example.net");
    }
  });

  test("two settings that differ leave it open, two that agree do not", () => {
    const shop = argument("domain_name", "shop.example.net");
    expect(asked(type, [config({}, "a", configType), config(shop, "b", configType)])).toBe("(several-candidates)");
    expect(asked(type, [config({}, "a", configType), config({}, "b", configType)])).toBe("origin.example.net");
  });

  test("a plan that hides resources may hide the setting, and not what it shows", () => {
    expect(asked(type, [], { missing: 1 })).toBe("(incomplete)");
    expect(asked(type, [config({}, "config", configType)], { missing: 1 })).toBe("origin.example.net");
  });
});

test("a configuration of the other product sets nothing", () => {
  const byName = { domainName: "www.example.com" };
  expect(asked(CDN, [config(byName, "config", DCDN_CONFIG)])).toBe("(visitor's)");
  expect(asked(DCDN, [config(byName, "config", CDN_CONFIG)])).toBe("(visitor's)");
});

test("what has no such configuration gets the visitor's Host, in a plan that hides resources too", () => {
  const sources = [{ sourceContent: "203.0.113.1" }];
  const domain = { type: "alicloud:vod/domain:Domain", inputs: { domainName: "www.example.com", sources } };
  const read = contributed(products, planOf([domain], { missing: 1 }));
  expect(read.at(-1)).toEqual({ is: "origin", of: "main", value: { "sources[0].sourceContent": "203.0.113.1" } });
});
