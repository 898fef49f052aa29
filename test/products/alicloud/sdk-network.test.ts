import { containerGroup } from "../../../src/products/alicloud/compute/container-group";
import { databaseHost } from "../../../src/products/alicloud/compute/database-host";
import { ecs } from "../../../src/products/alicloud/compute/ecs";
import { eip } from "../../../src/products/alicloud/network/eip";
import { ens } from "../../../src/products/alicloud/ens/ens";
import { nat } from "../../../src/products/alicloud/network/nat";
import { networkInterface } from "../../../src/products/alicloud/network/network-interface";
import { scaling } from "../../../src/products/alicloud/compute/scaling";
import { securityGroup } from "../../../src/products/alicloud/network/security-group";
import { simpleServer } from "../../../src/products/alicloud/compute/simple-server";
import { smartGateway } from "../../../src/products/alicloud/network/smart-gateway";
import * as tokens from "../../../src/products/alicloud/shared/tokens";
import { ref, type ResourceSpec } from "../../support/plan";
import { isInSdk } from "./sdk";

const products = {
  ...containerGroup,
  ...databaseHost,
  ...ecs,
  ...eip,
  ...ens,
  ...nat,
  ...networkInterface,
  ...scaling,
  ...securityGroup,
  ...simpleServer,
  ...smartGateway,
};

/** Resources whose readers look at others, or at more than a resource alone makes them look at. */
const together: ResourceSpec[][] = [
  [
    { type: "alicloud:vpc/natGateway:NatGateway", name: "nat" },
    { type: "alicloud:vpc/forwardEntry:ForwardEntry", inputs: { forwardTableId: ref("nat"), externalIp: "47.96.0.1" } },
  ],
  [
    {
      type: "alicloud:ecs/eipAssociation:EipAssociation",
      inputs: { instanceType: "IpAddress", privateIpAddress: "x" },
    },
  ],
  [
    { type: "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate", name: "template", rest: { id: "lt-1" } },
    {
      type: "alicloud:ess/scalingGroup:ScalingGroup",
      inputs: { launchTemplateId: ref("template"), launchTemplateVersion: "Default" },
    },
  ],
  [
    { type: "alicloud:ens/network:Network", name: "network" },
    { type: "alicloud:ens/vswitch:Vswitch", name: "switch" },
    {
      type: "alicloud:ens/instance:Instance",
      inputs: { ensRegionId: ref("network"), vswitchId: ref("switch"), netWorkId: ref("network") },
    },
  ],
  ...["ScalingConfiguration", "EciScalingConfiguration"].map((name): ResourceSpec[] => [
    {
      type: `alicloud:ess/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`,
      inputs: { active: true },
    },
  ]),
  ...tokens.LAUNCH_TEMPLATES.map((type): ResourceSpec[] => [
    { type, name: "template" },
    { type: "alicloud:ecs/instance:Instance", inputs: { launchTemplateId: ref("template") } },
  ]),
  ...tokens.NETWORK_INTERFACES.map((type): ResourceSpec[] => [
    { type, name: "interface" },
    { type: "alicloud:ecs/instance:Instance", inputs: { networkInterfaceId: ref("interface") } },
  ]),
];

isInSdk({
  products,
  together,
  tokens: [...Object.values(tokens).flat()],
  reads: [
    "alicloud:ecs/eipAssociation:EipAssociation privateIpAddress",
    "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate autoRenew",
    "alicloud:ess/scalingConfiguration:ScalingConfiguration internetMaxBandwidthOut",
    "alicloud:ens/network:Network ensRegionId",
    "alicloud:vpc/natGateway:NatGateway networkType",
  ],
});
