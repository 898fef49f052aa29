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
    "a server still serves the host": [planOf(site), removing("{ name: huawei }"), [own]],
    "no other provider either: said once": [planOf(site), removing(), [own]],
    "no other provider, and only a CDN domain": [planOf([cdn("site")]), removing(), [alone]],
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
