/** What opens a bucket to everybody, or forbids that: ACLs, policies, websites and the blocks of public access. */
import { referenceTo, type Reader, type SharingContribution } from "../../../graph/contribution";
import { configurationOf } from "../../../location/configuration";
import { doubt, known, map, unknown, type Fact } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { parsed } from "../../reading/json";
import { BUCKETS } from "../shared/tokens";

/** What a bucket says itself: its ACL, its policy and its website, which have resources of their own as well. */
export function ownSharing(bucket: Resource): readonly SharingContribution[] {
  const of = referenceTo(bucket);
  return [
    ...sharing(bucket, of, "everybody", publicAcl(bucket.at("acl"))),
    ...sharing(bucket, of, "everybody", publicPolicy(bucket.at("policy"))),
    ...sharing(bucket, of, "everybody", bucket.at("website").presence()),
  ];
}

export const acl: Reader = (resource, plan) =>
  sharing(resource, bucketOf(resource, plan), "everybody", publicAcl(resource.at("acl")));

export const policy: Reader = (resource, plan) =>
  sharing(resource, bucketOf(resource, plan), "everybody", publicPolicy(resource.at("policy")));

export const website: Reader = (resource, plan) =>
  sharing(resource, bucketOf(resource, plan), "everybody", known(true));

export const block: Reader = (resource, plan) =>
  sharing(resource, bucketOf(resource, plan), "nobody", resource.boolean("blockPublicAccess"));

/**
 * The block of a whole account is for the buckets of its provider; which other providers of its stack are the account's is not
 * told. It often has a stack of its own, whose account may be that of the buckets of other stacks.
 */
export const accountBlock: Reader = (resource, plan) => {
  const fact = resource.boolean("blockPublicAccess");
  const why = doubt("account-untold", { what: resource.name }, { urn: resource.urn });
  return plan.ofType(...BUCKETS).flatMap((bucket) => {
    if (configurationOf(bucket) === configurationOf(resource))
      return sharing(resource, referenceTo(bucket), "nobody", fact);
    const perhaps = fact.state === "known" && fact.value ? unknown(why) : fact;
    return bucket.part === resource.part ? [] : sharing(resource, referenceTo(bucket), "nobody", perhaps);
  });
};

/** The bucket that a resource is for. */
export const bucketOf = (resource: Resource, plan: Plan): Reference =>
  plan.referred(resource, "bucket", { types: BUCKETS, by: ["bucket"] });

function sharing(
  by: Resource,
  of: Reference,
  shared: SharingContribution["shared"],
  fact: Fact<boolean>,
): readonly SharingContribution[] {
  if (fact.state === "unknown") return [{ is: "sharing", by, of, shared, unsure: fact.doubt }];
  return fact.state === "known" && fact.value ? [{ is: "sharing", by, of, shared }] : [];
}

function publicAcl(value: Value): Fact<boolean> {
  return map(value.string(), (text) => text.startsWith("public-read"));
}

/** Whether any statement lets in whoever asks: everybody as principal, and no condition on where the request is from. */
function publicPolicy(value: Value): Fact<boolean> {
  const document = parsed(value);
  if (document.state !== "known") return document;
  const statements = document.value.at("Statement").elements();
  return known(statements.some(letsEverybodyIn));
}

const OPERATORS = ["IpAddress", "StringEquals", "StringLike"] as const;
const SOURCES = ["acs:SourceIp", "acs:SourceVpc", "acs:SourceVpcId"] as const;

function letsEverybodyIn(statement: Value): boolean {
  const condition = statement.at("Condition");
  const limited = OPERATORS.some((operator) =>
    SOURCES.some((source) => condition.at(operator).at(source).presence().state === "known"),
  );
  const everybody = statement
    .at("Principal")
    .elements()
    .some((principal) => says(principal, "*"));
  return says(statement.at("Effect"), "Allow") && everybody && !limited;
}

function says(value: Value, wanted: string): boolean {
  const fact = value.string();
  return fact.state === "known" && fact.value === wanted;
}
