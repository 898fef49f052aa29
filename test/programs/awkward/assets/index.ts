import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const bucket = new alicloud.oss.Bucket("site", { bucket: "site" });
new alicloud.oss.BucketObject("page", {
  bucket: bucket.bucket,
  key: "index.html",
  source: "code/index.js",
});
new alicloud.oss.BucketObject("text", {
  bucket: bucket.bucket,
  key: "robots.txt",
  content: "User-agent: *",
});
class Upload extends pulumi.CustomResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("alicloud:fc/v3Function:V3Function", name, args);
  }
}
new Upload("archive", { code: new pulumi.asset.FileArchive("code"), handler: "index.handler", runtime: "nodejs20" });
new Upload("mixed", {
  handler: "index.handler",
  runtime: "nodejs20",
  code: new pulumi.asset.AssetArchive({
    "index.js": new pulumi.asset.FileAsset("code/index.js"),
    "conf/site.json": new pulumi.asset.StringAsset("{}"),
    lib: new pulumi.asset.FileArchive("code"),
  }),
});
new alicloud.oss.BucketCname("site", { bucket: bucket.bucket, domain: "site.example.com" });
