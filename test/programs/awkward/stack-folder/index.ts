import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

new alicloud.cdn.DomainNew("www", {
  domainName: new pulumi.Config().require("host"),
  cdnType: "web",
  sources: [{ type: "domain", content: "origin.example.net" }],
});
