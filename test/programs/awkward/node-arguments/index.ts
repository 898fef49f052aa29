import * as alicloud from "@pulumi/alicloud";

const { hostsOfTheCompany = [] } = globalThis as { hostsOfTheCompany?: readonly string[] };

for (const domainName of [...hostsOfTheCompany, `${process.title.replaceAll(" ", "-")}.example.com`]) {
  new alicloud.cdn.DomainNew(domainName, {
    domainName,
    cdnType: "web",
    sources: [{ type: "domain", content: "origin.example.net" }],
  });
}
