import { describe, expect, test } from "vitest";
import { scaling } from "../../../src/products/alicloud/compute/scaling";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const HANGZHOU = "mainland cn-hangzhou by config";
const GROUP = "alicloud:ess/scalingGroup:ScalingGroup";
const PROVISIONING = "alicloud:ecs/autoProvisioningGroup:AutoProvisioningGroup";
const INSTANCES = "alicloud:ess/scalingConfiguration:ScalingConfiguration";
const CONTAINERS = "alicloud:ess/eciScalingConfiguration:EciScalingConfiguration";
const TEMPLATE = "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate";

const OTHERS: ResourceSpec[] = [
  { type: GROUP, name: "scaled" },
  { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "group" },
  { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "other" },
  { type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", name: "clb" },
  { type: "alicloud:alb/serverGroup:ServerGroup", name: "albs" },
  { type: "alicloud:nlb/serverGroup:ServerGroup", name: "nlbs" },
  { type: "alicloud:slb/serverGroup:ServerGroup", name: "clbs" },
  { type: "alicloud:ecs/instance:Instance", name: "web" },
];
const template = (inputs: Properties, rest: Partial<ResourceSpec> = {}): ResourceSpec => ({
  type: TEMPLATE,
  name: "template",
  inputs,
  ...rest,
});
const read = (type: string, inputs: Properties, more: ResourceSpec[] = [], region = "cn-hangzhou") =>
  contributed(scaling, planOf([{ type, inputs }, ...OTHERS, ...more], { region }));
const entry = (reach: string, location = HANGZHOU) => ({
  is: "entry",
  resource: "main",
  kind: "scaling-group",
  tier: "access",
  location,
  reach,
  addresses: [],
});
const guard = (...groups: unknown[]) => ({ is: "guard", of: "main", groups });
const link = (from: unknown, to: unknown) => ({ is: "link", by: "main", from, to });

describe.each([GROUP, PROVISIONING])("%s with a launch template", (type) => {
  const made = (inputs: Properties, rest: Partial<ResourceSpec> = {}, own: Properties = {}, region?: string) =>
    read(type, { launchTemplateId: ref("template"), ...own }, [template(inputs, rest)], region);

  test.each<[string, Properties, string]>([
    ["that says nothing", {}, "private"],
    ["without bandwidth", { internetMaxBandwidthOut: 0 }, "private"],
    ["with bandwidth", { internetMaxBandwidthOut: 5 }, "public"],
    ["of unknown bandwidth", { internetMaxBandwidthOut: unknownValue }, "(computed)"],
  ])("%s", (_, inputs, reach) => {
    expect(made(inputs)).toEqual([entry(reach), guard()]);
  });

  test("with security groups", () => {
    expect(made({ securityGroupIds: [ref("group")], securityGroupId: ref("other") })).toEqual([
      entry("private"),
      guard("group", "other"),
    ]);
  });

  test("whose version the plan does not show, and one that it does", () => {
    const existing = { rest: { id: "lt-1" } };
    expect(made({ internetMaxBandwidthOut: 5 }, existing)).toEqual([entry("(not-in-plan)"), guard("(not-in-plan)")]);
    const latest = { internetMaxBandwidthOut: 5, updateDefaultVersionNumber: true };
    expect(made(latest, existing)).toEqual([entry("public"), guard()]);
    expect(made(latest, existing, { launchTemplateVersion: "Default" })).toEqual([entry("public"), guard()]);
    expect(made(latest, existing, { launchTemplateVersion: "3" })).toEqual([
      entry("(not-in-plan)"),
      guard("(not-in-plan)"),
    ]);
  });

  test("that is elsewhere, and an unknown one", () => {
    expect(read(type, { launchTemplateId: "lt-1" })).toEqual([entry("(not-in-plan)"), guard("(not-in-plan)")]);
    expect(read(type, { launchTemplateId: unknownValue })).toEqual([entry("(computed)"), guard("(computed)")]);
  });

  test("outside, and in a region of no list", () => {
    expect(made({}, {}, {}, "us-east-1")).toEqual([entry("private", "outside us-east-1 by config"), guard()]);
    expect(made({}, {}, {}, "xx-nowhere")).toEqual([entry("private", "(region-unlisted)"), guard()]);
  });
});

describe("a scaling group", () => {
  test("without a template describes nothing itself", () => {
    expect(read(GROUP, {})).toEqual([]);
  });

  test.each(["instanceId", "containerGroupId"])("that copies by %s", (property) => {
    expect(read(GROUP, { [property]: "i-1" })).toEqual([entry("(not-in-plan)"), guard("(not-in-plan)")]);
  });

  test.each<[string, Properties, unknown[]]>([
    ["a CLB", { loadbalancerIds: [ref("clb")] }, [link("clb", "main")]],
    ["a CLB elsewhere", { loadbalancerIds: ["lb-1"] }, [link({ elsewhere: "lb-1" }, "main")]],
    ["unknown load balancers", { loadbalancerIds: unknownValue }, [link("(computed)", "main")]],
    ["load balancers computed from one", { loadbalancerIds: ref("clb") }, [link("clb", "main")]],
    ["an ALB's servers", { albServerGroups: [{ albServerGroupId: ref("albs"), port: 80 }] }, [link("albs", "main")]],
    ["unknown servers", { albServerGroups: unknownValue }, [link("(computed)", "main")]],
  ])("behind %s", (_, inputs, links) => {
    expect(read(GROUP, inputs)).toEqual(links);
  });
});

describe.each([
  {
    type: INSTANCES,
    open: { internetMaxBandwidthOut: 5 },
    shut: { internetMaxBandwidthOut: 0 },
    by: "securityGroupId",
  },
  { type: CONTAINERS, open: { autoCreateEip: true }, shut: { autoCreateEip: false }, by: "securityGroupId" },
])("$type", ({ type, open, shut, by }) => {
  const active = (inputs: Properties, region?: string) =>
    read(type, { active: true, scalingGroupId: ref("scaled"), ...inputs }, [], region);
  const unknown = Object.fromEntries(Object.keys(open).map((key) => [key, unknownValue]));

  test.each<[string, Properties, string]>([
    ["that says nothing", {}, "private"],
    ["of private ones", shut, "private"],
    ["of public ones", open, "public"],
    ["of unknown ones", unknown, "(computed)"],
    ["that may be active, of private ones", { active: unknownValue }, "private"],
    ["that may be active, of public ones", { ...open, active: unknownValue }, "(computed)"],
  ])("an active one %s", (_, inputs, reach) => {
    expect(active(inputs)).toEqual([entry(reach), guard(), link("scaled", "main")]);
  });

  test("one that is not active contributes nothing", () => {
    expect(active({ ...open, active: false })).toEqual([]);
    expect(read(type, { ...open, scalingGroupId: ref("scaled") })).toEqual([]);
  });

  test("guarded by groups", () => {
    expect(active({ [by]: ref("group") })).toEqual([entry("private"), guard("group"), link("scaled", "main")]);
    expect(active({ [by]: unknownValue })).toEqual([entry("private"), guard("(computed)"), link("scaled", "main")]);
  });

  test("of a group that is not in the plan, and of an unknown one", () => {
    expect(active({ scalingGroupId: "asg-1" })).toEqual([
      entry("private"),
      guard(),
      link({ elsewhere: "asg-1" }, "main"),
    ]);
    expect(active({ scalingGroupId: unknownValue })).toEqual([entry("private"), guard(), link("(computed)", "main")]);
  });

  test("outside, and in a region of no list", () => {
    const there = (location: string) => [entry("private", location), guard(), link("scaled", "main")];
    expect(active({}, "ap-southeast-1")).toEqual(there("outside ap-southeast-1 by config"));
    expect(active({}, "xx-nowhere")).toEqual(there("(region-unlisted)"));
  });
});

test.each<[string, string, Properties, unknown[]]>([
  [
    "an ALB's servers",
    "albServerGroupAttachment:AlbServerGroupAttachment",
    { albServerGroupId: ref("albs") },
    ["albs"],
  ],
  ["an ALB's servers", "serverGroupAttachment:ServerGroupAttachment", { serverGroupId: ref("albs") }, ["albs"]],
  ["an NLB's servers", "serverGroupAttachment:ServerGroupAttachment", { serverGroupId: ref("nlbs") }, ["nlbs"]],
  [
    "servers elsewhere",
    "serverGroupAttachment:ServerGroupAttachment",
    { serverGroupId: "sgp-1" },
    [{ elsewhere: "sgp-1" }],
  ],
  ["unknown servers", "serverGroupAttachment:ServerGroupAttachment", { serverGroupId: unknownValue }, ["(computed)"]],
  [
    "a CLB's servers",
    "scalingGroupVServerGroups:ScalingGroupVServerGroups",
    { vserverGroups: [{ loadbalancerId: ref("clb"), vserverAttributes: [{ vserverGroupId: ref("clbs"), port: 80 }] }] },
    ["clbs"],
  ],
  [
    "unknown servers of a CLB",
    "scalingGroupVServerGroups:ScalingGroupVServerGroups",
    { vserverGroups: unknownValue },
    ["(computed)"],
  ],
])("a scaling group behind %s by %s", (_, type, inputs, fronts) => {
  const attached = read(`alicloud:ess/${type}`, { scalingGroupId: ref("scaled"), ...inputs });
  expect(attached).toEqual(fronts.map((front) => link(front, "scaled")));
});

test.each<[string, Properties, unknown[]]>([
  ["an instance", { instanceIds: [ref("web")] }, [link("scaled", "web")]],
  ["an instance elsewhere", { instanceIds: ["i-1"] }, [link("scaled", { elsewhere: "i-1" })]],
  ["unknown instances", { instanceIds: unknownValue }, [link("scaled", "(computed)")]],
  ["instances computed from one", { instanceIds: ref("web") }, [link("scaled", "web")]],
])("%s of a scaling group", (_, inputs, links) => {
  expect(read("alicloud:ess/attachment:Attachment", { scalingGroupId: ref("scaled"), ...inputs })).toEqual(links);
});
