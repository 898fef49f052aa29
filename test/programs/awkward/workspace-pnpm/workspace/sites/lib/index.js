"use strict";
const alicloud = require("@pulumi/alicloud");
const pulumi = require("@pulumi/pulumi");

/** A bucket that is read under a name of the company's. */
exports.Site = class Site extends pulumi.ComponentResource {
  constructor(name, domain, options) {
    super("acme:sites:Site", name, {}, options);
    const bucket = new alicloud.oss.Bucket(name, { bucket: `site-${name}` }, { parent: this });
    new alicloud.oss.BucketCname(name, { bucket: bucket.bucket, domain }, { parent: this });
    this.registerOutputs();
  }
};
