import * as alicloud from "@pulumi/alicloud";

new alicloud.oss.BucketCname("media", { bucket: "media", domain: "media.example.com" });
