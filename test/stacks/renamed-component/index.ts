import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { WebServer, type Network } from "./web-server";

const release = new pulumi.Config().getNumber("release") ?? 2;
const tags = { owner: "web", release: "autumn" };

const vpc = new alicloud.vpc.Network("main", { vpcName: "main", cidrBlock: "10.70.0.0/16", tags });
const [east, west] = ["cn-hangzhou-j", "cn-hangzhou-k"].map((zoneId, index): Network => {
  const vswitch = new alicloud.vpc.Switch(zoneId, {
    vpcId: vpc.id,
    zoneId,
    cidrBlock: `10.70.${index}.0/24`,
    tags,
  });
  return { vpcId: vpc.id, vswitchId: vswitch.id, zoneId };
}) as [Network, Network];

const record = (name: string, domainName: string, rr: string, value: pulumi.Input<string>) =>
  new alicloud.dns.AlidnsRecord(name, { domainName, rr, type: "A", value });

// The main site: release 2 calls it what the company does, and moves nothing.
const main =
  release === 1
    ? new WebServer("site", east, { domainName: "example.com", rr: "www" })
    : new WebServer("portal", east, { domainName: "example.com", rr: "www" }, { aliases: [{ name: "site" }] });

// The archive: the museum takes over its server and address, and lets both run.
const address = "47.98.10.20";
if (release === 1) {
  const kept = { retainOnDelete: true };
  const archive = new alicloud.ecs.Instance(
    "archive",
    {
      instanceType: "ecs.g8i.large",
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      instanceChargeType: "PrePaid",
      period: 12,
      renewalStatus: "AutoRenewal",
      securityGroups: [main.securityGroupId],
      vswitchId: east.vswitchId,
    },
    kept,
  );
  const given = new alicloud.ecs.EipAddress("archive", { ipAddress: address, bandwidth: "5" }, kept);
  new alicloud.ecs.EipAssociation(
    "archive",
    { allocationId: given.id, instanceId: archive.id, instanceType: "EcsInstance" },
    kept,
  );
}
record("archive", "example.net", "archive", address);

// The shop: moves to the other zone, where there are faster machines, and keeps its address.
const zone = release === 1 ? east : west;
const shop = new alicloud.ecs.Instance("shop", {
  instanceType: release === 1 ? "ecs.c7.xlarge" : "ecs.c8i.xlarge",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  instanceChargeType: "PrePaid",
  period: 12,
  renewalStatus: "AutoRenewal",
  availabilityZone: zone.zoneId,
  securityGroups: [main.securityGroupId],
  vswitchId: zone.vswitchId,
});
const counter = new alicloud.ecs.EipAddress("counter", { bandwidth: "20", internetChargeType: "PayByTraffic", tags });
new alicloud.ecs.EipAssociation("counter", {
  allocationId: counter.id,
  instanceId: shop.id,
  instanceType: "EcsInstance",
});
record("shop", "example.cn", "www", counter.ipAddress);
