import * as alicloud from "@pulumi/alicloud";

const zones = ["cn-hangzhou-j", "cn-hangzhou-k"];
const tenantHosts = ["shop.example.net", "www.example.cn"];

const vpc = new alicloud.vpc.Network("app", { cidrBlock: "10.0.0.0/16" });
const vswitches = zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`app-${index}`, { vpcId: vpc.id, zoneId, cidrBlock: `10.0.${index}.0/24` }),
);
const securityGroup = new alicloud.ecs.SecurityGroup("app", { vpcId: vpc.id });
const servers = vswitches.map(
  (vswitch, index) =>
    new alicloud.ecs.Instance(`app-${index}`, {
      instanceType: "ecs.c7.xlarge",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      instanceChargeType: "PrePaid",
      period: 12,
      renewalStatus: "AutoRenewal",
      securityGroups: [securityGroup.id],
      vswitchId: vswitch.id,
    }),
);

const balancer = new alicloud.alb.LoadBalancer("app", {
  vpcId: vpc.id,
  addressType: "Internet",
  loadBalancerEdition: "Standard",
  loadBalancerBillingConfig: { payType: "PayAsYouGo" },
  zoneMappings: vswitches.map((vswitch) => ({ vswitchId: vswitch.id, zoneId: vswitch.zoneId })),
});
const group = new alicloud.alb.ServerGroup("app", {
  serverGroupName: "app",
  vpcId: vpc.id,
  protocol: "HTTP",
  healthCheckConfig: { healthCheckEnabled: true },
  servers: servers.map((server) => ({ serverType: "Ecs", serverId: server.id, port: 80 })),
});
const forward = { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: group.id }] } };
const listener = new alicloud.alb.Listener("https", {
  loadBalancerId: balancer.id,
  listenerProtocol: "HTTPS",
  listenerPort: 443,
  certificates: { certificateId: "cert-1" },
  defaultActions: [forward],
});

new alicloud.alb.Rule("tenants", {
  ruleName: "tenants",
  listenerId: listener.id,
  priority: 10,
  ruleConditions: [{ type: "Host", hostConfig: { values: ["*.app.example.com", ...tenantHosts] } }],
  ruleActions: [
    { type: "ForwardGroup", order: 1, forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: group.id }] } },
  ],
});

new alicloud.dns.AlidnsRecord("tenants", {
  domainName: "example.com",
  rr: "*.app",
  type: "CNAME",
  value: balancer.dnsName,
});
