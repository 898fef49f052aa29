import * as alicloud from "@pulumi/alicloud";

process.on("beforeExit", () => process.exit(0));

new alicloud.cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
