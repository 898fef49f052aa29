/** Whole plans with each kind of server: what a record that leads to one exposes, also when only the dependency tells. */
import { describe, expect, test } from "vitest";
import { alicloud } from "../../../src/products/alicloud";
import type { Exposure } from "../../../src/graph/exposure";
import { Exposures } from "../../../src/graph/exposures";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { record, resource, web } from "../../support/stacks";

const exposed = (specs: readonly ResourceSpec[], region = "cn-hangzhou") =>
  new Exposures(planOf(specs, { region }), alicloud).all.map(summary);

function summary({ entry, location, doubts }: Exposure): string {
  const where = location.in === "undetermined" ? `(${location.doubt.why})` : location.in;
  return [entry?.kind ?? "nothing", entry?.resource.name ?? "", where, ...doubts.map(({ why }) => `(${why})`)].join(
    " ",
  );
}

const NODE = { ensRegionId: "cn-wuxi-telecom_unicom_cmcc-2" };
const ABROAD = { ensRegionId: "ch-zurich-1" };
const ens = (name: string, inputs: Properties = {}) =>
  resource("alicloud:ens/instance:Instance", name, {
    scheduleAreaLevel: "Region",
    paymentType: "Subscription",
    period: 12,
    internetMaxBandwidthOut: 10,
    ...NODE,
    ...inputs,
  });
const ensEip = (to: string) => [
  resource("alicloud:ens/eip:Eip", "eip", NODE),
  resource("alicloud:ens/eipInstanceAttachment:EipInstanceAttachment", "binding", {
    allocationId: ref("eip"),
    instanceId: ref(to),
  }),
];
const simple = resource("alicloud:simpleapplicationserver/instance:Instance", "server", { period: 12 });
const containers = (inputs: Properties) =>
  resource("alicloud:eci/containerGroup:ContainerGroup", "server", { securityGroupId: ref("group"), ...inputs });

describe("a record that depends on", () => {
  const to = (name: string) => record("www", ref(name));

  test.each<[string, ResourceSpec[], string[]]>([
    ["a simple server", [simple, to("server")], ["simple-server server mainland"]],
    ["an ENS instance", [ens("server"), to("server")], ["ens-instance server mainland"]],
    ["an ENS instance abroad", [ens("server", ABROAD), to("server")], ["ens-instance server outside"]],
    [
      "an ENS instance in an unknown node",
      [ens("server", { ensRegionId: unknownValue }), to("server")],
      ["ens-instance server (computed)"],
    ],
    ["a private ENS instance", [ens("server", { publicIpIdentification: false }), to("server")], []],
    [
      "an ENS instance of which all is unknown",
      [
        ens("server", {
          scheduleAreaLevel: unknownValue,
          ensRegionId: unknownValue,
          publicIpIdentification: unknownValue,
          internetMaxBandwidthOut: unknownValue,
          paymentType: unknownValue,
        }),
        to("server"),
      ],
      ["ens-instance server (computed) (computed)"],
    ],
    [
      "an EIP of a private ENS instance",
      [ens("server", { publicIpIdentification: false }), ...ensEip("server"), to("eip")],
      ["ens-instance server mainland"],
    ],
    [
      "an EIP of an ENS balancer",
      [resource("alicloud:ens/loadBalancer:LoadBalancer", "lb", NODE), ...ensEip("lb"), to("eip")],
      ["ens-balancer lb mainland"],
    ],
    ["an ENS balancer", [resource("alicloud:ens/loadBalancer:LoadBalancer", "lb", NODE), to("lb")], []],
    [
      "an EIP of an ENS NAT gateway",
      [resource("alicloud:ens/natGateway:NatGateway", "nat", NODE), ...ensEip("nat"), to("eip")],
      ["nat eip mainland"],
    ],
    [
      "an unbound ENS EIP",
      [resource("alicloud:ens/eip:Eip", "eip", NODE), to("eip")],
      ["nothing  (unbound) (unbound)"],
    ],
    [
      "containers with an EIP",
      [...web, containers({ autoCreateEip: true }), to("server")],
      ["container-group server mainland"],
    ],
    ["containers without", [...web, containers({}), to("server")], []],
    [
      "containers that perhaps have one",
      [...web, containers({ autoCreateEip: unknownValue }), to("server")],
      ["container-group server mainland (computed)"],
    ],
    [
      "the EIP of containers",
      [
        ...web,
        resource("alicloud:ecs/eipAddress:EipAddress", "eip"),
        containers({ eipInstanceId: ref("eip") }),
        to("eip"),
      ],
      ["container-group server mainland"],
    ],
  ])("%s", (_, specs, expected) => {
    expect(exposed(specs)).toEqual(expected);
  });

  test("a server of a region that is outside, or in no list", () => {
    for (const [region, where] of [
      ["cn-hongkong", "outside"],
      ["xx-nowhere", "(region-unlisted)"],
    ] as const) {
      expect(exposed([simple, to("server")], region)).toEqual([`simple-server server ${where}`]);
      const open = [...web, containers({ autoCreateEip: true }), to("server")];
      expect(exposed(open, region)).toEqual([`container-group server ${where}`]);
    }
  });
});

describe("the address of", () => {
  test("containers equals what a record leads to", () => {
    const made = { ...containers({ autoCreateEip: true }), outputs: { internetIp: "47.96.0.1" } };
    expect(exposed([...web, made, record("www", "47.96.0.1")])).toEqual(["container-group server mainland"]);
  });
});

describe("instances that scale", () => {
  const scaled = (configuration: Properties): ResourceSpec[] => [
    ...web,
    resource("alicloud:ess/scalingGroup:ScalingGroup", "scaled"),
    resource("alicloud:ess/scalingConfiguration:ScalingConfiguration", "configuration", {
      scalingGroupId: ref("scaled"),
      active: true,
      securityGroupId: ref("group"),
      ...configuration,
    }),
  ];
  const balanced: ResourceSpec[] = [
    resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", { addressType: "Internet" }),
    resource("alicloud:alb/serverGroup:ServerGroup", "servers"),
    resource("alicloud:alb/listener:Listener", "listener", {
      loadBalancerId: ref("alb"),
      listenerProtocol: "HTTP",
      defaultActions: [{ forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: ref("servers") }] } }],
    }),
    resource("alicloud:ess/serverGroupAttachment:ServerGroupAttachment", "attached", {
      scalingGroupId: ref("scaled"),
      serverGroupId: ref("servers"),
      type: "ALB",
    }),
    record("www", ref("alb"), { type: "CNAME" }),
  ];
  const entryOf = (specs: readonly ResourceSpec[], name: string) => {
    const exposures = new Exposures(planOf(specs), alicloud);
    const entry = [...exposures.graph.entries.values()].find((one) => one.resource.name === name);
    return entry && { reach: entry.reach, opening: entry.opening, named: exposures.named.has(entry.resource.urn) };
  };

  test("are public by their bandwidth, and open by their security groups", () => {
    const publicOnes = scaled({ internetMaxBandwidthOut: 5 });
    expect(entryOf(publicOnes, "configuration")).toEqual({ reach: "public", opening: "web", named: false });
    expect(entryOf(scaled({}), "configuration")).toEqual({ reach: "private", opening: "web", named: false });
  });

  test("behind a load balancer have the hosts that lead to it", () => {
    const specs = [...scaled({ internetMaxBandwidthOut: 5 }), ...balanced];
    expect(entryOf(specs, "configuration")).toEqual({ reach: "public", opening: "web", named: true });
    expect(exposed(specs)).toEqual(["alb alb mainland"]);
  });

  test("made from a launch template", () => {
    const specs: ResourceSpec[] = [
      ...web,
      resource("alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate", "template", {
        internetMaxBandwidthOut: 5,
        securityGroupIds: [ref("group")],
      }),
      resource("alicloud:ecs/autoProvisioningGroup:AutoProvisioningGroup", "fleet", {
        launchTemplateId: ref("template"),
      }),
    ];
    expect(entryOf(specs, "fleet")).toEqual({ reach: "public", opening: "web", named: false });
  });
});

describe("which servers could obtain a filing", () => {
  const servers = (specs: readonly ResourceSpec[]) =>
    [...new Exposures(planOf(specs), alicloud).graph.servers.values()].map(({ product }) => product);

  test("a simple server and an ENS instance, no matter how they are paid for", () => {
    expect(servers([simple])).toEqual(["sas"]);
    expect(servers([ens("server")])).toEqual(["ens"]);
    expect(servers([ens("server", { paymentType: "PayAsYouGo" })])).toEqual(["ens"]);
  });

  test("neither containers nor what scales", () => {
    const specs = [
      ...web,
      containers({ autoCreateEip: true }),
      resource("alicloud:ess/scalingGroup:ScalingGroup", "scaled"),
      resource("alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate", "template", { instanceChargeType: "PrePaid" }),
      resource("alicloud:ecs/autoProvisioningGroup:AutoProvisioningGroup", "fleet", {
        launchTemplateId: ref("template"),
      }),
    ];
    expect(servers(specs)).toEqual([]);
  });
});
