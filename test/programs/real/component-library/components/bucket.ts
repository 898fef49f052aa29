import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { Cdn, type CdnProps } from "./cdn";
import { RamUser } from "./ram-user";
import { RandomSuffix } from "./random-suffix";

export interface BucketProps {
  readonly acl?: "private" | "public-read";
  readonly withSuffix?: boolean;
  readonly enableCors?: boolean;
  readonly enableUser?: boolean;
  /** A name of its own, without a CDN in front of it. */
  readonly domain?: string;
  readonly enableCdn?: Omit<CdnProps, "sources">;
}

/** A bucket with what a bucket of this company may have. */
export class Bucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly cdn?: Cdn;

  constructor(name: string, props: BucketProps = {}, options?: pulumi.ComponentResourceOptions) {
    super("acme:index:Bucket", name, {}, options);
    const { acl = "private", withSuffix = true, enableCors = false, enableUser = false, domain, enableCdn } = props;
    const parent = { parent: this };
    const suffix = withSuffix ? new RandomSuffix(name, parent).result : undefined;
    const bucket = new alicloud.oss.Bucket(
      name,
      {
        bucket: suffix ? pulumi.interpolate`${name}-${suffix}` : name,
        storageClass: "Standard",
        redundancyType: "ZRS",
        ...(enableCors && {
          corsRules: [{ allowedOrigins: ["*"], allowedMethods: ["GET", "HEAD"], allowedHeaders: ["*"] }],
        }),
      },
      parent,
    );
    this.bucketName = bucket.bucket;
    new alicloud.oss.BucketAcl(name, { bucket: this.bucketName, acl }, parent);
    if (domain !== undefined) {
      new alicloud.oss.BucketCname(name, { bucket: this.bucketName, domain }, parent);
    }
    if (enableUser) {
      const policy = this.bucketName.apply((given) =>
        JSON.stringify({
          Version: "1",
          Statement: [{ Effect: "Allow", Action: ["oss:*"], Resource: [`acs:oss:*:*:${given}/*`] }],
        }),
      );
      new RamUser(`${name}-oss`, { policy, withKey: true }, parent);
    }
    if (enableCdn) {
      this.cdn = new Cdn(name, { ...enableCdn, sources: bucket.extranetEndpoint }, parent);
    }
    this.registerOutputs({ bucketName: this.bucketName });
  }
}
