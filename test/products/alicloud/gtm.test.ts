import { describe, expect, test } from "vitest";
import { gtm } from "../../../src/products/alicloud/dns/gtm";
import type { PlanPart } from "../../../src/plan/resource";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const INSTANCE = "alicloud:dns/gtmInstance:GtmInstance";
const POOL = "alicloud:dns/addressPool:AddressPool";
const STRATEGY = "alicloud:dns/accessStrategy:AccessStrategy";
const CONFIG = "alicloud:alidnscloudgtm/instanceConfig:InstanceConfig";

const names = {
  publicCnameMode: "CUSTOM",
  publicRr: "gtm",
  publicZoneName: "example.com",
  publicUserDomainName: "www.example.com",
};
const instance = (inputs: Properties = names, name = "gtm"): ResourceSpec => ({ type: INSTANCE, name, inputs });
const strategy = (inputs: Properties = {}, name = "strategy"): ResourceSpec => ({
  type: STRATEGY,
  name,
  inputs: { instanceId: ref("gtm"), strategyMode: "GEO", defaultAddrPools: [{ addrPoolId: ref("main") }], ...inputs },
});
const addresses = [{ address: "203.0.113.1", mode: "SMART" }];

const read = (
  inputs: Properties,
  others: readonly ResourceSpec[] = [instance(), strategy()],
  part: Partial<PlanPart> = {},
): readonly unknown[] =>
  contributed(
    gtm,
    planOf([{ type: POOL, inputs: { instanceId: ref("gtm"), type: "IPV4", addresses, ...inputs } }, ...others], part),
  );

const answer = {
  is: "record",
  by: "main",
  type: "ALIAS",
  value: { "addresses[0].address": "203.0.113.1" },
  active: true,
  line: "default",
};
const both = (difference: Partial<Record<keyof typeof answer, unknown>> = {}) => [
  { ...answer, ...difference, host: "gtm.example.com", of: "gtm" },
  { ...answer, ...difference, host: "www.example.com", fallback: true },
];

describe("an address pool", () => {
  test("answers for the access name and for the business name", () => {
    expect(read({})).toEqual(both());
  });

  test("answers with each of its addresses", () => {
    const two = [...addresses, { address: ref("ip"), mode: "ONLINE" }];
    expect(
      read({ addresses: two }, [instance(), strategy(), { type: "alicloud:ecs/eipAddress:EipAddress", name: "ip" }]),
    ).toEqual([...both(), ...both({ value: { "addresses[1].address": "(computed)" } })]);
  });

  test.each<[string, Properties, Partial<Record<keyof typeof answer, unknown>>]>([
    ["never", { mode: "OFFLINE" }, { active: false }],
    ["always", { mode: "ONLINE" }, {}],
    ["maybe", { mode: unknownValue }, { active: "(computed)" }],
    ["in a mode that there is not", { mode: "DUMB" }, { active: "(malformed)" }],
  ])("an address that answers %s", (_, inputs, difference) => {
    expect(read({ addresses: [{ address: "203.0.113.1", ...inputs }] })).toEqual(both(difference));
  });

  test.each<[string, Properties, Partial<Record<keyof typeof answer, unknown>>]>([
    ["first", { accessMode: "AUTO" }, {}],
    ["first, held there", { accessMode: "DEFAULT" }, {}],
    ["first, but held to others", { accessMode: "FAILOVER" }, { active: false }],
    ["first, unless held to others", { accessMode: unknownValue }, { active: "(computed)" }],
    ["for one line", { lines: [{ lineCode: "os_namerica_us" }] }, { line: "os_namerica_us" }],
    ["for all lines", { lines: [{ lineCode: "os_namerica_us" }, { lineCode: "default" }] }, {}],
    ["for lines not known", { lines: unknownValue }, { line: "(computed)" }],
    ["in case of failure", { defaultAddrPools: [], failoverAddrPools: [{ addrPoolId: ref("main") }] }, {}],
    [
      "in case of failure, which cannot come",
      { accessMode: "DEFAULT", defaultAddrPools: [], failoverAddrPools: [{ addrPoolId: ref("main") }] },
      { active: false },
    ],
    ["as a dependency only", { defaultAddrPools: ref("main") }, {}],
    ["as one of several", { defaultAddrPools: [{ addrPoolId: ref("main", "other") }] }, {}],
    ["maybe", { defaultAddrPools: unknownValue }, { active: "(computed)" }],
    ["not", { defaultAddrPools: [{ addrPoolId: "pool-9" }] }, { active: "(unbound)" }],
  ])("a strategy takes it %s", (_, inputs, difference) => {
    const other: ResourceSpec = { type: POOL, name: "other" };
    expect(read({}, [instance(), strategy(inputs), other])).toEqual(both(difference));
  });

  test("that several strategies take answers each one's visitors", () => {
    const others = [
      instance(),
      strategy({ lines: [{ lineCode: "default" }] }),
      strategy({ lines: [{ lineCode: "abroad" }] }, "abroad"),
    ];
    expect(read({}, others)).toEqual([...both({ line: "abroad" }), ...both()]);
  });

  test("that no strategy takes, where the plan hides some", () => {
    expect(read({}, [instance()], { missing: 2 })).toEqual(both({ active: "(incomplete)" }));
  });

  test.each<[string, Properties, unknown, unknown]>([
    [
      "assigned, and not known yet",
      { publicCnameMode: "SYSTEM_ASSIGN", publicRr: unknownValue },
      "(absent)",
      "www.example.com",
    ],
    ["assigned, and left out", { publicRr: "", publicZoneName: "" }, "(absent)", "www.example.com"],
    ["chosen, and not known yet", { publicRr: unknownValue }, "(computed under example.com)", "www.example.com"],
    ["chosen, and secret", { publicRr: "[secret]" }, "(secret under example.com)", "www.example.com"],
    [
      "whose mode is not known",
      { publicCnameMode: unknownValue, publicZoneName: unknownValue },
      "(absent)",
      "www.example.com",
    ],
    ["of a zone itself", { publicRr: "@" }, "example.com", "www.example.com"],
    ["and a business name that is not known", { publicUserDomainName: unknownValue }, "gtm.example.com", "(computed)"],
    ["and no business name", { publicUserDomainName: "" }, "gtm.example.com", "(absent)"],
  ])("of an access name %s", (_, inputs, access, business) => {
    expect(read({}, [instance({ ...names, ...inputs }), strategy()])).toEqual([
      { ...answer, host: access, of: "gtm" },
      { ...answer, host: business, fallback: true },
    ]);
  });

  test.each<[string, Properties[string], string]>([
    ["elsewhere", "gtm-9", "(not-in-plan)"],
    ["not known", unknownValue, "(computed)"],
    ["that is one of two", ref("gtm", "two"), "(computed)"],
    ["left out", "", "(not-in-plan)"],
  ])("of an instance %s", (_, instanceId, host) => {
    const others = [instance(), instance(names, "two"), strategy({ instanceId })];
    expect(read({ instanceId }, others)).toEqual([{ ...answer, host }]);
  });

  test("all that can be unknown", () => {
    const unknowns = { instanceId: unknownValue, addresses: unknownValue, type: unknownValue };
    const value = { "addresses.address": "(computed)" };
    expect(read(unknowns, [])).toEqual([{ ...answer, value, host: "(computed)", active: "(computed)" }]);
  });
});

describe("an instance of the present generation, whose pools the SDK does not tell", () => {
  const config = {
    scheduleZoneMode: "custom",
    scheduleHostName: "gtm",
    scheduleZoneName: "example.com",
    enableStatus: "enable",
  };
  const readConfig = (inputs: Properties): readonly unknown[] =>
    contributed(
      gtm,
      planOf([
        { type: CONFIG, inputs: { ...config, ...inputs } },
        { type: "alicloud:dns/alidnsDomain:AlidnsDomain", name: "zone", inputs: { domainName: "example.com" } },
      ]),
    );
  const found = (host: string, reach = "public") => {
    const spec = { kind: "gtm", tier: "access", location: "(not-in-plan)", reach };
    return [
      { is: "entry", resource: "main", ...spec, addresses: [host] },
      { is: "binding", by: "main", host, property: "scheduleHostName", to: "main", standIn: spec },
    ];
  };

  test.each<[string, Properties, readonly unknown[]]>([
    ["enabled", {}, found("gtm.example.com")],
    ["disabled", { enableStatus: "disable" }, []],
    ["perhaps enabled", { enableStatus: unknownValue }, found("gtm.example.com", "(computed)")],
    ["for a zone itself", { scheduleHostName: "@" }, found("example.com")],
    ["for a zone of the plan", { scheduleZoneName: ref("zone") }, found("gtm.example.com")],
    ["for a zone not known", { scheduleZoneName: unknownValue }, found("(computed)")],
    ["for no zone, though it has a name of its own", { scheduleZoneName: "" }, found("(malformed)")],
    ["with an assigned name, which nobody can file", { scheduleZoneMode: "sys_assign", scheduleZoneName: "" }, []],
    [
      "all that can be unknown",
      {
        scheduleZoneMode: unknownValue,
        scheduleHostName: unknownValue,
        scheduleZoneName: unknownValue,
        enableStatus: unknownValue,
      },
      found("(computed)", "(computed)"),
    ],
  ])("%s", (_, inputs, contributions) => {
    expect(readConfig(inputs)).toEqual(contributions);
  });
});
