import { describe, expect, test } from "vitest";
import { usesDefaultProvider } from "../../src/location/configuration";
import { locate, locationFrom, regionFromEnvironment } from "../../src/location/locate";
import {
  classifyRegion,
  regionInId,
  regionInName,
  regionInZone,
  regionOfZone,
  regionsAsOf,
} from "../../src/names/regions";
import { doubt, known, unknown } from "../../src/plan/fact";
import type { PlanOptions } from "../../src/plan/plan";
import type { PlanPart } from "../../src/plan/resource";
import { part, planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../support/plan";

const instance = "alicloud:ecs/instance:Instance";
const vswitch = "alicloud:vpc/switch:Switch";
const providers = "pulumi:providers:alicloud";
const explicit = urnOf(providers, "sing");
const byDefault = urnOf(providers, "default_3_108_0");
const ofModule = urnOf("pulumi:providers:web", "default");
const inZone: Properties = { availabilityZone: "cn-shanghai-b" };
const provider = (name: string, region: Properties[string]): ResourceSpec => ({
  type: providers,
  name,
  inputs: { region },
});

const net = (zoneId: string, rest: Partial<ResourceSpec> = {}): ResourceSpec => ({
  type: vswitch,
  name: "net",
  inputs: { zoneId },
  ...rest,
});

interface Case {
  readonly main?: Properties;
  readonly provider?: string;
  readonly others?: readonly ResourceSpec[];
  readonly part?: Partial<PlanPart>;
  readonly options?: PlanOptions;
  /** `region (witness)`, `region (witness) / contradiction` or `undetermined: why`. */
  readonly expected: string;
}

function located({ main = {}, provider: urn, others = [], part = {}, options = {} }: Case): string {
  const spec = { type: instance, inputs: main, ...(urn !== undefined && { rest: { provider: urn } }) };
  const plan = planOf([...others, spec], { region: "", ...part }, options);
  const [resource] = plan.ofType(instance);
  if (!resource) throw new Error("no instance in the plan");
  const location = locate(resource, plan);
  if (location.in === "undetermined") {
    const { region, zone, regions } = location.doubt.params;
    const said = [region, zone, regions].filter((one) => one !== undefined).join(", ");
    return `undetermined: ${location.doubt.why}${said === "" ? "" : ` (${said})`}`;
  }
  const against = location.contradictedBy === undefined ? "" : ` / ${location.contradictedBy}`;
  return `${location.in} ${location.region} (${location.by})${against}`;
}

const config = { region: "cn-hangzhou" };
const fallback: PlanOptions = { region: { region: "cn-beijing", from: "--region" } };

describe("which witness is believed", () => {
  const cases: Record<string, Case> = {
    "an explicit provider before everything": {
      provider: explicit,
      others: [provider("sing", "ap-southeast-1")],
      part: config,
      options: fallback,
      expected: "outside ap-southeast-1 (provider)",
    },
    "a default provider that is shown": {
      provider: byDefault,
      others: [provider("default_3_108_0", "cn-shanghai")],
      part: config,
      expected: "mainland cn-shanghai (provider)",
    },
    "a default provider that is not: the configuration": {
      provider: byDefault,
      part: config,
      options: fallback,
      expected: "mainland cn-hangzhou (config)",
    },
    "no provider named: the configuration": { part: config, expected: "mainland cn-hangzhou (config)" },
    "an explicit provider without region does not take the configuration's": {
      provider: explicit,
      others: [{ type: providers, name: "sing" }],
      part: config,
      main: inZone,
      expected: "mainland cn-shanghai (zone)",
    },
    "a Terraform module, whose provider does not take the configuration's": {
      provider: ofModule,
      part: config,
      options: fallback,
      others: [net("cn-hongkong-b", { rest: { provider: byDefault } })],
      expected: "mainland cn-beijing (option)",
    },
    "a zone of a Terraform module": {
      provider: ofModule,
      part: config,
      main: inZone,
      expected: "mainland cn-shanghai (zone)",
    },
    "an explicit provider that is not shown": {
      provider: explicit,
      part: config,
      expected: "undetermined: not-in-plan",
    },
    "an explicit provider that an incomplete plan hides": {
      provider: explicit,
      part: { ...config, missing: 2 },
      expected: "undetermined: incomplete",
    },
    "an explicit provider whose region waits": {
      provider: explicit,
      others: [provider("sing", unknownValue)],
      part: config,
      options: fallback,
      expected: "undetermined: computed",
    },
    "a secret region": {
      provider: explicit,
      others: [provider("sing", "[secret]")],
      expected: "undetermined: secret",
    },
    "a zone": { provider: byDefault, main: inZone, options: fallback, expected: "mainland cn-shanghai (zone)" },
    "the zone of its vswitch": {
      provider: byDefault,
      main: { vswitchId: ref("net") },
      others: [net("cn-hongkong-b")],
      options: fallback,
      expected: "outside cn-hongkong (zone)",
    },
    "--region": { provider: byDefault, options: fallback, expected: "mainland cn-beijing (option)" },
    "the environment": {
      provider: byDefault,
      options: { region: { region: "us-west-1", from: "ALICLOUD_REGION" } },
      expected: "outside us-west-1 (environment)",
    },
    nothing: { provider: byDefault, expected: "undetermined: region-unset" },
    "a zone in another place than it decides nothing, either way": {
      main: { availabilityZone: "cn-hongkong-b" },
      part: config,
      expected: "undetermined: region-contradicted (cn-hangzhou, cn-hongkong)",
    },
    "a mainland zone of a provider outside": {
      provider: explicit,
      others: [provider("sing", "ap-southeast-1")],
      main: inZone,
      expected: "undetermined: region-contradicted (ap-southeast-1, cn-shanghai)",
    },
    "the zone of its vswitch in another place": {
      main: { vswitchId: ref("net") },
      others: [net("cn-hongkong-b")],
      part: config,
      expected: "undetermined: region-contradicted (cn-hangzhou, cn-hongkong)",
    },
    "a zone in no list contradicts nothing": {
      main: { availabilityZone: "cn-atlantis-b" },
      part: config,
      expected: "mainland cn-hangzhou (config)",
    },
    "a zone that contradicts is noted": {
      main: inZone,
      part: config,
      expected: "mainland cn-hangzhou (config) / cn-shanghai",
    },
    "a zone that agrees is not": {
      main: { zoneId: "cn-hangzhou-h" },
      part: config,
      expected: "mainland cn-hangzhou (config)",
    },
    "a zone in no list, where nothing else tells": {
      main: { availabilityZone: "cn-atlantis-b" },
      options: fallback,
      expected: "undetermined: region-unlisted (cn-atlantis)",
    },
    "a zone that waits": { main: { zoneId: unknownValue }, part: config, expected: "mainland cn-hangzhou (config)" },
    "a region in no list": { part: { region: "cn-atlantis" }, expected: "undetermined: region-unlisted (cn-atlantis)" },
  };
  for (const [name, one] of Object.entries(cases)) {
    test(name, () => {
      expect(located(one)).toBe(one.expected);
    });
  }

  test("an unlisted region says how old the list is", () => {
    expect(locationFrom(known("cn-atlantis"), "property")).toMatchObject({
      doubt: { params: { region: "cn-atlantis", asOf: regionsAsOf } },
    });
    expect(locationFrom({ state: "absent" }, "property")).toBeUndefined();
    const computed = doubt("computed");
    expect(locationFrom(unknown(computed), "property")).toEqual({ in: "undetermined", doubt: computed });
  });
});

test("default providers are known by their names", () => {
  const names = { default: true, default_3_108_0: true, default_3_108_0_alpha_1: true, sing: false, mydefault: false };
  for (const [name, expected] of Object.entries(names)) {
    const plan = planOf([{ type: instance, rest: { provider: urnOf(providers, name) } }]);
    expect(plan.resources.map(usesDefaultProvider), name).toEqual([expected]);
  }
});

test("a user's provider whose name begins like that of a default one", () => {
  const names = { default_hk: false, defaults: false, default_https___example_com: true };
  for (const [name, expected] of Object.entries(names)) {
    expect(usesDefaultProvider({ provider: urnOf(providers, name), part }), name).toBe(expected);
  }
});

test("regions and zones", () => {
  const kinds = ["cn-hangzhou", "cn-hongkong", "ap-southeast-1", "cn-wulanchabu", "cn-nowhere", ""].map(classifyRegion);
  expect(kinds).toEqual(["mainland", "outside", "outside", "mainland", "unlisted", "unlisted"]);
  const zones = {
    "cn-hangzhou-h": "cn-hangzhou",
    "ap-southeast-1a": "ap-southeast-1",
    "cn-beijing-MAZ5(a,b)": "cn-beijing",
    "cn-shanghai-finance-1a": "cn-shanghai-finance-1",
    "cn-hangzhou": undefined,
    "cn-nowhere-a": undefined,
  };
  for (const [zone, region] of Object.entries(zones)) expect(regionOfZone(zone), zone).toBe(region);
  const forms = {
    "cn-hangzhou-h": "cn-hangzhou",
    "cn-nowhere-a": "cn-nowhere",
    "ap-nowhere-3b": "ap-nowhere-3",
    "ap-nowhere-3-b": "ap-nowhere-3",
    "cn-nowhere": undefined,
    "ap-nowhere-3": undefined,
    "zone-1": undefined,
    "0f1e2d3c-a": undefined,
  };
  for (const [zone, region] of Object.entries(forms)) expect(regionInZone(zone), zone).toBe(region);
});

test("the region in ids and in names of endpoints", () => {
  const ids = {
    "cn-hangzhou": "cn-hangzhou",
    "cn-hangzhou:shop": "cn-hangzhou",
    "cn-hzfinance": "cn-hzfinance",
    "cn-nowhere": "cn-nowhere",
    shop: undefined,
    "": undefined,
  };
  for (const [id, region] of Object.entries(ids)) expect(regionInId(id), id).toBe(region);
  const names = {
    "oss-cn-hangzhou": "cn-hangzhou",
    "oss-cn-hangzhou-internal.aliyuncs.com": "cn-hangzhou",
    "oss-cn-shanghai-finance-1-pub.aliyuncs.com": "cn-shanghai-finance-1-pub",
    "alb-1a2b.cn-hongkong.alb.aliyuncsslbintl.com": "cn-hongkong",
    "https://cn-hongkong-shop.cn-beijing.fcapp.run": "cn-beijing",
    "0f1e-cn-shenzhen.alicloudapi.com": "cn-shenzhen",
    "xcn-hangzhou.aliyuncs.com": undefined,
    "us-east-11.aliyuncs.com": undefined,
    "oss-accelerate.aliyuncs.com": undefined,
  };
  for (const [name, region] of Object.entries(names)) expect(regionInName(name), name).toBe(region);
});

test("the environment's region, as the provider reads it", () => {
  expect(regionFromEnvironment({})).toBeUndefined();
  expect(regionFromEnvironment({ ALICLOUD_REGION: "", ALIBABA_CLOUD_REGION: "b" })).toEqual({
    region: "b",
    from: "ALIBABA_CLOUD_REGION",
  });
  expect(regionFromEnvironment({ ALICLOUD_REGION: "a", ALIBABA_CLOUD_REGION: "b" })).toMatchObject({ region: "a" });
});
