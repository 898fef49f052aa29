import { describe, expect, test } from "vitest";
import { databaseHost } from "../../../src/products/alicloud/compute/database-host";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";
import { contributed } from "./contributed";

describe.each([
  { type: "alicloud:rds/custom:Custom", groups: (id: unknown) => ({ securityGroupIds: [id] }) },
  { type: "alicloud:cddc/dedicatedPropreHost:DedicatedPropreHost", groups: (id: unknown) => ({ securityGroupId: id }) },
])("$type", ({ type, groups }) => {
  const read = (inputs: object, region = "cn-hangzhou") =>
    contributed(
      databaseHost,
      planOf(
        [
          { type, inputs: inputs as Properties },
          { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "group" },
        ],
        { region },
      ),
    );
  const host = (reach: string, location = "mainland cn-hangzhou by config", guards: unknown[] = []) => [
    { is: "entry", resource: "main", kind: "instance", tier: "access", location, reach, addresses: [] },
    { is: "guard", of: "main", groups: guards },
  ];

  test.each<[string, object, string]>([
    ["without bandwidth", {}, "private"],
    ["with no bandwidth", { internetMaxBandwidthOut: 0 }, "private"],
    ["with bandwidth", { internetMaxBandwidthOut: 5 }, "public"],
    ["of unknown bandwidth", { internetMaxBandwidthOut: unknownValue }, "(computed)"],
  ])("%s", (_, inputs, reach) => {
    expect(read(inputs)).toEqual(host(reach));
  });

  test.each<[string, unknown, unknown]>([
    ["a group", ref("group"), "group"],
    ["a group elsewhere", "sg-1", { elsewhere: "sg-1" }],
    ["an unknown group", unknownValue, "(computed)"],
  ])("guarded by %s", (_, id, group) => {
    expect(read(groups(id))).toEqual(host("private", undefined, [group]));
  });

  test("outside, and in a region of no list", () => {
    expect(read({}, "cn-hongkong")).toEqual(host("private", "outside cn-hongkong by config"));
    expect(read({}, "xx-nowhere")).toEqual(host("private", "(region-unlisted)"));
  });
});
