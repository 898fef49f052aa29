/** Where a record leads to what is somewhere, and nothing tells where. */
import { planOf, ref } from "../support/plan";
import { ruleTester, unfiled } from "../support/rule-tester";
import { cname, group, instance, opens, record, subscription } from "../support/stacks";

ruleTester("icp-dns-record", {
  undetermined: {
    "a name of Alibaba Cloud's of a form in no list": [
      planOf([cname("www", "shop.unheard.aliyuncs.com")]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (form-unlisted) [check] at value of www-record"],
    ],
    "an accelerated name of a bucket, which has doors everywhere": [
      planOf([cname("www", "media.oss-accelerate.aliyuncs.com")]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (everywhere) [check] at value of www-record"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: media.oss-accelerate.aliyuncs.com has entry points all over the world, the mainland included",
        "- Check by hand what cannot be told here.",
        "by S3-19",
        "www-record (record) > media.oss-accelerate.aliyuncs.com (endpoint)",
      ],
    ],
    "a server that is only read, and not shown": [
      planOf([instance("server", {}, { rest: { change: "read", hidden: "unread" } }), record("www", ref("server"))]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (unread) [check] at value of www-record"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: internetMaxBandwidthOut is read from the cloud, and the plan does not show what is read there",
        "- Check by hand what cannot be told here.",
        "by S2-05",
        "www-record (record) > server (refers)",
      ],
    ],
    "a value computed from two addresses of which one lets no web in": [
      planOf([
        group(),
        opens("22/22"),
        group("other"),
        opens("80/80", "web", "other"),
        instance("one"),
        instance("two", { ...subscription, securityGroups: [ref("other")] }),
        record("www", ref("one", "two")),
      ]),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com: undetermined (several-candidates) [reference] at value of www-record",
        "icp-unnamed-website undetermined two",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: value is computed from several resources (one, two)",
        "- Refer to one resource's address directly, or declare the host under externalDns in icp.yaml.",
        "by S2-05",
        "www-record (record)",
      ],
    ],
  },
});
