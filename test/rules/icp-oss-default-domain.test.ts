import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester } from "../support/rule-tester";
import { bucket, cdn, customDomain, resource } from "../support/stacks";

const accounts = (...activated: string[]) =>
  register(
    `accounts: [${activated.map((on, at) => `{ id: "${at + 1}"${on} }`).join(", ")}]\nfilings: [{ domain: example.com, status: active }]\n`,
  );
const late = accounts(", ossActivatedOn: 2025-03-20");
const early = accounts(", ossActivatedOn: 2025-03-19");
const open = bucket("media", { acl: "public-read" });
const acl = (value: Properties[string]) =>
  resource("alicloud:oss/bucketAcl:BucketAcl", "acl", { bucket: ref("media"), acl: value });
const policy = (statement: object) =>
  resource("alicloud:oss/bucketPolicy:BucketPolicy", "policy", {
    bucket: ref("media"),
    policy: JSON.stringify({ Version: "1", Statement: [statement] }),
  });
const anybody = { Effect: "Allow", Principal: ["*"], Action: ["oss:GetObject"], Resource: ["acs:oss:*:*:media/*"] };
const website = resource("alicloud:oss/bucketWebsite:BucketWebsite", "site", { bucket: ref("media") });
const block = (blockPublicAccess: Properties[string]) =>
  resource("alicloud:oss/bucketPublicAccessBlock:BucketPublicAccessBlock", "block", {
    bucket: ref("media"),
    blockPublicAccess,
  });
const accountBlock = resource("alicloud:oss/accountPublicAccessBlock:AccountPublicAccessBlock", "block", {
  blockPublicAccess: true,
});
const own = "icp-oss-default-domain violation media: icp-oss-default-domain [bind-domain, bucket-outside] at media";
const unsure = "icp-oss-default-domain undetermined media: undetermined (computed) [check] at media";

ruleTester("icp-oss-default-domain", {
  violations: {
    "readable by its own ACL": [
      planOf([open]),
      late,
      [own],
      [
        "Everybody may read media in cn-hangzhou, it has no custom domain, and account 1 activated OSS on 2025-03-20: accounts that did so since 2025-03-20 get no data at the default public domain of a mainland bucket",
        "- Bind a custom domain of a filed apex, with a certificate; inside the region the internal endpoint works.",
        "- Or keep the bucket outside the mainland.",
        "by F-17",
        "media (entry)",
      ],
    ],
    "readable and writable": [planOf([bucket("media", { acl: "public-read-write" })]), late, [own]],
    "readable by the ACL's own resource": [planOf([bucket("media"), acl("public-read")]), late, [own]],
    "readable by its policy": [planOf([bucket("media"), policy(anybody)]), late, [own]],
    "a policy over TLS only is for everybody": [
      planOf([bucket("media"), policy({ ...anybody, Condition: { Bool: { "acs:SecureTransport": "true" } } })]),
      late,
      [own],
    ],
    "a website of its own": [planOf([bucket("media", { website: { indexDocument: "index.html" } })]), late, [own]],
    "a website's own resource": [planOf([bucket("media"), website]), late, [own]],
    "the block is off": [planOf([open, block(false)]), late, [own]],
    "the account has not activated OSS yet": [
      planOf([open]),
      accounts(", ossActivatedOn: null"),
      ["icp-oss-default-domain violation media: icp-oss-default-domain.new [bind-domain, bucket-outside] at media"],
      [
        "Everybody may read media in cn-hangzhou, it has no custom domain, and account 1 has not activated OSS yet: accounts that do so since 2025-03-20 get no data at the default public domain of a mainland bucket",
        "- Bind a custom domain of a filed apex, with a certificate; inside the region the internal endpoint works.",
        "- Or keep the bucket outside the mainland.",
        "by F-17",
        "media (entry)",
      ],
    ],
    "all accounts are late": [
      planOf([open]),
      accounts(", ossActivatedOn: 2025-06-01", ", ossActivatedOn: 2026-06-01"),
      [own],
    ],
    "the custom domain is another bucket's": [
      planOf([open, bucket("other"), customDomain("img", ref("other"))]),
      late,
      [own],
    ],
  },
  satisfied: {
    "a custom domain": [planOf([open, customDomain("img", ref("media"))]), late, []],
    "the account activated OSS before": [planOf([open]), early, []],
    "the account activated OSS before, and the region is not known": [
      planOf([open], { region: "cn-nowhere-9" }),
      early,
      [],
    ],
    "the bucket is older than the day": [
      planOf([bucket("media", { acl: "public-read" }, { outputs: { creationDate: "2024-02-01" } })]),
      late,
      [],
    ],
  },
  undetermined: {
    "an ACL that is not known": [planOf([bucket("media"), acl(unknownValue)]), late, [unsure]],
    "a policy that is not known": [planOf([bucket("media", { policy: unknownValue })]), late, [unsure]],
    "a policy that is no JSON": [
      planOf([bucket("media", { policy: "{" })]),
      late,
      ["icp-oss-default-domain undetermined media: undetermined (malformed) [check] at media"],
    ],
    "whether it is blocked is not known": [planOf([open, block(unknownValue)]), late, [unsure]],
    "which bucket the block is for is not known": [
      planOf([
        open,
        bucket("other"),
        resource("alicloud:oss/bucketPublicAccessBlock:BucketPublicAccessBlock", "block", {
          bucket: ref("media", "other"),
          blockPublicAccess: true,
        }),
      ]),
      late,
      [unsure],
    ],
    "a custom domain of a bucket that is not known": [
      planOf([open, customDomain("img", unknownValue)]),
      late,
      [unsure],
    ],
    "a custom domain of one of two buckets": [
      planOf([open, bucket("other"), customDomain("img", ref("media", "other"))]),
      late,
      [unsure],
    ],
    "a region in no list": [
      planOf([open], { region: "cn-nowhere-9" }),
      late,
      ["icp-oss-default-domain undetermined media: undetermined (region-unlisted) [check] at media"],
    ],
    "the register leaves the day out": [
      planOf([open]),
      accounts(""),
      ["icp-oss-default-domain undetermined media: undetermined (not-declared) [declare-key] at media"],
      [
        "It cannot be told whether this breaks the rule for media: the register does not say ossActivatedOn of 1",
        "- Say ossActivatedOn of 1 in icp.yaml.",
        "by F-17",
        "media (entry)",
      ],
    ],
    "one of two accounts was in time": [
      planOf([open]),
      accounts(", ossActivatedOn: 2024-06-01", ", ossActivatedOn: 2026-06-01"),
      ["icp-oss-default-domain undetermined media: undetermined (several-accounts) [check] at media"],
      [
        "It cannot be told whether this breaks the rule for media: the plan does not say which of the declared accounts it is of (1, 2)",
        "- Check by hand what cannot be told here.",
        "by F-17",
        "media (entry)",
      ],
    ],
    "the plan hides resources": [
      planOf([open], { missing: 2 }),
      late,
      [
        "icp-oss-default-domain undetermined media: undetermined (incomplete) [show-sames] at media",
        "icp-undetermined undetermined -",
      ],
    ],
  },
  silent: {
    "nobody but its owner may read it": [planOf([bucket("media")]), late, []],
    "a private ACL, and a block that is not known": [
      planOf([bucket("media", { acl: "private" }), block(unknownValue)]),
      late,
      [],
    ],
    "a policy for one VPC": [
      planOf([bucket("media"), policy({ ...anybody, Condition: { StringEquals: { "acs:SourceVpc": ["vpc-1"] } } })]),
      late,
      [],
    ],
    "a policy for one account": [planOf([bucket("media"), policy({ ...anybody, Principal: ["123456"] })]), late, []],
    "a policy that denies": [planOf([bucket("media"), policy({ ...anybody, Effect: "Deny" })]), late, []],
    "public access is blocked": [planOf([open, block(true)]), late, []],
    "public access is blocked for the account": [planOf([open, accountBlock]), late, []],
    "a bucket outside the mainland": [planOf([open], { region: "cn-hongkong" }), late, []],
    "an edge fetches from it": [
      planOf([open, cdn("site", { sources: [{ type: "oss", content: ref("media") }] })]),
      late,
      [],
    ],
    "no accounts are declared": [planOf([open]), filed(), []],
  },
});
