import { planOf, ref, unknownValue } from "../support/plan";
import { filed, ruleTester } from "../support/rule-tester";
import { cdn, instance, record, subscription, web } from "../support/stacks";

const site = [...web, instance("server"), record("www", ref("server"))];
const removing = (...others: string[]) =>
  filed("example.com", `accessProviders: [${["{ name: aliyun, status: removing }", ...others].join(", ")}]`);
const own =
  "icp-access-provider-removal violation www.example.com: icp-access-provider-removal.served [add-other-access, move-host] at value of www-record";
const alone =
  "icp-access-provider-removal violation example.com: icp-access-provider-removal.alone [add-other-access] at site and filings[0].accessProviders";

ruleTester("icp-access-provider-removal", {
  violations: {
    "a server still serves the host": [
      planOf(site),
      removing("{ name: huawei }"),
      [own],
      [
        "www.example.com is served by server (ECS instance) from cn-hangzhou while Alibaba Cloud is being removed as access provider of example.com",
        "- Add the new access provider of example.com first, and remove Alibaba Cloud once it is active.",
        "- Move www.example.com to the new provider before that, or keep Alibaba Cloud as access provider.",
        "by S2-09",
        "www-record (record) > server (refers)",
      ],
    ],
    "no other provider either: said once": [planOf(site), removing(), [own]],
    "no other provider, and only a CDN domain": [
      planOf([cdn("site")]),
      removing(),
      [alone],
      [
        "Alibaba Cloud is being removed as access provider of example.com, and no other one is active: the filing becomes an empty shell",
        "- Add the new access provider of example.com first, and remove Alibaba Cloud once it is active.",
        "by S2-09",
        "site (hosts)",
      ],
    ],
    "the other provider is not active yet": [
      planOf([cdn("site")]),
      removing("{ name: huawei, status: pending }"),
      [alone],
    ],
  },
  satisfied: {
    "a CDN domain asks for no access provider": [planOf([cdn("site")]), removing("{ name: huawei }"), []],
  },
  undetermined: {
    "whether the server has a public address is not known": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: unknownValue }),
        record("www", ref("server")),
      ]),
      removing("{ name: huawei }"),
      [
        "icp-access-provider-removal undetermined www.example.com: undetermined (computed) [check] at value of www-record",
      ],
      [
        "It cannot be told whether this breaks the rule for www.example.com: internetMaxBandwidthOut is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by S2-09",
        "www-record (record) > server (refers)",
      ],
    ],
  },
  silent: {
    "Alibaba Cloud stays": [planOf(site), filed(), []],
    "it was removed: the access provider's rule": [
      planOf(site),
      filed("example.com", "accessProviders: [{ name: aliyun, status: removed }]"),
      ["icp-access-provider violation www.example.com"],
    ],
    "another plan exposes the apex": [planOf([]), removing(), []],
  },
});
