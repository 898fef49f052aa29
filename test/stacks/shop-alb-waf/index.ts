import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";
const zones = ["cn-shanghai-l", "cn-shanghai-m"];

const vpc = new alicloud.vpc.Network("shop", { cidrBlock: "10.0.0.0/16" });
const vswitches = zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`shop-${index}`, { vpcId: vpc.id, zoneId, cidrBlock: `10.0.${index}.0/24` }),
);
const securityGroup = new alicloud.ecs.SecurityGroup("shop", { vpcId: vpc.id });

const servers = vswitches.map(
  (vswitch, index) =>
    new alicloud.ecs.Instance(`shop-${index}`, {
      instanceType: "ecs.c7.xlarge",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      securityGroups: [securityGroup.id],
      vswitchId: vswitch.id,
    }),
);

const balancer = new alicloud.alb.LoadBalancer("shop", {
  vpcId: vpc.id,
  addressType: "Internet",
  loadBalancerEdition: "StandardWithWaf",
  loadBalancerBillingConfig: { payType: "PayAsYouGo" },
  zoneMappings: vswitches.map((vswitch) => ({ vswitchId: vswitch.id, zoneId: vswitch.zoneId })),
});
const group = new alicloud.alb.ServerGroup("shop", {
  serverGroupName: "shop",
  vpcId: vpc.id,
  protocol: "HTTP",
  healthCheckConfig: { healthCheckEnabled: true },
  servers: servers.map((server) => ({ serverType: "Ecs", serverId: server.id, port: 8080 })),
});
new alicloud.alb.Listener("https", {
  loadBalancerId: balancer.id,
  listenerProtocol: "HTTPS",
  listenerPort: 443,
  certificates: { certificateId: "cert-1" },
  defaultActions: [{ type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: group.id }] } }],
});

const waf = new alicloud.wafv3.Instance("shop", {});
const guarded = new alicloud.wafv3.Domain("shop", {
  instanceId: waf.id,
  domain: `shop.${domainName}`,
  accessType: "share",
  listen: { httpsPorts: [443], certId: "cert-1" },
  redirect: { loadbalance: "iphash", backends: [balancer.dnsName] },
});

new alicloud.dns.AlidnsRecord("shop", {
  domainName,
  rr: "shop",
  type: "CNAME",
  value: `shop.${domainName}.c.yundunwaf2.com`,
});
// The name without WAF, kept for the certificate authority.
new alicloud.dns.AlidnsRecord("direct", { domainName, rr: "direct", type: "CNAME", value: balancer.dnsName });

export const cname = guarded.urn;
