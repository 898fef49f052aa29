import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

function site(region: string, zoneId: string): alicloud.ecs.EipAddress {
  const provider = new alicloud.Provider(region, { region });
  const vpc = new alicloud.vpc.Network(region, { cidrBlock: "10.0.0.0/16" }, { provider });
  const vswitch = new alicloud.vpc.Switch(region, { vpcId: vpc.id, zoneId, cidrBlock: "10.0.1.0/24" }, { provider });
  const balancer = new alicloud.slb.ApplicationLoadBalancer(
    region,
    { addressType: "intranet", vswitchId: vswitch.id, loadBalancerSpec: "slb.s2.small" },
    { provider },
  );
  new alicloud.slb.Listener(
    region,
    { loadBalancerId: balancer.id, protocol: "http", frontendPort: 80, backendPort: 80, bandwidth: 10 },
    { provider },
  );
  const address = new alicloud.ecs.EipAddress(region, { bandwidth: "100" }, { provider });
  new alicloud.ecs.EipAssociation(
    region,
    { allocationId: address.id, instanceId: balancer.id, instanceType: "SlbInstance" },
    { provider },
  );
  return address;
}

const hangzhou = site("cn-hangzhou", "cn-hangzhou-j");
const singapore = site("ap-southeast-1", "ap-southeast-1a");

const record = (name: string, rr: string, line: string, address: alicloud.ecs.EipAddress) =>
  new alicloud.dns.AlidnsRecord(name, { domainName, rr, type: "A", line, value: address.ipAddress });

record("www", "www", "default", hangzhou);
record("www-oversea", "www", "oversea", singapore);
record("apex", "@", "default", hangzhou);
record("sg", "sg", "default", singapore);
