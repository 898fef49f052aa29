import * as alicloud from "@pulumi/alicloud";

const ignored = { ignoreChanges: ["scope", "sources[0].content", "tags"] };
const sources = [{ type: "domain", content: "origin.example.net" }];

new alicloud.cdn.DomainNew(
  "abroad",
  { domainName: "abroad.example.com", cdnType: "web", scope: "overseas", sources },
  ignored,
);
new alicloud.cdn.DomainNew("here", { domainName: "here.example.com", cdnType: "web", sources }, ignored);
new alicloud.dns.AlidnsRecord(
  "www",
  { domainName: "example.com", rr: "www", type: "URI_URL", value: "https://example.net" },
  { ignoreChanges: ["*"] },
);
