import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** A web server with an address of its own, in a network of its own. */
export class Site extends pulumi.ComponentResource {
  readonly address: pulumi.Output<string>;

  constructor(name: string, args: { readonly zoneId: string }, options: pulumi.ComponentResourceOptions = {}) {
    super("school:index:Site", name, {}, options);
    const parent = { parent: this };
    const vpc = new alicloud.vpc.Network(name, { vpcName: name, cidrBlock: "10.60.0.0/16" }, parent);
    const vswitch = new alicloud.vpc.Switch(
      name,
      { vpcId: vpc.id, zoneId: args.zoneId, cidrBlock: "10.60.0.0/24" },
      parent,
    );
    const securityGroup = new alicloud.ecs.SecurityGroup(name, { vpcId: vpc.id }, parent);
    for (const [what, portRange, cidrIp] of [
      ["http", "80/80", "0.0.0.0/0"],
      ["https", "443/443", "0.0.0.0/0"],
      ["ssh", "22/22", "192.0.2.0/24"],
    ] as const) {
      new alicloud.ecs.SecurityGroupRule(
        `${name}-${what}`,
        { securityGroupId: securityGroup.id, type: "ingress", ipProtocol: "tcp", portRange, cidrIp },
        parent,
      );
    }
    const server = new alicloud.ecs.Instance(
      name,
      {
        instanceType: "ecs.g8i.large",
        imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
        securityGroups: [securityGroup.id],
        vswitchId: vswitch.id,
      },
      parent,
    );
    const address = new alicloud.ecs.EipAddress(name, { bandwidth: "50", internetChargeType: "PayByTraffic" }, parent);
    new alicloud.ecs.EipAssociation(
      name,
      { allocationId: address.id, instanceId: server.id, instanceType: "EcsInstance" },
      parent,
    );
    this.address = address.ipAddress;
    this.registerOutputs({ address: this.address });
  }
}
