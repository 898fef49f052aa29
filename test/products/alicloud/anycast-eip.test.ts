import { describe, expect, test } from "vitest";
import { anycastEip } from "../../../src/products/alicloud/network/anycast-eip";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const ADDRESS = "alicloud:eipanycast/anycastEipAddress:AnycastEipAddress";
const ATTACHMENT = "alicloud:eipanycast/anycastEipAddressAttachment:AnycastEipAddressAttachment";

test.each<[string, Properties, string]>([
  ["international", { serviceLocation: "international" }, "outside overseas by scope"],
  ["the mainland", { serviceLocation: "ChineseMainland" }, "mainland mainland by scope"],
  ["another word", { serviceLocation: "moon" }, "(malformed)"],
  ["not yet known", { serviceLocation: unknownValue }, "(computed)"],
  ["left out", {}, "(malformed)"],
])("an address with the access area %s, whatever its provider's region", (_, inputs, location) => {
  expect(contributed(anycastEip, planOf([{ type: ADDRESS, inputs }]))).toEqual([
    { is: "address", resource: "main", value: "(not-in-plan)", location },
  ]);
});

test("nothing is assumed of an address that the plan hides", () => {
  const plan = planOf([{ type: ADDRESS, rest: { hidden: "hidden" } }]);
  expect(contributed(anycastEip, plan)).toMatchObject([{ location: "(hidden)" }]);
});

describe("an attachment", () => {
  const others: readonly ResourceSpec[] = [
    { type: ADDRESS, name: "eip", inputs: { serviceLocation: "international" } },
    { type: ADDRESS, name: "other" },
    { type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", name: "clb" },
    { type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name: "eni" },
  ];
  const read = (inputs: Properties): readonly unknown[] =>
    contributed(
      anycastEip,
      planOf([
        { type: ATTACHMENT, inputs: { anycastId: ref("eip"), bindInstanceType: "SlbInstance", ...inputs } },
        ...others,
      ]),
    );
  const bound = (to: unknown, kind: string, address: unknown = "eip") => ({
    is: "attachment",
    by: "main",
    address,
    to,
    opens: "target",
    kind,
  });
  const whole = (to: unknown, kind: string) => [
    { is: "attachment", by: "main", address: "eip", to, opens: "address", kind: "anycast-eip" },
    { is: "link", by: "main", from: "eip", to },
    bound(to, kind),
  ];

  test.each<[string, Properties, readonly unknown[]]>([
    ["to a load balancer", { bindInstanceId: ref("clb") }, whole("clb", "clb")],
    [
      "to a network interface",
      { bindInstanceId: ref("eni"), bindInstanceType: "NetworkInterface" },
      whole("eni", "network-interface"),
    ],
    ["to something elsewhere", { bindInstanceId: "lb-1" }, whole({ elsewhere: "lb-1" }, "clb")],
    [
      "to something of an unknown type",
      { bindInstanceId: ref("eni"), bindInstanceType: unknownValue },
      whole("eni", "anycast-eip"),
    ],
    [
      "to one of several",
      { bindInstanceId: ref("clb", "eni"), bindInstanceType: "" },
      whole("(computed)", "anycast-eip"),
    ],
    [
      "of an address elsewhere",
      { anycastId: "aeip-1", bindInstanceId: ref("clb") },
      [bound("clb", "clb", { elsewhere: "aeip-1" })],
    ],
    [
      "of one of several addresses",
      { anycastId: ref("eip", "other"), bindInstanceId: ref("clb") },
      [bound("clb", "clb", "(computed)")],
    ],
    [
      "of which everything is unknown",
      { anycastId: unknownValue, bindInstanceId: unknownValue, bindInstanceType: unknownValue },
      [bound("(computed)", "anycast-eip", "(computed)")],
    ],
  ])("%s", (_, inputs, expected) => {
    expect(read(inputs)).toEqual(expected);
  });
});
