import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** A network of a team's own with the security group that its public machines share. */
export class Network extends pulumi.ComponentResource {
  readonly vpc: alicloud.vpc.Network;
  readonly vswitch: alicloud.vpc.Switch;
  readonly securityGroup: alicloud.ecs.SecurityGroup;

  constructor(name: string, args: { readonly cidrBlock: string; readonly zoneId: string }) {
    super("organisation:index:Network", name);
    const parent = { parent: this };
    this.vpc = new alicloud.vpc.Network(name, { vpcName: name, cidrBlock: args.cidrBlock }, parent);
    this.vswitch = new alicloud.vpc.Switch(
      name,
      { vpcId: this.vpc.id, zoneId: args.zoneId, cidrBlock: args.cidrBlock },
      parent,
    );
    this.securityGroup = new alicloud.ecs.SecurityGroup(name, { vpcId: this.vpc.id }, parent);
    for (const port of ["80/80", "443/443"]) {
      new alicloud.ecs.SecurityGroupRule(
        `${name}-${port.split("/")[0]}`,
        {
          securityGroupId: this.securityGroup.id,
          type: "ingress",
          ipProtocol: "tcp",
          portRange: port,
          cidrIp: "0.0.0.0/0",
        },
        parent,
      );
    }
    this.registerOutputs({});
  }
}

/** How a server is paid for. */
export type Charge = { readonly months: number } | "by the hour";

/** A server with an address of its own, watched; everything goes by the same name. */
export function server(name: string, network: Network, charge: Charge): alicloud.ecs.EipAddress {
  const instance = new alicloud.ecs.Instance(name, {
    instanceType: "ecs.g8i.large",
    imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
    ...(charge === "by the hour"
      ? { instanceChargeType: "PostPaid" }
      : { instanceChargeType: "PrePaid", period: charge.months, renewalStatus: "AutoRenewal" }),
    securityGroups: [network.securityGroup.id],
    vswitchId: network.vswitch.id,
    tags: { team: pulumi.getStack() },
  });
  const address = new alicloud.ecs.EipAddress(name, { bandwidth: "20", internetChargeType: "PayByTraffic" });
  new alicloud.ecs.EipAssociation(name, {
    allocationId: address.id,
    instanceId: instance.id,
    instanceType: "EcsInstance",
  });
  new alicloud.cms.Alarm(name, {
    name: `${pulumi.getStack()}-${name}`,
    project: "acs_ecs_dashboard",
    metric: "CPUUtilization",
    contactGroups: [pulumi.getStack()],
    metricDimensions: pulumi.interpolate`[{"instanceId":"${instance.id}"}]`,
    escalationsCritical: { statistics: "Average", comparisonOperator: ">=", threshold: "90", times: 5 },
  });
  return address;
}
