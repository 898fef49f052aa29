import { describe, expect, test } from "vitest";
import { ddos } from "../../../src/products/alicloud/protection/ddos";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const INSTANCE = "alicloud:ddos/ddosCooInstance:DdosCooInstance";
const FORMER_INSTANCE = "alicloud:dns/ddosCooInstance:DdosCooInstance";
const DOMAIN = "alicloud:ddos/domainResource:DomainResource";
const PORT = "alicloud:ddos/port:Port";
const SCHEDULER = "alicloud:ddos/schedulerRule:SchedulerRule";
const EIP = "alicloud:ecs/eipAddress:EipAddress";

const MAINLAND = "mainland mainland by scope";
const OUTSIDE = "outside overseas by scope";
const spec = (location: string, tier = "number") => ({ kind: "ddos", tier, location, reach: "public", edge: true });
const instance = (name: string, inputs: Properties = {}, outputs = {}): ResourceSpec => ({
  type: INSTANCE,
  name,
  inputs,
  outputs,
});
const outside = (name: string) => instance(name, { productType: "ddosDip" });

describe.each([INSTANCE, FORMER_INSTANCE])("%s", (type) => {
  test.each<[string, Properties, string]>([
    ["left out", {}, MAINLAND],
    ["of the China site", { productType: "ddoscoo" }, MAINLAND],
    ["of the international site", { productType: "ddoscoo_intl" }, MAINLAND],
    ["spelled as in the SDK's text", { productType: "ddoscooIntl" }, MAINLAND],
    ["for elsewhere", { productType: "ddosDip" }, OUTSIDE],
    ["of another word", { productType: "ddosbgp" }, "(malformed)"],
    ["not yet known", { productType: unknownValue }, "(computed)"],
    ["a secret", { productType: "[secret]" }, "(secret)"],
  ])("product type %s", (_, inputs, location) => {
    const expected = { is: "entry", resource: "main", ...spec(location), addresses: ["(computed)"] };
    expect(contributed(ddos, planOf([{ type, inputs }]))).toEqual([expected]);
  });

  test("is reached at its address, wherever its provider is", () => {
    const plan = planOf([{ type, outputs: { ip: "203.107.0.1" } }], { region: "ap-southeast-1" });
    expect(contributed(ddos, plan)).toMatchObject([{ addresses: ["203.107.0.1"] }]);
  });
});

describe("a domain", () => {
  const bound = (location: string, over: object = {}): unknown[] => [
    { is: "entry", resource: "main", ...spec(location), addresses: ["(computed)"] },
    {
      is: "binding",
      by: "main",
      host: "www.example.com",
      property: "domain",
      to: "main",
      standIn: spec(location),
      ...over,
    },
    { is: "listener", by: "main", on: "main", opening: "web" },
  ];
  const read = (inputs: Properties, others: readonly ResourceSpec[] = []) =>
    contributed(
      ddos,
      planOf([
        { type: DOMAIN, inputs: { domain: "www.example.com", ...inputs } },
        { type: EIP, name: "eip" },
        ...others,
      ]),
    );

  test.each<[string, Properties[string], readonly ResourceSpec[], string]>([
    ["in the mainland", [ref("one")], [instance("one")], MAINLAND],
    ["outside", [ref("one")], [outside("one")], OUTSIDE],
    ["in both places", [ref("one"), ref("two")], [outside("one"), instance("two")], MAINLAND],
    ["outside, and another outside the plan", [ref("one"), "ddos-2"], [outside("one")], "(not-in-plan)"],
    ["in the mainland, and another outside the plan", [ref("one"), "ddos-2"], [instance("one")], MAINLAND],
    ["of an unknown product", [ref("one")], [instance("one", { productType: unknownValue })], "(computed)"],
    ["outside the plan", ["ddos-1"], [], "(not-in-plan)"],
    ["unknown", [unknownValue], [], "(computed)"],
    ["an unknown list", unknownValue, [], "(computed)"],
    ["none", [], [], "(malformed)"],
    ["computed as a list", ref("one"), [outside("one")], "(computed)"],
  ])("whose instances are %s", (_, instanceIds, others, location) => {
    expect(read({ instanceIds }, others)).toEqual(bound(location));
  });

  test("fetches from its real servers", () => {
    const inputs = { instanceIds: [ref("one")], realServers: ["47.96.0.1", ref("eip")] };
    expect(read(inputs, [instance("one")]).slice(3)).toEqual([
      { is: "origin", of: "main", value: { "realServers[0]": "47.96.0.1" } },
      { is: "origin", of: "main", value: { "realServers[1]": "(computed)" } },
    ]);
  });

  test("of which nothing is known stays unknown", () => {
    const inputs = { domain: unknownValue, instanceIds: unknownValue, realServers: unknownValue };
    expect(read(inputs)).toEqual([
      ...bound("(computed)", { host: "(computed)" }),
      { is: "origin", of: "main", value: { realServers: "(computed)" } },
    ]);
    expect(contributed(ddos, planOf([{ type: DOMAIN }]))).toEqual(bound("(malformed)", { host: "(malformed)" }));
  });
});

describe("a port", () => {
  const read = (inputs: Properties) =>
    contributed(
      ddos,
      planOf([
        { type: PORT, inputs: { instanceId: ref("one"), frontendProtocol: "tcp", frontendPort: "443", ...inputs } },
        instance("one"),
      ]),
    );
  const listener = (opening: string, on: unknown = "one") => ({ is: "listener", by: "main", on, opening });

  test.each<[string, Properties, string]>([
    ["TCP 443", {}, "web"],
    ["TCP 22", { frontendPort: "22" }, "none"],
    ["TCP 12345", { frontendPort: "12345" }, "possible"],
    ["UDP 443", { frontendProtocol: "udp" }, "possible"],
    ["UDP 80", { frontendProtocol: "udp", frontendPort: "80" }, "none"],
    ["an unknown port", { frontendPort: unknownValue }, "(computed)"],
    ["an unknown protocol", { frontendProtocol: unknownValue }, "(computed)"],
    ["another protocol", { frontendProtocol: "icmp" }, "(malformed)"],
    ["no port", { frontendPort: null }, "(malformed)"],
  ])("for %s", (_, inputs, opening) => {
    expect(read(inputs)).toEqual([listener(opening)]);
  });

  test("leads from its instance to its real servers", () => {
    const origin = { is: "origin", of: "one", value: { "realServers[0]": "47.96.0.1" } };
    expect(read({ realServers: ["47.96.0.1"] })).toEqual([listener("web"), origin]);
    expect(read({ realServers: ["47.96.0.1"], instanceId: "ddos-1" })).toEqual([
      listener("web", { elsewhere: "ddos-1" }),
    ]);
    expect(read({ realServers: ["47.96.0.1"], instanceId: unknownValue })).toEqual([listener("web", "(computed)")]);
  });
});

describe("a scheduler", () => {
  const entry = (location: string, tier = "number") => ({
    is: "entry",
    resource: "main",
    ...spec(location, tier),
    addresses: ["(computed)"],
  });
  const others = [instance("one", {}, { ip: "203.107.0.1" }), outside("abroad"), { type: EIP, name: "eip" }];
  const read = (rules: Properties[string], region = "cn-hangzhou") =>
    contributed(ddos, planOf([{ type: SCHEDULER, inputs: { rules } }, ...others], { region }));

  test.each<[string, Properties[string], string, string]>([
    ["an instance by its address", [{ value: "203.107.0.1", valueType: 1 }], MAINLAND, "number"],
    ["an instance elsewhere in the plan", [{ value: "203.107.0.1" }], MAINLAND, "number"],
    ["an instance outside the plan", [{ value: "203.107.9.9", valueType: 1 }], "(not-in-plan)", "number"],
    [
      "a resource of a region",
      [{ value: "47.96.0.1", valueType: 2, regionId: "cn-beijing" }],
      "mainland cn-beijing by property",
      "access",
    ],
    [
      "a resource outside",
      [{ value: "47.96.0.1", valueType: 2, regionId: "us-west-1" }],
      "outside us-west-1 by property",
      "number",
    ],
    ["a resource that is somewhere", [{ value: "47.96.0.1", valueType: 6 }], "(not-in-plan)", "access"],
    ["something of an unknown kind", [{ value: "47.96.0.1", valueType: unknownValue }], "(computed)", "access"],
    [
      "an instance and a resource that is somewhere",
      [
        { value: "203.107.0.1", valueType: 1 },
        { value: "47.96.0.1", valueType: 6 },
      ],
      "(not-in-plan)",
      "access",
    ],
    [
      "an instance and a resource outside",
      [
        { value: "203.107.0.1", valueType: 1 },
        { value: "47.96.0.1", valueType: 2, regionId: "us-west-1" },
      ],
      MAINLAND,
      "number",
    ],
  ])("with %s", (_, rules, location, tier) => {
    expect(read(rules)[0]).toEqual(entry(location, tier));
  });

  test("follows what its addresses are computed from", () => {
    const eip = [{ value: ref("eip"), valueType: 6 }];
    expect(read(eip)).toEqual([
      entry("mainland cn-hangzhou by config", "access"),
      { is: "origin", of: "main", value: { "rules[0].value": "(computed)" } },
    ]);
    expect(read(eip, "us-west-1")[0]).toEqual(entry("outside us-west-1 by config"));
    expect(read([{ value: ref("abroad"), valueType: 1 }])[0]).toEqual(entry(OUTSIDE));
    expect(read(ref("eip"))[0]).toEqual(entry("(computed)", "access"));
  });

  test("of which nothing is known stays unknown", () => {
    expect(read(unknownValue)).toEqual([
      entry("(computed)", "access"),
      { is: "origin", of: "main", value: { "rules.value": "(computed)" } },
    ]);
    expect(read([])).toEqual([entry("(malformed)")]);
  });
});

const described = [INSTANCE, FORMER_INSTANCE, DOMAIN, PORT, SCHEDULER];
test.each(Object.keys(ddos).filter((type) => !described.includes(type)))("%s contributes nothing", (type) => {
  expect(contributed(ddos, planOf([{ type, inputs: { instanceId: "ddos-1", ip: "47.96.0.1" } }]))).toEqual([]);
});
