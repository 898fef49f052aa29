import { describe, expect, test } from "vitest";
import { nodePools } from "../../../src/products/alicloud/compute/node-pool";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const TYPE = "alicloud:cs/nodePool:NodePool";
const OTHERS: ResourceSpec[] = [
  { type: "alicloud:cs/managedKubernetes:ManagedKubernetes", name: "cluster" },
  { type: "alicloud:ecs/securityGroup:SecurityGroup", name: "group" },
];
const read = (inputs: Properties, region = "cn-hangzhou") =>
  contributed(
    nodePools,
    planOf([{ type: TYPE, inputs: { clusterId: ref("cluster"), ...inputs } }, ...OTHERS], { region }),
  );

const HANGZHOU = "mainland cn-hangzhou by config";
interface Nodes {
  readonly reach?: string;
  readonly location?: string;
  readonly groups?: readonly unknown[];
  readonly cluster?: unknown;
}
const nodes = ({ reach = "private", location = HANGZHOU, groups = [], cluster = "cluster" }: Nodes = {}) => [
  { is: "entry", resource: "main", kind: "scaling-group", tier: "access", location, reach, addresses: [] },
  { is: "guard", of: "main", groups },
  { is: "link", by: "main", from: cluster, to: "main" },
];
const server = (over: Record<string, unknown> = {}) => ({
  is: "server",
  resource: "main",
  product: "ecs",
  location: HANGZHOU,
  charge: "subscription",
  chargeProperty: "instanceChargeType",
  renewalProperty: "autoRenew",
  term: { months: "(absent)", renewal: "none" },
  bandwidth: false,
  ...over,
});

describe("nodes", () => {
  test.each<[string, Properties, string]>([
    ["with nothing said", {}, "private"],
    ["without bandwidth", { internetMaxBandwidthOut: 0 }, "private"],
    ["with bandwidth", { internetMaxBandwidthOut: 5 }, "public"],
    ["of unknown bandwidth", { internetMaxBandwidthOut: unknownValue }, "(computed)"],
    ["with an EIP each", { scalingConfig: { isBondEip: true } }, "public"],
    [
      "with an EIP each, of unknown bandwidth",
      { scalingConfig: { isBondEip: true }, internetMaxBandwidthOut: unknownValue },
      "public",
    ],
    ["without EIPs", { scalingConfig: { isBondEip: false } }, "private"],
    ["perhaps with EIPs", { scalingConfig: { isBondEip: unknownValue } }, "(computed)"],
    ["scaled in an unknown way", { scalingConfig: unknownValue }, "(computed)"],
  ])("%s", (_, inputs, reach) => {
    expect(read(inputs)).toEqual(nodes({ reach }));
  });

  test.each<[string, Properties, unknown[]]>([
    ["a group", { securityGroupIds: [ref("group")] }, ["group"]],
    ["a group under its former name", { securityGroupId: ref("group") }, ["group"]],
    ["a group elsewhere", { securityGroupIds: ["sg-1"] }, [{ elsewhere: "sg-1" }]],
    ["unknown groups", { securityGroupIds: unknownValue }, ["(computed)"]],
  ])("guarded by %s", (_, inputs, groups) => {
    expect(read(inputs)).toEqual(nodes({ groups }));
  });

  test("of a cluster that is elsewhere, or not known", () => {
    expect(read({ clusterId: "c-1" })).toEqual(nodes({ cluster: { elsewhere: "c-1" } }));
    expect(read({ clusterId: unknownValue })).toEqual(nodes({ cluster: "(computed)" }));
  });

  test("outside, and in a region of no list", () => {
    expect(read({}, "us-west-1")).toEqual(nodes({ location: "outside us-west-1 by config" }));
    expect(read({}, "xx-nowhere")).toEqual(nodes({ location: "(region-unlisted)" }));
  });
});

describe("as servers", () => {
  test("only when they are a subscription, or may be", () => {
    expect(read({ instanceChargeType: "PostPaid" })).toEqual(nodes());
    expect(read({ instanceChargeType: "PrePaid" })).toEqual([...nodes(), server()]);
    expect(read({ instanceChargeType: unknownValue })).toEqual([...nodes(), server({ charge: "(computed)" })]);
  });

  test.each<[string, Properties, Record<string, unknown>]>([
    ["for a year", { period: 12, periodUnit: "Month" }, { months: 12 }],
    ["renewed", { autoRenew: true, autoRenewPeriod: 3 }, { renewal: "automatic" }],
    ["for a time not yet known", { period: unknownValue }, { months: "(computed)" }],
    ["perhaps renewed", { autoRenew: unknownValue }, { renewal: "(computed)" }],
  ])("bought %s", (_, inputs, term) => {
    const { term: usual } = server();
    const bought = read({ instanceChargeType: "PrePaid", internetMaxBandwidthOut: 5, ...inputs });
    expect(bought).toEqual([...nodes({ reach: "public" }), server({ bandwidth: true, term: { ...usual, ...term } })]);
  });
});
