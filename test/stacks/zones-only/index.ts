import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const domainName = "example.com";
const zones = ["cn-shanghai-l", "cn-shanghai-m"];
const tags = { app: "shop", owner: "commerce" };

// The shop: where it runs is set in the environment of whoever deploys it.
const vpc = new alicloud.vpc.Network("shop", { vpcName: "shop", cidrBlock: "10.30.0.0/16", tags });
const vswitches = zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`shop-${index}`, { vpcId: vpc.id, zoneId, cidrBlock: `10.30.${index}.0/24`, tags }),
);
const securityGroup = new alicloud.ecs.SecurityGroup("shop", { vpcId: vpc.id, tags });
new alicloud.ecs.SecurityGroupRule("balancers", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "8080/8080",
  cidrIp: "10.30.0.0/16",
});
const role = new alicloud.ram.Role("shop", {
  roleName: "shop",
  assumeRolePolicyDocument: JSON.stringify({
    Version: "1",
    Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: ["ecs.aliyuncs.com"] } }],
  }),
});
new alicloud.ram.RolePolicyAttachment("shop", {
  roleName: role.roleName,
  policyName: "AliyunOSSReadOnlyAccess",
  policyType: "System",
});
const servers = vswitches.map(
  (vswitch, index) =>
    new alicloud.ecs.Instance(`shop-${index}`, {
      instanceType: "ecs.c8i.xlarge",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      instanceChargeType: "PrePaid",
      period: 12,
      renewalStatus: "AutoRenewal",
      securityGroups: [securityGroup.id],
      vswitchId: vswitch.id,
      tags,
    }),
);

servers.forEach(
  (server, index) =>
    new alicloud.ecs.RamRoleAttachment(`role-${index}`, { instanceId: server.id, ramRoleName: role.roleName }),
);

const gateway = new alicloud.vpc.NatGateway("outgoing", {
  vpcId: vpc.id,
  vswitchId: vswitches[0]?.id,
  natType: "Enhanced",
  paymentType: "PayAsYouGo",
});
const outgoing = new alicloud.ecs.EipAddress("outgoing", { bandwidth: "20", internetChargeType: "PayByTraffic", tags });
new alicloud.ecs.EipAssociation("outgoing", {
  allocationId: outgoing.id,
  instanceId: gateway.id,
  instanceType: "Nat",
});
vswitches.map(
  (vswitch, index) =>
    new alicloud.vpc.SnatEntry(`outgoing-${index}`, {
      snatTableId: gateway.snatTableIds,
      sourceVswitchId: vswitch.id,
      snatIp: outgoing.ipAddress,
    }),
);

const zoneMappings = vswitches.map((vswitch) => ({ vswitchId: vswitch.id, zoneId: vswitch.zoneId }));
const web = new alicloud.alb.LoadBalancer("web", {
  vpcId: vpc.id,
  addressType: "Internet",
  addressAllocatedMode: "Fixed",
  loadBalancerEdition: "Standard",
  loadBalancerBillingConfig: { payType: "PayAsYouGo" },
  zoneMappings,
  tags,
});
const pages = new alicloud.alb.ServerGroup("web", {
  serverGroupName: "web",
  vpcId: vpc.id,
  protocol: "HTTP",
  healthCheckConfig: { healthCheckEnabled: true, healthCheckPath: "/healthz" },
  servers: servers.map((server) => ({ serverType: "Ecs", serverId: server.id, port: 8080 })),
});
new alicloud.alb.Listener("https", {
  loadBalancerId: web.id,
  listenerProtocol: "HTTPS",
  listenerPort: 443,
  certificates: { certificateId: "1000001-cn-hangzhou" },
  defaultActions: [{ type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: pages.id }] } }],
});
new alicloud.alb.Listener("http", {
  loadBalancerId: web.id,
  listenerProtocol: "HTTP",
  listenerPort: 80,
  defaultActions: [{ type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: pages.id }] } }],
});

const live = new alicloud.nlb.LoadBalancer("live", {
  vpcId: vpc.id,
  addressType: "Internet",
  loadBalancerType: "Network",
  crossZoneEnabled: true,
  zoneMappings,
  tags,
});
const rooms = new alicloud.nlb.ServerGroup("live", {
  serverGroupName: "live",
  serverGroupType: "Instance",
  protocol: "TCP",
  vpcId: vpc.id,
  healthCheck: { healthCheckEnabled: true },
});
servers.map(
  (server, index) =>
    new alicloud.nlb.ServerGroupServerAttachment(`live-${index}`, {
      serverGroupId: rooms.id,
      serverType: "Ecs",
      serverId: server.id,
      port: 8080,
      weight: 100,
    }),
);
new alicloud.nlb.Listener("live", {
  loadBalancerId: live.id,
  listenerProtocol: "TCPSSL",
  listenerPort: 443,
  certificateIds: ["1000002-cn-hangzhou"],
  serverGroupId: rooms.id,
});

new alicloud.dns.AlidnsRecord("www", { domainName, rr: "www", type: "CNAME", value: web.dnsName });
new alicloud.dns.AlidnsRecord("live", { domainName, rr: "live", type: "CNAME", value: live.dnsName });

// Images and the spare site run in an account that this program opens. Its landing zone says where.
const account = new alicloud.resourcemanager.Account("images", { displayName: "shop-images", tags });
const landingZone = new pulumi.StackReference("landing-zone", {
  name: pulumi.interpolate`organization/landing-zone/${account.id}`,
});
const within = (name: string): { provider: alicloud.Provider } => ({
  provider: new alicloud.Provider(name, {
    region: landingZone.getOutput(`${name}Region`) as pulumi.Output<string>,
    assumeRole: { roleArn: pulumi.interpolate`acs:ram::${account.id}:role/deploy`, sessionName: "shop" },
  }),
});

function balanced(rr: string, options: pulumi.CustomResourceOptions): void {
  const balancer = new alicloud.slb.ApplicationLoadBalancer(
    rr,
    { addressType: "internet", loadBalancerSpec: "slb.s2.small", paymentType: "PayAsYouGo", tags },
    options,
  );
  new alicloud.slb.Listener(
    rr,
    {
      loadBalancerId: balancer.id,
      protocol: "https",
      frontendPort: 443,
      backendPort: 8080,
      bandwidth: -1,
      serverCertificateId: "1000003-cn-hangzhou",
    },
    options,
  );
  new alicloud.dns.AlidnsRecord(rr, { domainName, rr, type: "A", value: balancer.address });
}

function network(name: string, zoneId: string, options: pulumi.CustomResourceOptions): void {
  const own = new alicloud.vpc.Network(name, { cidrBlock: "10.40.0.0/16", tags }, options);
  new alicloud.vpc.Switch(name, { vpcId: own.id, zoneId, cidrBlock: "10.40.0.0/24", tags }, options);
}

const images = within("images");
network("images", "cn-hangzhou-j", images);
balanced("img", images);

const overseas = within("overseas");
network("overseas", "ap-southeast-1a", overseas);
balanced("sg", overseas);

balanced("spare", within("spare"));
