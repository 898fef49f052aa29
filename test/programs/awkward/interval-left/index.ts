import * as alicloud from "@pulumi/alicloud";

let beats = 0;
setInterval(() => beats++, 100);

new alicloud.cdn.DomainNew("www", {
  domainName: "www.example.com",
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
