import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const bucket = new alicloud.oss.Bucket("media", { bucket: "media" });
throw new pulumi.ResourceError("this bucket must not be", bucket, true);
