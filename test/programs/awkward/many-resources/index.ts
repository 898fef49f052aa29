import * as alicloud from "@pulumi/alicloud";

const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" });
for (let index = 0; index < 249; index++) {
  const site = new alicloud.cdn.DomainNew(`site-${index}`, {
    domainName: `s${index}.example.com`,
    cdnType: "web",
    sources: [{ type: "ipaddr", content: address.ipAddress }],
  });
  new alicloud.dns.AlidnsRecord(`site-${index}`, {
    domainName: "example.com",
    rr: `s${index}`,
    type: "CNAME",
    value: site.cname,
  });
}
