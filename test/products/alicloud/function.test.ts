import { describe, expect, test } from "vitest";
import { functionCompute } from "../../../src/products/alicloud/compute/function";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const HANGZHOU = "mainland cn-hangzhou by config";
const spec = (location: string, reach = "public") => ({ kind: "function", tier: "access", location, reach });

describe.each([
  { type: "alicloud:fc/v3CustomDomain:V3CustomDomain", property: "customDomainName" },
  { type: "alicloud:fc/customDomain:CustomDomain", property: "domainName" },
])("$type", ({ type, property }) => {
  const bound = (location: string, host = "www.example.com"): unknown[] => [
    { is: "entry", resource: "main", ...spec(location), addresses: [] },
    { is: "binding", by: "main", host, property, to: "main", standIn: spec(location) },
  ];
  const read = (inputs: Properties, region = "cn-hangzhou", others: readonly ResourceSpec[] = []) =>
    contributed(functionCompute, planOf([{ type, inputs }, ...others], { region }));

  test("is where its provider is", () => {
    const inputs = { [property]: "www.example.com" };
    expect(read(inputs)).toEqual(bound(HANGZHOU));
    expect(read(inputs, "ap-southeast-1")).toEqual(bound("outside ap-southeast-1 by config"));
    expect(read(inputs, "xx-nowhere")).toEqual(bound("(region-unlisted)"));
  });

  test("of an unknown name stays unknown", () => {
    const others = [{ type: "random:index/randomPet:RandomPet", name: "pet" }];
    expect(read({ [property]: unknownValue })).toEqual(bound(HANGZHOU, "(computed)"));
    expect(read({ [property]: ref("pet") }, "cn-hangzhou", others)).toEqual(bound(HANGZHOU, "(computed)"));
    expect(read({})).toEqual(bound(HANGZHOU, "(malformed)"));
  });
});

describe.each([
  { type: "alicloud:fc/v3Trigger:V3Trigger", kind: "triggerType", config: "triggerConfig", isTold: true },
  { type: "alicloud:fc/trigger:Trigger", kind: "type", config: "config", isTold: false },
])("$type", ({ type, kind, config, isTold }) => {
  const entry = (reach: string, location = HANGZHOU, addresses: unknown[] = isTold ? ["(absent)"] : []): unknown[] => [
    { is: "entry", resource: "main", ...spec(location, reach), addresses },
  ];
  const read = (inputs: Properties, region = "cn-hangzhou") =>
    contributed(functionCompute, planOf([{ type, inputs: { [kind]: "http", ...inputs } }], { region }));

  test.each<[string, Properties[string], string]>([
    ["left out", null, "public"],
    ["for everybody", JSON.stringify({ authType: "anonymous" }), "public"],
    ["with the public URL turned off", JSON.stringify({ disableURLInternet: true }), "private"],
    ["with the public URL left on", JSON.stringify({ disableURLInternet: false }), "public"],
    ["with a word for it", JSON.stringify({ disableURLInternet: "perhaps" }), "(malformed)"],
    ["no JSON", "{", "(malformed)"],
    ["not yet known", unknownValue, "(computed)"],
    ["a secret", "[secret]", "(secret)"],
  ])("for HTTP, its configuration %s", (_, value, reach) => {
    expect(read({ [config]: value })).toEqual(entry(reach));
  });

  test("for HTTP is where its provider is", () => {
    expect(read({}, "us-east-1")).toEqual(entry("public", "outside us-east-1 by config"));
  });

  test("for something else opens nothing, of an unknown kind perhaps", () => {
    expect(read({ [kind]: "timer" })).toEqual([]);
    expect(read({ [kind]: unknownValue, [config]: unknownValue })).toEqual(entry("(computed)"));
    expect(read({ [kind]: null })).toEqual(entry("(malformed)"));
  });

  test("tells the name it is reached by, once the provider gave it", () => {
    const outputs = { httpTrigger: { urlInternet: "https://www-x.cn-hangzhou.fcapp.run/", urlIntranet: "http://x" } };
    const plan = planOf([{ type, inputs: { [kind]: "http" }, outputs }]);
    const addresses = isTold ? ["www-x.cn-hangzhou.fcapp.run"] : [];
    expect(contributed(functionCompute, plan)).toEqual(entry("public", HANGZHOU, addresses));
  });
});

const described = /CustomDomain$|Trigger$/;
test.each(Object.keys(functionCompute).filter((type) => !described.test(type)))("%s contributes nothing", (type) => {
  expect(contributed(functionCompute, planOf([{ type, inputs: { internetAccess: true } }]))).toEqual([]);
});
