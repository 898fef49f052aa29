import * as alicloud from "@pulumi/alicloud";

for (const domainName of ["example.com", "example.net"]) {
  const cdn = new alicloud.cdn.DomainNew(domainName, {
    domainName: `www.${domainName}`,
    cdnType: "web",
    scope: "domestic",
    sources: [{ type: "domain", content: `origin.${domainName}`, port: 443 }],
  });
  new alicloud.dns.AlidnsRecord(domainName, { domainName, rr: "www", type: "CNAME", value: cdn.cname });
}
