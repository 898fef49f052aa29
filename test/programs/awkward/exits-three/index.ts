import * as alicloud from "@pulumi/alicloud";

const first = new alicloud.cdn.DomainNew("first", {
  domainName: "first.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
first.urn.apply(() => process.exit(3));
