import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const vpc = new alicloud.vpc.Network("site", { cidrBlock: "10.0.0.0/16" });
const vswitch = new alicloud.vpc.Switch("site", {
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.0.1.0/24",
});
const securityGroup = new alicloud.ecs.SecurityGroup("site", { vpcId: vpc.id });

for (const port of [80, 443]) {
  new alicloud.ecs.SecurityGroupRule(`web-${port}`, {
    securityGroupId: securityGroup.id,
    type: "ingress",
    ipProtocol: "tcp",
    portRange: `${port}/${port}`,
    cidrIp: "0.0.0.0/0",
  });
}

const server = new alicloud.ecs.Instance("page", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  instanceChargeType: "PrePaid",
  period: 12,
  renewalStatus: "AutoRenewal",
  internetMaxBandwidthOut: 5,
  securityGroups: [securityGroup.id],
  vswitchId: vswitch.id,
});

for (const rr of ["@", "www"]) {
  new alicloud.dns.AlidnsRecord(rr === "@" ? "apex" : rr, { domainName, rr, type: "A", value: server.publicIp });
}
