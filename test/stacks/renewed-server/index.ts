import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const isFirst = new pulumi.Config().getBoolean("isFirst") ?? false;

const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: "vpc-bp10000000000000000" });
const server = (name: string) =>
  new alicloud.ecs.Instance(name, {
    instanceType: "ecs.g7.large",
    imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
    instanceChargeType: "PrePaid",
    period: 1,
    internetMaxBandwidthOut: 5,
    securityGroups: [securityGroup.id],
    vswitchId: "vsw-bp10000000000000000",
  });

// Deployed long ago: how long it was paid for since, only the console knows.
server("old");
if (!isFirst) server("new");
