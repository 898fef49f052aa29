import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

interface SiteArgs {
  host: string;
  zoneId: string;
}

/** One instance with a public address, and the DNS record that leads to it. */
class Site extends pulumi.ComponentResource {
  constructor(name: string, { host, zoneId }: SiteArgs, opts: pulumi.ComponentResourceOptions) {
    super("two-regions:index:Site", name, {}, opts);
    const child = { parent: this };

    const vpc = new alicloud.vpc.Network(name, { cidrBlock: "10.0.0.0/16" }, child);
    const vswitch = new alicloud.vpc.Switch(name, { vpcId: vpc.id, zoneId, cidrBlock: "10.0.1.0/24" }, child);
    const securityGroup = new alicloud.ecs.SecurityGroup(name, { vpcId: vpc.id }, child);

    new alicloud.ecs.SecurityGroupRule(
      name,
      {
        securityGroupId: securityGroup.id,
        type: "ingress",
        ipProtocol: "tcp",
        portRange: "443/443",
        cidrIp: "0.0.0.0/0",
      },
      child,
    );

    const web = new alicloud.ecs.Instance(
      name,
      {
        instanceType: "ecs.g7.large",
        imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
        instanceChargeType: "PrePaid",
        period: 12,
        renewalStatus: "AutoRenewal",
        autoRenewPeriod: 12,
        internetMaxBandwidthOut: 5,
        securityGroups: [securityGroup.id],
        vswitchId: vswitch.id,
      },
      child,
    );

    new alicloud.dns.AlidnsRecord(name, { domainName: "example.com", rr: host, type: "A", value: web.publicIp }, child);

    this.registerOutputs();
  }
}

const hangzhou = new alicloud.Provider("hangzhou", { region: "cn-hangzhou" });
const singapore = new alicloud.Provider("singapore", { region: "ap-southeast-1" });

new Site("cn", { host: "cn", zoneId: "cn-hangzhou-j" }, { provider: hangzhou });
new Site("sg", { host: "sg", zoneId: "ap-southeast-1a" }, { provider: singapore });
