import { planOf, ref, unknownValue } from "../support/plan";
import { filed, register, ruleTester } from "../support/rule-tester";
import { cdn, instance, record, subscription, web } from "../support/stacks";

const site = [...web, instance("server"), record("www", ref("server"))];
const own = "icp-access-pending violation www.example.com: icp-access-pending.adding [wait] at value of www-record";
const approved = (day: string) => filed("example.com", `approvedAt: ${day}, accessProviders: [{ name: aliyun }]`);

ruleTester("icp-access-pending", {
  violations: {
    "Alibaba Cloud is being added": [
      planOf(site),
      register("filings: [{ domain: example.com, status: pending-access }]\n"),
      [own],
      [
        "www.example.com is served by server (ECS instance) from cn-hangzhou while Alibaba Cloud is still being added as access provider of example.com",
        "- Wait for the approval and the synchronisation; until then visitors may see 403.",
        "by S4-16",
        "www-record (record) > server (refers)",
      ],
    ],
    "active elsewhere, with Alibaba Cloud pending": [
      planOf(site),
      filed("example.com", "accessProviders: [{ name: huawei }, { name: aliyun, status: pending }]"),
      [own],
    ],
    "approved today": [
      planOf(site),
      approved("2026-11-25"),
      [
        "icp-access-pending violation www.example.com: icp-access-pending.new [wait-synchronisation] at value of www-record",
      ],
      [
        "www.example.com is served by server (ECS instance) from cn-hangzhou; example.com was approved on 2026-11-25, and it takes 7 to 24 hours until access opens",
        "- Wait for the synchronisation; until then visitors may see 403.",
        "by S4-16",
        "www-record (record) > server (refers)",
      ],
    ],
    "approved yesterday": [
      planOf(site),
      approved("2026-11-24"),
      [
        "icp-access-pending violation www.example.com: icp-access-pending.new [wait-synchronisation] at value of www-record",
      ],
    ],
  },
  undetermined: {
    "whether the server has a public address is not known": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: unknownValue }),
        record("www", ref("server")),
      ]),
      filed("example.com", "accessProviders: [{ name: aliyun, status: pending }]"),
      ["icp-access-pending undetermined www.example.com: undetermined (computed) [check] at value of www-record"],
      [
        "It cannot be told whether this breaks the rule for www.example.com: internetMaxBandwidthOut is not known here, and nothing tells what it waits for",
        "- Check by hand what cannot be told here.",
        "by S4-16",
        "www-record (record) > server (refers)",
      ],
    ],
  },
  silent: {
    "approved two days ago": [planOf(site), approved("2026-11-23"), []],
    "an entry that any number satisfies, after a day": [planOf([cdn("site")]), approved("2026-11-23"), []],
  },
});
