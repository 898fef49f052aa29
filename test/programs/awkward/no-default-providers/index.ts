import * as alicloud from "@pulumi/alicloud";

const provider = new alicloud.Provider("own", { region: "cn-shanghai" });
new alicloud.oss.BucketCname("media", { bucket: "media", domain: "media.example.com" }, { provider });
