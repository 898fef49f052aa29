import { planOf, ref } from "../support/plan";
import { filed, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, cname, instance, record, web } from "../support/stacks";

const site = [...web, instance("server"), record("www", ref("server"))];

ruleTester("icp-access-provider", {
  violations: {
    "filed through another provider only": [
      planOf(site),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      [
        "icp-access-provider violation www.example.com: icp-access-provider [add-access, declare-pending] at value of www-record",
      ],
    ],
    "Alibaba Cloud was removed": [
      planOf(site),
      filed("example.com", "accessProviders: [{ name: aliyun, status: removed }]"),
      [
        "icp-access-provider violation www.example.com: icp-access-provider [add-access, declare-pending] at value of www-record",
      ],
    ],
  },
  undetermined: {
    "a service of which no document says whether it asks for Alibaba Cloud": [
      planOf([cname("www", "1234567890123456.cn-hangzhou.pai-eas.aliyuncs.com")]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      ["icp-access-provider undetermined www.example.com: undetermined (tier-unknown) [check] at value of www-record"],
    ],
    "the providers are not given": [
      planOf(site),
      filed("example.com", ""),
      [
        "icp-access-provider undetermined www.example.com: undetermined (provider-not-given) [declare-access] at value of www-record",
      ],
    ],
  },
  silent: {
    "filed through Alibaba Cloud": [planOf(site), filed(), []],
    "an entry that any number satisfies": [
      planOf([cdn("site"), cname("www", ref("site"))]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      [],
    ],
    "unfiled: the DNS rule speaks": [planOf(site), unfiled(), ["icp-dns-record violation www.example.com"]],
  },
});
