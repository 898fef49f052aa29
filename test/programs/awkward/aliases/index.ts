import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const server = (name: string, options: pulumi.CustomResourceOptions): alicloud.ecs.Instance =>
  new alicloud.ecs.Instance(
    name,
    {
      instanceType: "ecs.g8i.large",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      instanceChargeType: "PostPaid",
      internetMaxBandwidthOut: 5,
      availabilityZone: "cn-hangzhou-j",
      securityGroups: ["sg-bp10000000000000000"],
    },
    options,
  );

/** A site, which was a `Site` before it was a `Portal`. */
class Portal extends pulumi.ComponentResource {
  constructor(name: string, options: pulumi.ComponentResourceOptions) {
    super("shop:index:Portal", name, {}, options);
    const web = server(`${name}-web`, { parent: this });
    new alicloud.dns.AlidnsRecord(
      name,
      { domainName: "example.com", rr: "www", type: "A", value: web.publicIp },
      { parent: this },
    );
    this.registerOutputs();
  }
}

new Portal("portal", { aliases: [{ name: "site", type: "shop:index:Site" }] });
server("alone", { aliases: [{ name: "stand-alone" }] });
server("here", { aliases: [{ name: "from-project", project: "shop" }] });
server("by-urn", { aliases: ["urn:pulumi:dev::aliases::alicloud:ecs/instance:Instance::written-out"] });
server("no-parent", { aliases: [{ parent: pulumi.rootStackResource }] });
