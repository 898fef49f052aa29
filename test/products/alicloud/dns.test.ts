import { describe, expect, test } from "vitest";
import { dns } from "../../../src/products/alicloud/dns/dns";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";
import { contributed } from "./contributed";

const ALIDNS_RECORD = "alicloud:dns/alidnsRecord:AlidnsRecord";
const LEGACY_RECORD = "alicloud:dns/record:Record";

const www = { rr: "www", domainName: "example.com", type: "A", value: "203.0.113.1" };
const expected = {
  is: "record",
  by: "main",
  host: "www.example.com",
  type: "A",
  value: { value: "203.0.113.1" },
  active: true,
  line: "default",
};
const read = (inputs: Properties, type = ALIDNS_RECORD): readonly unknown[] =>
  contributed(dns, planOf([{ type, inputs }]));

describe("records", () => {
  test.each<[string, Properties, Partial<Record<keyof typeof expected | "forwardsTo", unknown>>]>([
    ["an address", {}, {}],
    ["the domain itself", { rr: "@" }, { host: "example.com" }],
    ["a wildcard", { rr: "*" }, { host: "*.example.com" }],
    ["an unknown label, below a known domain", { rr: unknownValue }, { host: "(computed under example.com)" }],
    ["a secret label", { rr: "[secret]" }, { host: "(secret under example.com)" }],
    ["a label of a wrong type", { rr: { is: "www" } }, { host: "(malformed under example.com)" }],
    ["an unknown label and domain", { rr: unknownValue, domainName: unknownValue }, { host: "(computed)" }],
    ["a secret domain", { domainName: "[secret]" }, { host: "(secret)" }],
    ["an unknown domain", { domainName: unknownValue }, { host: "(computed)" }],
    ["a domain of a wrong type", { domainName: { is: "example.com" } }, { host: "(malformed)" }],
    ["a lower-case type", { type: "cname" }, { type: "CNAME" }],
    ["a type nobody knows", { type: "HTTPS" }, { type: "HTTPS" }],
    ["an unknown type", { type: unknownValue }, { type: "(computed)", forwardsTo: "203.0.113.1" }],
    ["an unknown value", { value: unknownValue }, { value: { value: "(computed)" } }],
    ["enabled", { status: "ENABLE" }, {}],
    ["disabled", { status: "DISABLE" }, { active: false }],
    ["an unknown status", { status: unknownValue }, { active: "(computed)" }],
    ["a status that is none", { status: "OFF" }, { active: "(malformed)" }],
    ["a line", { line: "oversea" }, { line: "oversea" }],
    ["an unknown line", { line: unknownValue }, { line: "(computed)" }],
  ])("%s", (_, inputs, difference) => {
    expect(read({ ...www, ...inputs })).toEqual([{ ...expected, ...difference }]);
  });

  const forwardsTo = "https://example.org/";
  const spec = { kind: "url-forward", tier: "access", location: "mainland mainland by scope" };
  const forwarded = (type: string, reach = "public", difference = {}) => [
    { ...expected, type, value: { value: forwardsTo }, forwardsTo, ...difference },
    { is: "entry", resource: "main", ...spec, reach, addresses: [] },
    {
      is: "binding",
      by: "main",
      host: "www.example.com",
      property: "rr",
      to: "main",
      standIn: { ...spec, reach },
      forwardsTo,
    },
  ];

  test.each<[string, Properties, readonly unknown[]]>([
    ["a redirect", { type: "REDIRECT_URL" }, forwarded("REDIRECT_URL")],
    ["a forward as the SDK spells it", { type: "FORWORD_URL" }, forwarded("FORWARD_URL")],
    ["a forward spelled right", { type: "forward_url" }, forwarded("FORWARD_URL")],
    [
      "a redirect that may be disabled",
      { type: "REDIRECT_URL", status: unknownValue },
      forwarded("REDIRECT_URL", "(computed)", { active: "(computed)" }),
    ],
    ["a URL of an unknown type", { type: unknownValue }, forwarded("(computed)", "(computed)")],
    [
      "a disabled redirect, which serves nobody",
      { type: "REDIRECT_URL", status: "DISABLE" },
      forwarded("REDIRECT_URL", "", { active: false }).slice(0, 1),
    ],
  ])("%s", (_, inputs, contributions) => {
    expect(read({ ...www, value: forwardsTo, ...inputs })).toEqual(contributions);
  });

  test("required properties that are missing are not taken for fine", () => {
    const missing = { type: "(malformed)", host: "(malformed)", value: { value: "(absent)" }, forwardsTo: "(absent)" };
    expect(read({ rr: "www" })).toEqual([{ ...expected, ...missing }]);
  });

  test.each(["MX", "TXT", "NS", "SRV", "CAA", "PTR", "txt"])("%s leads to no web site", (type) => {
    expect(read({ ...www, type })).toEqual([]);
  });

  test("the legacy record spells its properties differently and is always active", () => {
    const inputs = { name: "example.com", hostRecord: "www", type: "A", value: "203.0.113.1", routing: "telecom" };
    expect(read(inputs, LEGACY_RECORD)).toEqual([{ ...expected, line: "telecom" }]);
  });

  test.each([
    ["alicloud:dns/alidnsDomain:AlidnsDomain", { domainName: "example.com" }],
    ["alicloud:dns/dnsDomain:DnsDomain", { domainName: "example.com" }],
    ["alicloud:dns/domain:Domain", { name: "example.com" }],
  ])("an unknown domain is that of its zone %s", (type, zone) => {
    const plan = planOf([
      { type: ALIDNS_RECORD, inputs: { ...www, domainName: ref("zone") } },
      { type, name: "zone", inputs: zone },
    ]);
    expect(contributed(dns, plan)).toEqual([expected]);
  });

  test("an unknown label is below the domain of its zone", () => {
    const plan = planOf([
      { type: ALIDNS_RECORD, inputs: { ...www, rr: unknownValue, domainName: ref("zone") } },
      { type: "alicloud:dns/alidnsDomain:AlidnsDomain", name: "zone", inputs: { domainName: "example.com" } },
    ]);
    expect(contributed(dns, plan)).toEqual([{ ...expected, host: "(computed under example.com)" }]);
  });

  test("an unknown domain of a zone that does not know it either stays unknown", () => {
    const plan = planOf([
      { type: ALIDNS_RECORD, inputs: { ...www, domainName: ref("zone") } },
      { type: "alicloud:dns/alidnsDomain:AlidnsDomain", name: "zone", inputs: { domainName: unknownValue } },
    ]);
    expect(contributed(dns, plan)).toEqual([{ ...expected, host: "(computed)" }]);
  });
});

/** The zone types, with the property that holds their domain. */
const ZONES: Readonly<Record<string, string>> = {
  "alicloud:dns/alidnsDomain:AlidnsDomain": "domainName",
  "alicloud:dns/dnsDomain:DnsDomain": "domainName",
  "alicloud:dns/domain:Domain": "name",
};

describe.each(Object.entries(ZONES))("%s is a zone of the user's own", (type, property) => {
  test.each<[string, Properties, string]>([
    ["of its domain", { [property]: "example.com" }, "example.com"],
    ["of a domain that is not yet known", { [property]: unknownValue }, "(computed)"],
    ["of a secret domain", { [property]: "[secret]" }, "(secret)"],
    ["of no domain", {}, "(absent)"],
  ])("%s", (_, inputs, domain) => {
    expect(read(inputs, type)).toEqual([{ is: "zone", domain }]);
  });
});

test.each(Object.keys(dns).filter((type) => ![ALIDNS_RECORD, LEGACY_RECORD, ...Object.keys(ZONES)].includes(type)))(
  "%s contributes nothing",
  (type) => {
    expect(read({ zoneName: "internal.example.com", domainName: "example.com" }, type)).toEqual([]);
  },
);
