import * as alicloud from "@pulumi/alicloud";
import type { Names } from "./names";

export interface SiteBucket {
  readonly bucket: alicloud.oss.Bucket;
  readonly acl: alicloud.oss.BucketAcl;
}

/** The bucket of the pages: everybody may read it, and what is missing is the page of the app. */
export function createSiteBucket({ prefix, tags }: Names): SiteBucket {
  const bucket = new alicloud.oss.Bucket(`${prefix}-site`, {
    bucket: `${prefix}-site`,
    website: { indexDocument: "index.html", errorDocument: "index.html" },
    corsRules: [{ allowedOrigins: ["*"], allowedMethods: ["GET", "HEAD"], allowedHeaders: ["*"], maxAgeSeconds: 3600 }],
    lifecycleRules: [{ enabled: true, prefix: "previews/", expirations: [{ days: 14 }] }],
    tags,
  });
  const acl = new alicloud.oss.BucketAcl(`${prefix}-site`, { bucket: bucket.id, acl: "public-read" });
  return { bucket, acl };
}
