import * as alicloud from "@pulumi/alicloud";
import { nameOf, tags } from "../config";

/** Holds what pages load. */
export const statics = new alicloud.oss.Bucket("static", {
  bucket: nameOf("static"),
  storageClass: "Standard",
  redundancyType: "ZRS",
  corsRules: [
    {
      allowedOrigins: ["https://*.example.com"],
      allowedMethods: ["GET", "HEAD"],
      allowedHeaders: ["*"],
      maxAgeSeconds: 600,
    },
  ],
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("static", {
  bucket: statics.bucket,
  acl: "public-read",
});

new alicloud.oss.BucketLogging("static", {
  bucket: statics.bucket,
  targetBucket: nameOf("logs"),
  targetPrefix: "static/",
});

/** Holds pictures that sellers give. */
export const media = new alicloud.oss.Bucket("media", {
  bucket: nameOf("media"),
  storageClass: "Standard",
  redundancyType: "ZRS",
  corsRules: [
    {
      allowedOrigins: ["https://*.example.com"],
      allowedMethods: ["GET", "HEAD"],
      allowedHeaders: ["*"],
      maxAgeSeconds: 600,
    },
  ],
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("media", {
  bucket: media.bucket,
  acl: "private",
});

new alicloud.oss.BucketLogging("media", {
  bucket: media.bucket,
  targetBucket: nameOf("logs"),
  targetPrefix: "media/",
});

/** Holds what customers are billed. */
export const invoices = new alicloud.oss.Bucket("invoices", {
  bucket: nameOf("invoices"),
  storageClass: "Standard",
  redundancyType: "ZRS",
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("invoices", {
  bucket: invoices.bucket,
  acl: "private",
});

new alicloud.oss.BucketLogging("invoices", {
  bucket: invoices.bucket,
  targetBucket: nameOf("logs"),
  targetPrefix: "invoices/",
});

/** Holds reports for partners. */
export const reports = new alicloud.oss.Bucket("exports", {
  bucket: nameOf("exports"),
  storageClass: "Standard",
  redundancyType: "ZRS",
  lifecycleRules: [
    {
      id: "expire",
      enabled: true,
      prefix: "",
      expirations: [{ days: 30 }],
    },
  ],
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("exports", {
  bucket: reports.bucket,
  acl: "private",
});

new alicloud.oss.BucketLogging("exports", {
  bucket: reports.bucket,
  targetBucket: nameOf("logs"),
  targetPrefix: "exports/",
});

/** Holds access logs of all others. */
export const logs = new alicloud.oss.Bucket("logs", {
  bucket: nameOf("logs"),
  storageClass: "IA",
  redundancyType: "LRS",
  lifecycleRules: [
    {
      id: "expire",
      enabled: true,
      prefix: "",
      expirations: [{ days: 90 }],
    },
  ],
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("logs", {
  bucket: logs.bucket,
  acl: "private",
});

/** Holds dumps of databases. */
export const backups = new alicloud.oss.Bucket("backups", {
  bucket: nameOf("backups"),
  storageClass: "IA",
  redundancyType: "ZRS",
  lifecycleRules: [
    {
      id: "expire",
      enabled: true,
      prefix: "",
      expirations: [{ days: 400 }],
    },
  ],
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("backups", {
  bucket: backups.bucket,
  acl: "private",
});

new alicloud.oss.BucketLogging("backups", {
  bucket: backups.bucket,
  targetBucket: nameOf("logs"),
  targetPrefix: "backups/",
});

/** Holds pages of campaigns. */
export const landing = new alicloud.oss.Bucket("landing", {
  bucket: nameOf("landing"),
  storageClass: "Standard",
  redundancyType: "ZRS",
  corsRules: [
    {
      allowedOrigins: ["https://*.example.com"],
      allowedMethods: ["GET", "HEAD"],
      allowedHeaders: ["*"],
      maxAgeSeconds: 600,
    },
  ],
  website: {
    indexDocument: "index.html",
    errorDocument: "404.html",
  },
  tags: tags("storage"),
});

new alicloud.oss.BucketAcl("landing", {
  bucket: landing.bucket,
  acl: "public-read",
});

new alicloud.oss.BucketLogging("landing", {
  bucket: landing.bucket,
  targetBucket: nameOf("logs"),
  targetPrefix: "landing/",
});

// Campaigns are read under a name of their own, without a CDN.
new alicloud.oss.BucketCname("landing", {
  bucket: landing.bucket,
  domain: "go.example.cn",
});

// Partners fetch their reports under the shop's own name.
new alicloud.oss.BucketCname("exports", {
  bucket: reports.bucket,
  domain: "reports.example.com",
});
