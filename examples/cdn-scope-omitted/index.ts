import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const assets = new alicloud.oss.Bucket("assets", { bucket: "example-com-assets" });

const cdn = new alicloud.cdn.DomainNew("static", {
  domainName: "static.example.com",
  cdnType: "web",
  sources: [
    {
      type: "oss",
      content: pulumi.interpolate`${assets.bucket}.${assets.extranetEndpoint}`,
      port: 443,
      priority: 20,
      weight: 10,
    },
  ],
});

new alicloud.dns.AlidnsRecord("static", {
  domainName: "example.com",
  rr: "static",
  type: "CNAME",
  value: cdn.cname,
});
