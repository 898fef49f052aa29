import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const zone = new alicloud.dns.AlidnsDomain("zone", { domainName: "example.com" });

const vpc = new alicloud.vpc.Network("web", { cidrBlock: "10.0.0.0/16" });
const vswitch = new alicloud.vpc.Switch("web", { vpcId: vpc.id, zoneId: "cn-shenzhen-d", cidrBlock: "10.0.1.0/24" });
const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: vpc.id });
new alicloud.ecs.SecurityGroupRule("web", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "443/443",
  cidrIp: "0.0.0.0/0",
});
const server = new alicloud.ecs.Instance("web", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  securityGroups: [securityGroup.id],
  vswitchId: vswitch.id,
});
const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" });
new alicloud.ecs.EipAssociation("web", { allocationId: address.id, instanceId: server.id });

// The address wrapped, the zone's name looked up: only what they depend on is left.
new alicloud.dns.AlidnsRecord("www", {
  domainName: zone.domainName,
  rr: "www",
  type: "A",
  value: pulumi.interpolate`${address.ipAddress}`,
});

// A name that only the deployment makes up.
new alicloud.dns.AlidnsRecord("preview", {
  domainName: zone.domainName,
  rr: pulumi.interpolate`preview-${server.id}`,
  type: "A",
  value: address.ipAddress.apply((ip) => ip),
});

// Whether this one covers the mainland, nobody can say yet.
new alicloud.cdn.DomainNew("static", {
  domainName: "static.example.com",
  cdnType: "web",
  scope: server.status.apply((status) => (status === "Running" ? "domestic" : "overseas")),
  sources: [{ type: "ipaddr", content: address.ipAddress, port: 443 }],
});
