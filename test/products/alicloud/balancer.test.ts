import { describe, expect, test } from "vitest";
import { alb } from "../../../src/products/alicloud/balancing/alb";
import { nlb } from "../../../src/products/alicloud/balancing/nlb";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const products = { ...alb, ...nlb };
const ALB = "alicloud:alb/loadBalancer:LoadBalancer";
const NLB = "alicloud:nlb/loadBalancer:LoadBalancer";
const ALB_LISTENER = "alicloud:alb/listener:Listener";
const NLB_LISTENER = "alicloud:nlb/listener:Listener";
const ALB_GROUP = "alicloud:alb/serverGroup:ServerGroup";
const NLB_GROUP = "alicloud:nlb/serverGroup:ServerGroup";
const HANGZHOU = "mainland cn-hangzhou by config";

/** What the resources under test refer to. */
const around: readonly ResourceSpec[] = [
  { type: ALB, name: "alb" },
  {
    type: ALB,
    name: "inner",
    inputs: {
      zoneMappings: [
        { zoneId: "cn-hangzhou-j", intranetAddress: "10.0.1.7" },
        { zoneId: "cn-hangzhou-k", loadBalancerAddresses: [{ intranetAddress: "10.0.2.7" }] },
      ],
    },
  },
  { type: NLB, name: "nlb" },
  { type: ALB_LISTENER, name: "https", inputs: { loadBalancerId: ref("alb") }, rest: { id: "lsn-1" } },
  { type: ALB_GROUP, name: "group" },
  { type: ALB_GROUP, name: "group2" },
  { type: NLB_GROUP, name: "nlb-group" },
  { type: "alicloud:ecs/instance:Instance", name: "web1", inputs: { privateIp: "10.0.0.5" }, rest: { id: "i-1" } },
  { type: "alicloud:ecs/instance:Instance", name: "web2" },
  { type: "alicloud:ecs/eipAddress:EipAddress", name: "eip", rest: { id: "eip-1" } },
  { type: "alicloud:ecs/eipAddress:EipAddress", name: "eip2" },
  { type: "alicloud:vpc/switch:Switch", name: "switch" },
];
const read = (type: string, inputs: Properties): readonly unknown[] =>
  contributed(products, planOf([{ type, inputs }, ...around]));

const link = (from: unknown, to: unknown) => ({ is: "link", by: "main", from, to });
const listener = (on: unknown, opening: string) => ({ is: "listener", by: "main", on, opening });

describe.each([
  { type: ALB, kind: "alb" },
  { type: NLB, kind: "nlb" },
])("$type", ({ type, kind }) => {
  const entry = (reach: string, location = HANGZHOU, addresses: unknown[] = ["(computed)"]) => ({
    is: "entry",
    resource: "main",
    kind,
    tier: "access",
    location,
    reach,
    addresses,
  });
  const attached = (address: unknown) => ({ is: "attachment", by: "main", address, to: "main", opens: "target", kind });

  test.each<[string, Properties, string]>([
    ["Internet", { addressType: "Internet" }, "public"],
    ["internet in lower case", { addressType: "internet" }, "public"],
    ["Intranet", { addressType: "Intranet" }, "private"],
    ["public IPv6 only", { addressType: "Intranet", ipv6AddressType: "Internet" }, "public"],
    ["private IPv6", { addressType: "Intranet", ipv6AddressType: "Intranet" }, "private"],
    ["an unknown IPv6 side", { addressType: "Intranet", ipv6AddressType: unknownValue }, "(computed)"],
    ["an unknown address type", { addressType: unknownValue }, "(computed)"],
    ["an unknown address type and public IPv6", { addressType: unknownValue, ipv6AddressType: "Internet" }, "public"],
    ["no address type", {}, "(malformed)"],
    ["an address type that is none", { addressType: "Public" }, "(malformed)"],
  ])("with %s", (_, inputs, reach) => {
    expect(read(type, inputs)).toEqual([entry(reach)]);
  });

  test("outside, with the name the provider gave", () => {
    const dnsName = "lb-x.ap-southeast-1.example.net";
    const spec = { type, inputs: { addressType: "Internet" }, outputs: { dnsName } };
    expect(contributed(products, planOf([spec], { region: "ap-southeast-1" }))).toEqual([
      entry("public", "outside ap-southeast-1 by config", [dnsName]),
    ]);
  });

  test("with EIPs in its zones", () => {
    const zones = (...zoneMappings: Properties[]) => read(type, { addressType: "Internet", zoneMappings });
    const vswitchId = ref("switch");
    expect(zones({ vswitchId, allocationId: "eip-1" }, { vswitchId, allocationId: ref("eip2") })).toEqual([
      entry("public"),
      attached("eip"),
      attached("eip2"),
    ]);
    expect(zones({ vswitchId, allocationId: ref("eip") }, { vswitchId, allocationId: ref("eip2") })).toEqual([
      entry("public"),
      attached("eip"),
      attached("eip2"),
    ]);
    expect(zones({ vswitchId, allocationId: "eip-9" })).toEqual([entry("public"), attached({ elsewhere: "eip-9" })]);
  });

  test("zones that are unknown, or have no EIP, bind no address", () => {
    const intranet = { addressType: "Intranet" };
    expect(read(type, { ...intranet, zoneMappings: unknownValue })).toEqual([entry("private")]);
    expect(read(type, { ...intranet, zoneMappings: [{ vswitchId: ref("switch") }] })).toEqual([entry("private")]);
  });
});

describe("an ALB listener", () => {
  const on = { loadBalancerId: ref("alb") };
  const forward = (...serverGroupTuples: Properties[]): Properties => ({
    type: "ForwardGroup",
    forwardGroupConfig: { serverGroupTuples },
  });

  test.each<[string, Properties, string]>([
    ["HTTP", { listenerProtocol: "HTTP", listenerPort: 80 }, "web"],
    ["HTTPS on any port", { listenerProtocol: "HTTPS", listenerPort: 22 }, "web"],
    ["QUIC", { listenerProtocol: "QUIC", listenerPort: 443 }, "web"],
    ["an unknown protocol", { listenerProtocol: unknownValue }, "(computed)"],
    ["a protocol that is none", { listenerProtocol: "TCP" }, "(malformed)"],
    ["no protocol", {}, "(malformed)"],
    ["a stopped listener", { listenerProtocol: "HTTP", status: "Stopped" }, "none"],
    ["a running listener", { listenerProtocol: "HTTP", status: "Running" }, "web"],
    ["an unknown status", { listenerProtocol: "HTTP", status: unknownValue }, "(computed)"],
  ])("for %s", (_, inputs, opening) => {
    expect(read(ALB_LISTENER, { ...on, ...inputs })).toEqual([listener("alb", opening)]);
  });

  test("leads to the server groups of its actions", () => {
    const http = { ...on, listenerProtocol: "HTTP" };
    const actions = [forward({ serverGroupId: ref("group") }, { serverGroupId: "sgp-9" })];
    expect(read(ALB_LISTENER, { ...http, defaultActions: actions })).toEqual([
      listener("alb", "web"),
      link("alb", "group"),
      link("alb", { elsewhere: "sgp-9" }),
    ]);
    expect(read(ALB_LISTENER, { ...http, defaultActions: ref("group") })).toEqual([
      listener("alb", "web"),
      link("alb", "group"),
    ]);
    expect(read(ALB_LISTENER, { ...http, defaultActions: [{ type: "FixedResponse" }] })).toEqual([
      listener("alb", "web"),
    ]);
  });

  test("of a load balancer outside the plan", () => {
    expect(read(ALB_LISTENER, { loadBalancerId: "alb-9", listenerProtocol: "HTTP" })).toEqual([
      listener({ elsewhere: "alb-9" }, "web"),
    ]);
  });
});

describe("an ALB rule", () => {
  const RULE = "alicloud:alb/rule:Rule";
  const binding = (host: string, property: string, over: object = {}, reach = "(not-in-plan)") => ({
    is: "binding",
    by: "main",
    host,
    property,
    to: "alb",
    through: ["https"],
    standIn: { kind: "alb", tier: "access", location: HANGZHOU, reach },
    ...over,
  });
  const hosts = (values: Properties[string]): Properties => ({ type: "Host", hostConfig: { values } });
  const rule = (ruleConditions: Properties[string], more: Properties = {}) =>
    read(RULE, { listenerId: ref("https"), ruleConditions, ...more });
  const first = "ruleConditions[0].hostConfig.values";

  test("binds each of its hosts on the load balancer of its listener", () => {
    const conditions = [hosts(["www.example.com", unknownValue]), { type: "Path", pathConfig: { values: ["/a"] } }];
    expect(rule([...conditions, { type: "host", hostConfig: { values: ["*.example.org"] } }])).toEqual([
      binding("www.example.com", `${first}[0]`),
      binding("(computed)", `${first}[1]`),
      binding("*.example.org", "ruleConditions[2].hostConfig.values[0]"),
    ]);
  });

  test("keeps what is unknown", () => {
    expect(rule([hosts(unknownValue)])).toEqual([binding("(computed)", first)]);
    expect(rule([unknownValue])).toEqual([binding("(computed)", first)]);
    expect(rule(unknownValue)).toEqual([binding("(computed)", "ruleConditions.hostConfig.values")]);
    const untyped = { type: unknownValue, hostConfig: { values: ["www.example.com"] } };
    expect(rule([untyped])).toEqual([binding("www.example.com", `${first}[0]`)]);
    expect(rule([hosts([{ is: "www.example.com" }])])).toEqual([binding("(malformed)", `${first}[0]`)]);
  });

  test("binds nothing without a condition for hosts", () => {
    expect(rule([{ type: "Path", pathConfig: { values: ["/a"] } }])).toEqual([]);
    expect(rule([])).toEqual([]);
    expect(rule([{ type: unknownValue, pathConfig: { values: ["/a"] } }])).toEqual([]);
  });

  test("of a listener outside the plan, or of one that is not known", () => {
    const conditions = { ruleConditions: [hosts(["www.example.com"])] };
    const www = (to: unknown, reach: string) =>
      binding("www.example.com", `${first}[0]`, { to, through: undefined }, reach);
    expect(read(RULE, { listenerId: "lsn-9", ...conditions })).toEqual([www({ elsewhere: "lsn-9" }, "(not-in-plan)")]);
    expect(read(RULE, { listenerId: unknownValue, ...conditions })).toEqual([www("(computed)", "(computed)")]);
    expect(read(RULE, { listenerId: "lsn-1", ...conditions })).toEqual([binding("www.example.com", `${first}[0]`)]);
  });

  test("leads to the server groups of its actions", () => {
    const tuples = (...names: string[]) => names.map((name) => ({ serverGroupId: ref(name) }));
    const ruleActions = [
      { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: tuples("group", "group2") } },
      { type: "InsertHeader" },
    ];
    expect(rule([], { ruleActions })).toEqual([link("alb", "group"), link("alb", "group2")]);
  });
});

describe("an NLB listener", () => {
  const on = { loadBalancerId: ref("nlb") };
  const range = (startPort: number, endPort: number) => ({ listenerPort: 0, startPort, endPort });

  test.each<[string, Properties, string]>([
    ["TCP on a web port", { listenerProtocol: "TCP", listenerPort: 80 }, "web"],
    ["TCPSSL on a web port", { listenerProtocol: "TCPSSL", listenerPort: 443 }, "web"],
    ["TCP on another port", { listenerProtocol: "TCP", listenerPort: 9999 }, "possible"],
    ["TCP for SSH", { listenerProtocol: "TCP", listenerPort: 22 }, "none"],
    ["a range with a web port", { listenerProtocol: "TCP", ...range(400, 500) }, "web"],
    ["a range without", { listenerProtocol: "TCP", ...range(20000, 20010) }, "possible"],
    ["a range without an end", { listenerProtocol: "TCP", listenerPort: 0, startPort: 80 }, "(malformed)"],
    ["a range of unknown start", { listenerProtocol: "TCP", ...range(1, 2), startPort: unknownValue }, "(computed)"],
    ["an unknown port", { listenerProtocol: "TCP", listenerPort: unknownValue }, "(computed)"],
    ["no port", { listenerProtocol: "TCP" }, "(malformed)"],
    ["UDP", { listenerProtocol: "UDP", listenerPort: 53 }, "none"],
    ["UDP on 443, which HTTP/3 uses", { listenerProtocol: "UDP", listenerPort: 443 }, "possible"],
    ["a UDP range with 443", { listenerProtocol: "UDP", ...range(400, 500) }, "possible"],
    ["an unknown protocol", { listenerProtocol: unknownValue, listenerPort: 22 }, "(computed)"],
    ["a protocol that is none", { listenerProtocol: "HTTP", listenerPort: 80 }, "(malformed)"],
    ["a stopped listener", { listenerProtocol: "TCP", listenerPort: 80, status: "Stopped" }, "none"],
  ])("for %s", (_, inputs, opening) => {
    expect(read(NLB_LISTENER, { ...on, ...inputs })).toEqual([listener("nlb", opening)]);
  });

  test("leads to its server group", () => {
    const tcp = { ...on, listenerProtocol: "TCP", listenerPort: 80 };
    expect(read(NLB_LISTENER, { ...tcp, serverGroupId: ref("nlb-group") })).toEqual([
      listener("nlb", "web"),
      link("nlb", "nlb-group"),
    ]);
    expect(read(NLB_LISTENER, { ...tcp, loadBalancerId: unknownValue })).toEqual([listener("(computed)", "web")]);
  });
});

describe("servers", () => {
  test.each<[string, Properties[string], unknown[]]>([
    ["by id", [{ serverId: "i-1" }, { serverId: ref("web2") }], [link("main", "web1"), link("main", "web2")]],
    ["by private address", [{ serverId: "10.0.0.5" }], [link("main", "web1")]],
    ["by private address beside the id", [{ serverId: "srv", serverIp: "10.0.0.5" }], [link("main", "web1")]],
    [
      "by id and a reference to the address",
      [{ serverId: ref("web2"), serverIp: ref("web2") }],
      [link("main", "web2")],
    ],
    ["outside the plan", [{ serverId: "i-9", serverIp: "10.9.9.9" }], [link("main", { elsewhere: "i-9" })]],
    ["of several computed together", ref("web1", "web2"), [link("main", "web1"), link("main", "web2")]],
    ["that are unknown", unknownValue, [link("main", "(computed)")]],
    ["of a wrong type", [{ serverId: { is: "i-1" } }], [link("main", "(malformed)")]],
    ["of none", [], []],
  ])("of an ALB server group, %s", (_, servers, links) => {
    expect(read(ALB_GROUP, { servers })).toEqual(links);
  });

  test("of an NLB server group are attached to it", () => {
    const type = "alicloud:nlb/serverGroupServerAttachment:ServerGroupServerAttachment";
    const group = { serverGroupId: ref("nlb-group") };
    expect(read(type, { ...group, serverId: ref("web2") })).toEqual([link("nlb-group", "web2")]);
    expect(read(type, { ...group, serverId: "10.0.0.5", serverIp: "10.0.0.5" })).toEqual([link("nlb-group", "web1")]);
    expect(read(type, { ...group, serverId: ref("alb") })).toEqual([link("nlb-group", "alb")]);
    for (const address of ["10.0.1.7", "10.0.2.7"]) {
      expect(read(type, { ...group, serverId: address, serverIp: address })).toEqual([link("nlb-group", "inner")]);
    }
    expect(read(type, { serverGroupId: "sgp-9", serverId: unknownValue })).toEqual([
      link({ elsewhere: "sgp-9" }, "(computed)"),
    ]);
  });
});

const contributing: readonly string[] = [
  ...[ALB, ALB_LISTENER, "alicloud:alb/rule:Rule", ALB_GROUP, NLB, NLB_LISTENER],
  "alicloud:nlb/serverGroupServerAttachment:ServerGroupServerAttachment",
];
test.each(Object.keys(products).filter((type) => !contributing.includes(type)))("%s contributes nothing", (type) => {
  expect(read(type, { loadBalancerId: "alb-9", domain: "www.example.com" })).toEqual([]);
});
