import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** A network over the first zones of the region, which the cluster's nodes reach the world from. */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;
  readonly vswitchIds: readonly pulumi.Output<string>[];

  constructor(name: string, zones: readonly string[], options?: pulumi.ComponentResourceOptions) {
    super("platform:network:Network", name, {}, options);
    const parent = { parent: this };
    const vpc = new alicloud.vpc.Network(name, { vpcName: name, cidrBlock: "172.16.0.0/12" }, parent);
    const vswitches = zones.map(
      (zoneId, index) =>
        new alicloud.vpc.Switch(
          `${name}-${index}`,
          { vpcId: vpc.id, zoneId, cidrBlock: `172.16.${index * 16}.0/20`, vswitchName: `${name}-${zoneId}` },
          { parent: vpc },
        ),
    );
    const [first] = vswitches;
    if (!first) throw new pulumi.ResourceError("a network needs a zone", this);
    const gateway = new alicloud.vpc.NatGateway(
      name,
      { vpcId: vpc.id, natType: "Enhanced", vswitchId: first.id, paymentType: "PayAsYouGo" },
      parent,
    );
    const address = new alicloud.ecs.EipAddress(name, { bandwidth: "100", internetChargeType: "PayByTraffic" }, parent);
    const bound = new alicloud.ecs.EipAssociation(
      name,
      { allocationId: address.id, instanceId: gateway.id, instanceType: "Nat" },
      parent,
    );
    for (const [index, vswitch] of vswitches.entries()) {
      new alicloud.vpc.SnatEntry(
        `${name}-${index}`,
        { snatTableId: gateway.snatTableIds, sourceVswitchId: vswitch.id, snatIp: address.ipAddress },
        { parent: this, dependsOn: [bound] },
      );
    }
    this.vpcId = vpc.id;
    this.vswitchIds = vswitches.map(({ id }) => id);
    this.registerOutputs({ vpcId: this.vpcId });
  }
}
