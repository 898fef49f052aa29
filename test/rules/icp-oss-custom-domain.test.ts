import { planOf, ref, unknownValue } from "../support/plan";
import { filed, ruleTester, unfiled } from "../support/rule-tester";
import { bucket, cname, customDomain, provider, resource } from "../support/stacks";

const media = [bucket("media"), customDomain("img", ref("media"))];
const own =
  "icp-oss-custom-domain violation img.example.com: icp-oss-custom-domain [file, bucket-outside] at domain of img";
const missing = "icp-server-missing violation example.com";

/** The same two resources under an explicit provider. */
const under = (region: string | ReturnType<typeof ref>) => [
  provider("elsewhere", region),
  ...media.map((spec) => ({
    ...spec,
    rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::elsewhere" },
  })),
];

const unseen = under("cn-hangzhou").map((spec, at) =>
  at > 0 ? spec : resource("pulumi:providers:alicloud", "elsewhere", {}, { rest: { hidden: "hidden" } }),
);

ruleTester("icp-oss-custom-domain", {
  violations: {
    "apex unfiled": [
      planOf(media),
      unfiled(),
      [own, missing],
      [
        "img.example.com is a custom domain of a bucket in cn-hangzhou in the mainland, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or keep the bucket outside the mainland.",
        "by S3-19",
        "img (hosts) > media (entry)",
      ],
    ],
    "no register at all": [
      planOf(media),
      undefined,
      [
        "icp-oss-custom-domain violation img.example.com: icp-oss-custom-domain [declare, file, owner-files, bucket-outside] at domain of img",
        missing,
      ],
    ],
    "a bucket that the plan does not show": [planOf([customDomain("img", "media")]), unfiled(), [own, missing]],
    "named by value": [planOf([bucket("media"), customDomain("img", "media")]), unfiled(), [own, missing]],
    "a record to the bucket is no second finding": [
      planOf([...media, cname("img", "media.oss-cn-hangzhou.aliyuncs.com")]),
      unfiled(),
      [own, missing],
    ],
  },
  satisfied: {
    "filed through another provider": [planOf(media), filed("example.com", "accessProviders: [{ name: huawei }]"), []],
    "region not known, but the apex is filed": [
      planOf(media, { region: "cn-nowhere-9" }),
      filed(),
      ["icp-filed-domain-split undetermined img.example.com"],
    ],
  },
  undetermined: {
    "no region is set": [
      planOf(media, { region: "" }),
      unfiled(),
      ["icp-oss-custom-domain undetermined img.example.com: undetermined (region-unset) [set-region] at domain of img"],
      [
        "It cannot be told whether this breaks the rule for img.example.com: no region is set by the provider, the stack's configuration or --region, and no zone shows one; the provider would take cn-beijing",
        "- Set the provider's region, or pass --region.",
        "by S3-19",
        "img (hosts) > media (entry)",
      ],
    ],
    "the provider's configuration is not seen": [
      planOf(unseen),
      unfiled(),
      ["icp-oss-custom-domain undetermined img.example.com: undetermined (hidden) [check] at domain of img"],
      [
        "It cannot be told whether this breaks the rule for img.example.com: region of elsewhere cannot be seen because the provider's configuration is unknown",
        "- Check by hand what cannot be told here.",
        "by S3-19",
        "img (hosts) > media (entry)",
      ],
    ],
    "a region in no list": [
      planOf(media, { region: "cn-nowhere-9" }),
      unfiled(),
      ["icp-oss-custom-domain undetermined img.example.com: undetermined (region-unlisted) [check] at domain of img"],
    ],
    "the provider's region is not known": [
      planOf([resource("random:index/randomString:RandomString", "r"), ...under(ref("r"))]),
      unfiled(),
      ["icp-oss-custom-domain undetermined img.example.com: undetermined (computed) [set-region] at domain of img"],
    ],
    "a domain that is not known": [
      planOf([bucket("media"), customDomain("img", ref("media"), unknownValue)]),
      unfiled(),
      ["icp-oss-custom-domain undetermined img: undetermined (computed) [check] at domain of img"],
    ],
  },
  silent: {
    "bucket in Singapore": [planOf(media, { region: "ap-southeast-1" }), unfiled(), []],
    "bucket in Hong Kong by its provider": [planOf(under("cn-hongkong")), unfiled(), []],
  },
});
