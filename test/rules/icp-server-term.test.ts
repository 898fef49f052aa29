import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { filed, register, ruleTester, unfiled } from "../support/rule-tester";
import { instance, record, subscription, web } from "../support/stacks";

const site = (inputs: Properties, rest = {}) => [
  ...web,
  instance("server", { ...subscription, renewalStatus: "Normal", ...inputs }, rest),
  record("www", ref("server")),
];
const dns = "icp-dns-record violation www.example.com";
const own = "icp-server-term violation example.com";
const unsure = "icp-server-term undetermined example.com";
const named = (more: string) =>
  register(
    `filings: [{ domain: example.com, status: unfiled, servers: [{ product: ecs, resource: "*::server", ${more} }] }]\n`,
  );

ruleTester("icp-server-term", {
  violations: {
    "one month": [planOf(site({ period: 1 })), unfiled(), [dns, own]],
    "three weeks": [planOf(site({ period: 3, periodUnit: "Week" })), unfiled(), [dns, own]],
    "the register says two months": [planOf(site({ period: 12 })), named("termMonths: 2"), [dns, own]],
  },
  satisfied: {
    "three months, named by the register": [planOf(site({ period: 3 })), named("codesUsed: 0"), [dns]],
    "a month, and the register says twelve": [planOf(site({ period: 1 })), named("termMonths: 12"), [dns]],
    "a month, and it expires in a year": [planOf(site({ period: 1 })), named("expiresOn: 2027-11-01"), [dns]],
  },
  undetermined: {
    "a month with automatic renewal": [
      planOf(site({ period: 1, renewalStatus: "AutoRenewal" })),
      unfiled(),
      [dns, unsure],
    ],
    "an existing server": [
      planOf(site({ period: 1 }, { rest: { id: "i-bp1", change: "same" } })),
      unfiled(),
      [dns, unsure],
    ],
    "a period that is not known": [planOf(site({ period: unknownValue })), unfiled(), [dns, unsure]],
  },
  silent: {
    "the apex is filed": [planOf(site({ period: 1 })), filed(), []],
  },
});
