/** Where resources are of which no provider and no configuration says it: what they and their neighbours show. */
import { locate } from "../../src/location/locate";
import { describe, expect, test } from "vitest";
import { regionsAsOf } from "../../src/names/regions";
import { Plan, type PlanOptions } from "../../src/plan/plan";
import type { RawProperties } from "../../src/plan/raw";
import { exported, planOfDocument, state, urnOf as stateUrn } from "../plan/documents";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../support/plan";

const ALB = "alicloud:alb/loadBalancer:LoadBalancer";
const NLB = "alicloud:nlb/loadBalancer:LoadBalancer";
const BUCKET = "alicloud:oss/bucket:Bucket";
const EIP = "alicloud:ecs/eipAddress:EipAddress";
const FUNCTION = "alicloud:fc/v3Function:V3Function";
const SWITCH = "alicloud:vpc/switch:Switch";
const VPC = "alicloud:vpc/network:Network";
const PROVIDER = "pulumi:providers:alicloud";
const fallback: PlanOptions = { region: { region: "cn-beijing", from: "--region" } };

const one = (type: string, name: string, inputs: Properties = {}, rest: Partial<ResourceSpec> = {}): ResourceSpec => ({
  type,
  name,
  inputs,
  ...rest,
});
const net = (name: string, zoneId: Properties[string], rest: Partial<ResourceSpec> = {}): ResourceSpec =>
  one(SWITCH, name, { zoneId }, rest);
const main = one(EIP, "main");
const provider = (name: string, inputs: Properties = {}, rest: Partial<ResourceSpec> = {}): ResourceSpec =>
  one(PROVIDER, name, inputs, rest);
const at = (name: string): Partial<ResourceSpec> => ({ rest: { provider: urnOf(PROVIDER, name) } });

/** Where a resource of a plan is: `region (witness)` with its place, or the doubt with what it names. */
function place(plan: Plan, name = "main"): string {
  const resource = plan.resources.find((candidate) => candidate.name === name);
  if (!resource) throw new Error(`no ${name} in the plan`);
  const location = locate(resource, plan);
  if (location.in !== "undetermined") return `${location.in} ${location.region} (${location.by})`;
  return [location.doubt.why, ...Object.values(location.doubt.params)].join(" ");
}

/** In a plan whose configuration says no region. */
const placed = (specs: readonly ResourceSpec[], options: PlanOptions = {}, name = "main"): string =>
  place(planOf(specs, { region: "" }, options), name);

describe("a resource's own zones", () => {
  const zones = (...all: string[]): Properties => ({
    zoneMappings: all.map((zoneId) => ({ zoneId, vswitchId: "vsw-1" })),
  });
  const cases: Record<string, [spec: ResourceSpec, expected: string, others?: readonly ResourceSpec[]]> = {
    "of an ALB": [one(ALB, "main", zones("cn-hangzhou-h", "cn-hangzhou-i")), "mainland cn-hangzhou (zone)"],
    "of an NLB": [one(NLB, "main", zones("cn-hongkong-b", "cn-hongkong-c")), "outside cn-hongkong (zone)"],
    "one of them unknown": [one(ALB, "main", zones(unknownValue, "cn-hangzhou-i")), "mainland cn-hangzhou (zone)"],
    "in several regions of one place": [
      one(ALB, "main", zones("cn-shanghai-b", "cn-hangzhou-i")),
      "mainland cn-hangzhou (zone)",
    ],
    "in two places": [
      one(ALB, "main", zones("cn-hangzhou-h", "cn-hongkong-b")),
      "regions-differ cn-hangzhou, cn-hongkong",
    ],
    "the provider answered": [
      one("alicloud:ecs/instance:Instance", "main", {}, { outputs: { availabilityZone: "us-west-1a" } }),
      "outside us-west-1 (zone)",
    ],
    "in a list of text": [
      one("alicloud:cs/managedKubernetes:ManagedKubernetes", "main", { zoneIds: ["cn-beijing-a"] }),
      "mainland cn-beijing (zone)",
    ],
    "of another place are not its own": [
      one("alicloud:ebs/diskReplicaPair:DiskReplicaPair", "main", { destinationZoneId: "cn-hangzhou-h" }),
      "region-unset",
    ],
    "a zone of the DNS": [
      one("alicloud:pvtz/zoneRecord:ZoneRecord", "main", { zoneId: "cn-hangzhou-h" }),
      "region-unset",
    ],
    "a vswitch by reference": [
      one("alicloud:ecs/instance:Instance", "main", { vswitchId: ref("net") }),
      "outside cn-hongkong (zone)",
      [net("net", "cn-hongkong-b", at("hk")), provider("hk")],
    ],
    "vswitches by reference, in a list": [
      one("alicloud:cs/managedKubernetes:ManagedKubernetes", "main", { workerVswitchIds: [ref("net"), "vsw-9"] }),
      "outside cn-hongkong (zone)",
      [net("net", "cn-hongkong-b", at("hk")), provider("hk")],
    ],
    "vswitches by reference, a whole list": [
      one(FUNCTION, "main", { vpcConfig: { vswitchIds: ref("net", "net2") } }),
      "outside cn-hongkong (zone)",
      [net("net", "cn-hongkong-b", at("hk")), net("net2", "cn-hongkong-c", at("hk")), provider("hk")],
    ],
    "a vswitch by its id": [
      one("alicloud:ecs/instance:Instance", "main", { vswitchId: "vsw-1" }),
      "outside cn-hongkong (zone)",
      [net("net", "cn-hongkong-b", { rest: { ...at("hk").rest, id: "vsw-1" } }), provider("hk")],
    ],
    "a vswitch that is not in the plan": [
      one("alicloud:ecs/instance:Instance", "main", { vswitchId: "vsw-1" }),
      "region-unset",
    ],
    "its own zone before its vswitch's": [
      one("alicloud:ecs/instance:Instance", "main", { availabilityZone: "cn-hangzhou-h", vswitchId: ref("net") }),
      "mainland cn-hangzhou (zone)",
      [net("net", "cn-hongkong-b", at("hk")), provider("hk")],
    ],
  };
  for (const [name, [spec, expected, others = []]] of Object.entries(cases)) {
    test(name, () => {
      expect(placed([spec, ...others])).toBe(expected);
    });
  }

  test("go before those of its neighbours, and before an option", () => {
    const specs = [one(ALB, "main", zones("cn-hongkong-b")), net("net", "cn-hangzhou-h")];
    expect(placed(specs, fallback)).toBe("outside cn-hongkong (zone)");
  });
});

describe("what the provider answered", () => {
  const answered = (type: string, outputs: RawProperties): string => placed([one(type, "main", {}, { outputs })]);
  test.each<[type: string, outputs: RawProperties, expected: string]>([
    [VPC, { regionId: "cn-shenzhen" }, "mainland cn-shenzhen (output)"],
    [VPC, { regionId: "cn-atlantis" }, `region-unlisted cn-atlantis ${regionsAsOf}`],
    [VPC, { regionId: "[secret]" }, "region-unset"],
    [ALB, { dnsName: "alb-1a.cn-hongkong.alb.aliyuncsslbintl.com" }, "outside cn-hongkong (output)"],
    [BUCKET, { location: "oss-ap-southeast-1" }, "outside ap-southeast-1 (output)"],
    [BUCKET, { bucketDomainName: "cn-hangzhou.aliyuncs.com" }, "region-unset"],
    [
      "alicloud:fc/v3Trigger:V3Trigger",
      { httpTrigger: { urlInternet: "https://a.cn-beijing.fcapp.run" } },
      "mainland cn-beijing (output)",
    ],
    ["alicloud:sae/application:Application", { namespaceId: "cn-shanghai:shop" }, "mainland cn-shanghai (output)"],
    ["alicloud:sae/application:Application", { namespaceId: "shop" }, "region-unset"],
    ["alicloud:vpc/peerConnectionAccepter:PeerConnectionAccepter", { regionId: "cn-beijing" }, "region-unset"],
    ["alicloud:polardb/application:Application", { regionId: "cn-beijing" }, "region-unset"],
  ])("%s %j", (type, outputs, expected) => {
    expect(answered(type, outputs)).toBe(expected);
  });
});

describe("neighbours of the same provider", () => {
  test("settle the whole configuration", () => {
    const rest = [net("net", "cn-hangzhou-h"), one(BUCKET, "media"), one(FUNCTION, "api"), main];
    const plan = planOf(rest, { region: "" }, fallback);
    expect(["main", "media", "api"].map((name) => place(plan, name))).toEqual(
      Array(3).fill("mainland cn-hangzhou (neighbour)"),
    );
  });

  test("outside as well", () => {
    expect(placed([main, net("net", "cn-hongkong-b")])).toBe("outside cn-hongkong (neighbour)");
  });

  test("whatever version of the default provider they have", () => {
    const old = { rest: { provider: urnOf(PROVIDER, "default_3_90_0") } };
    const now = { rest: { provider: urnOf(PROVIDER, "default_3_108_0") } };
    expect(placed([one(EIP, "main", {}, now), net("net", "cn-hangzhou-h", old)])).toBe(
      "mainland cn-hangzhou (neighbour)",
    );
    expect(placed([main, provider("default_3_90_0", { region: "cn-shenzhen" })])).toBe(
      "mainland cn-shenzhen (neighbour)",
    );
  });

  test("count for an explicit provider whose region waits, is secret, or is not shown", () => {
    const site = [one(EIP, "main", {}, at("site")), net("net", "cn-hangzhou-h", at("site"))];
    for (const region of [unknownValue, "[secret]"]) {
      expect(placed([...site, provider("site", { region })], fallback), region).toBe(
        "mainland cn-hangzhou (neighbour)",
      );
    }
    expect(placed(site)).toBe("mainland cn-hangzhou (neighbour)");
    expect(placed([...site, provider("site")], fallback)).toBe("mainland cn-hangzhou (neighbour)");
  });

  test("do not count for another provider", () => {
    const hongkong = [net("hk", "cn-hongkong-b", at("hongkong")), one(EIP, "ip-hk", {}, at("hongkong"))];
    const mainland = [net("hz", "cn-hangzhou-h", at("hangzhou")), one(EIP, "ip-hz", {}, at("hangzhou"))];
    const region = { region: unknownValue };
    const plan = planOf([...hongkong, ...mainland, main, provider("hongkong", region), provider("hangzhou", region)], {
      region: "",
    });
    expect(["ip-hk", "ip-hz", "main"].map((name) => place(plan, name))).toEqual([
      "outside cn-hongkong (neighbour)",
      "mainland cn-hangzhou (neighbour)",
      "region-unset",
    ]);
  });

  test("do not count before what is set", () => {
    const set = provider("site", { region: "cn-hongkong" });
    expect(placed([one(EIP, "main", {}, at("site")), net("net", "cn-hangzhou-h", at("site")), set])).toBe(
      "outside cn-hongkong (provider)",
    );
    expect(place(planOf([main, net("net", "cn-hongkong-b")]))).toBe("mainland cn-hangzhou (config)");
  });

  test("in several regions of one place", () => {
    expect(placed([main, net("a", "cn-shanghai-b"), net("b", "cn-hangzhou-h")])).toBe(
      "mainland cn-hangzhou (neighbour)",
    );
  });

  test("in two places, or in one that no list has", () => {
    const differ = [main, net("a", "cn-hongkong-b"), net("b", "cn-hangzhou-h")];
    expect(placed(differ, fallback)).toBe("regions-differ cn-hangzhou, cn-hongkong");
    expect(placed(differ, {}, "a")).toBe("outside cn-hongkong (zone)");
    expect(placed([main, net("a", "cn-atlantis-b"), net("b", "cn-hangzhou-h")])).toBe(
      "regions-differ cn-atlantis, cn-hangzhou",
    );
  });

  test("show nothing that they do not know themselves", () => {
    expect(placed([main, net("net", unknownValue), net("other", "[secret]")])).toBe("region-unset");
    expect(placed([main, net("net", unknownValue)], fallback)).toBe("mainland cn-beijing (option)");
  });

  test("do not count before the rest of the plan is known, and neither does an option", () => {
    const specs = [main, net("net", "cn-hongkong-b")];
    const isolated = (options: PlanOptions, name = "main"): string =>
      place(planOf(specs, { region: "", isolated: true }, options), name);
    expect([isolated({}), isolated(fallback), isolated(fallback, "net")]).toEqual([
      "region-unset",
      "isolated",
      "outside cn-hongkong (zone)",
    ]);
    expect(place(planOf([main], { isolated: true }, fallback))).toBe("mainland cn-hangzhou (config)");
  });

  test("of another plan do not count, although it is judged along", () => {
    const one = planOf([main], { id: "web/dev", region: "" });
    const other = planOf([net("net", "cn-hongkong-b")], { id: "net/dev", stack: "net", region: "" });
    const joined = new Plan([...one.parts, ...other.parts], [...one.resources, ...other.resources]);
    expect(place(joined)).toBe("region-unset");
    expect(place(joined, "net")).toBe("outside cn-hongkong (zone)");
  });

  test("that go away do not count", () => {
    expect(placed([main, net("net", "cn-hongkong-b", { rest: { change: "delete" } })])).toBe("region-unset");
  });
});

describe("a provider whose region changes", () => {
  const previous = { urn: urnOf(PROVIDER, "site"), type: PROVIDER, name: "site", inputs: { region: "cn-hangzhou" } };
  const moving = provider("site", { region: unknownValue }, { rest: { change: "update", previous } });
  const staying = provider("site", { region: unknownValue }, { rest: { change: "same" } });
  const vpc = one(VPC, "vpc", {}, { ...at("site"), outputs: { regionId: "cn-hangzhou" } });
  const ip = one(EIP, "main", {}, at("site"));

  test("makes nothing of what was answered before, and all of what is said now", () => {
    expect(placed([ip, vpc, moving])).toBe("computed region");
    expect(placed([ip, vpc, staying])).toBe("mainland cn-hangzhou (neighbour)");
    expect(placed([ip, vpc, moving, net("net", "cn-hongkong-b", at("site"))])).toBe("outside cn-hongkong (neighbour)");
  });
});

test("an exported stack tells by what its provider answered", () => {
  const vpc = state("net", { type: VPC, id: "vpc-1", inputs: {}, outputs: { regionId: "cn-shanghai" } });
  const there = `${stateUrn("default_3_108_0", PROVIDER)}::1`;
  const plan = planOfDocument(
    exported([
      state("default_3_108_0", { type: PROVIDER, id: "1", inputs: {} }),
      { ...vpc, provider: there },
      { ...state("main", { id: "eip-1", outputs: {} }), provider: there },
    ]),
  );
  expect(place(plan)).toBe("mainland cn-shanghai (neighbour)");
});

test("two resources of one name, one of which goes away, are each where they are", () => {
  const old = one(EIP, "main", {}, { rest: { change: "delete" }, outputs: { zone: "cn-hongkong-b" } });
  const plan = planOf([one(EIP, "main", { zone: "cn-hangzhou-h" }), old], { region: "" });
  expect([...plan.resources, ...plan.removed].map((resource) => locate(resource, plan))).toMatchObject([
    { region: "cn-hangzhou" },
    { region: "cn-hongkong" },
  ]);
});
