import { planOf, ref, unknownValue } from "../support/plan";
import { filed, ruleTester, unfiled } from "../support/rule-tester";
import { clb, instance, resource, subscription, web } from "../support/stacks";
import type { Properties } from "../support/plan";

const alb = (inputs: Properties = { addressType: "Internet" }) =>
  resource("alicloud:alb/loadBalancer:LoadBalancer", "alb", inputs);
const listener = resource("alicloud:alb/listener:Listener", "https", {
  loadBalancerId: ref("alb"),
  listenerProtocol: "HTTPS",
  listenerPort: 443,
});
const hostRule = (...values: string[]) =>
  resource("alicloud:alb/rule:Rule", "hosts", {
    listenerId: ref("https"),
    ruleConditions: [{ type: "Host", hostConfig: { values } }],
  });
const clbRule = (domain: string) =>
  resource("alicloud:slb/rule:Rule", "rule", { loadBalancerId: ref("clb"), frontendPort: 80, domain });
const clbListener = resource("alicloud:slb/listener:Listener", "http", {
  loadBalancerId: ref("clb"),
  protocol: "http",
  frontendPort: 80,
});
/** A server that could obtain the filing, so that only the host is at fault. */
const server = [...web, instance("server", { ...subscription })];
const own = "icp-gateway-domain violation shop.example.com";
const unnamed = "icp-unnamed-website violation server";

ruleTester("icp-gateway-domain", {
  violations: {
    "a host rule of an internet ALB": [
      planOf([alb(), listener, hostRule("shop.example.com"), ...server]),
      unfiled(),
      [own, unnamed],
    ],
    "several hosts of one apex are one finding": [
      planOf([alb(), listener, hostRule("shop.example.com", "www.example.com"), ...server]),
      unfiled(),
      [own, unnamed],
    ],
    "a domain rule of an internet CLB": [
      planOf([clb("clb"), clbListener, clbRule("shop.example.com"), ...server]),
      unfiled(),
      [own, unnamed],
    ],
    "an ALB that is public on IPv6 only": [
      planOf([
        alb({ addressType: "Intranet", ipv6AddressType: "Internet" }),
        listener,
        hostRule("shop.example.com"),
        ...server,
      ]),
      unfiled(),
      [own, unnamed],
    ],
  },
  satisfied: {
    "filed with Alibaba Cloud": [planOf([alb(), listener, hostRule("shop.example.com")]), filed(), []],
  },
  undetermined: {
    "the load balancer is not in the plan": [
      planOf([
        resource("alicloud:alb/rule:Rule", "hosts", {
          listenerId: "lsn-1",
          ruleConditions: [{ type: "Host", hostConfig: { values: ["shop.example.com"] } }],
        }),
      ]),
      unfiled(),
      ["icp-gateway-domain undetermined shop.example.com"],
    ],
    "its address type is not known": [
      planOf([alb({ addressType: unknownValue }), listener, hostRule("shop.example.com")]),
      unfiled(),
      ["icp-gateway-domain undetermined shop.example.com"],
    ],
  },
  silent: {
    "an intranet ALB": [
      planOf([alb({ addressType: "Intranet" }), listener, hostRule("shop.example.com")]),
      unfiled(),
      [],
    ],
    "an ALB in Hong Kong": [
      planOf([alb(), listener, hostRule("shop.example.com")], { region: "cn-hongkong" }),
      unfiled(),
      [],
    ],
  },
});
