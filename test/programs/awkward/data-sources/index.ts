import * as alicloud from "@pulumi/alicloud";

// A promise, which nobody awaits.
const zones = alicloud.getZones({ availableResourceCreation: "VSwitch" });
// Outputs.
const images = alicloud.ecs.getImagesOutput({ owners: "system", nameRegex: "^aliyun_3" });
const addresses = alicloud.ecs.getEipAddressesOutput({ addressName: "web" });

const vpc = new alicloud.vpc.Network("web", { cidrBlock: "10.0.0.0/16" });
const vswitch = new alicloud.vpc.Switch("web", {
  vpcId: vpc.id,
  cidrBlock: "10.0.1.0/24",
  zoneId: zones.then(({ ids }) => ids[0] ?? ""),
});
const server = new alicloud.ecs.Instance("web", {
  instanceType: "ecs.g8i.large",
  imageId: images.images.apply(([image]) => image?.id ?? ""),
  internetMaxBandwidthOut: 5,
  securityGroups: ["sg-bp10000000000000000"],
  vswitchId: vswitch.id,
});
// Asked of what is not known yet: nobody is asked.
const disks = alicloud.ecs.getEcsDisksOutput({ instanceId: server.id });
new alicloud.dns.AlidnsRecord("www", { domainName: "example.com", rr: "www", type: "A", value: server.publicIp });
new alicloud.dns.AlidnsRecord("disk", {
  domainName: "example.com",
  rr: "disk",
  type: "A",
  value: disks.disks.apply(([disk]) => disk?.diskName ?? "47.98.10.20"),
});
new alicloud.dns.AlidnsRecord("shared", {
  domainName: "example.com",
  rr: "shared",
  type: "A",
  value: addresses.addresses.apply(([address]) => address?.ipAddress ?? ""),
});
