/**
 * Object Storage Service: a bucket is public through its custom domains and its endpoint. It is in the region of its
 * provider; no property of its own says where.
 */
import { memo } from "../../../base/memo";
import { product, type Contribution, type EntrySpec } from "../../../graph/contribution";
import { resourcesMeant } from "../../../graph/links";
import { configurationOf } from "../../../location/configuration";
import { locate, type Location } from "../../../location/locate";
import { known, map, unknown, type Fact } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { acl, accountBlock, block, bucketOf, ownSharing, policy, website } from "./oss-sharing";
import { contributesNothing, required } from "../../reading/values";
import { BUCKETS } from "../shared/tokens";

const [BUCKET] = BUCKETS;
const ACCELERATION = "alicloud:oss/bucketTransferAcceleration:BucketTransferAcceleration";

const specAt = (location: Location): EntrySpec => ({ kind: "oss", reach: "public", location });

/** The names under which a bucket is reached at its region's endpoint. Those of transfer acceleration have places of their own. */
function addressesOf(bucket: Resource, location: Location): readonly Fact<string>[] {
  const said = bucket.string("bucket");
  const name = said.state === "absent" ? bucket.output("bucket") : said;
  const endpoint =
    location.in === "undetermined" ? unknown(location.doubt) : known(`oss-${location.region}.aliyuncs.com`);
  const answered = bucket.output("extranetEndpoint");
  const regional = [endpoint, ...(answered.state === "known" && !sameFact(answered, endpoint) ? [answered] : [])];
  if (name.state !== "known") return [name];
  return regional.map((fact) => map(fact, (at) => `${name.value}.${at}`));
}

const sameFact = (one: Fact<string>, other: Fact<string>): boolean =>
  one.state === "known" && other.state === "known" && one.value === other.value;

function readBucket(bucket: Resource, plan: Plan): readonly Contribution[] {
  const location = locate(bucket, plan);
  return [
    {
      is: "entry",
      resource: bucket,
      ...specAt(location),
      ...(mayBeAccelerated(bucket, plan) ? { accelerated: true } : {}),
      ...createdOf(bucket),
      addresses: addressesOf(bucket, location),
    },
    ...ownSharing(bucket),
  ];
}

/** When a bucket was made; nothing of one that is still to be made. */
function createdOf(bucket: Resource): Pick<EntrySpec, "created"> {
  const created = bucket.output("creationDate");
  const isTold = created.state === "known" || (created.state === "unknown" && created.doubt.why === "secret");
  return isTold ? { created } : {};
}

/** Whether a bucket has, or may have, names that are accelerated: those have doors everywhere, the mainland included. */
const mayBeAccelerated = (bucket: Resource, plan: Plan): boolean =>
  mayBeOn(bucket.at("transferAcceleration").at("enabled").boolean()) || acceleratedIn(plan).has(bucket);

/** The buckets that resources of their own accelerate, or may accelerate. */
const acceleratedIn = memo((plan: Plan): ReadonlySet<Resource> => {
  const settings = plan.ofType(ACCELERATION).filter((setting) => mayBeOn(setting.boolean("enabled")));
  return new Set(settings.flatMap((setting) => resourcesMeant(bucketOf(setting, plan), plan)));
});

const mayBeOn = (fact: Fact<boolean>): boolean => fact.state === "unknown" || (fact.state === "known" && fact.value);

function customDomain(cname: Resource, plan: Plan): Contribution {
  const to = bucketOf(cname, plan);
  return {
    is: "binding",
    by: cname,
    host: required(cname.string("domain"), cname.at("domain"), "text"),
    property: "domain",
    to,
    standIn: specAt(locationOfBucket(to, cname, plan)),
  };
}

/**
 * Where a bucket outside the plan is: where its custom domain's provider is, since both are made at one endpoint. While
 * the plan shows one resource only, an unknown bucket may be any of those shown beside it, of another provider too.
 */
function locationOfBucket(to: Reference, cname: Resource, plan: Plan): Location {
  const absence = to.is === "unknown" ? plan.absenceDoubt : undefined;
  if (absence?.why !== "isolated") return locate(cname, plan);
  const others = plan.ofType(BUCKET).filter((bucket) => configurationOf(bucket) !== configurationOf(cname));
  return others.length > 0 ? { in: "undetermined", doubt: absence } : locate(cname, plan);
}

export const oss = product({
  [BUCKET]: readBucket,
  "alicloud:oss/bucketCname:BucketCname": customDomain,
  "alicloud:oss/bucketCnameToken:BucketCnameToken": contributesNothing,
  "alicloud:oss/bucketWebsite:BucketWebsite": website,
  "alicloud:oss/bucketAcl:BucketAcl": acl,
  "alicloud:oss/bucketPolicy:BucketPolicy": policy,
  "alicloud:oss/bucketPublicAccessBlock:BucketPublicAccessBlock": block,
  "alicloud:oss/accountPublicAccessBlock:AccountPublicAccessBlock": accountBlock,
  [ACCELERATION]: contributesNothing,
  "alicloud:oss/bucketHttpsConfig:BucketHttpsConfig": contributesNothing,
  "alicloud:oss/bucketObject:BucketObject": contributesNothing,
});
