import * as alicloud from "@pulumi/alicloud";

async function settings(): Promise<{ host: string }> {
  await Promise.resolve();
  throw new RangeError("the settings cannot be read");
}

export = async (): Promise<void> => {
  new alicloud.oss.Bucket("media", { bucket: "media" });
  const { host } = await settings();
  new alicloud.oss.BucketCname("media", { bucket: "media", domain: host });
};
