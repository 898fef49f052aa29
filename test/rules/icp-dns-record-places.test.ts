/** Where a record leads to what is somewhere, and nothing tells where. */
import { planOf, ref } from "../support/plan";
import { ruleTester, unfiled } from "../support/rule-tester";
import { cname, instance, record } from "../support/stacks";

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
    ],
    "a server that is only read, and not shown": [
      planOf([instance("server", {}, { rest: { change: "read", hidden: "unread" } }), record("www", ref("server"))]),
      unfiled(),
      ["icp-dns-record undetermined www.example.com: undetermined (unread) [check] at value of www-record"],
    ],
  },
});
