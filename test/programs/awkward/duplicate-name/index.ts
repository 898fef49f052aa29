import * as alicloud from "@pulumi/alicloud";

for (const domain of ["a.example.com", "b.example.com"]) {
  new alicloud.oss.BucketCname("media", { bucket: "media", domain });
}
