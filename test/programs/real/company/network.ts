import * as alicloud from "@pulumi/alicloud";
import { env, network, tags } from "./config";

export const vpc = new alicloud.vpc.Network("company", { vpcName: `company-${env}`, cidrBlock: network.cidr, tags });

const [first, second] = network.cidr.split(".");

export const vswitches = network.zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`company-${index}`, {
      vpcId: vpc.id,
      zoneId,
      cidrBlock: `${first}.${second}.${index}.0/24`,
      vswitchName: `company-${env}-${zoneId}`,
      tags,
    }),
);

export const group = new alicloud.ecs.SecurityGroup("web", { vpcId: vpc.id, securityGroupName: `web-${env}`, tags });

const open: readonly (readonly [string, string, string])[] = [
  ["http", "80/80", "0.0.0.0/0"],
  ["https", "443/443", "0.0.0.0/0"],
  ["ssh", "22/22", "10.0.0.0/8"],
];
for (const [name, portRange, cidrIp] of open) {
  new alicloud.ecs.SecurityGroupRule(name, {
    securityGroupId: group.id,
    type: "ingress",
    ipProtocol: "tcp",
    portRange,
    cidrIp,
  });
}
