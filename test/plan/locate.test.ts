import { describe, expect, test } from "vitest";
import { locationFrom, regionFromEnvironment, usesDefaultProvider } from "../../src/location/locate";
import { classifyRegion, regionOfZone, regionsAsOf } from "../../src/location/regions";
import { doubt, known, unknown } from "../../src/plan/fact";
import type { PlanOptions } from "../../src/plan/plan";
import type { PlanPart } from "../../src/plan/resource";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../support/plan";

const instance = "alicloud:ecs/instance:Instance";
const vswitch = "alicloud:vpc/switch:Switch";
const providers = "pulumi:providers:alicloud";
const explicit = urnOf(providers, "sing");
const byDefault = urnOf(providers, "default_3_108_0");
const inZone: Properties = { availabilityZone: "cn-shanghai-b" };
const provider = (name: string, region: Properties[string]): ResourceSpec => ({
  type: providers,
  name,
  inputs: { region },
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
  const location = plan.location(resource);
  if (location.in === "undetermined") return `undetermined: ${location.doubt.why}`;
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
      others: [{ type: vswitch, name: "net", inputs: { zoneId: "cn-hongkong-b" } }],
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
    "a zone that waits": { main: { zoneId: unknownValue }, part: config, expected: "mainland cn-hangzhou (config)" },
    "a region in no list": { part: { region: "cn-atlantis" }, expected: "undetermined: region-unlisted" },
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
});

test("the environment's region, as the provider reads it", () => {
  expect(regionFromEnvironment({})).toBeUndefined();
  expect(regionFromEnvironment({ ALICLOUD_REGION: "", ALIBABA_CLOUD_REGION: "b" })).toEqual({
    region: "b",
    from: "ALIBABA_CLOUD_REGION",
  });
  expect(regionFromEnvironment({ ALICLOUD_REGION: "a", ALIBABA_CLOUD_REGION: "b" })).toMatchObject({ region: "a" });
});
