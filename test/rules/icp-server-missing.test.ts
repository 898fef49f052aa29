import { planOf, ref, unknownValue } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { bridged, cdn, group, instance, opens, record, subscription, web } from "../support/stacks";

const own = "icp-server-missing violation example.com: icp-server-missing [buy-server] at site";
const coverage = "icp-cdn-coverage violation www.example.com";
const idle = (inputs = {}) => [group(), opens("22/22"), instance("idle", { ...subscription, ...inputs })];

ruleTester("icp-server-missing", {
  violations: {
    "a CDN domain alone": [
      planOf([cdn("site")]),
      unfiled(),
      [coverage, own],
      [
        "example.com is not filed, and neither plan nor register holds a server that could obtain its filing",
        "- Buy an eligible server (a mainland ECS or Simple Application Server subscription of three months or more), and keep it: letting it lapse voids the filing.",
        "by S1-21",
        "site (hosts)",
      ],
    ],
    "a server that could not obtain it": [
      planOf([cdn("site"), ...idle({ instanceChargeType: "PostPaid" })]),
      unfiled(),
      [coverage, own],
    ],
    "a server in Hong Kong": [planOf([cdn("site"), ...idle()], { region: "cn-hongkong" }), unfiled(), [coverage, own]],
    "the only one that the register names has run out": [
      planOf([cdn("site")]),
      register(
        "filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, id: i-1, expiresOn: 2026-11-24 }] }]\n",
      ),
      [coverage, own],
    ],
  },
  satisfied: {
    "a server in the plan could obtain it": [planOf([cdn("site"), ...idle()]), unfiled(), [coverage]],
    "the register names one": [
      planOf([cdn("site")]),
      register(
        "filings: [{ domain: example.com, status: unfiled, servers: [{ product: web-hosting, id: x, termMonths: 12 }] }]\n",
      ),
      [coverage],
    ],
  },
  undetermined: {
    "a server whose billing is not known": [
      planOf([cdn("site"), ...idle({ instanceChargeType: unknownValue })]),
      unfiled(),
      [coverage, "icp-server-missing undetermined example.com: undetermined (computed) [buy-server] at site"],
      [
        "It cannot be told whether this breaks the rule for example.com: instanceChargeType of idle is not known here, and nothing tells what it waits for",
        "- Buy an eligible server (a mainland ECS or Simple Application Server subscription of three months or more), and keep it: letting it lapse voids the filing.",
        "by S1-21",
        "site (hosts)",
      ],
    ],
    "the plan hides resources": [
      planOf([cdn("site")], { missing: 4 }),
      unfiled(),
      [
        coverage,
        "icp-server-missing undetermined example.com: undetermined (incomplete) [show-sames, buy-server] at site",
        "icp-undetermined undetermined -",
      ],
    ],
    "a Terraform module may hold a server": [
      planOf([cdn("site"), bridged()]),
      unfiled(),
      [
        coverage,
        "icp-server-missing undetermined example.com: undetermined (bridged) [use-native, buy-server] at site",
        "icp-undetermined undetermined module.web.alicloud_future_server.this",
      ],
    ],
  },
  silent: {
    "the apex is filed": [planOf([cdn("site")]), filed(), []],
    "another server rule speaks for it": [
      planOf([
        ...web,
        instance("server", { securityGroups: [ref("group")], internetMaxBandwidthOut: 5 }),
        record("www", ref("server")),
      ]),
      unfiled(),
      ["icp-dns-record violation www.example.com", "icp-server-billing violation example.com"],
    ],
    "a host that only SSH reaches": [
      planOf([...idle({ instanceChargeType: "PostPaid" }), record("www", ref("idle"))]),
      unfiled(),
      [],
    ],
    "an edge outside the mainland only": [planOf([cdn("site", { scope: "overseas" })]), unfiled(), []],
  },
});
