import { describe, expect, test } from "vitest";
import { waf } from "../../../src/products/alicloud/protection/waf";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const DOMAIN = "alicloud:wafv3/domain:Domain";
const INSTANCE = "alicloud:wafv3/instance:Instance";
const FORMER_DOMAIN = "alicloud:waf/domain:Domain";
const FORMER_INSTANCE = "alicloud:waf/instance:Instance";
const PROVIDER = "pulumi:providers:alicloud";
const EIP = "alicloud:ecs/eipAddress:EipAddress";

const HANGZHOU = "mainland cn-hangzhou by config";
const spec = (location: string) => ({ kind: "waf", tier: "number", location, reach: "public", edge: true });
const bound = (location: string, over: object = {}, property = "domain"): unknown[] => [
  { is: "entry", resource: "main", ...spec(location), addresses: ["(computed)"] },
  { is: "binding", by: "main", host: "www.example.com", property, to: "main", standIn: spec(location), ...over },
];
const origin = (property: string, value: unknown) => ({ is: "origin", of: "main", value: { [property]: value } });

const provider = (region: Properties[string]): ResourceSpec => ({ type: PROVIDER, name: "there", inputs: { region } });
const there = { provider: urnOf(PROVIDER, "there") };
const eip: ResourceSpec = { type: EIP, name: "eip" };

describe("a domain", () => {
  const read = (inputs: Properties, others: readonly ResourceSpec[] = [], region = "cn-hangzhou") => {
    const domain: ResourceSpec = {
      type: DOMAIN,
      inputs: { domain: "www.example.com", instanceId: "waf-1", ...inputs },
    };
    return contributed(waf, planOf([domain, eip, ...others], { region }));
  };

  test("is in the mainland or outside as its instance is", () => {
    const instance = { type: INSTANCE, name: "instance" };
    expect(read({ instanceId: ref("instance") }, [instance])).toEqual(bound(HANGZHOU));
    expect(read({}, [{ ...instance, outputs: { instanceId: "waf-1" } }])).toEqual(bound(HANGZHOU));
    expect(read({ instanceId: ref("instance") }, [{ ...instance, rest: there }, provider("ap-southeast-1")])).toEqual(
      bound("outside ap-southeast-1 by provider"),
    );
    expect(read({ instanceId: ref("instance") }, [{ ...instance, rest: there }, provider(unknownValue)])).toEqual(
      bound("(computed)"),
    );
  });

  test("of an instance outside the plan is where its provider is", () => {
    expect(read({})).toEqual(bound(HANGZHOU));
    expect(read({ instanceId: unknownValue })).toEqual(bound(HANGZHOU));
    expect(read({}, [], "cn-hongkong")).toEqual(bound("outside cn-hongkong by config"));
    expect(read({}, [], "xx-nowhere")).toEqual(bound("(region-unlisted)"));
  });

  test("added in another mode than by its CNAME is undetermined", () => {
    expect(read({ accessType: "share" })).toEqual(bound(HANGZHOU));
    expect(read({ accessType: "hybrid_cloud_cname" })).toEqual(bound("(malformed)"));
    expect(read({ accessType: unknownValue })).toEqual(bound("(computed)"));
  });

  test("is reached by the name the provider gave", () => {
    const domain = { type: DOMAIN, inputs: { domain: "www.example.com" }, outputs: { cname: "x.yundunwaf5.com" } };
    expect(contributed(waf, planOf([domain]))[0]).toMatchObject({ addresses: ["x.yundunwaf5.com"] });
  });

  test("fetches from its backends, the backup ones included", () => {
    const redirect = { backends: ["47.96.0.1", ref("eip")], backupBackends: ["origin.example.net"] };
    expect(read({ redirect }).slice(2)).toEqual([
      origin("redirect.backends[0]", "47.96.0.1"),
      origin("redirect.backends[1]", "(computed)"),
      origin("redirect.backupBackends[0]", "origin.example.net"),
    ]);
  });

  test("of which nothing is known stays unknown", () => {
    const inputs = { domain: unknownValue, instanceId: unknownValue, accessType: unknownValue, redirect: unknownValue };
    expect(read(inputs)).toEqual([
      ...bound("(computed)", { host: "(computed)" }),
      origin("redirect.backends", "(computed)"),
      origin("redirect.backupBackends", "(computed)"),
    ]);
    expect(contributed(waf, planOf([{ type: DOMAIN }]))).toEqual(bound(HANGZHOU, { host: "(malformed)" }));
  });

  test("whose backends are computed from others keeps what they depend on", () => {
    expect(read({ redirect: ref("eip") })).toEqual([
      ...bound(HANGZHOU),
      origin("redirect.backends", "(computed)"),
      origin("redirect.backupBackends", "(computed)"),
    ]);
  });
});

describe("a domain of the former generation", () => {
  const instance = (inputs: Properties, rest = {}): ResourceSpec => ({
    type: FORMER_INSTANCE,
    name: "waf",
    inputs,
    rest,
  });
  const read = (inputs: Properties, others: readonly ResourceSpec[] = [instance({})]) => {
    const domain = {
      type: FORMER_DOMAIN,
      inputs: { domainName: "www.example.com", instanceId: ref("waf"), ...inputs },
    };
    return contributed(waf, planOf([domain, eip, ...others]));
  };
  const former = (location: string, over = {}, property = "domainName") => bound(location, over, property);

  test.each<[string, Properties, string]>([
    ["a package for the mainland", { packageCode: "version_3" }, "mainland cn-hangzhou by property"],
    ["one sold for the mainland abroad", { packageCode: "version_pro_china" }, "mainland cn-hangzhou by property"],
    ["a package for elsewhere", { packageCode: "version_business_asia" }, "outside ap-southeast-1 by property"],
    ["a region", { region: "ap-southeast-1" }, "outside ap-southeast-1 by property"],
    [
      "a region and another package",
      { region: "cn-hangzhou", packageCode: "version_exclusive" },
      "mainland cn-hangzhou by property",
    ],
    [
      "a region, the package unknown",
      { region: "cn-hangzhou", packageCode: unknownValue },
      "mainland cn-hangzhou by property",
    ],
    ["an unknown package", { packageCode: unknownValue }, "(computed)"],
    ["an unknown region", { region: unknownValue }, "(computed)"],
    ["neither", {}, HANGZHOU],
  ])("whose instance has %s", (_, inputs, location) => {
    expect(read({}, [instance(inputs)])).toEqual(former(location));
  });

  test("of an instance outside the plan is where its provider is", () => {
    expect(read({ instanceId: "waf-1" })).toEqual(former(HANGZHOU));
    expect(read({ instanceId: unknownValue })).toEqual(former(HANGZHOU));
  });

  test("may be named by its former property", () => {
    expect(read({ domainName: null, domain: "www.example.com" })).toEqual(former(HANGZHOU, {}, "domain"));
    expect(read({ domainName: null })).toEqual(former(HANGZHOU, { host: "(malformed)" }));
    expect(read({ domainName: unknownValue })).toEqual(former(HANGZHOU, { host: "(computed)" }));
  });

  test("fetches from its source addresses", () => {
    expect(read({ sourceIps: ["47.96.0.1", ref("eip")] }).slice(2)).toEqual([
      origin("sourceIps[0]", "47.96.0.1"),
      origin("sourceIps[1]", "(computed)"),
    ]);
    expect(read({ sourceIps: unknownValue }).slice(2)).toEqual([origin("sourceIps", "(computed)")]);
  });
});

test.each(Object.keys(waf).filter((type) => type !== DOMAIN && type !== FORMER_DOMAIN))(
  "%s contributes nothing",
  (type) => {
    expect(contributed(waf, planOf([{ type, inputs: { domain: "www.example.com", instanceId: "waf-1" } }]))).toEqual(
      [],
    );
  },
);
