import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const securityGroup = new alicloud.ecs.SecurityGroup("game", { vpcId: "vpc-bp10000000000000000" });
const server = new alicloud.ecs.Instance("game", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  securityGroups: [securityGroup.id],
  vswitchId: "vsw-bp10000000000000000",
});
const address = new alicloud.ecs.EipAddress("game", { bandwidth: "50" });
new alicloud.ecs.EipAssociation("game", { allocationId: address.id, instanceId: server.id });

const shield = new alicloud.ddos.DdosCooInstance("shield", {
  bandwidth: "30",
  baseBandwidth: "30",
  serviceBandwidth: "100",
  portCount: "50",
  domainCount: "50",
});
const guarded = new alicloud.ddos.DomainResource("www", {
  domain: `www.${domainName}`,
  instanceIds: [shield.id],
  proxyTypes: [{ proxyType: "https", proxyPorts: [443] }],
  realServers: [address.ipAddress],
  rsType: 0,
});
new alicloud.dns.AlidnsRecord("www", { domainName, rr: "www", type: "CNAME", value: guarded.cname });
