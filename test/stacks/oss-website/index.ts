import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const site = new alicloud.oss.Bucket("site", {
  bucket: "site-example",
  website: { indexDocument: "index.html" },
});
new alicloud.oss.BucketCname("site", { bucket: site.bucket, domain: `www.${domainName}` });
new alicloud.dns.AlidnsRecord("www", {
  domainName,
  rr: "www",
  type: "CNAME",
  value: "site-example.oss-cn-shanghai.aliyuncs.com",
});

const downloads = new alicloud.oss.Bucket("downloads", { bucket: "downloads-example" });
new alicloud.oss.BucketAcl("downloads", {
  bucket: downloads.bucket,
  acl: "public-read",
});
