import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5", ipAddress: "47.98.10.40" });
const domain = new alicloud.cdn.DomainNew("static", {
  domainName: "static.example.com",
  cdnType: "web",
  scope: "overseas",
  sources: [{ type: "domain", content: "origin.example.net" }],
});

export const webAddress = address.ipAddress;
export const cname = domain.cname;
export const hosts = ["shop", "blog"];
export const password = pulumi.secret("correct horse");
