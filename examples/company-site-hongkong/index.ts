import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const domainName = "example.com";
const zones = new pulumi.Config().requireObject<string[]>("zones");

const vpc = new alicloud.vpc.Network("site", { cidrBlock: "10.0.0.0/16" });

const vswitches = zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`site-${index + 1}`, { vpcId: vpc.id, zoneId, cidrBlock: `10.0.${index + 1}.0/24` }),
);

const securityGroup = new alicloud.ecs.SecurityGroup("site", { vpcId: vpc.id });

new alicloud.ecs.SecurityGroupRule("from-load-balancer", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "80/80",
  cidrIp: "10.0.0.0/16",
});

function webServer(vswitch: alicloud.vpc.Switch, index: number): alicloud.ecs.Instance {
  return new alicloud.ecs.Instance(`web-${index + 1}`, {
    instanceType: "ecs.g7.large",
    imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
    instanceChargeType: "PrePaid",
    period: 12,
    renewalStatus: "AutoRenewal",
    autoRenewPeriod: 12,
    internetMaxBandwidthOut: 5,
    securityGroups: [securityGroup.id],
    vswitchId: vswitch.id,
  });
}

const servers = vswitches.map(webServer);

const loadBalancer = new alicloud.alb.LoadBalancer("site", {
  vpcId: vpc.id,
  addressType: "Internet",
  loadBalancerEdition: "Standard",
  loadBalancerBillingConfig: { payType: "PayAsYouGo" },
  zoneMappings: vswitches.map((vswitch) => ({ vswitchId: vswitch.id, zoneId: vswitch.zoneId })),
});

const serverGroup = new alicloud.alb.ServerGroup("site", {
  serverGroupName: "site",
  vpcId: vpc.id,
  protocol: "HTTP",
  healthCheckConfig: { healthCheckEnabled: true, healthCheckPath: "/" },
  servers: servers.map((server) => ({ serverType: "Ecs", serverId: server.id, port: 80, weight: 100 })),
});

new alicloud.alb.Listener("http", {
  loadBalancerId: loadBalancer.id,
  listenerProtocol: "HTTP",
  listenerPort: 80,
  defaultActions: [
    { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: serverGroup.id }] } },
  ],
});

const cdn = new alicloud.cdn.DomainNew("static", {
  domainName: `static.${domainName}`,
  cdnType: "web",
  scope: "domestic",
  sources: [{ type: "domain", content: `www.${domainName}`, port: 80, priority: 20, weight: 10 }],
});

const records = { "@": loadBalancer.dnsName, www: loadBalancer.dnsName, static: cdn.cname };

for (const [rr, value] of Object.entries(records)) {
  new alicloud.dns.AlidnsRecord(rr === "@" ? "apex" : rr, { domainName, rr, type: "CNAME", value });
}
