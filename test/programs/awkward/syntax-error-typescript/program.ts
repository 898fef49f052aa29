import * as alicloud from "@pulumi/alicloud";

const bucket: = new alicloud.oss.Bucket("media");
