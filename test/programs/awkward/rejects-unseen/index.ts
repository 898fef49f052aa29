import * as alicloud from "@pulumi/alicloud";

new alicloud.oss.BucketCname("media", { bucket: "media", domain: "media.example.com" });

void Promise.resolve().then(() => {
  throw new Error("nobody waits for this");
});
