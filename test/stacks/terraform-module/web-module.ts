/** What `pulumi package add terraform-module` would write for a module called web, and the resources that it makes. */
import * as pulumi from "@pulumi/pulumi";

export interface WebModuleArgs {
  readonly balancerAddress: pulumi.Input<string>;
  readonly balancerId: pulumi.Input<string>;
  readonly hosts: readonly string[];
  readonly securityGroupId: pulumi.Input<string>;
  readonly vswitchId: pulumi.Input<string>;
}

class TerraformResource extends pulumi.CustomResource {
  declare readonly public_ip: pulumi.Output<string>;

  constructor(type: string, address: string, args: pulumi.Inputs, parent: pulumi.Resource) {
    super(`web:tf:${type}`, `module.web.${type}.${address}`, { ...args, public_ip: undefined }, { parent });
  }
}

export class WebModule extends pulumi.ComponentResource {
  readonly publicIp: pulumi.Output<string>;

  constructor(name: string, args: WebModuleArgs) {
    super("web:index:Module", name);
    const server = new TerraformResource(
      "alicloud_instance",
      "this[0]",
      {
        instance_type: "ecs.g8i.large",
        image_id: "aliyun_3_x64_20G_alibase_20240819.vhd",
        instance_charge_type: "PrePaid",
        period: 12,
        renewal_status: "AutoRenewal",
        internet_max_bandwidth_out: 5,
        security_groups: [args.securityGroupId],
        vswitch_id: args.vswitchId,
      },
      this,
    );
    new TerraformResource(
      "alicloud_slb_backend_server",
      "this",
      { load_balancer_id: args.balancerId, backend_servers: [{ server_id: server.id, weight: 100 }] },
      this,
    );
    for (const host of args.hosts) {
      const [rr, ...domain] = host.split(".");
      new TerraformResource(
        "alicloud_alidns_record",
        `host["${host}"]`,
        { domain_name: domain.join("."), rr, type: "A", value: args.balancerAddress },
        this,
      );
    }
    this.publicIp = server.public_ip;
    this.registerOutputs({ publicIp: this.publicIp });
  }
}
