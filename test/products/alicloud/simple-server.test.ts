import { expect, test } from "vitest";
import { simpleServer } from "../../../src/products/alicloud/compute/simple-server";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";
import { contributed } from "./contributed";

const SERVER = "alicloud:simpleapplicationserver/instance:Instance";
const server = (term: Record<string, unknown>, location = "mainland cn-hangzhou by config") => [
  {
    is: "entry",
    resource: "main",
    kind: "simple-server",
    tier: "access",
    location,
    reach: "public",
    addresses: [],
  },
  { is: "listener", by: "main", on: "main", opening: "(opening-unknown)" },
  {
    is: "server",
    resource: "main",
    product: "sas",
    location,
    charge: "subscription",
    chargeProperty: "paymentType",
    renewalProperty: "autoRenew",
    term: { months: 12, renewal: "none", ...term },
    bandwidth: true,
    // Whatever is said of it: there is none that is paid as it goes.
    outlives: true,
  },
];
const read = (inputs: Properties, region = "cn-hangzhou") =>
  contributed(simpleServer, planOf([{ type: SERVER, inputs: { period: 12, ...inputs } }], { region }));

test.each<[string, Properties, Record<string, unknown>]>([
  ["for a year", {}, {}],
  ["for a month", { period: 1 }, { months: 1 }],
  ["renewed", { autoRenew: true, autoRenewPeriod: 6 }, { renewal: "automatic" }],
  ["renewed, unsaid for how long", { autoRenew: true }, { renewal: "automatic" }],
  ["not renewed", { autoRenew: false }, {}],
  ["for a time not yet known", { period: unknownValue }, { months: "(computed)" }],
  ["for no time", { period: null }, { months: "(malformed)" }],
  ["for a time of a wrong type", { period: "long" }, { months: "(malformed)" }],
  ["perhaps renewed", { autoRenew: unknownValue }, { renewal: "(computed)" }],
  ["paid in a way not yet known", { paymentType: unknownValue }, {}],
])("a server %s", (_, inputs, term) => {
  expect(read(inputs)).toEqual(server(term));
});

test("a server outside, and in a region of no list", () => {
  expect(read({}, "ap-southeast-1")).toEqual(server({}, "outside ap-southeast-1 by config"));
  expect(read({}, "xx-nowhere")).toEqual(server({}, "(region-unlisted)"));
});

test.each<[string, Properties, unknown, unknown]>([
  ["TCP 80", {}, "server", "web"],
  ["TCP 22", { port: "22" }, "server", "none"],
  ["a range", { port: "8000/8100" }, "server", "web"],
  ["another port", { port: "12345" }, "server", "possible"],
  ["UDP 443", { ruleProtocol: "Udp", port: "443" }, "server", "possible"],
  ["UDP 80", { ruleProtocol: "Udp" }, "server", "none"],
  ["both", { ruleProtocol: "TcpAndUdp" }, "server", "web"],
  ["an unknown port", { port: unknownValue }, "server", "(computed)"],
  ["an unknown protocol", { ruleProtocol: unknownValue }, "server", "(computed)"],
  ["a server elsewhere", { instanceId: "swas-1" }, { elsewhere: "swas-1" }, "web"],
  ["an unknown server", { instanceId: unknownValue }, "(computed)", "web"],
])("a firewall rule for %s", (_, inputs, on, opening) => {
  const rule = {
    type: "alicloud:simpleapplicationserver/firewallRule:FirewallRule",
    inputs: { instanceId: ref("server"), ruleProtocol: "Tcp", port: "80", ...inputs },
  };
  const read = contributed(simpleServer, planOf([rule, { type: SERVER, name: "server" }]));
  expect(read).toEqual([{ is: "listener", by: "main", on, opening }]);
});
