import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const hangzhou = new alicloud.Provider("hangzhou", { region: "cn-hangzhou" });
const singapore = new alicloud.Provider("singapore", { region: "ap-southeast-1" });

/** A bucket with a name of its own, and where its logs go. */
class Media extends pulumi.ComponentResource {
  constructor(name: string, options: pulumi.ComponentResourceOptions, logs?: alicloud.Provider) {
    super("media:index:Media", name, {}, options);
    const bucket = new alicloud.oss.Bucket(name, { bucket: `${name}-media` }, { parent: this });
    new alicloud.oss.BucketCname(
      name,
      { bucket: bucket.bucket, domain: `${name}.example.com` },
      logs ? { parent: this, provider: logs } : { parent: this },
    );
    this.registerOutputs();
  }
}

/** Holds others, and gives them its providers. */
class Group extends pulumi.ComponentResource {
  constructor(name: string, options: pulumi.ComponentResourceOptions) {
    super("media:index:Group", name, {}, options);
    new Media(`${name}-inner`, { parent: this });
    this.registerOutputs();
  }
}

new Media("by-default", {});
new Media("by-provider", { provider: singapore });
new Media("by-list", { providers: [singapore] });
new Media("by-map", { providers: { alicloud: singapore } });
new Media("of-child", { provider: singapore }, hangzhou);
new Group("group", { providers: { alicloud: singapore } });
