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
      [
        "www.example.com is served by server (ECS instance) from cn-hangzhou, and example.com is filed, but not with Alibaba Cloud as access provider",
        "- Add Alibaba Cloud as access provider of example.com: the other providers are not disturbed, and the site may keep serving meanwhile.",
        "- Say in icp.yaml, in the entry of example.com, that it is being added, and leave the status out once it is approved:",
        "  filings:",
        "    - domain: example.com",
        "      accessProviders: [{ name: huawei }, { name: aliyun, status: pending }]",
        "by S2-06",
        "www-record (record) > server (refers)",
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
      [
        "It cannot be told whether this breaks the rule for www.example.com: it is not documented whether 1234567890123456.cn-hangzhou.pai-eas.aliyuncs.com asks for Alibaba Cloud as access provider",
        "- Check by hand what cannot be told here.",
        "by S2-06",
        "www-record (record) > 1234567890123456.cn-hangzhou.pai-eas.aliyuncs.com (endpoint)",
      ],
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
