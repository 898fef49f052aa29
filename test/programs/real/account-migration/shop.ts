import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

export interface ShopArgs {
  readonly zone: string;
  readonly cidr: string;
  readonly image: string;
  readonly keep?: boolean;
}

/** A shop in an account: a network, a server, an address. */
export class Shop extends pulumi.ComponentResource {
  readonly address: pulumi.Output<string>;

  constructor(name: string, { zone, cidr, image, keep = false }: ShopArgs, options: pulumi.ComponentResourceOptions) {
    super("migration:index:Shop", name, {}, options);
    const parent = { parent: this };
    const kept = { ...parent, retainOnDelete: keep };
    const vpc = new alicloud.vpc.Network(name, { cidrBlock: cidr }, parent);
    const vswitch = new alicloud.vpc.Switch(
      name,
      { vpcId: vpc.id, zoneId: zone, cidrBlock: cidr.replace(/\/\d+$/, "/24") },
      parent,
    );
    const group = new alicloud.ecs.SecurityGroup(name, { vpcId: vpc.id }, parent);
    new alicloud.ecs.SecurityGroupRule(
      name,
      { securityGroupId: group.id, type: "ingress", ipProtocol: "tcp", portRange: "443/443", cidrIp: "0.0.0.0/0" },
      parent,
    );
    const server = new alicloud.ecs.Instance(
      name,
      {
        instanceType: "ecs.g8i.large",
        imageId: image,
        securityGroups: [group.id],
        vswitchId: vswitch.id,
        instanceChargeType: "PrePaid",
        period: 12,
        renewalStatus: keep ? "NotRenewal" : "AutoRenewal",
      },
      kept,
    );
    const address = new alicloud.ecs.EipAddress(name, { bandwidth: "50", paymentType: "PayAsYouGo" }, kept);
    new alicloud.ecs.EipAssociation(
      name,
      { allocationId: address.id, instanceId: server.id, instanceType: "EcsInstance" },
      { ...kept, deletedWith: server },
    );
    this.address = address.ipAddress;
    this.registerOutputs({ address: this.address });
  }
}
