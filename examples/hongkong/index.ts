import * as alicloud from "@pulumi/alicloud";

const vpc = new alicloud.vpc.Network("web", { cidrBlock: "10.0.0.0/16" });

const vswitch = new alicloud.vpc.Switch("web", {
  vpcId: vpc.id,
  zoneId: "cn-hongkong-b",
  cidrBlock: "10.0.1.0/24",
});

const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: vpc.id });

new alicloud.ecs.SecurityGroupRule("allow-https", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "443/443",
  cidrIp: "0.0.0.0/0",
});

const web = new alicloud.ecs.Instance("web", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  instanceChargeType: "PostPaid",
  internetMaxBandwidthOut: 5,
  securityGroups: [securityGroup.id],
  vswitchId: vswitch.id,
});

new alicloud.dns.AlidnsRecord("www", {
  domainName: "example.com",
  rr: "www",
  type: "A",
  value: web.publicIp,
});

export const url = "https://www.example.com";
