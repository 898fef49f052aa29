import { describe, expect, it } from "vitest";
import { judge } from "../../src/judge";
import type { Plan } from "../../src/plan/plan";
import { nothingDeclared } from "../../src/register/register";
import { planOf, ref, unknownValue, type Properties } from "../support/plan";
import { register, ruleTester, TODAY, unfiled } from "../support/rule-tester";
import {
  association,
  bridged,
  clb,
  eip,
  group,
  instance,
  opens,
  record,
  resource,
  subscription,
  web,
} from "../support/stacks";

const own = "icp-unnamed-website violation server: icp-unnamed-website [declare-host] at server";
const listener = (protocol: string, frontendPort: number, inputs: Properties = {}) =>
  resource("alicloud:slb/listener:Listener", "listener", {
    loadBalancerId: ref("clb"),
    protocol,
    frontendPort,
    ...inputs,
  });

const CLUSTER = "alicloud:cs/managedKubernetes:ManagedKubernetes";
const addOn = (IngressSlbNetworkType: string) => ({
  name: "nginx-ingress-controller",
  config: JSON.stringify({ IngressSlbNetworkType }),
});
const nginx = (reach: string) => resource(CLUSTER, "ack", { addons: [addOn(reach)] });

ruleTester("icp-unnamed-website", {
  violations: {
    "an instance open on 443": [
      planOf([...web, instance("server")]),
      undefined,
      [own],
      [
        "server (ECS instance) in cn-hangzhou is open to the world for the web, and no host is known for it",
        "- Declare the host in icp.yaml (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud:",
        "  externalDns:",
        '    - { host: HOST, resource: "*::alicloud:ecs/instance:Instance::server", stack: "web/dev" }',
        "by C1",
        "server (entry)",
      ],
    ],
    "an instance open on everything": [planOf([group(), opens("-1/-1"), instance("server")]), undefined, [own]],
    "a record that leads to no address leads nowhere": [
      planOf([...web, instance("server"), record("www", "1 .", { type: "HTTPS" })]),
      undefined,
      [own],
    ],
    "an EIP makes it public": [
      planOf([
        ...web,
        instance("server", { ...subscription, internetMaxBandwidthOut: 0 }),
        eip("ip"),
        association("bind", "ip", "server"),
      ]),
      undefined,
      [own],
    ],
    "a CLB with an HTTP listener": [
      planOf([clb("clb"), listener("http", 80)]),
      undefined,
      ["icp-unnamed-website violation clb: icp-unnamed-website [declare-host] at clb"],
    ],
    "containers with an EIP": [
      planOf([
        ...web,
        resource("alicloud:eci/containerGroup:ContainerGroup", "server", {
          securityGroupId: ref("group"),
          autoCreateEip: true,
        }),
      ]),
      undefined,
      [own],
    ],
    "instances that scale": [
      planOf([
        ...web,
        resource("alicloud:ess/scalingConfiguration:ScalingConfiguration", "server", {
          scalingGroupId: "asg-1",
          active: true,
          internetMaxBandwidthOut: 5,
          securityGroupId: ref("group"),
        }),
      ]),
      undefined,
      [own],
    ],
    "an ENS instance": [
      planOf([
        resource("alicloud:ens/securityGroup:SecurityGroup", "edge", {
          permissions: [{ direction: "ingress", ipProtocol: "TCP", portRange: "80/80", sourceCidrIp: "0.0.0.0/0" }],
        }),
        resource("alicloud:ens/instance:Instance", "server", {
          ensRegionId: "cn-wuxi-telecom_unicom_cmcc-2",
          paymentType: "Subscription",
          internetMaxBandwidthOut: 5,
          securityId: ref("edge"),
        }),
      ]),
      undefined,
      [own],
    ],
    "a host of the register names another": [
      planOf([...web, instance("server"), instance("other")]),
      register('externalDns: [{ host: www.example.com, resource: "*::other" }]\n'),
      [own, "icp-dns-record violation www.example.com"],
    ],
  },
  satisfied: {
    "the register names a cluster's host": [
      planOf([nginx("internet")]),
      register(
        'filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\nexternalDns: [{ host: www.example.com, resource: "*::ack" }]\n',
      ),
      [],
    ],
    "a record that is held off names it": [
      planOf([...web, instance("server"), record("www", ref("server"), { status: "DISABLE" })]),
      undefined,
      [],
    ],
    "a record names it": [
      planOf([...web, instance("server"), record("www", ref("server"))]),
      register("filings: [{ domain: example.com, status: active, accessProviders: [{ name: aliyun }] }]\n"),
      [],
    ],
  },
  undetermined: {
    "a record that is held off leads somewhere that is not known": [
      planOf([...web, instance("server"), record("www", "[secret]", { status: "DISABLE" })]),
      unfiled(),
      ["icp-unnamed-website undetermined server: undetermined (secret) [declare-host] at server"],
    ],
    "its address is secret, and a record names an address": [
      planOf([
        ...web,
        instance("server", subscription, { outputs: { publicIp: "[secret]" }, rest: { change: "same" } }),
        record("www", "47.96.0.10"),
      ]),
      unfiled(),
      [
        "icp-dns-record undetermined www.example.com",
        "icp-unnamed-website undetermined server: undetermined (secret) [declare-host] at server",
      ],
    ],
    "its security group is not in the plan": [
      planOf([instance("server", { ...subscription, securityGroups: ["sg-1"] })]),
      undefined,
      ["icp-unnamed-website undetermined server: undetermined (not-in-plan) [declare-host] at server"],
    ],
    "a record leads somewhere unknown": [
      planOf([...web, instance("server"), record("www", unknownValue)]),
      undefined,
      [
        "icp-unnamed-website undetermined server: undetermined (computed) [declare-host] at server",
        "icp-dns-record undetermined www.example.com",
      ],
    ],
    "the plan hides resources": [
      planOf([...web, instance("server")], { missing: 2 }),
      undefined,
      [
        "icp-unnamed-website undetermined server: undetermined (incomplete) [show-sames, declare-host] at server",
        "icp-undetermined undetermined -",
      ],
    ],
    "a Terraform module may hold its record": [
      planOf([...web, instance("server"), bridged()]),
      undefined,
      [
        "icp-unnamed-website undetermined server: undetermined (bridged) [use-native, declare-host] at server",
        "icp-undetermined undetermined module.web.alicloud_future_server.this",
      ],
    ],
    "a rule of its group is not known in full": [
      planOf([
        ...web,
        resource("alicloud:ecs/securityGroupRule:SecurityGroupRule", "drop", {
          type: "ingress",
          policy: "drop",
          ipProtocol: "tcp",
          portRange: "443/443",
          cidrIp: unknownValue,
          securityGroupId: ref("group"),
        }),
        instance("server"),
      ]),
      undefined,
      ["icp-unnamed-website undetermined server: undetermined (computed) [declare-host] at server"],
    ],
    "a listener behind what may be a whitelist": [
      planOf([clb("clb"), listener("http", 80, { aclStatus: "on", aclType: unknownValue })]),
      undefined,
      ["icp-unnamed-website undetermined clb: undetermined (computed) [declare-host] at clb"],
    ],
    "a load balancer for a database, while the plan hides resources": [
      planOf([clb("clb"), listener("tcp", 3306)], { missing: 2 }),
      undefined,
      [
        "icp-unnamed-website undetermined clb: undetermined (closed-so-far) [declare-host] at clb",
        "icp-undetermined undetermined -",
      ],
      [
        "It cannot be told whether this breaks the rule for clb: what is known of it lets no web in, and the plan does not show all that may",
        "- Declare the host in icp.yaml (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud:",
        "  externalDns:",
        '    - { host: HOST, resource: "*::alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer::clb", stack: "web/dev" }',
        "by C1",
        "clb (entry)",
      ],
    ],
    "a cluster whose hosts are made inside it": [
      planOf([nginx("internet")]),
      undefined,
      ["icp-unnamed-website undetermined ack: undetermined (in-cluster) [declare-host] at ack"],
      [
        "It cannot be told whether this breaks the rule for ack: which hosts it serves is decided inside the cluster",
        "- Declare the host in icp.yaml (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud:",
        "  externalDns:",
        '    - { host: HOST, resource: "*::alicloud:cs/managedKubernetes:ManagedKubernetes::ack", stack: "web/dev" }',
        "by C1",
        "ack (entry)",
      ],
    ],
    "a cluster that does not say whether its load balancer is public": [
      planOf([nginx("moon")]),
      undefined,
      ["icp-unnamed-website undetermined ack: undetermined (malformed) [declare-host] at ack"],
    ],
    "an add-on of its own": [
      planOf([
        resource(CLUSTER, "ack"),
        resource("alicloud:cs/kubernetesAddon:KubernetesAddon", "nginx", {
          clusterId: ref("ack"),
          ...addOn("internet"),
        }),
      ]),
      undefined,
      ["icp-unnamed-website undetermined nginx: undetermined (in-cluster) [declare-host] at nginx"],
    ],
    "no listener is known": [
      planOf([clb("clb")]),
      undefined,
      ["icp-unnamed-website undetermined clb: undetermined (opening-unknown) [declare-host] at clb"],
      [
        "It cannot be told whether this breaks the rule for clb: what is open to the world is not known",
        "- Declare the host in icp.yaml (externalDns), or close the port; a site reached by its IP alone cannot be filed through Alibaba Cloud:",
        "  externalDns:",
        '    - { host: HOST, resource: "*::alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer::clb", stack: "web/dev" }',
        "by C1",
        "clb (entry)",
      ],
    ],
  },
  silent: {
    "SSH only": [planOf([group(), opens("22/22"), instance("server")]), undefined, []],
    "bandwidth for an IPv6 address that the plan does not show": [
      planOf([
        resource("alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth", "bandwidth", {
          ipv6AddressId: "ipv6-1",
          bandwidth: 5,
        }),
      ]),
      undefined,
      [],
    ],
    "a listener behind a whitelist": [
      planOf([clb("clb"), listener("http", 80, { aclStatus: "on", aclType: "white" })]),
      undefined,
      [],
    ],
    "closed by a drop": [
      planOf([
        ...web,
        resource("alicloud:ecs/securityGroupRule:SecurityGroupRule", "drop", {
          type: "ingress",
          policy: "drop",
          ipProtocol: "tcp",
          portRange: "1/65535",
          cidrIp: "0.0.0.0/0",
          securityGroupId: ref("group"),
        }),
        instance("server"),
      ]),
      undefined,
      [],
    ],
    "a cluster that is reached from inside only": [planOf([nginx("intranet")]), undefined, []],
    "a cluster without a controller": [planOf([resource(CLUSTER, "ack", { slbInternetEnabled: true })]), undefined, []],
    "a cluster in Hong Kong": [planOf([nginx("internet")], { region: "cn-hongkong" }), undefined, []],
    "a host rule for no public name on a load balancer elsewhere": [
      planOf([
        resource("alicloud:slb/rule:Rule", "rule", {
          loadBalancerId: "lb-1",
          frontendPort: 80,
          domain: "shop.internal",
          serverGroupId: "rsp-1",
        }),
      ]),
      undefined,
      [],
    ],
    "open to one office network": [
      planOf([group(), opens("443/443", "office", "group", "203.0.113.0/24"), instance("server")]),
      undefined,
      [],
    ],
    "an instance without public address": [
      planOf([...web, instance("server", { ...subscription, internetMaxBandwidthOut: 0 })]),
      undefined,
      [],
    ],
    "a CLB for a database": [planOf([clb("clb"), listener("tcp", 3306)]), undefined, []],
    "an ENS load balancer without an EIP": [
      planOf([resource("alicloud:ens/loadBalancer:LoadBalancer", "server", { ensRegionId: "cn-chongqing-11" })]),
      undefined,
      [],
    ],
    "an intranet CLB": [planOf([clb("clb", { addressType: "intranet" }), listener("http", 80)]), undefined, []],
    "in Hong Kong": [planOf([...web, instance("server")], { region: "cn-hongkong" }), undefined, []],
  },
});

describe("icp-unnamed-website says", () => {
  const doubtOf = (plan: Plan) => {
    const found = judge(plan, { register: nothingDeclared, today: TODAY }).findings;
    return found.filter(({ rule }) => rule === "icp-unnamed-website").map(({ doubt }) => doubt?.why);
  };

  it.each<[string, Plan, string]>([
    ["that a cluster decides itself", planOf([nginx("internet")]), "in-cluster"],
    ["what of a cluster is not known first", planOf([nginx("moon")]), "malformed"],
    ["that listeners may be hidden", planOf([clb("clb"), listener("tcp", 3306)], { missing: 2 }), "closed-so-far"],
  ])("%s", (_, plan, why) => {
    expect(doubtOf(plan)).toEqual([why]);
  });
});
