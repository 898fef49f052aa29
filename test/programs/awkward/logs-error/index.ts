import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const bucket = new alicloud.oss.BucketCname("media", { bucket: "media", domain: "media.example.com" });
void pulumi.log.error("the domain is not the company's", bucket);
