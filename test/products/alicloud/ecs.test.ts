import { describe, expect, test } from "vitest";
import { ecs } from "../../../src/products/alicloud/compute/ecs";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const INSTANCE = "alicloud:ecs/instance:Instance";
const SET = "alicloud:ecs/ecsInstanceSet:EcsInstanceSet";
const TEMPLATE = "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate";
const GROUP = "alicloud:ecs/securityGroup:SecurityGroup";
const HANGZHOU = "mainland cn-hangzhou by config";

const OTHERS: ResourceSpec[] = [
  { type: GROUP, name: "group" },
  { type: GROUP, name: "other" },
  {
    type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface",
    name: "interface",
    inputs: { securityGroupIds: [ref("group")] },
  },
];
const read = (type: string, inputs: Properties, rest: Partial<ResourceSpec> = {}, more: ResourceSpec[] = []) =>
  contributed(ecs, planOf([{ type, inputs, ...rest }, ...OTHERS, ...more]));

const entry = (over: Record<string, unknown> = {}) => ({
  is: "entry",
  resource: "main",
  kind: "instance",
  tier: "access",
  location: HANGZHOU,
  reach: "private",
  addresses: ["(absent)"],
  ...over,
});
const guard = (...groups: unknown[]) => ({ is: "guard", of: "main", groups });
const NO_TERM = { months: "(absent)", renewal: "none" };
const serverOf =
  (type: string) =>
  (over: Record<string, unknown> = {}) => ({
    is: "server",
    resource: "main",
    product: "ecs",
    location: HANGZHOU,
    charge: "unstated",
    chargeProperty: "instanceChargeType",
    renewalProperty: type === INSTANCE ? "renewalStatus" : "autoRenew",
    term: NO_TERM,
    bandwidth: false,
    ...over,
  });

describe.each([
  // An address of its own comes with bandwidth: without, there is none to wait for.
  { type: INSTANCE, groups: "securityGroups", addresses: ["(absent)"], coming: ["(computed)"] },
  { type: SET, groups: "securityGroupIds", addresses: [], coming: [] },
])("$type", ({ type, groups, addresses, coming }) => {
  const server = serverOf(type);

  test("with nothing said", () => {
    expect(read(type, {})).toEqual([entry({ addresses }), guard(), server()]);
  });

  test("outside, and in a region of no list", () => {
    for (const [region, location] of [
      ["cn-hongkong", "outside cn-hongkong by config"],
      ["xx-nowhere", "(region-unlisted)"],
    ] as const) {
      const there = contributed(ecs, planOf([{ type }], { region }));
      expect(there).toEqual([entry({ addresses, location }), guard(), server({ location })]);
    }
  });

  test.each<[string, Properties, string | boolean, string]>([
    ["some", { internetMaxBandwidthOut: 5 }, true, "public"],
    ["some, as text", { internetMaxBandwidthOut: "5" }, true, "public"],
    ["none", { internetMaxBandwidthOut: 0 }, false, "private"],
    ["left out", {}, false, "private"],
    ["not yet known", { internetMaxBandwidthOut: unknownValue }, "(computed)", "(computed)"],
    ["a secret", { internetMaxBandwidthOut: "[secret]" }, "(secret)", "(secret)"],
    ["of a wrong type", { internetMaxBandwidthOut: true }, "(malformed)", "(malformed)"],
  ])("bandwidth %s", (_, inputs, bandwidth, reach) => {
    const own = reach === "private" ? addresses : reach === "public" ? coming : coming.map(() => reach);
    expect(read(type, inputs)).toEqual([entry({ addresses: own, reach }), guard(), server({ bandwidth })]);
  });

  test.each<[string, Properties, string]>([
    ["PrePaid", { instanceChargeType: "PrePaid" }, "subscription"],
    [
      "PrePaid beside a spot strategy",
      { instanceChargeType: "PrePaid", spotStrategy: "SpotAsPriceGo" },
      "subscription",
    ],
    ["PostPaid", { instanceChargeType: "PostPaid" }, "pay-as-you-go"],
    ["PostPaid, no spot", { instanceChargeType: "PostPaid", spotStrategy: "NoSpot" }, "pay-as-you-go"],
    ["PostPaid, spot", { instanceChargeType: "PostPaid", spotStrategy: "SpotWithPriceLimit" }, "spot"],
    ["PostPaid, spot unknown", { instanceChargeType: "PostPaid", spotStrategy: unknownValue }, "pay-as-you-go"],
    ["left out, spot", { spotStrategy: "SpotAsPriceGo" }, "spot"],
    ["left out, released automatically", { autoReleaseTime: "2027-01-01T00:00:00Z" }, "pay-as-you-go"],
    ["not yet known", { instanceChargeType: unknownValue }, "(computed)"],
    ["none of its values", { instanceChargeType: "Free" }, "(malformed)"],
  ])("charge type %s", (_, inputs, charge) => {
    expect(read(type, inputs)).toEqual([entry({ addresses }), guard(), server({ charge })]);
  });

  test.each<[string, Properties, Record<string, unknown>]>([
    ["a year", { period: 12 }, { months: 12 }],
    ["a month", { period: 1, periodUnit: "Month" }, { months: 1 }],
    ["three weeks", { period: 3, periodUnit: "Week" }, { months: 0.7 }],
    ["not yet known", { period: unknownValue }, { months: "(computed)" }],
    ["of an unknown unit", { period: 6, periodUnit: unknownValue }, { months: "(computed)" }],
    ["of a strange unit", { period: 1, periodUnit: "Year" }, { months: "(malformed)" }],
  ])("a term %s", (_, inputs, term) => {
    expect(read(type, inputs)).toEqual([entry({ addresses }), guard(), server({ term: { ...NO_TERM, ...term } })]);
  });

  test.each<[string, (string | ReturnType<typeof ref>)[], unknown[]]>([
    ["in the plan", [ref("group")], ["group"]],
    ["elsewhere", ["sg-bp1"], [{ elsewhere: "sg-bp1" }]],
    ["two", [ref("group"), ref("other")], ["group", "other"]],
    ["unknown", [unknownValue], ["(computed)"]],
  ])("security groups: %s", (_, list, expected) => {
    expect(read(type, { [groups]: list })).toEqual([entry({ addresses }), guard(...expected), server()]);
  });

  test("a list of security groups that is unknown", () => {
    expect(read(type, { [groups]: unknownValue })).toContainEqual(guard("(computed)"));
    expect(read(type, { [groups]: ref("group") })).toContainEqual(guard("group", "(computed)"));
  });

  describe("with a launch template", () => {
    const template: Properties = {
      launchTemplateName: "web",
      instanceChargeType: "PrePaid",
      period: 6,
      autoRenew: true,
      internetMaxBandwidthOut: 10,
      securityGroupId: ref("group"),
    };
    const withTemplate = (inputs: Properties, rest: Partial<ResourceSpec> = {}) =>
      read(type, inputs, {}, [{ type: TEMPLATE, name: "template", inputs: template, ...rest }]);
    const filled = [
      entry({ addresses: coming, reach: "public" }),
      guard("group"),
      server({
        charge: "subscription",
        term: { months: 6, renewal: "automatic" },
        bandwidth: true,
      }),
    ];
    const unsure = (why: string) => [
      entry({ addresses: coming.map(() => why), reach: why }),
      guard(why),
      server({ charge: why, term: { months: why, renewal: why }, bandwidth: why }),
    ];

    test("what is left out comes from it", () => {
      expect(withTemplate({ launchTemplateId: ref("template") })).toEqual(filled);
      expect(withTemplate({ launchTemplateName: "web" })).toEqual(filled);
    });

    test("what is said wins", () => {
      const said = { internetMaxBandwidthOut: 0, instanceChargeType: "PostPaid", [groups]: [ref("other")] };
      expect(withTemplate({ launchTemplateId: ref("template"), ...said })).toEqual([
        entry({ addresses }),
        guard("other"),
        server({ charge: "pay-as-you-go", term: { months: 6, renewal: "automatic" } }),
      ]);
    });

    test("that is elsewhere or unknown", () => {
      expect(withTemplate({ launchTemplateId: "lt-bp1" })).toEqual(unsure("(not-in-plan)"));
      expect(withTemplate({ launchTemplateName: "batch" })).toEqual(unsure("(not-in-plan)"));
      expect(withTemplate({ launchTemplateId: unknownValue })).toEqual(unsure("(computed)"));
    });

    test("that exists, so that another version may be in use", () => {
      const existing = { rest: { id: "lt-bp1" } };
      const follows = { ...existing, inputs: { ...template, updateDefaultVersionNumber: true } };
      expect(withTemplate({ launchTemplateId: "lt-bp1" }, existing)).toEqual(unsure("(not-in-plan)"));
      expect(withTemplate({ launchTemplateId: "lt-bp1" }, follows)).toEqual(filled);
      const pinned = { launchTemplateId: "lt-bp1", launchTemplateVersion: "1" };
      expect(withTemplate(pinned, follows)).toEqual(unsure("(not-in-plan)"));
    });
  });
});

test.each<[string, Properties, string]>([
  ["AutoRenewal", { renewalStatus: "AutoRenewal" }, "automatic"],
  ["Normal", { renewalStatus: "Normal" }, "none"],
  ["NotRenewal", { renewalStatus: "NotRenewal" }, "none"],
  ["not yet known", { renewalStatus: unknownValue }, "(computed)"],
  ["none of its values", { renewalStatus: "Yes" }, "(malformed)"],
])("an instance's renewal %s", (_, inputs, renewal) => {
  expect(read(INSTANCE, inputs)).toContainEqual(serverOf(INSTANCE)({ term: { ...NO_TERM, renewal } }));
});

test.each<[string, Properties, string]>([
  ["on", { autoRenew: true }, "automatic"],
  ["off", { autoRenew: false }, "none"],
  ["not yet known", { autoRenew: unknownValue }, "(computed)"],
])("a set's renewal %s", (_, inputs, renewal) => {
  expect(read(SET, inputs)).toContainEqual(serverOf(SET)({ term: { ...NO_TERM, renewal } }));
});

test.each<[string, Partial<ResourceSpec>, string]>([
  ["known", { outputs: { publicIp: "47.96.0.1" } }, "47.96.0.1"],
  ["none", { outputs: { publicIp: "" }, rest: { change: "same" } }, "(absent)"],
])("an instance's public address: %s", (_, spec, address) => {
  expect(read(INSTANCE, {}, spec)).toContainEqual(entry({ addresses: [address] }));
});

describe("network interfaces of an instance", () => {
  const link = { is: "link", by: "main", from: "interface", to: "main" };

  test.each<[string, Properties]>([
    ["its first one", { networkInterfaceId: ref("interface") }],
    ["another one", { networkInterfaces: { networkInterfaceId: ref("interface") } }],
  ])("%s leads to it and brings its groups", (_, inputs) => {
    const door = urnOf("alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", "interface");
    expect(read(INSTANCE, inputs)).toEqual([entry(), guard(), { ...guard("group"), door }, link, serverOf(INSTANCE)()]);
  });

  test("made with it bring their groups", () => {
    const inline = { networkInterfaces: { securityGroupIds: [ref("other")] } };
    const made = { ...guard("other"), door: "networkInterfaces[0]" };
    expect(read(INSTANCE, inline)).toContainEqual(made);
    expect(read(SET, { networkInterfaces: [{ securityGroupId: ref("other") }] })).toContainEqual(made);
  });
});

test.each([TEMPLATE, "alicloud:ecs/launchTemplate:LaunchTemplate"])("%s contributes nothing by itself", (type) => {
  expect(read(type, { internetMaxBandwidthOut: 5 })).toEqual([]);
});
