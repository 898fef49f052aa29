import * as alicloud from "@pulumi/alicloud";

const vpc = new alicloud.vpc.Network("web", { cidrBlock: "10.0.0.0/16" });

const vswitch = new alicloud.vpc.Switch("web", {
  vpcId: vpc.id,
  zoneId: "cn-hangzhou-j",
  cidrBlock: "10.0.1.0/24",
});

const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: vpc.id });

for (const port of [80, 443]) {
  new alicloud.ecs.SecurityGroupRule(`allow-${port}`, {
    securityGroupId: securityGroup.id,
    type: "ingress",
    ipProtocol: "tcp",
    portRange: `${port}/${port}`,
    cidrIp: "0.0.0.0/0",
  });
}

const web = new alicloud.ecs.Instance("web", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  instanceChargeType: "PostPaid",
  securityGroups: [securityGroup.id],
  vswitchId: vswitch.id,
});

const eip = new alicloud.ecs.EipAddress("web", {
  bandwidth: "5",
  internetChargeType: "PayByTraffic",
});

new alicloud.ecs.EipAssociation("web", { allocationId: eip.id, instanceId: web.id });

new alicloud.dns.AlidnsRecord("www", {
  domainName: "example.com",
  rr: "www",
  type: "A",
  value: eip.ipAddress,
});

export const url = "http://www.example.com";
