import * as alicloud from "@pulumi/alicloud";

const bucket = new alicloud.oss.Bucket("media");
new alicloud.oss.BucketCname("media", { bucket: bucket.bucket, domain: "media.example.com" });
new alicloud.oss.BucketCname("by-id", { bucket: bucket.id, domain: "by-id.example.com" });
