import { describe, expect, test } from "vitest";
import { ga } from "../../../src/products/alicloud/ga/ga";
import type { PlanPart } from "../../../src/plan/resource";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const ACCELERATOR = "alicloud:ga/accelerator:Accelerator";
const IP_SET = "alicloud:ga/ipSet:IpSet";
const LISTENER = "alicloud:ga/listener:Listener";
const GROUP = "alicloud:ga/endpointGroup:EndpointGroup";
const BANDWIDTH = "alicloud:ga/bandwidthPackageAttachment:BandwidthPackageAttachment";
const DOMAIN = "alicloud:ga/domain:Domain";
const RULE = "alicloud:ga/forwardingRule:ForwardingRule";
const CERTIFICATE = "alicloud:ga/additionalCertificate:AdditionalCertificate";
const SPARE = "alicloud:ga/acceleratorSpareIpAttachment:AcceleratorSpareIpAttachment";

const SHANGHAI = "mainland cn-shanghai by property";
const specAt = (location: string) => ({ kind: "ga", tier: "number", location, reach: "public", edge: true });

const accelerator: ResourceSpec = { type: ACCELERATOR, name: "ga" };
const bandwidth: ResourceSpec = { type: BANDWIDTH, name: "bandwidth", inputs: { acceleratorId: ref("ga") } };
const set = (
  name: string,
  accelerateRegionId: string,
  acceleratorId: Properties[string] = ref("ga"),
): ResourceSpec => ({
  type: IP_SET,
  name,
  inputs: { accelerateRegionId, acceleratorId },
});
const listener: ResourceSpec = { type: LISTENER, name: "listener", inputs: { acceleratorId: ref("ga") } };

describe("an IP set", () => {
  const read = (inputs: Properties, rest: Partial<ResourceSpec> = {}): readonly unknown[] =>
    contributed(ga, planOf([{ type: IP_SET, inputs: { acceleratorId: "ga-1", ...inputs }, ...rest }]));
  const entry = (location: string, addresses: readonly string[] = []) => [
    { is: "entry", resource: "main", ...specAt(location), addresses },
  ];

  test.each<[string, Properties, string]>([
    ["in the mainland", { accelerateRegionId: "cn-shanghai" }, SHANGHAI],
    ["in Hong Kong is outside", { accelerateRegionId: "cn-hongkong" }, "outside cn-hongkong by property"],
    ["outside", { accelerateRegionId: "ap-southeast-1" }, "outside ap-southeast-1 by property"],
    ["in a region of no list", { accelerateRegionId: "cn-nowhere-9" }, "(region-unlisted)"],
    ["in a region not yet known", { accelerateRegionId: unknownValue }, "(computed)"],
    ["in no region", {}, "(malformed)"],
  ])("%s", (_, inputs, location) => {
    expect(read(inputs)).toEqual(entry(location));
  });

  test("its addresses, once the provider gave them", () => {
    const outputs = { ipAddressLists: ["47.96.0.1", "47.96.0.2"] };
    expect(read({ accelerateRegionId: "cn-shanghai" }, { outputs })).toEqual(
      entry(SHANGHAI, ["47.96.0.1", "47.96.0.2"]),
    );
  });
});

describe("an accelerator", () => {
  const read = (specs: readonly ResourceSpec[], part: Partial<PlanPart> = {}): readonly unknown[] =>
    contributed(ga, planOf([accelerator, bandwidth, { type: ACCELERATOR, name: "other" }, ...specs], part), "ga");
  const entry = (location: string) => [{ is: "entry", resource: "ga", ...specAt(location), addresses: [] }];
  const led = (...sets: string[]) => [
    { is: "address", resource: "ga", value: "(not-in-plan)", location: "(not-in-plan)" },
    ...sets.map((to) => ({ is: "attachment", by: to, address: "ga", to, opens: "as-is", kind: "ga" })),
  ];

  test.each<[string, readonly ResourceSpec[]]>([
    ["its own", [set("one", "cn-shanghai")]],
    ["through the attachment of its bandwidth", [set("one", "cn-shanghai", ref("bandwidth"))]],
    ["through both", [set("one", "cn-shanghai", ref("ga", "bandwidth"))]],
    ["through another IP set", [set("one", "cn-shanghai"), set("two", "cn-hongkong", ref("one"))]],
  ])("is entered at IP sets only, to which its name leads: %s", (_, specs) => {
    expect(read(specs)).toEqual(led(...specs.map(({ name = "" }) => name)));
  });

  test.each<[string, readonly ResourceSpec[], string]>([
    ["none is in the plan", [], "(not-in-plan)"],
    ["those in the plan are another's", [set("one", "cn-shanghai", ref("other"))], "(not-in-plan)"],
    ["those in the plan are of one elsewhere", [set("one", "cn-shanghai", "ga-9")], "(not-in-plan)"],
    ["one may be its own or another's", [set("one", "cn-shanghai"), set("two", "x", ref("ga", "other"))], "(computed)"],
    ["one may be anybody's", [set("one", "cn-shanghai"), set("two", "cn-hongkong", unknownValue)], "(computed)"],
  ])("stands for IP sets that there may be: %s", (_, specs, location) => {
    expect(read(specs)).toEqual(entry(location));
  });

  test("stands for those that the plan hides", () => {
    expect(read([set("one", "cn-hongkong")], { missing: 3 })).toEqual(entry("(incomplete)"));
  });

  test("that exists is found by its id", () => {
    const known = { type: ACCELERATOR, name: "ga", rest: { id: "ga-1" } };
    expect(contributed(ga, planOf([known, set("one", "cn-shanghai", "ga-1")]), "ga")).toEqual(led("one"));
  });
});

test("members that pass the id on in a circle belong to no accelerator", () => {
  const plan = planOf([
    set("one", "cn-shanghai", ref("two")),
    set("two", "cn-shanghai", ref("one")),
    {
      type: DOMAIN,
      inputs: { domain: "example.com", acceleratorId: ref("one") },
    },
  ]);
  expect(contributed(ga, plan)).toEqual([
    {
      is: "binding",
      by: "main",
      host: "example.com",
      property: "domain",
      to: "(not-in-plan)",
      standIn: specAt("(not-in-plan)"),
    },
  ]);
});

describe("a listener", () => {
  const openings = (inputs: Properties, specs: readonly ResourceSpec[] = [set("one", "cn-shanghai")]) =>
    contributed(
      ga,
      planOf([{ type: LISTENER, inputs: { acceleratorId: ref("ga"), ...inputs } }, accelerator, ...specs]),
    ).map((found) => {
      const { on, opening } = found as { on: string; opening: string };
      return `${on} ${opening}`;
    });
  const ports = (fromPort: number | string, toPort: number | string = fromPort) => [{ fromPort, toPort }];
  const both = (opening: string) => [`ga ${opening}`, `one ${opening}`];

  test.each<[string, Properties, string]>([
    ["HTTP", { protocol: "HTTP", portRanges: ports(60) }, "web"],
    ["HTTPS", { protocol: "HTTPS", portRanges: ports(443) }, "web"],
    ["TCP on a web port", { protocol: "TCP", portRanges: ports(443) }, "web"],
    ["TCP by default", { portRanges: ports(80) }, "web"],
    ["TCP on another port", { protocol: "TCP", portRanges: ports(7777) }, "possible"],
    ["TCP for SSH", { protocol: "TCP", portRanges: ports(22) }, "none"],
    ["UDP that may carry HTTP/3", { protocol: "UDP", portRanges: ports(443) }, "possible"],
    ["UDP", { protocol: "UDP", portRanges: ports(53) }, "none"],
    ["an unknown protocol", { protocol: unknownValue, portRanges: ports(22) }, "(computed)"],
    ["a protocol that there is not", { protocol: "SCTP", portRanges: ports(22) }, "(malformed)"],
    ["unknown ports", { protocol: "TCP", portRanges: unknownValue }, "(computed)"],
    ["an unknown port", { protocol: "TCP", portRanges: ports(22, unknownValue) }, "(computed)"],
    ["no ports", { protocol: "TCP", portRanges: [] }, "(malformed)"],
  ])("%s", (_, inputs, opening) => {
    expect(openings(inputs)).toEqual(both(opening));
  });

  test("each range of ports", () => {
    const portRanges = [...ports(22), ...ports(8000, 9000)];
    expect(openings({ protocol: "TCP", portRanges })).toEqual(["ga none", "ga web", "one none", "one web"]);
  });

  test("of an accelerator elsewhere, whose IP sets the plan has, and of one not known", () => {
    const inputs = { protocol: "HTTP", portRanges: ports(80) };
    expect(openings({ ...inputs, acceleratorId: "ga-1" }, [set("one", "cn-shanghai", "ga-1")])).toEqual(["one web"]);
    // It may be any of the plan's.
    expect(openings({ ...inputs, acceleratorId: unknownValue })).toEqual(["ga (computed)", "one (computed)"]);
    const other = { type: ACCELERATOR, name: "other" };
    expect(openings({ ...inputs, acceleratorId: ref("ga", "other") }, [other])).toEqual([
      "ga (computed)",
      "other (computed)",
    ]);
  });
});

describe("an endpoint group", () => {
  const others: readonly ResourceSpec[] = [
    accelerator,
    set("one", "cn-shanghai"),
    { type: "alicloud:ecs/eipAddress:EipAddress", name: "eip" },
    { type: "alicloud:ecs/instance:Instance", name: "server" },
    { type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", name: "clb" },
  ];
  const read = (endpointConfigurations: Properties[string], acceleratorId: Properties[string] = ref("ga")) =>
    contributed(ga, planOf([{ type: GROUP, inputs: { acceleratorId, endpointConfigurations } }, ...others]));
  const value = { "endpointConfigurations[0].endpoint": "(computed)" };
  const doors = ["ga", "one"];

  test.each(["Domain", "Ip", "IpTarget", "PublicIp", "OSS"])("%s is fetched from over the Internet", (type) => {
    expect(read([{ type, endpoint: ref("eip") }])).toEqual(doors.map((of) => ({ is: "origin", of, value })));
  });

  test.each([
    ["ECS", "server"],
    ["SLB", "clb"],
  ])("%s is reached inside its VPC", (type, name) => {
    expect(read([{ type, endpoint: ref(name) }])).toEqual(
      doors.map((from) => ({ is: "link", by: "main", from, to: name })),
    );
  });

  test("an endpoint elsewhere, and one of an unknown type, which may be either", () => {
    expect(read([{ type: "ALB", endpoint: "alb-1" }], "ga-9")).toEqual([]);
    expect(read([{ type: "ALB", endpoint: "alb-1" }])).toEqual(
      doors.map((from) => ({ is: "link", by: "main", from, to: { elsewhere: "alb-1" } })),
    );
    expect(read([{ type: unknownValue, endpoint: ref("server") }])).toEqual(
      doors.flatMap((door) => [
        { is: "origin", of: door, value, passesHost: "(computed)" },
        { is: "link", by: "main", from: door, to: "server" },
      ]),
    );
  });

  test("all that can be unknown", () => {
    const unknown = (from: (door: string) => string) =>
      doors.flatMap((door) => [
        {
          is: "origin",
          of: door,
          value: { "endpointConfigurations.endpoint": "(computed)" },
          passesHost: "(computed)",
        },
        { is: "link", by: "main", from: from(door), to: "(computed)" },
      ]);
    expect(read(unknownValue)).toEqual(unknown((door) => door));
    // Of an accelerator that is not known, it may be of any.
    expect(read(unknownValue, unknownValue)).toEqual(unknown(() => "(computed)"));
  });

  test("a reference wrapped in something else leaves the dependency", () => {
    expect(read(ref("server"))).toEqual(
      doors.flatMap((door) => [
        {
          is: "origin",
          of: door,
          value: { "endpointConfigurations.endpoint": "(computed)" },
          passesHost: "(computed)",
        },
        { is: "link", by: "main", from: door, to: "server" },
      ]),
    );
  });
});

test("a spare address is where the accelerator's name may lead", () => {
  const plan = planOf([{ type: SPARE, inputs: { acceleratorId: ref("ga"), spareIp: "203.0.113.1" } }, accelerator]);
  expect(contributed(ga, plan)).toEqual([{ is: "origin", of: "ga", value: { spareIp: "203.0.113.1" } }]);
});

describe("hosts", () => {
  const read = (type: string, inputs: Properties, specs: readonly ResourceSpec[]): readonly unknown[] =>
    contributed(ga, planOf([{ type, inputs: { acceleratorId: ref("ga"), ...inputs } }, accelerator, ...specs]));
  const binding = (over: Record<string, unknown> = {}) => ({
    is: "binding",
    by: "main",
    host: "example.com",
    property: "domain",
    to: "one",
    standIn: specAt(SHANGHAI),
    ...over,
  });
  const one = set("one", "cn-shanghai");

  test("an accelerated domain is bound at each IP set", () => {
    expect(read(DOMAIN, { domain: "example.com" }, [one, set("two", "cn-hongkong")])).toEqual([
      binding(),
      binding({ to: "two", standIn: specAt("outside cn-hongkong by property") }),
    ]);
  });

  test.each<[string, Properties, readonly ResourceSpec[], readonly unknown[]]>([
    ["without IP sets", {}, [], [binding({ to: "ga", standIn: specAt("(not-in-plan)") })]],
    [
      "of an accelerator elsewhere",
      { acceleratorId: "ga-9" },
      [],
      [binding({ to: { elsewhere: "ga-9" }, standIn: specAt("(not-in-plan)") })],
    ],
    [
      "of one elsewhere, of which the plan has an IP set",
      { acceleratorId: "ga-9" },
      [set("one", "cn-shanghai", "ga-9")],
      [binding(), binding({ to: { elsewhere: "ga-9" }, standIn: specAt("(not-in-plan)") })],
    ],
    [
      "of one not known",
      { acceleratorId: unknownValue },
      [],
      [binding({ to: "(computed)", standIn: specAt("(computed)") })],
    ],
    ["of none", { acceleratorId: "" }, [], [binding({ to: "(absent)", standIn: specAt("(not-in-plan)") })]],
    ["not yet known", { domain: unknownValue }, [one], [binding({ host: "(computed)" })]],
    ["left out", { domain: "" }, [one], [binding({ host: "(malformed)" })]],
  ])("a domain %s", (_, inputs, specs, expected) => {
    expect(read(DOMAIN, { domain: "example.com", ...inputs }, specs)).toEqual(expected);
  });

  test("the domain of a further certificate, through its listener", () => {
    const inputs = { domain: "www.example.com", listenerId: ref("listener") };
    expect(read(CERTIFICATE, inputs, [one, listener])).toEqual([
      binding({ host: "www.example.com", through: ["listener"] }),
    ]);
  });

  test.each<[string, Properties[string], readonly [string, string][]]>([
    [
      "in a list",
      [{ ruleConditionType: "Host", hostConfigs: [{ values: ["a.example.com", "*.b.example.com"] }] }],
      [
        ["a.example.com", "ruleConditions[0].hostConfigs[0].values[0]"],
        ["*.b.example.com", "ruleConditions[0].hostConfigs[0].values[1]"],
      ],
    ],
    [
      "in JSON",
      [{ ruleConditionType: "Host", ruleConditionValue: '["a.example.com", "b.example.com"]' }],
      [
        ["a.example.com", "ruleConditions[0].ruleConditionValue[0]"],
        ["b.example.com", "ruleConditions[0].ruleConditionValue[1]"],
      ],
    ],
    [
      "in a text that is no JSON",
      [{ ruleConditionType: "Host", ruleConditionValue: "a.example.com" }],
      [["(malformed)", "ruleConditions[0].ruleConditionValue"]],
    ],
    [
      "in a text not yet known",
      [{ ruleConditionType: "Host", ruleConditionValue: unknownValue }],
      [["(computed)", "ruleConditions[0].ruleConditionValue"]],
    ],
    [
      "in a condition of an unknown type",
      [{ ruleConditionType: unknownValue, hostConfigs: [{ values: [unknownValue] }] }],
      [["(computed)", "ruleConditions[0].hostConfigs[0].values[0]"]],
    ],
    ["in unknown conditions", unknownValue, [["(computed)", "ruleConditions.hostConfigs.values"]]],
    ["in none", [{ ruleConditionType: "Path", pathConfig: { values: ["/a"] }, ruleConditionValue: '["/a"]' }], []],
  ])("of a forwarding rule, %s", (_, ruleConditions, hosts) => {
    const expected = hosts.map(([host, property]) => binding({ host, property, through: ["listener"] }));
    expect(read(RULE, { listenerId: ref("listener"), ruleConditions }, [one, listener])).toEqual(expected);
  });

  test("of a rule of which everything that can be unknown is unknown", () => {
    const unknown = { acceleratorId: unknownValue, listenerId: unknownValue, ruleConditions: unknownValue };
    expect(read(RULE, unknown, [one])).toEqual([
      binding({
        host: "(computed)",
        property: "ruleConditions.hostConfigs.values",
        to: "(computed)",
        standIn: specAt("(computed)"),
      }),
    ]);
  });
});

const CONTRIBUTING = [ACCELERATOR, IP_SET, LISTENER, GROUP, DOMAIN, RULE, CERTIFICATE, SPARE];
test.each(Object.keys(ga).filter((type) => !CONTRIBUTING.includes(type)))("%s contributes nothing", (type) => {
  expect(contributed(ga, planOf([{ type, inputs: { acceleratorId: "ga-1", endpoint: "vsw-1" } }]))).toEqual([]);
});
