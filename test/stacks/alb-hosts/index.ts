import * as alicloud from "@pulumi/alicloud";
import { Gateway } from "./gateway";

const zones = ["cn-shenzhen-e", "cn-shenzhen-f"];
const tags = { app: "storefront", stage: "dev" };

const vpc = new alicloud.vpc.Network("storefront", { vpcName: "storefront", cidrBlock: "10.50.0.0/16", tags });
const vswitches = zones.map(
  (zoneId, index) =>
    new alicloud.vpc.Switch(`storefront-${index}`, { vpcId: vpc.id, zoneId, cidrBlock: `10.50.${index}.0/24`, tags }),
);
const securityGroup = new alicloud.ecs.SecurityGroup("storefront", { vpcId: vpc.id, tags });
new alicloud.ecs.SecurityGroupRule("gateways", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "8000/8100",
  cidrIp: "10.50.0.0/16",
});
const servers = vswitches.map(
  (vswitch, index) =>
    new alicloud.ecs.Instance(`storefront-${index}`, {
      instanceType: "ecs.c8i.2xlarge",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      securityGroups: [securityGroup.id],
      vswitchId: vswitch.id,
      tags,
    }),
);

const network = { vpcId: vpc.id, vswitches };
const group = (name: string, port: number) =>
  new alicloud.alb.ServerGroup(name, {
    serverGroupName: name,
    vpcId: vpc.id,
    protocol: "HTTP",
    healthCheckConfig: { healthCheckEnabled: true, healthCheckPath: "/healthz" },
    stickySessionConfig: { stickySessionEnabled: false },
    servers: servers.map((server) => ({ serverType: "Ecs", serverId: server.id, port, weight: 100 })),
    tags,
  });
const pages = group("pages", 8000);
const api = group("api", 8080);
const reports = group("reports", 8090);

// What customers see: one rule for all names of the shop.
const front = new Gateway("front", { ...network, addressType: "Internet", fallback: pages });
front.hosts("shop", 10, ["www.example.com", "m.example.com", "www.example.net", "shop.example.net"], pages);

// What partners call: the gateway of the inside, lent to the public by its fixed addresses.
const inside = new Gateway("inside", {
  ...network,
  addressType: "Intranet",
  addresses: ["10.50.0.200", "10.50.1.200"],
  fallback: api,
});
inside.hosts("api", 10, ["api.example.com"], api);

const partners = new alicloud.nlb.LoadBalancer("partners", {
  vpcId: vpc.id,
  addressType: "Internet",
  loadBalancerType: "Network",
  zoneMappings: vswitches.map((vswitch) => ({ vswitchId: vswitch.id, zoneId: vswitch.zoneId })),
  tags,
});
const lent = new alicloud.nlb.ServerGroup("partners", {
  serverGroupName: "partners",
  serverGroupType: "Ip",
  protocol: "TCP",
  vpcId: vpc.id,
  preserveClientIpEnabled: true,
  healthCheck: { healthCheckEnabled: true },
});
inside.addresses.map(
  (address, index) =>
    new alicloud.nlb.ServerGroupServerAttachment(`partners-${index}`, {
      serverGroupId: lent.id,
      serverType: "Ip",
      serverId: address,
      serverIp: address,
      port: 443,
    }),
);
new alicloud.nlb.Listener("partners", {
  loadBalancerId: partners.id,
  listenerProtocol: "TCP",
  listenerPort: 443,
  serverGroupId: lent.id,
});

// What only the company sees.
const office = new Gateway("office", { ...network, addressType: "Intranet", fallback: reports });
office.hosts("reports", 10, ["reports.example.com"], reports);

const record = (name: string, domainName: string, rr: string, value: alicloud.dns.AlidnsRecordArgs["value"]) =>
  new alicloud.dns.AlidnsRecord(name, { domainName, rr, type: "CNAME", value });
record("www-com", "example.com", "www", front.dnsName);
record("m", "example.com", "m", front.dnsName);
record("www-net", "example.net", "www", front.dnsName);
record("shop", "example.net", "shop", front.dnsName);
record("api", "example.com", "api", partners.dnsName);
record("reports", "example.com", "reports", office.dnsName);
