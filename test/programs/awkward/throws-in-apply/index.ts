import * as alicloud from "@pulumi/alicloud";

const bucket = new alicloud.oss.Bucket("media", { bucket: "media" });
new alicloud.oss.BucketCname("media", {
  bucket: bucket.bucket.apply((name) => {
    if (name === "media") throw new TypeError(`the name ${name} is taken`);
    return name;
  }),
  domain: "media.example.com",
});
