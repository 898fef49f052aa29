import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

new alicloud.oss.BucketCname("media", { bucket: "media", domain: new pulumi.Config().require("domain") });
