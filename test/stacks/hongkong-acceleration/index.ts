import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const server = new alicloud.ecs.Instance("web", {
  instanceType: "ecs.g7.large",
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  internetMaxBandwidthOut: 20,
  securityGroups: ["sg-j6c0000000000000000"],
  vswitchId: "vsw-j6c0000000000000000",
});

function accelerator(name: string, accelerateRegionId: string) {
  const accelerator = new alicloud.ga.Accelerator(name, { bandwidthBillingType: "CDT", paymentType: "PayAsYouGo" });
  const addresses = new alicloud.ga.IpSet(name, { acceleratorId: accelerator.id, accelerateRegionId, bandwidth: 10 });
  const listener = new alicloud.ga.Listener(name, {
    acceleratorId: accelerator.id,
    protocol: "HTTP",
    portRanges: [{ fromPort: 80, toPort: 80 }],
  });
  new alicloud.ga.EndpointGroup(name, {
    acceleratorId: accelerator.id,
    listenerId: listener.id,
    endpointGroupRegion: "cn-hongkong",
    endpointConfigurations: [{ type: "PublicIp", endpoint: server.publicIp, weight: 100 }],
  });
  return { accelerator, address: addresses.ipAddressLists.apply(([first]) => first ?? "") };
}

const near = accelerator("near", "cn-hongkong");
const far = accelerator("far", "cn-shanghai");
new alicloud.ga.Domain("far", { acceleratorId: far.accelerator.id, domain: `fast.${domainName}` });

const global = new alicloud.cdn.DomainNew("static", {
  domainName: `static.${domainName}`,
  cdnType: "web",
  scope: "global",
  sources: [{ type: "ipaddr", content: server.publicIp, port: 80 }],
});

const record = (rr: string, type: string, value: alicloud.dns.AlidnsRecordArgs["value"]) =>
  new alicloud.dns.AlidnsRecord(rr, { domainName, rr, type, value });
record("www", "A", near.address);
record("fast", "A", far.address);
record("static", "CNAME", global.cname);
