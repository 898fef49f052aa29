import { describe, expect, test } from "vitest";
import { clb } from "../../../src/products/alicloud/balancing/clb";
import type { RawProperties } from "../../../src/plan/raw";
import { planOf, ref, unknownValue, urnOf, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const BALANCER = "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer";
const LISTENER = "alicloud:slb/listener:Listener";
const GROUP = "alicloud:slb/serverGroup:ServerGroup";
const MASTER_SLAVE = "alicloud:slb/masterSlaveServerGroup:MasterSlaveServerGroup";
const HANGZHOU = "mainland cn-hangzhou by config";

/** What the resources under test refer to. */
const around: readonly ResourceSpec[] = [
  { type: BALANCER, name: "lb" },
  { type: BALANCER, name: "lb2" },
  { type: GROUP, name: "group" },
  { type: MASTER_SLAVE, name: "pair" },
  { type: "alicloud:ecs/instance:Instance", name: "web1", rest: { id: "i-1" } },
  { type: "alicloud:ecs/instance:Instance", name: "web2" },
  { type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name: "eni" },
  { type: "alicloud:vpc/switch:Switch", name: "switch" },
];
const read = (type: string, inputs: Properties, others: readonly ResourceSpec[] = []): readonly unknown[] =>
  contributed(clb, planOf([{ type, inputs }, ...around, ...others]));

const link = (from: unknown, to: unknown) => ({ is: "link", by: "main", from, to });

describe.each([BALANCER, "alicloud:slb/loadBalancer:LoadBalancer"])("%s", (type) => {
  const entry = (reach: string, location = HANGZHOU, addresses: unknown[] = ["(computed)"]) => [
    { is: "entry", resource: "main", kind: "clb", tier: "access", location, reach, addresses },
  ];

  test.each<[string, Properties, string]>([
    ["internet", { addressType: "internet" }, "public"],
    ["intranet", { addressType: "intranet" }, "private"],
    ["internet in a vswitch", { addressType: "internet", vswitchId: "vsw-1" }, "public"],
    ["no address type", {}, "public"],
    ["no address type in a vswitch", { vswitchId: "vsw-1" }, "private"],
    ["no address type in a vswitch of the plan", { vswitchId: ref("switch") }, "private"],
    ["no address type in what may be a vswitch", { vswitchId: unknownValue }, "(computed)"],
    ["an unknown address type", { addressType: unknownValue }, "(computed)"],
    ["an address type that is none", { addressType: "public" }, "(malformed)"],
    ["inactive", { addressType: "internet", status: "inactive" }, "private"],
  ])("with %s", (_, inputs, reach) => {
    expect(read(type, inputs)).toEqual(entry(reach));
  });

  test.each<[string, RawProperties, Properties, string]>([
    ["internet in a vswitch", { addressType: "internet" }, { vswitchId: "vsw-1" }, "public"],
    ["intranet outside of one", { addressType: "intranet" }, {}, "private"],
    ["what nothing tells", {}, {}, "(kept)"],
  ])("with an address type that an update no longer says: %s", (_, outputs, inputs, reach) => {
    const previous = { urn: urnOf(type, "main"), type, name: "main", inputs: { addressType: unknownValue }, outputs };
    const plan = planOf([{ type, inputs, outputs, rest: { change: "update", previous } }]);
    expect(contributed(clb, plan)).toEqual(entry(reach));
  });

  test("outside, with the address the provider gave", () => {
    const outputs = { address: "198.51.100.7", addressType: "internet" };
    const plan = planOf([{ type, outputs }], { region: "ap-southeast-1" });
    expect(contributed(clb, plan)).toEqual(entry("public", "outside ap-southeast-1 by config", ["198.51.100.7"]));
  });
});

describe("a listener", () => {
  const listener = (opening: string, on: unknown = "lb") => ({ is: "listener", by: "main", on, opening });

  test.each<[string, Properties, string]>([
    ["http", { protocol: "http", frontendPort: 8080 }, "web"],
    ["https on a port that is not known", { protocol: "https", frontendPort: unknownValue }, "web"],
    ["tcp on a web port", { protocol: "tcp", frontendPort: 443 }, "web"],
    ["tcp on another port", { protocol: "tcp", frontendPort: "9999" }, "possible"],
    ["tcp for SSH", { protocol: "tcp", frontendPort: 22 }, "none"],
    ["tcp on an unknown port", { protocol: "tcp", frontendPort: unknownValue }, "(computed)"],
    ["tcp without a port", { protocol: "tcp" }, "(malformed)"],
    ["udp on 443, which HTTP/3 uses", { protocol: "udp", frontendPort: 443 }, "possible"],
    ["udp on another port", { protocol: "udp", frontendPort: 80 }, "none"],
    ["udp on an unknown port", { protocol: "udp", frontendPort: unknownValue }, "(computed)"],
    ["an unknown protocol", { protocol: unknownValue, frontendPort: 22 }, "(computed)"],
    ["a protocol that is none", { protocol: "ftp", frontendPort: 21 }, "(malformed)"],
    ["no protocol", { frontendPort: 80 }, "(malformed)"],
  ])("for %s", (_, inputs, opening) => {
    expect(read(LISTENER, { loadBalancerId: ref("lb"), ...inputs })).toEqual([listener(opening)]);
  });

  test("leads to its server group", () => {
    const http = { loadBalancerId: ref("lb"), protocol: "http", frontendPort: 80 };
    expect(read(LISTENER, { ...http, serverGroupId: ref("group") })).toEqual([listener("web"), link("lb", "group")]);
    expect(read(LISTENER, { ...http, masterSlaveServerGroupId: ref("pair") })).toEqual([
      listener("web"),
      link("lb", "pair"),
    ]);
    expect(read(LISTENER, { ...http, serverGroupId: "rsp-1" })).toEqual([
      listener("web"),
      link("lb", { elsewhere: "rsp-1" }),
    ]);
  });

  test("of a load balancer outside the plan, or of one that is not known", () => {
    const http = { protocol: "http", frontendPort: 80 };
    expect(read(LISTENER, { ...http, loadBalancerId: "lb-1" })).toEqual([listener("web", { elsewhere: "lb-1" })]);
    expect(read(LISTENER, { ...http, loadBalancerId: unknownValue })).toEqual([listener("web", "(computed)")]);
  });
});

describe("hosts", () => {
  const RULE = "alicloud:slb/rule:Rule";
  const EXTENSION = "alicloud:slb/domainExtension:DomainExtension";
  const binding = (over: object = {}, reach = "(not-in-plan)") => ({
    is: "binding",
    by: "main",
    host: "www.example.com",
    property: "domain",
    to: "lb",
    standIn: { kind: "clb", tier: "access", location: HANGZHOU, reach },
    ...over,
  });
  const host = { domain: "www.example.com", loadBalancerId: ref("lb"), frontendPort: 443 };
  const listener = (name: string, balancer: string, protocol: string, port: number): ResourceSpec => ({
    type: LISTENER,
    name,
    inputs: { loadBalancerId: ref(balancer), protocol, frontendPort: port },
  });

  test.each([RULE, EXTENSION])("of %s are bound on the load balancer", (type) => {
    expect(read(type, host)).toEqual([binding()].slice(0));
    expect(read(type, { ...host, domain: unknownValue })).toEqual([binding({ host: "(computed)" })]);
    expect(read(type, { ...host, loadBalancerId: "lb-1" })).toEqual([binding({ to: { elsewhere: "lb-1" } })]);
    expect(read(type, { ...host, loadBalancerId: unknownValue })).toEqual([
      binding({ to: "(computed)" }, "(computed)"),
    ]);
  });

  test.each([RULE, EXTENSION])("of %s come through the listener of the same balancer and port", (type) => {
    const listeners = [
      listener("https", "lb", "https", 443),
      listener("quic", "lb", "udp", 443),
      listener("http", "lb", "http", 80),
      listener("other", "lb2", "https", 443),
    ];
    expect(read(type, host, listeners)).toEqual([binding({ through: ["https"] })]);
    expect(read(type, { ...host, frontendPort: ref("http") }, listeners)).toEqual([binding({ through: ["http"] })]);
    expect(read(type, { ...host, frontendPort: unknownValue }, listeners)).toEqual([binding()]);
  });

  test("a rule leads to its server group, with or without a host", () => {
    const group = { serverGroupId: ref("group") };
    expect(read(RULE, { ...host, ...group })).toEqual([binding(), link("lb", "group")]);
    expect(read(RULE, { loadBalancerId: ref("lb"), frontendPort: 80, url: "/a", ...group })).toEqual([
      link("lb", "group"),
    ]);
  });

  test("a further domain that is missing is not taken for fine", () => {
    expect(read(EXTENSION, { loadBalancerId: ref("lb") })).toEqual([binding({ host: "(malformed)" })]);
  });
});

describe("servers", () => {
  const group = (servers: Properties[string]) => read(GROUP, { loadBalancerId: ref("lb"), servers });

  test("of a server group", () => {
    expect(group([{ serverIds: ["i-1", ref("eni")] }, { serverIds: [ref("web2")] }])).toEqual([
      link("main", "web1"),
      link("main", "eni"),
      link("main", "web2"),
    ]);
    expect(group([{ serverIds: ref("web1", "web2") }])).toEqual([link("main", "web1"), link("main", "web2")]);
    expect(group(ref("web2"))).toEqual([link("main", "web2")]);
    expect(group(unknownValue)).toEqual([link("main", "(computed)")]);
    expect(group([{ serverIds: ["i-9"] }])).toEqual([link("main", { elsewhere: "i-9" })]);
    expect(read(GROUP, { loadBalancerId: ref("lb") })).toEqual([]);
  });

  test("of a master and slave group", () => {
    const servers = [{ serverId: ref("web1") }, { serverId: "i-9" }];
    expect(read(MASTER_SLAVE, { servers })).toEqual([link("main", "web1"), link("main", { elsewhere: "i-9" })]);
    expect(read(MASTER_SLAVE, { servers: [{ serverId: { is: "i-1" } }] })).toEqual([link("main", "(malformed)")]);
  });

  test("attached to a server group", () => {
    const type = "alicloud:slb/serverGroupServerAttachment:ServerGroupServerAttachment";
    expect(read(type, { serverGroupId: ref("group"), serverId: ref("eni") })).toEqual([link("group", "eni")]);
    expect(read(type, { serverGroupId: unknownValue, serverId: "i-1" })).toEqual([link("(computed)", "web1")]);
  });

  test("of the load balancer itself", () => {
    const type = "alicloud:slb/backendServer:BackendServer";
    const backendServers = [{ serverId: ref("web1") }, { serverId: ref("web2") }];
    expect(read(type, { loadBalancerId: ref("lb"), backendServers })).toEqual([link("lb", "web1"), link("lb", "web2")]);
    expect(read(type, { loadBalancerId: ref("lb") })).toEqual([]);
    const former = "alicloud:slb/attachment:Attachment";
    expect(read(former, { loadBalancerId: "lb-1", instanceIds: ["i-1", ref("web2")] })).toEqual([
      link({ elsewhere: "lb-1" }, "web1"),
      link({ elsewhere: "lb-1" }, "web2"),
    ]);
  });
});

test.each([
  "alicloud:slb/acl:Acl",
  "alicloud:slb/aclEntryAttachment:AclEntryAttachment",
  "alicloud:slb/caCertificate:CaCertificate",
  "alicloud:slb/serverCertificate:ServerCertificate",
  "alicloud:slb/tlsCipherPolicy:TlsCipherPolicy",
])("%s contributes nothing", (type) => {
  expect(read(type, { loadBalancerId: "lb-1", domain: "www.example.com" })).toEqual([]);
});
