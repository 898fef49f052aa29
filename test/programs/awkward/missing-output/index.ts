import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const web = new pulumi.StackReference("acme/web/prod");

new alicloud.dns.AlidnsRecord("www", {
  domainName: "example.com",
  rr: "www",
  type: "CNAME",
  value: web.getOutput("adress"),
});
new alicloud.cdn.DomainNew("media", {
  domainName: "media.example.com",
  cdnType: "web",
  scope: web.getOutput("scop"),
  sources: [{ type: "domain", content: "origin.example.net" }],
});

export = async () => {
  const details = await web.getOutputDetails("more of it");
  return { more: details.value === undefined };
};
