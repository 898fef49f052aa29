import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const vpc = new alicloud.vpc.Network("office", { cidrBlock: "10.0.0.0/16" });
const vswitch = new alicloud.vpc.Switch("office", { vpcId: vpc.id, zoneId: "cn-hangzhou-j", cidrBlock: "10.0.1.0/24" });
const gateway = new alicloud.vpc.NatGateway("office", {
  vpcId: vpc.id,
  vswitchId: vswitch.id,
  natType: "Enhanced",
  paymentType: "PayAsYouGo",
});
const eip = (name: string) => {
  const address = new alicloud.ecs.EipAddress(name, { bandwidth: "10" });
  new alicloud.ecs.EipAssociation(name, { allocationId: address.id, instanceId: gateway.id, instanceType: "Nat" });
  return address;
};
const incoming = eip("incoming");
const outgoing = eip("outgoing");

new alicloud.vpc.SnatEntry("outgoing", {
  snatTableId: gateway.snatTableIds,
  sourceVswitchId: vswitch.id,
  snatIp: outgoing.ipAddress,
});
new alicloud.vpc.ForwardEntry("wiki", {
  forwardTableId: gateway.forwardTableIds,
  externalIp: incoming.ipAddress,
  externalPort: "8443",
  ipProtocol: "tcp",
  internalIp: "10.0.1.10",
  internalPort: "443",
});

new alicloud.dns.AlidnsRecord("wiki", { domainName, rr: "wiki", type: "A", value: incoming.ipAddress });
new alicloud.dns.AlidnsRecord("office", { domainName, rr: "office", type: "A", value: outgoing.ipAddress });
