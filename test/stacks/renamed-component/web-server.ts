import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** Where a server runs. */
export interface Network {
  readonly vpcId: pulumi.Input<string>;
  readonly vswitchId: pulumi.Input<string>;
  readonly zoneId: string;
}

/** A subscribed web server with its security group, its record and its alarm, all called after it. */
export class WebServer extends pulumi.ComponentResource {
  readonly securityGroupId: pulumi.Output<string>;

  constructor(
    name: string,
    network: Network,
    host: { readonly domainName: string; readonly rr: string },
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("main:index:WebServer", name, {}, options);
    const parent = { parent: this };
    const securityGroup = new alicloud.ecs.SecurityGroup(`${name}-web`, { vpcId: network.vpcId }, parent);
    for (const port of [80, 443]) {
      new alicloud.ecs.SecurityGroupRule(
        `${name}-web-${port}`,
        {
          securityGroupId: securityGroup.id,
          type: "ingress",
          ipProtocol: "tcp",
          portRange: `${port}/${port}`,
          cidrIp: "0.0.0.0/0",
        },
        parent,
      );
    }
    const server = new alicloud.ecs.Instance(
      `${name}-web`,
      {
        instanceType: "ecs.g8i.xlarge",
        imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
        instanceChargeType: "PrePaid",
        period: 12,
        renewalStatus: "AutoRenewal",
        internetMaxBandwidthOut: 10,
        securityGroups: [securityGroup.id],
        vswitchId: network.vswitchId,
      },
      parent,
    );
    new alicloud.dns.AlidnsRecord(`${name}-web`, { ...host, type: "A", value: server.publicIp }, parent);
    new alicloud.cms.Alarm(
      `${name}-web`,
      {
        name: "web-cpu",
        project: "acs_ecs_dashboard",
        metric: "CPUUtilization",
        contactGroups: ["web"],
        metricDimensions: pulumi.interpolate`[{"instanceId":"${server.id}"}]`,
        escalationsCritical: { statistics: "Average", comparisonOperator: ">=", threshold: "90", times: 5 },
      },
      parent,
    );
    this.securityGroupId = securityGroup.id;
    this.registerOutputs({ securityGroupId: this.securityGroupId });
  }
}
