import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** A bucket that is read under a name of the company's. */
export class Site extends pulumi.ComponentResource {
  constructor(name: string, domain: string, options: pulumi.ComponentResourceOptions) {
    super("site:index:Site", name, {}, options);
    const bucket = new alicloud.oss.Bucket(name, { bucket: `site-${name}` }, { parent: this });
    new alicloud.oss.BucketCname(name, { bucket: bucket.bucket, domain }, { parent: this });
    this.registerOutputs();
  }
}
