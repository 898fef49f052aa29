import { describe, expect, test } from "vitest";
import { oss } from "../../../src/products/alicloud/oss/oss";
import type { PlanPart } from "../../../src/plan/resource";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const BUCKET = "alicloud:oss/bucket:Bucket";
const CNAME = "alicloud:oss/bucketCname:BucketCname";
const PROVIDER = "pulumi:providers:alicloud";

const HANGZHOU = "mainland cn-hangzhou by config";
const spec = (location: string) => ({ kind: "oss", tier: "number", reach: "public", location });

const provider = (region: Properties[string]): ResourceSpec => ({ type: PROVIDER, name: "there", inputs: { region } });
const there = { provider: urnOf(PROVIDER, "there") };

describe("a bucket", () => {
  const bucket = (location: string, addresses: unknown[]): unknown[] => [
    { is: "entry", resource: "main", ...spec(location), addresses },
  ];
  const media = { bucket: "media" };

  test("in the mainland has the name of its region, and not those of transfer acceleration, which are elsewhere", () => {
    const plan = planOf([{ type: BUCKET, inputs: media }]);
    expect(contributed(oss, plan)).toEqual(bucket(HANGZHOU, ["media.oss-cn-hangzhou.aliyuncs.com"]));
  });

  test("outside is where its provider is", () => {
    const plan = planOf([{ type: BUCKET, inputs: media, rest: there }, provider("ap-southeast-1")]);
    expect(contributed(oss, plan)).toEqual(
      bucket("outside ap-southeast-1 by provider", ["media.oss-ap-southeast-1.aliyuncs.com"]),
    );
  });

  test("of an unknown region is undetermined", () => {
    const plan = planOf([{ type: BUCKET, inputs: media, rest: there }, provider(unknownValue)]);
    expect(contributed(oss, plan)).toEqual(bucket("(computed)", ["(computed)"]));
  });

  test("of an unknown region is where the endpoint is that the provider answered", () => {
    const outputs = { extranetEndpoint: "oss-cn-shanghai.aliyuncs.com" };
    const plan = planOf([{ type: BUCKET, inputs: media, outputs, rest: there }, provider(unknownValue)]);
    const addresses = ["media.oss-cn-shanghai.aliyuncs.com"];
    expect(contributed(oss, plan)).toEqual(bucket("mainland cn-shanghai by output", addresses));
  });

  test("of a region in no list is reached at the endpoint the provider answered", () => {
    const outputs = { extranetEndpoint: "oss-cn-atlantis.aliyuncs.com" };
    const plan = planOf([{ type: BUCKET, inputs: media, outputs, rest: there }, provider(unknownValue)]);
    const addresses = ["(computed)", "media.oss-cn-atlantis.aliyuncs.com"];
    expect(contributed(oss, plan)).toEqual(bucket("(computed)", addresses));
  });

  test("with transfer acceleration has no other names by it", () => {
    const acceleration = { type: "alicloud:oss/bucketTransferAcceleration:BucketTransferAcceleration", name: "fast" };
    for (const inputs of [{ transferAcceleration: { enabled: true } }, { transferAcceleration: unknownValue }, {}]) {
      const plan = planOf([
        { type: BUCKET, inputs: { ...media, ...inputs } },
        { ...acceleration, inputs: { bucket: "media", enabled: true } },
      ]);
      const [entry] = bucket(HANGZHOU, ["media.oss-cn-hangzhou.aliyuncs.com"]);
      expect(contributed(oss, plan)).toEqual([{ ...(entry as object), accelerated: true }]);
    }
  });

  test.each<[string, Properties, Properties | undefined, boolean]>([
    ["on by its own property", { transferAcceleration: { enabled: true } }, undefined, true],
    ["off by its own property", { transferAcceleration: { enabled: false } }, undefined, false],
    ["unknown", { transferAcceleration: { enabled: unknownValue } }, undefined, true],
    ["on by a resource", {}, { bucket: ref("main"), enabled: true }, true],
    ["perhaps on by a resource", {}, { bucket: ref("main"), enabled: unknownValue }, true],
    ["off by a resource", {}, { bucket: ref("main"), enabled: false }, false],
    ["on for another bucket", {}, { bucket: "other", enabled: true }, false],
    ["perhaps on, for a bucket that is not known", {}, { bucket: unknownValue, enabled: true }, true],
    ["not said", {}, undefined, false],
  ])("whose acceleration is %s", (_, inputs, setting, accelerated) => {
    const plan = planOf([
      { type: BUCKET, inputs: { ...media, ...inputs } },
      ...(setting
        ? [
            {
              type: "alicloud:oss/bucketTransferAcceleration:BucketTransferAcceleration",
              name: "fast",
              inputs: setting,
            },
          ]
        : []),
    ]);
    const [entry] = contributed(oss, plan) as { accelerated?: boolean }[];
    expect(entry?.accelerated ?? false).toBe(accelerated);
  });

  test.each<[string, Properties, string]>([
    ["not yet known", { bucket: unknownValue }, "(computed)"],
    ["secret", { bucket: "[secret]" }, "(secret)"],
    ["left to the provider", {}, "(computed)"],
  ])("whose name is %s has no known address", (_, inputs, address) => {
    expect(contributed(oss, planOf([{ type: BUCKET, inputs }]))).toEqual(bucket(HANGZHOU, [address]));
  });

  test("whose name the provider chose is known by it", () => {
    const plan = planOf([{ type: BUCKET, outputs: { bucket: "media" } }]);
    expect(contributed(oss, plan)).toEqual(bucket(HANGZHOU, ["media.oss-cn-hangzhou.aliyuncs.com"]));
  });
});

describe("a custom domain", () => {
  const host = "img.example.com";
  const binding = (to: unknown, location = HANGZHOU, over: object = {}): unknown[] => [
    { is: "binding", by: "main", host, property: "domain", to, standIn: spec(location), ...over },
  ];
  const read = (inputs: Properties, others: readonly ResourceSpec[] = [], part: Partial<PlanPart> = {}) =>
    contributed(oss, planOf([{ type: CNAME, inputs: { domain: host, ...inputs } }, ...others], part));
  const bucket: ResourceSpec = { type: BUCKET, name: "bucket", inputs: { bucket: "media" } };

  test("leads to its bucket by name, id or reference", () => {
    expect(read({ bucket: "media" }, [bucket])).toEqual(binding("bucket"));
    expect(read({ bucket: "media" }, [{ type: BUCKET, name: "bucket", rest: { id: "media" } }])).toEqual(
      binding("bucket"),
    );
    expect(read({ bucket: ref("bucket") }, [bucket])).toEqual(binding("bucket"));
  });

  test("of a bucket outside the plan is where its provider is", () => {
    expect(read({ bucket: "other" }, [bucket])).toEqual(binding({ elsewhere: "other" }));
    expect(read({ bucket: unknownValue }, [bucket])).toEqual(binding("(computed)"));
    expect(read({ bucket: "other" }, [], { region: "cn-hongkong" })).toEqual(
      binding({ elsewhere: "other" }, "outside cn-hongkong by config"),
    );
  });

  test("that is not yet known, or missing, stays unknown", () => {
    const over = { host: "(computed)" };
    expect(read({ bucket: "media", domain: unknownValue }, [bucket])).toEqual(binding("bucket", HANGZHOU, over));
    expect(contributed(oss, planOf([{ type: CNAME }]))).toEqual(binding("(absent)", HANGZHOU, { host: "(malformed)" }));
    expect(read({ bucket: { is: "media" } }, [bucket])).toEqual(binding("(malformed)"));
  });

  describe("before the rest of the plan is known", () => {
    const isolated = { isolated: true };
    const foreign: ResourceSpec = { ...bucket, rest: there };

    test("is undetermined while its unknown bucket may be one of another provider", () => {
      const others = [foreign, provider("ap-southeast-1")];
      expect(read({ bucket: unknownValue }, others, isolated)).toEqual(binding("(computed)", "(isolated)"));
    });

    test("is where its provider is when every bucket has the same provider", () => {
      expect(read({ bucket: unknownValue }, [bucket], isolated)).toEqual(binding("(computed)"));
      expect(read({ bucket: unknownValue }, [], isolated)).toEqual(binding("(computed)"));
    });

    test("leads to a bucket of another provider that it names", () => {
      const others = [foreign, provider("ap-southeast-1")];
      expect(read({ bucket: "media" }, others, isolated)).toEqual(binding("bucket"));
      expect(read({ bucket: "other" }, others, isolated)).toEqual(binding({ elsewhere: "other" }));
    });
  });
});

describe("what opens a bucket to everybody", () => {
  const bucket: ResourceSpec = { type: BUCKET, name: "bucket", inputs: { bucket: "media" } };
  const sharing = (type: string, inputs: Properties) =>
    contributed(oss, planOf([{ type: `alicloud:oss/${type}`, inputs }, bucket]));
  const of = { is: "sharing", by: "main", of: "bucket" };

  test.each<[string, string, Properties, object[]]>([
    ["an ACL", "bucketAcl:BucketAcl", { acl: "public-read" }, [{ shared: "everybody" }]],
    ["a private ACL", "bucketAcl:BucketAcl", { acl: "private" }, []],
    ["an unknown ACL", "bucketAcl:BucketAcl", { acl: unknownValue }, [{ shared: "everybody", unsure: "(computed)" }]],
    [
      "a policy",
      "bucketPolicy:BucketPolicy",
      { policy: '{"Statement":[{"Effect":"Allow","Principal":"*"}]}' },
      [{ shared: "everybody" }],
    ],
    ["a policy without statements", "bucketPolicy:BucketPolicy", { policy: "{}" }, []],
    [
      "a policy that is no JSON",
      "bucketPolicy:BucketPolicy",
      { policy: "none" },
      [{ shared: "everybody", unsure: "(malformed)" }],
    ],
    ["a website", "bucketWebsite:BucketWebsite", {}, [{ shared: "everybody" }]],
    ["a block", "bucketPublicAccessBlock:BucketPublicAccessBlock", { blockPublicAccess: true }, [{ shared: "nobody" }]],
    ["no block", "bucketPublicAccessBlock:BucketPublicAccessBlock", { blockPublicAccess: false }, []],
  ])("%s", (_, type, inputs, expected) => {
    expect(sharing(type, { bucket: "media", ...inputs })).toEqual(expected.map((one) => ({ ...of, ...one })));
  });

  test("the bucket itself", () => {
    const inputs = { bucket: "media", acl: "public-read-write", policy: unknownValue, website: { indexDocument: "i" } };
    const shared = contributed(oss, planOf([{ type: BUCKET, inputs }])).slice(1);
    expect(shared).toEqual([
      { is: "sharing", by: "main", of: "main", shared: "everybody" },
      { is: "sharing", by: "main", of: "main", shared: "everybody", unsure: "(computed)" },
      { is: "sharing", by: "main", of: "main", shared: "everybody" },
    ]);
  });

  test("a block of the account is for the buckets of its provider", () => {
    const type = "alicloud:oss/accountPublicAccessBlock:AccountPublicAccessBlock";
    const others = [bucket, { ...bucket, name: "foreign", rest: there }, provider("ap-southeast-1")];
    expect(contributed(oss, planOf([{ type, inputs: { blockPublicAccess: true } }, ...others]))).toEqual([
      { ...of, shared: "nobody" },
    ]);
  });
});

test.each([
  "bucketCnameToken:BucketCnameToken",
  "bucketTransferAcceleration:BucketTransferAcceleration",
  "bucketHttpsConfig:BucketHttpsConfig",
  "bucketObject:BucketObject",
])("%s contributes nothing", (type) => {
  expect(
    contributed(oss, planOf([{ type: `alicloud:oss/${type}`, inputs: { bucket: "media", acl: "public-read" } }])),
  ).toEqual([]);
});
