import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const images = new alicloud.oss.Bucket("images", { bucket: "example-com-images" });

new alicloud.oss.BucketAcl("images", { bucket: images.id, acl: "public-read" });

new alicloud.oss.BucketCname("images", { bucket: images.id, domain: "img.example.com" });

new alicloud.dns.AlidnsRecord("img", {
  domainName: "example.com",
  rr: "img",
  type: "CNAME",
  value: pulumi.interpolate`${images.bucket}.${images.extranetEndpoint}`,
});
