import * as alicloud from "@pulumi/alicloud";

const zone = alicloud.dns.AlidnsDomain.get("zone", "example.com");
const server = alicloud.ecs.Instance.get("server", "i-bp10000000000000000");
const known = alicloud.ecs.EipAddress.get("known", "eip-bp1000000000000000", { ipAddress: "47.98.10.20" });
const adopted = new alicloud.ecs.EipAddress("adopted", { bandwidth: "5" }, { import: "eip-bp2000000000000000" });

const record = (rr: string, value: typeof server.publicIp): void => {
  new alicloud.dns.AlidnsRecord(rr, { domainName: zone.domainName, rr, type: "A", value });
};
record("server", server.publicIp);
record("known", known.ipAddress);
record("adopted", adopted.ipAddress);
new alicloud.dns.AlidnsRecord("own", { domainName: "example.com", rr: "own", type: "A", value: server.publicIp });
