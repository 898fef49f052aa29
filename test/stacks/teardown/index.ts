import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const domainName = "example.com";
const isLive = new pulumi.Config().getBoolean("live") ?? false;

const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: "vpc-bp10000000000000000" });

if (isLive) {
  const server = new alicloud.ecs.Instance("filing", {
    instanceType: "ecs.g7.large",
    imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
    instanceChargeType: "PrePaid",
    period: 12,
    renewalStatus: "AutoRenewal",
    internetMaxBandwidthOut: 5,
    securityGroups: [securityGroup.id],
    vswitchId: "vsw-bp10000000000000000",
  });
  new alicloud.dns.AlidnsRecord("www", { domainName, rr: "www", type: "A", value: server.publicIp });
}

const page = new alicloud.oss.Bucket("farewell", { bucket: "farewell-example" });
new alicloud.dns.AlidnsRecord("archive", {
  domainName,
  rr: "archive",
  type: "CNAME",
  value: "example.github.io",
  status: isLive ? "ENABLE" : "DISABLE",
});

export const bucket = page.bucket;
