import { describe, expect, test } from "vitest";
import { basicGa } from "../../../src/products/alicloud/ga/ga-basic";
import type { PlanPart } from "../../../src/plan/resource";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const ACCELERATOR = "alicloud:ga/basicAccelerator:BasicAccelerator";
const IP_SET = "alicloud:ga/basicIpSet:BasicIpSet";
const ADDRESS = "alicloud:ga/basicAccelerateIp:BasicAccelerateIp";
const ENDPOINT = "alicloud:ga/basicEndpoint:BasicEndpoint";
const GROUP = "alicloud:ga/basicEndpointGroup:BasicEndpointGroup";
const RELATION = "alicloud:ga/basicAccelerateIpEndpointRelation:BasicAccelerateIpEndpointRelation";
const BEIJING = "mainland cn-beijing by property";

const accelerator: ResourceSpec = { type: ACCELERATOR, name: "ga" };
const set = (accelerateRegionId: string): ResourceSpec => ({
  type: IP_SET,
  name: "set",
  inputs: { acceleratorId: ref("ga"), accelerateRegionId },
});
const endpoint: ResourceSpec = { type: ENDPOINT, name: "endpoint", inputs: { endpointAddress: ref("server") } };
const server: ResourceSpec = { type: "alicloud:ecs/instance:Instance", name: "server" };
const relation = (accelerateIpId: Properties[string]): ResourceSpec => ({
  type: RELATION,
  name: "relation",
  inputs: { accelerateIpId, endpointId: ref("endpoint") },
});
const group = (inputs: Properties): ResourceSpec => ({
  type: GROUP,
  name: "group",
  inputs: { acceleratorId: ref("ga"), ...inputs },
});

describe("an accelerated address", () => {
  const read = (
    specs: readonly ResourceSpec[],
    inputs: Properties = { acceleratorId: ref("ga"), ipSetId: ref("set") },
    part: Partial<PlanPart> = {},
    rest: Partial<ResourceSpec> = {},
  ) =>
    contributed(basicGa, planOf([{ type: ADDRESS, inputs, ...rest }, accelerator, endpoint, server, ...specs], part));
  const entry = (location: string, reach = "public", addresses = ["(computed)"]) => ({
    is: "entry",
    resource: "main",
    kind: "ga",
    tier: "number",
    location,
    reach,
    edge: true,
    addresses,
  });
  const link = { is: "link", by: "main", from: "main", to: "ga" };
  const related = relation(ref("main"));

  test.each<[string, string, string]>([
    ["in the mainland", "cn-beijing", BEIJING],
    ["in Hong Kong", "cn-hongkong", "outside cn-hongkong by property"],
    ["in a region not yet known", unknownValue, "(computed)"],
  ])("of an IP set %s", (_, region, location) => {
    expect(read([set(region), related])).toEqual([entry(location), link]);
  });

  test.each<[string, Properties, string]>([
    ["elsewhere", { ipSetId: "ips-1" }, "(not-in-plan)"],
    ["not yet known", { ipSetId: unknownValue }, "(computed)"],
    ["left out", {}, "(not-in-plan)"],
  ])("of an IP set %s", (_, inputs, location) => {
    expect(read([related], { acceleratorId: ref("ga"), ...inputs })).toEqual([entry(location), link]);
  });

  test("once the provider gave it", () => {
    const outputs = { accelerateIpAddress: "47.96.0.1" };
    expect(read([set("cn-beijing"), related], undefined, {}, { outputs })).toEqual([
      entry(BEIJING, "public", ["47.96.0.1"]),
      link,
    ]);
  });

  test.each<[string, readonly ResourceSpec[], string]>([
    [
      "by a relation that may be another's",
      [relation(ref("main", "second")), { type: ADDRESS, name: "second" }],
      "public",
    ],
    ["by a group that names its endpoint", [group({ endpointAddress: "i-1" })], "public"],
    ["by a group whose endpoint is not known", [group({ endpointAddress: unknownValue })], "public"],
    ["to nothing", [group({})], "(unbound)"],
    ["to nothing, by the relation of another", [relation("gaip-1")], "(unbound)"],
  ])("bound %s", (_, specs, reach) => {
    expect(read([set("cn-beijing"), ...specs])).toEqual([entry(BEIJING, reach), link]);
  });

  test("bound to nothing that an incomplete plan shows", () => {
    expect(read([set("cn-beijing")], undefined, { missing: 1 })).toEqual([entry(BEIJING, "(incomplete)"), link]);
  });

  test("all that can be unknown", () => {
    expect(read([], { acceleratorId: unknownValue, ipSetId: unknownValue })).toEqual([
      entry("(computed)", "(unbound)"),
    ]);
  });
});

describe("endpoints", () => {
  const read = (spec: ResourceSpec, more: readonly ResourceSpec[] = []): readonly unknown[] =>
    contributed(
      basicGa,
      planOf([spec, accelerator, endpoint, server, { type: ADDRESS, name: "ip" }, ...more]),
      spec.name,
    );

  test("a relation leads from an address to an endpoint's server", () => {
    expect(read(relation(ref("ip")))).toEqual([{ is: "link", by: "relation", from: "ip", to: "server" }]);
    expect(read(relation(unknownValue))).toEqual([{ is: "link", by: "relation", from: "(computed)", to: "server" }]);
  });

  test("by the id that the provider gave the endpoint", () => {
    const known = {
      type: ENDPOINT,
      name: "known",
      inputs: { endpointAddress: "i-1" },
      outputs: { endpointId: "ep-1" },
    };
    const byId = { ...relation(ref("ip")), inputs: { accelerateIpId: ref("ip"), endpointId: "ep-1" } };
    expect(read(byId, [known])).toEqual([{ is: "link", by: "relation", from: "ip", to: { elsewhere: "i-1" } }]);
  });

  test("an endpoint elsewhere tells nothing", () => {
    const elsewhere = { ...relation(ref("ip")), inputs: { accelerateIpId: ref("ip"), endpointId: "ep-9" } };
    expect(read(elsewhere)).toEqual([]);
  });

  test("a group that names its endpoint leads there from the accelerator", () => {
    expect(read(group({ endpointAddress: ref("server") }))).toEqual([
      { is: "link", by: "group", from: "ga", to: "server" },
    ]);
    expect(read(group({}))).toEqual([]);
  });
});

test.each([ACCELERATOR, IP_SET, ENDPOINT])("%s contributes nothing", (type) => {
  expect(contributed(basicGa, planOf([{ type, inputs: { acceleratorId: "ga-1", endpointAddress: "i-1" } }]))).toEqual(
    [],
  );
});
