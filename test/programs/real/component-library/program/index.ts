import * as pulumi from "@pulumi/pulumi";
import { assets, brand } from "./assets";
import { abroad, atHome } from "./exports";

pulumi.runtime.registerResourceTransform(({ type, props, opts }) => {
  if (!type.startsWith("alicloud:oss/bucket:")) return undefined;
  const { tags, ...rest } = props as { tags?: Record<string, string> };
  return { props: { ...rest, tags: { ...tags, env: new pulumi.Config().require("env"), owner: "platform" } }, opts };
});

export const hosts = [assets.cdn?.host, brand.cdn?.host];
export const buckets = pulumi.all([assets, brand, abroad, atHome].map(({ bucketName }) => bucketName));
