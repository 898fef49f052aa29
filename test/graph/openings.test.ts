/** What is open, by all that a plan says of groups and listeners: every way in which a door may be closed too early. */
import { describe, expect, it } from "vitest";
import { alicloud } from "../../src/products/alicloud";
import { isDoubt } from "../../src/graph/contribution";
import { Graph } from "../../src/graph/graph";
import type { PlanPart } from "../../src/plan/resource";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { clb, group, instance, opens, resource, subscription, web } from "../support/stacks";

/** What is open at the resource called `server`. */
function opening(specs: readonly ResourceSpec[], part: Partial<PlanPart> = {}, name = "server"): string {
  const entries = [...new Graph(planOf(specs, part), alicloud).entries.values()];
  const entry = entries.find(({ resource }) => resource.name === name);
  if (!entry) throw new Error(`${name} is no entry`);
  return isDoubt(entry.opening) ? `(${entry.opening.why})` : entry.opening;
}

type Cases = readonly [string, readonly ResourceSpec[], string, Partial<PlanPart>?][];
const incomplete = { missing: 3 };

const rule = (name: string, inputs: Properties = {}): ResourceSpec =>
  resource("alicloud:ecs/securityGroupRule:SecurityGroupRule", name, {
    type: "ingress",
    ipProtocol: "tcp",
    portRange: "443/443",
    cidrIp: "0.0.0.0/0",
    securityGroupId: ref("group"),
    ...inputs,
  });
const drop = (inputs: Properties = {}) =>
  rule("drop", { policy: "drop", ipProtocol: "all", portRange: "-1/-1", ...inputs });
const ssh = opens("22/22");
const server = instance("server");
const inGroups = (...groups: Properties[string][]) =>
  instance("server", { ...subscription, securityGroups: groups as string[] });

describe("an instance", () => {
  it.each<Cases[number]>([
    ["in a group that opens the web", [...web, server], "web"],
    ["in a group that opens SSH", [group(), ssh, server], "none"],
    ["in a group without rules", [group(), server], "none"],
    ["for an office only", [group(), opens("443/443", "office", "group", "47.100.1.0/24"), server], "restricted"],
    ["in two groups, one of them open", [...web, group("other"), inGroups(ref("other"), ref("group"))], "web"],
    ["in no group", [instance("server", { internetMaxBandwidthOut: 5 })], "(opening-unknown)"],
    ["in a group elsewhere", [inGroups("sg-1")], "(not-in-plan)"],
    ["in a group elsewhere, and one that opens SSH", [group(), ssh, inGroups(ref("group"), "sg-1")], "(not-in-plan)"],
    ["in a group elsewhere, and one that opens the web", [...web, inGroups(ref("group"), "sg-1")], "web"],
    ["in an unknown group", [inGroups(unknownValue)], "(computed)"],
    [
      "in groups of which one is unknown, the other opens SSH",
      [group(), ssh, inGroups(ref("group"), unknownValue)],
      "(computed)",
    ],
  ])("%s", (_, specs, expected) => {
    expect(opening(specs)).toBe(expected);
  });

  it.each<Cases[number]>([
    ["a drop in the same group", [...web, drop(), server], "none"],
    ["a drop that goes behind", [...web, drop({ priority: 2 }), server], "web"],
    [
      "a drop of another group of the instance",
      [...web, group("other"), drop({ securityGroupId: ref("other") }), inGroups(ref("group"), ref("other"))],
      "none",
    ],
    [
      "a drop of a group of another instance",
      [...web, group("other"), drop({ securityGroupId: ref("other") }), server],
      "web",
    ],
    [
      "a drop in perhaps this group",
      [...web, group("other"), drop({ securityGroupId: ref("group", "other") }), server],
      "(computed)",
    ],
    ["a drop in a group that nobody knows", [...web, drop({ securityGroupId: unknownValue }), server], "(computed)"],
    ["a drop in a group elsewhere", [...web, drop({ securityGroupId: "sg-1" }), server], "web"],
    [
      "a drop of unknown priority",
      [group(), rule("web", { priority: 5 }), drop({ priority: unknownValue }), server],
      "(computed)",
    ],
    ["a drop for insiders", [...web, drop({ cidrIp: "10.0.0.0/8" }), server], "web"],
    ["a drop for other groups", [...web, drop({ cidrIp: null, sourceSecurityGroupId: "sg-1" }), server], "web"],
    [
      "a drop for a prefix list elsewhere",
      [...web, drop({ cidrIp: null, prefixListId: "pl-1" }), server],
      "(not-in-plan)",
    ],
  ])("weighs %s", (_, specs, expected) => {
    expect(opening(specs)).toBe(expected);
  });

  it.each<Cases[number]>([
    [
      "of perhaps this group",
      [group(), ssh, group("other"), rule("web", { securityGroupId: ref("group", "other") }), server],
      "(computed)",
    ],
    [
      "of a group that nobody knows",
      [group(), ssh, rule("web", { securityGroupId: unknownValue }), server],
      "(computed)",
    ],
    [
      "of a group that nobody knows, for SSH",
      [group(), ssh, rule("web", { securityGroupId: unknownValue, portRange: "22/22" }), server],
      "none",
    ],
    [
      "of a group that nobody knows, for an office",
      [group(), ssh, rule("web", { securityGroupId: unknownValue, cidrIp: "47.1.1.1" }), server],
      "restricted",
    ],
    ["of a group elsewhere", [group(), ssh, rule("web", { securityGroupId: "sg-1" }), server], "none"],
  ])("may be opened by a rule %s", (_, specs, expected) => {
    expect(opening(specs)).toBe(expected);
  });

  it.each<Cases[number]>([
    ["SSH", [group(), ssh, server], "(closed-so-far)", incomplete],
    ["an office", [group(), opens("443/443", "office", "group", "47.1.1.1"), server], "(incomplete)", incomplete],
    ["another port", [group(), opens("3001/3001"), server], "(incomplete)", incomplete],
    ["nothing", [group(), server], "(closed-so-far)", incomplete],
    ["the web, perhaps", [group(), rule("web", { portRange: unknownValue }), server], "(computed)", incomplete],
    ["the web", [...web, server], "web", incomplete],
    ["nothing, without a group", [instance("server", { internetMaxBandwidthOut: 5 })], "(incomplete)", incomplete],
  ])("in a plan that hides resources, seen to open %s", (_, specs, expected, part) => {
    expect(opening(specs, part)).toBe(expected);
  });
});

describe("network interfaces", () => {
  const networkInterface = (name: string, of: string) =>
    resource("alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name, { securityGroupIds: [ref(of)] });
  const attached = resource("alicloud:ecs/ecsNetworkInterfaceAttachment:EcsNetworkInterfaceAttachment", "attached", {
    networkInterfaceId: ref("eni"),
    instanceId: ref("server"),
  });
  const closed = [group("closed"), drop({ securityGroupId: ref("closed") })];

  it("each let in by its own groups: what one drops the other lets in", () => {
    const made = { networkInterfaces: [{ securityGroupIds: [ref("closed")] }] };
    expect(opening([...web, ...closed, instance("server", { ...subscription, ...made })])).toBe("web");
    const both = { networkInterfaceId: ref("eni") };
    const specs = [...web, ...closed, networkInterface("eni", "group")];
    expect(opening([...specs, instance("server", { ...subscription, ...both, securityGroups: [ref("closed")] })])).toBe(
      "web",
    );
  });

  it("are not opened by the groups of the instance they lead to", () => {
    const specs = [...web, ...closed, networkInterface("eni", "closed"), server, attached];
    expect(opening(specs, {}, "eni")).toBe("none");
    expect(opening(specs)).toBe("web");
  });
});

describe("a high-availability virtual IP", () => {
  const vip = resource("alicloud:vpc/haVipv2:HaVipv2", "vip");
  const leads = (name: string, ...to: string[]) =>
    resource("alicloud:vpc/hAVipAttachment:HAVipAttachment", name, { haVipId: ref("vip"), instanceId: ref(...to) });
  const closed = instance("closed", { ...subscription, securityGroups: [ref("none")] });
  const others = [...web, group("none"), server, closed, vip];

  it.each<Cases[number]>([
    ["open as what it leads to", [...others, leads("one", "server")], "web"],
    ["closed as what it leads to", [...others, leads("one", "closed")], "none"],
    ["open as one of two", [...others, leads("one", "closed"), leads("two", "server")], "web"],
    ["unknown where it leads to one of two", [...others, leads("one", "closed", "server")], "(opening-unknown)"],
    [
      "unknown beside an instance of which nothing is known",
      [...others, instance("bare", {}), leads("one", "closed"), leads("two", "bare")],
      "(opening-unknown)",
    ],
    ["unknown where it leads nowhere", others, "(opening-unknown)"],
  ])("is %s", (_, specs, expected) => {
    expect(opening(specs, {}, "vip")).toBe(expected);
  });
});

describe("an ENS instance", () => {
  const GROUP = "alicloud:ens/securityGroup:SecurityGroup";
  const permission = {
    direction: "ingress",
    policy: "Accept",
    ipProtocol: "TCP",
    portRange: "80/80",
    sourceCidrIp: "0.0.0.0/0",
  };
  const node = resource("alicloud:ens/instance:Instance", "server", {
    securityId: ref("own"),
    internetMaxBandwidthOut: 5,
  });
  const bare = resource("alicloud:ens/instance:Instance", "server", { internetMaxBandwidthOut: 5 });
  const own = (...permissions: Properties[]) => resource(GROUP, "own", { permissions });
  const further = (...permissions: Properties[]) => resource(GROUP, "further", { permissions });
  const attach = (instanceId: Properties[string]) =>
    resource("alicloud:ens/instanceSecurityGroupAttachment:InstanceSecurityGroupAttachment", "attach", {
      instanceId,
      securityGroupId: ref("further"),
    });
  const closes = { ...permission, policy: "Drop" };

  it.each<Cases[number]>([
    ["its own group", [own(permission), node], "web"],
    ["a further group", [own(), further(permission), attach(ref("server")), node], "web"],
    ["both, weighed together", [own(permission), further(closes), attach(ref("server")), node], "none"],
    ["a further group of perhaps another", [own(), further(permission), attach(unknownValue), node], "(computed)"],
    [
      "a further group that closes, of perhaps another",
      [own(permission), further(closes), attach(unknownValue), node],
      "(computed)",
    ],
    [
      "a further group of perhaps another, and none of its own",
      [bare, further(), attach(unknownValue)],
      "(opening-unknown)",
    ],
    ["a further group of another", [own(), further(permission), attach("i-1"), node], "none"],
  ])("is opened by %s", (_, specs, expected) => {
    expect(opening(specs)).toBe(expected);
  });

  it("is not opened by a rule of ECS that belongs to nobody knows which group", () => {
    expect(opening([own(), rule("web", { securityGroupId: unknownValue }), node])).toBe("none");
  });
});

describe("a load balancer", () => {
  const listener = (name: string, inputs: Properties = {}) =>
    resource("alicloud:slb/listener:Listener", name, {
      loadBalancerId: ref("server"),
      protocol: "tcp",
      frontendPort: 22,
      ...inputs,
    });
  const balancer = clb("server");
  const other = clb("other");
  const http = { protocol: "http", frontendPort: 80 };
  const alb = resource("alicloud:alb/listener:Listener", "alb", {
    loadBalancerId: unknownValue,
    listenerProtocol: "HTTP",
  });

  it.each<Cases[number]>([
    ["without listeners", [balancer], "(opening-unknown)"],
    ["with one for SSH", [balancer, listener("ssh")], "none"],
    ["with one for SSH, in a plan that hides resources", [balancer, listener("ssh")], "(closed-so-far)", incomplete],
    [
      "with one for another port, in such a plan",
      [balancer, listener("app", { frontendPort: 3001 })],
      "(incomplete)",
      incomplete,
    ],
    ["with one for the web, in such a plan", [balancer, listener("web", http)], "web", incomplete],
    ["without listeners, in such a plan", [balancer], "(incomplete)", incomplete],
    [
      "beside a listener of perhaps another",
      [balancer, other, listener("ssh"), listener("web", { ...http, loadBalancerId: ref("server", "other") })],
      "(closed-so-far)",
    ],
    [
      "beside a listener that nobody knows whose",
      [balancer, listener("ssh"), listener("web", { ...http, loadBalancerId: unknownValue })],
      "(closed-so-far)",
    ],
    [
      "beside such a listener for SSH",
      [balancer, listener("ssh"), listener("more", { loadBalancerId: unknownValue })],
      "none",
    ],
    [
      "that may have one for SSH only",
      [balancer, listener("ssh", { loadBalancerId: unknownValue })],
      "(opening-unknown)",
    ],
    [
      "beside a listener elsewhere",
      [balancer, listener("ssh"), listener("web", { ...http, loadBalancerId: "lb-1" })],
      "none",
    ],
    ["of another kind than such a listener", [balancer, listener("ssh"), alb], "none"],
    [
      "open beside such a listener",
      [balancer, listener("web", http), listener("ssh", { loadBalancerId: unknownValue })],
      "web",
    ],
  ])("%s", (_, specs, expected, part) => {
    expect(opening(specs, part)).toBe(expected);
  });

  it.each<[string, Properties, string]>([
    ["off", { aclStatus: "off", aclType: "white" }, "web"],
    ["a whitelist", { aclStatus: "on", aclType: "white" }, "restricted"],
    ["a blacklist", { aclStatus: "on", aclType: "black" }, "web"],
    ["of an unknown type", { aclStatus: "on", aclType: unknownValue }, "(computed)"],
    ["of no type", { aclStatus: "on" }, "(malformed)"],
    ["perhaps off", { aclStatus: unknownValue, aclType: "white" }, "(computed)"],
    ["a blacklist, perhaps off", { aclStatus: unknownValue, aclType: "black" }, "web"],
    [
      "a whitelist for an unknown port",
      { aclStatus: "on", aclType: "white", protocol: "tcp", frontendPort: unknownValue },
      "restricted",
    ],
    ["a whitelist for SSH", { aclStatus: "on", aclType: "white", protocol: "tcp", frontendPort: 22 }, "none"],
    [
      "a whitelist for another port",
      { aclStatus: "on", aclType: "white", protocol: "tcp", frontendPort: 3001 },
      "possible",
    ],
  ])("with access control that is %s", (_, inputs, expected) => {
    expect(opening([balancer, listener("web", { ...http, ...inputs })])).toBe(expected);
  });
});

describe("an Application Load Balancer", () => {
  const balancer = resource("alicloud:alb/loadBalancer:LoadBalancer", "server", { addressType: "Internet" });
  const listener = (inputs: Properties = {}, name = "https") =>
    resource("alicloud:alb/listener:Listener", name, {
      loadBalancerId: ref("server"),
      listenerProtocol: "HTTPS",
      ...inputs,
    });
  const list = (aclType: Properties[string], listenerId: Properties[string] = ref("https")) =>
    resource("alicloud:alb/listenerAclAttachment:ListenerAclAttachment", "list", {
      aclId: "acl-1",
      aclType,
      listenerId,
    });

  it.each<Cases[number]>([
    ["no list", [listener()], "web"],
    ["a whitelist of its own", [listener({ aclConfig: { aclType: "White" } })], "restricted"],
    ["a blacklist of its own", [listener({ aclConfig: { aclType: "Black" } })], "web"],
    ["an unknown list of its own", [listener({ aclConfig: unknownValue })], "(computed)"],
    ["an attached whitelist", [listener(), list("White")], "restricted"],
    ["an attached blacklist", [listener(), list("Black")], "web"],
    ["an attached list of unknown type", [listener(), list(unknownValue)], "(computed)"],
    ["a whitelist attached to nobody knows what", [listener(), list("White", unknownValue)], "(computed)"],
    ["a blacklist attached to nobody knows what", [listener(), list("Black", unknownValue)], "web"],
    ["a whitelist attached elsewhere", [listener(), list("White", "lsn-1")], "web"],
    ["a whitelist at one of two listeners", [listener(), listener({}, "http"), list("White")], "web"],
  ])("with %s", (_, specs, expected) => {
    expect(opening([balancer, ...specs])).toBe(expected);
  });
});
