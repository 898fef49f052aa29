import * as alicloud from "@pulumi/alicloud";
import { domainName, incoming, maintenance } from "./addresses";

/** The network's own ids, as its team has written them down. */
const vpcId = "vpc-bp1000000000000001";
const vswitchId = "vsw-bp1000000000000001";
const forwardTableId = "ftb-bp1000000000000001";

/** The site team's stack: machines without addresses of their own, and what leads to them. */
export function site(): void {
  const securityGroup = new alicloud.ecs.SecurityGroup("site", { vpcId });
  for (const port of [22, 443]) {
    new alicloud.ecs.SecurityGroupRule(`site-${port}`, {
      securityGroupId: securityGroup.id,
      type: "ingress",
      ipProtocol: "tcp",
      portRange: `${port}/${port}`,
      cidrIp: "0.0.0.0/0",
    });
  }
  const server = (name: string, privateIp: string) =>
    new alicloud.ecs.Instance(name, {
      instanceType: "ecs.g8i.xlarge",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      securityGroups: [securityGroup.id],
      vswitchId,
      privateIp,
    });
  server("web", "10.90.0.10");
  server("bastion", "10.90.0.11");

  const forward = (name: string, externalIp: string, port: string, internalIp: string) =>
    new alicloud.vpc.ForwardEntry(name, {
      forwardTableId,
      externalIp,
      externalPort: port,
      ipProtocol: "tcp",
      internalIp,
      internalPort: port,
    });
  forward("ssh", incoming, "22", "10.90.0.11");
  forward("https", incoming, "443", "10.90.0.10");
  forward("maintenance", maintenance, "22", "10.90.0.11");

  const record = (rr: string, value: string) => new alicloud.dns.AlidnsRecord(rr, { domainName, rr, type: "A", value });
  record("www", incoming);
  record("ssh", maintenance);

  accelerated("static", "static.example.com");
  accelerated("images", "img.example.com", "img.example.net");
  accelerated("assets", "assets.example.net", "assets.example.com");
}

/** A CDN domain that fetches from the site, as the visitor asked or as another host. */
function accelerated(name: string, host: string, asHost?: string): void {
  const cdn = new alicloud.cdn.DomainNew(name, {
    domainName: host,
    cdnType: "web",
    scope: "domestic",
    sources: [{ type: "ipaddr", content: incoming, port: 443 }],
  });
  new alicloud.cdn.DomainConfig(`${name}-https`, {
    domainName: cdn.domainName,
    functionName: "https_force",
    functionArgs: [{ argName: "enable", argValue: "on" }],
  });
  if (asHost !== undefined) {
    new alicloud.cdn.DomainConfig(`${name}-host`, {
      domainName: cdn.domainName,
      functionName: "set_req_host_header",
      functionArgs: [{ argName: "domain_name", argValue: asHost }],
    });
  }
  const [rr = "", ...domain] = host.split(".");
  new alicloud.dns.AlidnsRecord(name, { domainName: domain.join("."), rr, type: "CNAME", value: cdn.cname });
}
