import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { cdn, instance, record, subscription, web } from "../support/stacks";

const site = (inputs: Properties) => [
  ...web,
  instance("server", { internetMaxBandwidthOut: 5, securityGroups: [ref("group")], ...inputs }),
  record("www", ref("server")),
];
const dns = "icp-dns-record violation www.example.com";
const own = "icp-server-billing violation example.com";
const named = register(
  'filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server" }] }]\n',
);

ruleTester("icp-server-billing", {
  violations: {
    "pay-as-you-go": [planOf(site({ instanceChargeType: "PostPaid" })), unfiled(), [dns, own]],
    "left out means pay-as-you-go": [planOf(site({})), unfiled(), [dns, own]],
    "a spot instance": [
      planOf(site({ instanceChargeType: "PostPaid", spotStrategy: "SpotAsPriceGo" })),
      unfiled(),
      [dns, own],
    ],
    "named by the register, though nothing is served yet": [
      planOf([...web, instance("server", { internetMaxBandwidthOut: 5, securityGroups: [ref("group")] })]),
      named,
      [own, "icp-unnamed-website violation server"],
    ],
  },
  satisfied: {
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
      [dns, "icp-server-billing undetermined example.com"],
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
    "no server serves it": [
      planOf([cdn("site")]),
      unfiled(),
      ["icp-cdn-coverage violation www.example.com", "icp-server-missing violation example.com"],
    ],
  },
});
