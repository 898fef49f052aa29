/** What Traffic Manager answers for a business domain is presumed: another record tells better where the domain leads. */
import { expect, it } from "vitest";
import { ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { cname, record, resource } from "../support/stacks";
import { ways } from "./ways";

const OWN = "47.96.0.11";
/** An instance that answers with one address. */
const manager = (inputs: Properties = {}, mode = "SMART") => [
  resource("alicloud:dns/gtmInstance:GtmInstance", "gtm", {
    publicCnameMode: "SYSTEM_ASSIGN",
    publicUserDomainName: "www.example.com",
    ...inputs,
  }),
  resource("alicloud:dns/addressPool:AddressPool", "pool", {
    instanceId: ref("gtm"),
    type: "IPV4",
    addresses: [{ address: "47.96.0.10", mode }],
  }),
  resource("alicloud:dns/accessStrategy:AccessStrategy", "strategy", {
    instanceId: ref("gtm"),
    strategyMode: "LATENCY",
    defaultAddrPools: [{ addrPoolId: ref("pool") }],
  }),
];

it.each<[string, readonly ResourceSpec[], readonly string[]]>([
  ["no record", manager(), ["www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)"]],
  [
    "its own record",
    [...manager(), record("www", OWN)],
    ["www.example.com 47.96.0.11 undetermined unmatched-address: www-record (record)"],
  ],
  [
    "its own record, spelt otherwise",
    [...manager({ publicUserDomainName: "例子.example.com" }), record("例子", OWN)],
    ["xn--fsqu00a.example.com 47.96.0.11 undetermined unmatched-address: 例子-record (record)"],
  ],
  [
    "a record that is no address",
    [...manager(), record("www", "v=1", { type: "TXT" })],
    ["www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)"],
  ],
  [
    "its own record to a name of Traffic Manager's",
    [...manager(), cname("www", "gtm-cn-x.gtm-a2b4.com")],
    ["www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)"],
  ],
  [
    "another record to such a name",
    [...manager(), cname("api", "gtm-cn-x.gtm-a2b4.com")],
    [
      "api.example.com gtm-cn-x.gtm-a2b4.com undetermined: api-record (record) > gtm-cn-x.gtm-a2b4.com (endpoint)",
      "www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)",
    ],
  ],
  [
    "another record",
    [...manager(), record("api", OWN)],
    [
      "api.example.com 47.96.0.11 undetermined unmatched-address: api-record (record)",
      "www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)",
    ],
  ],
  [
    "a record of an unknown label",
    [...manager(), record("x", OWN, { rr: unknownValue })],
    [
      "? 47.96.0.11 undetermined unmatched-address: x-record (record)",
      "www.example.com 47.96.0.10 undetermined computed unmatched-address: pool (record)",
    ],
  ],
  [
    "a record of an unknown label, and it is the domain itself",
    [...manager({ publicUserDomainName: "example.com" }), record("x", OWN, { rr: unknownValue })],
    [
      "? 47.96.0.11 undetermined unmatched-address: x-record (record)",
      "example.com 47.96.0.10 undetermined computed unmatched-address: pool (record)",
    ],
  ],
  [
    "a record of an unknown label of another domain",
    [...manager(), record("x", OWN, { rr: unknownValue, domainName: "example.org" })],
    [
      "? 47.96.0.11 undetermined unmatched-address: x-record (record)",
      "www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)",
    ],
  ],
  [
    "a record of an unknown domain",
    [...manager(), record("x", OWN, { domainName: unknownValue })],
    [
      "? 47.96.0.11 undetermined computed unmatched-address: x-record (record)",
      "www.example.com 47.96.0.10 undetermined computed unmatched-address: pool (record)",
    ],
  ],
  [
    "its own record of an unknown type",
    [...manager(), record("www", OWN, { type: unknownValue })],
    [
      "www.example.com 47.96.0.10 undetermined computed unmatched-address: pool (record)",
      "www.example.com 47.96.0.11 undetermined computed unmatched-address: www-record (record)",
    ],
  ],
  [
    "another record of an unknown type",
    [...manager(), record("api", OWN, { type: unknownValue })],
    [
      "api.example.com 47.96.0.11 undetermined computed unmatched-address: api-record (record)",
      "www.example.com 47.96.0.10 undetermined unmatched-address: pool (record)",
    ],
  ],
  [
    "a record of an unknown label, and what it answers is offline",
    [...manager({}, "OFFLINE"), record("x", OWN, { rr: unknownValue })],
    ["? 47.96.0.11 undetermined unmatched-address: x-record (record)"],
  ],
])("%s", (_, specs, expected) => {
  expect(ways(specs)).toEqual(expected);
});

it("may be another one in a plan that hides resources", () => {
  expect(ways(manager(), { missing: 1 })).toEqual([
    "www.example.com 47.96.0.10 undetermined incomplete unmatched-address: pool (record)",
  ]);
});
