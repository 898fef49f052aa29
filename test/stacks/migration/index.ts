import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: "vpc-7xv0000000000000000" });
new alicloud.ecs.SecurityGroupRule("http", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "80/80",
  cidrIp: "0.0.0.0/0",
});
const server = new alicloud.ecs.Instance("web", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  instanceChargeType: "PostPaid",
  internetMaxBandwidthOut: 10,
  securityGroups: [securityGroup.id],
  vswitchId: "vsw-7xv0000000000000000",
});

const addresses = { www: server.publicIp, "@": "121.36.10.20", mail: "121.36.10.21" };
for (const [rr, value] of Object.entries(addresses)) {
  new alicloud.dns.AlidnsRecord(rr === "@" ? "apex" : rr, { domainName, rr, type: "A", value });
}
