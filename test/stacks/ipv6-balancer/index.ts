import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";
const zones = ["cn-hangzhou-j", "cn-hangzhou-k"];

const vpc = new alicloud.vpc.Network("web", { cidrBlock: "10.0.0.0/16", enableIpv6: true });
const vswitches = zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`web-${index}`, {
      vpcId: vpc.id,
      zoneId,
      cidrBlock: `10.0.${index}.0/24`,
      ipv6CidrBlockMask: index,
    }),
);
const gateway = new alicloud.vpc.Ipv6Gateway("web", { vpcId: vpc.id });

const balancer = (name: string, ipv6AddressType: string) => {
  const balancer = new alicloud.alb.LoadBalancer(
    name,
    {
      vpcId: vpc.id,
      addressType: "Intranet",
      addressIpVersion: "DualStack",
      ipv6AddressType,
      loadBalancerEdition: "Standard",
      loadBalancerBillingConfig: { payType: "PayAsYouGo" },
      zoneMappings: vswitches.map((vswitch) => ({ vswitchId: vswitch.id, zoneId: vswitch.zoneId })),
    },
    { dependsOn: gateway },
  );
  new alicloud.alb.Listener(name, {
    loadBalancerId: balancer.id,
    listenerProtocol: "HTTP",
    listenerPort: 80,
    defaultActions: [
      { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: "sgp-0000000000000000" }] } },
    ],
  });
  return balancer;
};

new alicloud.dns.AlidnsRecord("v6", {
  domainName,
  rr: "v6",
  type: "CNAME",
  value: balancer("open", "Internet").dnsName,
});
new alicloud.dns.AlidnsRecord("intern", {
  domainName,
  rr: "intern",
  type: "CNAME",
  value: balancer("closed", "Intranet").dnsName,
});
