import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { createNetwork } from "./network";
import { tagsOf, type Region } from "./settings";

/** A balancer with its servers, in one region. */
export class Service extends pulumi.ComponentResource {
  readonly address: pulumi.Output<string>;

  constructor(
    readonly region: Region,
    options: pulumi.ComponentResourceOptions,
  ) {
    super("regions:index:Service", region.id, {}, options);
    const parent = { parent: this };
    const { vswitch, group } = createNetwork(region, parent);
    const servers = Array.from({ length: region.size }, (_, index) => this.createServer(index, vswitch, group));
    const balancer = new alicloud.slb.ApplicationLoadBalancer(
      `${region.id}-clb`,
      { addressType: "internet", loadBalancerSpec: "slb.s1.small", paymentType: "PayAsYouGo", tags: tagsOf(region) },
      parent,
    );
    new alicloud.slb.BackendServer(
      `${region.id}-backends`,
      { loadBalancerId: balancer.id, backendServers: servers.map(({ id }) => ({ serverId: id, weight: 100 })) },
      parent,
    );
    new alicloud.slb.Listener(
      `${region.id}-https`,
      {
        loadBalancerId: balancer.id,
        protocol: "https",
        frontendPort: 443,
        backendPort: 80,
        bandwidth: -1,
        serverCertificateId: `1234567890_${region.id}`,
      },
      parent,
    );
    this.address = balancer.address;
    this.registerOutputs({ address: this.address });
  }

  private createServer(
    index: number,
    vswitch: alicloud.vpc.Switch,
    group: alicloud.ecs.SecurityGroup,
  ): alicloud.ecs.Instance {
    return new alicloud.ecs.Instance(
      `${this.region.id}-web-${index}`,
      {
        instanceType: "ecs.c7.large",
        imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
        securityGroups: [group.id],
        vswitchId: vswitch.id,
        systemDiskCategory: "cloud_essd",
        instanceChargeType: "PostPaid",
        tags: tagsOf(this.region),
      },
      { parent: this },
    );
  }
}
