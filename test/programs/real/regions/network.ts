import * as alicloud from "@pulumi/alicloud";
import type * as pulumi from "@pulumi/pulumi";
import { tagsOf, type Region } from "./settings";

export interface Network {
  readonly vpc: alicloud.vpc.Network;
  readonly vswitch: alicloud.vpc.Switch;
  readonly group: alicloud.ecs.SecurityGroup;
}

export function createNetwork(region: Region, options: pulumi.CustomResourceOptions): Network {
  const tags = tagsOf(region);
  const vpc = new alicloud.vpc.Network(
    `${region.id}-vpc`,
    { cidrBlock: region.cidr, vpcName: region.id, tags },
    options,
  );
  const vswitch = new alicloud.vpc.Switch(
    `${region.id}-vsw`,
    { vpcId: vpc.id, zoneId: region.zone, cidrBlock: region.cidr.replace("/16", "/20"), tags },
    options,
  );
  const group = new alicloud.ecs.SecurityGroup(`${region.id}-sg`, { vpcId: vpc.id, tags }, options);
  for (const [index, portRange] of ["80/80", "443/443"].entries()) {
    new alicloud.ecs.SecurityGroupRule(
      `${region.id}-in-${index}`,
      {
        securityGroupId: group.id,
        type: "ingress",
        ipProtocol: "tcp",
        portRange,
        cidrIp: "0.0.0.0/0",
        policy: "accept",
        priority: 1,
      },
      options,
    );
  }
  return { vpc, vswitch, group };
}
