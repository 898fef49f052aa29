import { planOf, ref, unknownValue } from "../support/plan";
import { register, ruleTester } from "../support/rule-tester";
import { association, clb, eip, group, instance, opens, record, resource, subscription, web } from "../support/stacks";

const own = "icp-unnamed-website violation server";
const listener = (protocol: string, frontendPort: number) =>
  resource("alicloud:slb/listener:Listener", "listener", { loadBalancerId: ref("clb"), protocol, frontendPort });

ruleTester("icp-unnamed-website", {
  violations: {
    "an instance open on 443": [planOf([...web, instance("server")]), undefined, [own]],
    "an instance open on everything": [planOf([group(), opens("-1/-1"), instance("server")]), undefined, [own]],
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
      ["icp-unnamed-website violation clb"],
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
    "its security group is not in the plan": [
      planOf([instance("server", { ...subscription, securityGroups: ["sg-1"] })]),
      undefined,
      ["icp-unnamed-website undetermined server"],
    ],
    "a record leads somewhere unknown": [
      planOf([...web, instance("server"), record("www", unknownValue)]),
      undefined,
      ["icp-unnamed-website undetermined server", "icp-dns-record undetermined www.example.com"],
    ],
    "the plan hides resources": [
      planOf([...web, instance("server")], { missing: 2 }),
      undefined,
      ["icp-unnamed-website undetermined server", "icp-undetermined undetermined -"],
    ],
    "no listener is known": [planOf([clb("clb")]), undefined, ["icp-unnamed-website undetermined clb"]],
  },
  silent: {
    "SSH only": [planOf([group(), opens("22/22"), instance("server")]), undefined, []],
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
