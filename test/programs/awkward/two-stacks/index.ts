import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

new alicloud.oss.BucketCname(pulumi.getStack(), {
  bucket: pulumi.getStack(),
  domain: new pulumi.Config().require("host"),
});
