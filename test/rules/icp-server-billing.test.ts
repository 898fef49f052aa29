import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, instance, record, resource, subscription, web } from "../support/stacks";

const site = (inputs: Properties) => [
  ...web,
  instance("server", { internetMaxBandwidthOut: 5, securityGroups: [ref("group")], ...inputs }),
  record("www", ref("server")),
];
const edge = (inputs: Properties) => [
  resource("alicloud:ens/instance:Instance", "edge", {
    scheduleAreaLevel: "Region",
    ensRegionId: "cn-wuxi-telecom_unicom_cmcc-2",
    internetMaxBandwidthOut: 10,
    securityId: "sg-1",
    ...inputs,
  }),
  record("www", ref("edge")),
];
const containers = [
  ...web,
  resource("alicloud:eci/containerGroup:ContainerGroup", "containers", {
    securityGroupId: ref("group"),
    autoCreateEip: true,
  }),
  record("www", ref("containers")),
];
const dns = "icp-dns-record violation www.example.com";
const own =
  "icp-server-billing violation example.com: icp-server-billing [subscription] at instanceChargeType of server";
const ownNamed =
  "icp-server-billing violation example.com: icp-server-billing [subscription] at instanceChargeType of server and filings[0].servers[0]";
const named = register(
  'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server" }] }]\n',
);

ruleTester("icp-server-billing", {
  violations: {
    "pay-as-you-go": [
      planOf(site({ instanceChargeType: "PostPaid" })),
      unfiled(),
      [dns, own],
      [
        "server is to obtain the filing of example.com, but it is pay-as-you-go",
        "- Set instanceChargeType: PrePaid with a period of three months or more.",
        "by S3-13",
        "server (entry)",
      ],
    ],
    "left out means pay-as-you-go": [planOf(site({})), unfiled(), [dns, own]],
    "a spot instance": [
      planOf(site({ instanceChargeType: "PostPaid", spotStrategy: "SpotAsPriceGo" })),
      unfiled(),
      [dns, own],
    ],
    "an ENS instance paid as it goes": [
      planOf(edge({ paymentType: "PayAsYouGo" })),
      unfiled(),
      [dns, "icp-server-billing violation example.com: icp-server-billing [subscription-ens] at paymentType of edge"],
    ],
    "named by the register, though nothing is served yet": [
      planOf([...web, instance("server", { internetMaxBandwidthOut: 5, securityGroups: [ref("group")] })]),
      named,
      [ownNamed, "icp-unnamed-website violation server"],
    ],
  },
  satisfied: {
    "an ENS subscription": [
      planOf(edge({ paymentType: "Subscription", period: 12 })),
      register(
        'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ens, resource: "*::edge" }] }]\n',
      ),
      [dns],
    ],
    "a subscription named by the register": [
      planOf([...web, instance("server"), record("www", ref("server"))]),
      named,
      [dns],
    ],
  },
  undetermined: {
    "not known": [
      planOf(site({ instanceChargeType: unknownValue })),
      unfiled(),
      [
        dns,
        "icp-server-billing undetermined example.com: undetermined (computed) [subscription] at instanceChargeType of server",
      ],
      [
        "It cannot be told whether this breaks the rule for server: instanceChargeType is not known here, and nothing tells what it waits for",
        "- Set instanceChargeType: PrePaid with a period of three months or more.",
        "by S3-13",
        "server (entry)",
      ],
    ],
    "not known of an ENS instance": [
      planOf(edge({ paymentType: unknownValue })),
      unfiled(),
      [
        dns,
        "icp-server-billing undetermined example.com: undetermined (computed) [subscription-ens] at paymentType of edge",
      ],
    ],
  },
  silent: {
    "the apex is filed": [planOf(site({})), filed(), []],
    "another server of the plan could obtain it": [
      planOf([...site({}), instance("filing", subscription)]),
      unfiled(),
      [dns, "icp-unnamed-website violation filing"],
    ],
    "the register names a server elsewhere": [
      planOf(site({})),
      register("filings: [{ domain: example.com, status: unfiled, servers: [{ product: sas, id: abc }] }]\n"),
      [dns],
    ],
    "containers can be no subscription: a server is missing": [
      planOf(containers),
      unfiled(),
      [dns, "icp-server-missing violation example.com"],
    ],
    "no server serves it": [
      planOf([cdn("site")]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
});
