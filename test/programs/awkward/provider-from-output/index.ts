import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const vpc = new alicloud.vpc.Network("main", { cidrBlock: "10.0.0.0/16" });
const elsewhere = new alicloud.Provider("elsewhere", { region: pulumi.interpolate`cn-${vpc.id}` });

const bucket = new alicloud.oss.Bucket("media", { bucket: "media" }, { provider: elsewhere });
new alicloud.oss.BucketCname("media", { bucket: bucket.bucket, domain: "media.example.com" }, { provider: elsewhere });
