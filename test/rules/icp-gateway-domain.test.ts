import { planOf, ref, unknownValue } from "../support/plan";
import { filed, ruleTester, unfiled } from "../support/rule-tester";
import { clb, cname, instance, provider, resource, subscription, web } from "../support/stacks";
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
const own =
  "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at domainName of domain";
const unsure =
  "icp-gateway-domain undetermined shop.example.com: undetermined (region-unlisted) [check] at customDomainName of domain";
const unnamed = "icp-unnamed-website violation server";
const missing = "icp-server-missing violation example.com";

const fc = (domain: Properties[string] = "shop.example.com", rest = {}) =>
  resource("alicloud:fc/v3CustomDomain:V3CustomDomain", "domain", { customDomainName: domain }, rest);
const formerFc = resource("alicloud:fc/customDomain:CustomDomain", "domain", { domainName: "shop.example.com" });

const gateway = (type: Properties[string] = "Internet") =>
  resource("alicloud:apig/gateway:Gateway", "gateway", { networkAccessConfig: { type } });
const domain = resource("alicloud:apig/domain:Domain", "domain", { domainName: "shop.example.com", protocol: "HTTP" });
const route = resource("alicloud:apig/route:Route", "route", {
  domainIds: [ref("domain")],
  environmentInfo: { gatewayInfos: [{ gatewayId: ref("gateway") }] },
});

const ingress = (slbId: Properties[string], host = "shop.example.com") =>
  resource("alicloud:sae/ingress:Ingress", "ingress", {
    slbId,
    listenerPort: 80,
    rules: [{ domain: host, path: "/" }],
  });
const mse = (inputs: Properties = { internetSlbSpec: "slb.s1.small" }) =>
  resource("alicloud:mse/gateway:Gateway", "mse", inputs);
const abroad = { rest: { provider: "urn:pulumi:dev::web::pulumi:providers:alicloud::abroad" } };

ruleTester("icp-gateway-domain", {
  violations: {
    "a host rule of an internet ALB": [
      planOf([alb(), listener, hostRule("shop.example.com"), ...server]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at ruleConditions[0].hostConfig.values[0] of hosts",
        unnamed,
      ],
      [
        "shop.example.com is bound on alb (ALB) in cn-hangzhou in the mainland, and example.com is not filed",
        "- File example.com first (1 to 22 working days), and create this after approval.",
        "- Or serve it from outside the mainland.",
        "by F-14",
        "hosts (hosts) > https (through) > alb (entry)",
      ],
    ],
    "several hosts of one apex are one finding": [
      planOf([alb(), listener, hostRule("shop.example.com", "www.example.com"), ...server]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com + www.example.com: icp-gateway-domain [file, entry-outside] at ruleConditions[0].hostConfig.values[0] of hosts",
        unnamed,
      ],
    ],
    "a domain rule of an internet CLB": [
      planOf([clb("clb"), clbListener, clbRule("shop.example.com"), ...server]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at domain of rule",
        unnamed,
      ],
    ],
    "an ALB that is public on IPv6 only": [
      planOf([
        alb({ addressType: "Intranet", ipv6AddressType: "Internet" }),
        listener,
        hostRule("shop.example.com"),
        ...server,
      ]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at ruleConditions[0].hostConfig.values[0] of hosts",
        unnamed,
      ],
    ],
    "a custom domain of Function Compute": [
      planOf([fc()]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at customDomainName of domain",
        missing,
      ],
    ],
    "one of its former generation": [planOf([formerFc]), unfiled(), [own, missing]],
    "no register at all": [
      planOf([fc()]),
      undefined,
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [declare, file, owner-files, entry-outside] at customDomainName of domain",
        missing,
      ],
    ],
    "a record to the name that Function Compute gives is no second finding": [
      planOf([fc(), cname("shop", "1234567890123456.cn-hangzhou.fc.aliyuncs.com")]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at customDomainName of domain",
        missing,
      ],
    ],
    "a domain on a public API gateway": [planOf([gateway(), domain, route]), unfiled(), [own, missing]],
    "a domain of no route, where every gateway is public": [
      planOf([gateway("InternetAndIntranet"), domain]),
      unfiled(),
      [own, missing],
    ],
    "a host of SAE on an internet CLB": [
      planOf([clb("clb"), ingress(ref("clb")), ...server]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at rules[0].domain of ingress",
        unnamed,
      ],
    ],
    "a host of SAE on an internet ALB": [
      planOf([alb(), ingress(ref("alb")), ...server]),
      unfiled(),
      [
        "icp-gateway-domain violation shop.example.com: icp-gateway-domain [file, entry-outside] at rules[0].domain of ingress",
        unnamed,
      ],
    ],
  },
  satisfied: {
    "Function Compute, filed with Alibaba Cloud": [planOf([fc()]), filed(), []],
    "API gateway, filed with Alibaba Cloud": [planOf([gateway(), domain, route]), filed(), []],
    "SAE, filed with Alibaba Cloud": [planOf([clb("clb"), ingress(ref("clb"))]), filed(), []],
    "filed with Alibaba Cloud": [planOf([alb(), listener, hostRule("shop.example.com")]), filed(), []],
  },
  undetermined: {
    "Function Compute in a region of no list": [planOf([fc()], { region: "cn-nowhere-9" }), unfiled(), [unsure]],
    "a custom domain that is not known": [
      planOf([fc(unknownValue)]),
      unfiled(),
      ["icp-gateway-domain undetermined domain: undetermined (computed) [check] at customDomainName of domain"],
    ],
    "a domain on an API gateway whose network is not known": [
      planOf([gateway(unknownValue), domain, route]),
      unfiled(),
      ["icp-gateway-domain undetermined shop.example.com: undetermined (computed) [check] at domainName of domain"],
    ],
    "a domain on an API gateway outside the plan": [
      planOf([domain]),
      unfiled(),
      ["icp-gateway-domain undetermined shop.example.com: undetermined (not-in-plan) [check] at domainName of domain"],
    ],
    "a host of SAE on a load balancer outside the plan": [
      planOf([ingress("lb-1")]),
      unfiled(),
      [
        "icp-gateway-domain undetermined shop.example.com: undetermined (not-in-plan) [check] at rules[0].domain of ingress",
      ],
    ],
    "everything that can be unknown": [
      planOf([
        fc(unknownValue),
        resource("alicloud:apig/domain:Domain", "api", { domainName: unknownValue }),
        resource("alicloud:sae/ingress:Ingress", "ingress", { slbId: unknownValue, rules: unknownValue }),
      ]),
      unfiled(),
      [
        "icp-gateway-domain undetermined api: undetermined (computed) [check] at domainName of api",
        "icp-gateway-domain undetermined domain: undetermined (computed) [check] at customDomainName of domain",
        "icp-gateway-domain undetermined ingress: undetermined (computed) [check] at rules.domain of ingress",
      ],
    ],
    "a load balancer that is computed from several": [
      planOf([clb("clb"), alb(), ingress(ref("clb", "alb"))]),
      unfiled(),
      [
        "icp-gateway-domain undetermined shop.example.com: undetermined (computed) [check] at rules[0].domain of ingress",
        "icp-unnamed-website undetermined alb",
        "icp-unnamed-website undetermined clb",
      ],
    ],
    "the load balancer is not in the plan": [
      planOf([
        resource("alicloud:alb/rule:Rule", "hosts", {
          listenerId: "lsn-1",
          ruleConditions: [{ type: "Host", hostConfig: { values: ["shop.example.com"] } }],
        }),
      ]),
      unfiled(),
      [
        "icp-gateway-domain undetermined shop.example.com: undetermined (not-in-plan) [check] at ruleConditions[0].hostConfig.values[0] of hosts",
      ],
    ],
    "its address type is not known": [
      planOf([alb({ addressType: unknownValue }), listener, hostRule("shop.example.com")]),
      unfiled(),
      [
        "icp-gateway-domain undetermined shop.example.com: undetermined (computed) [check] at ruleConditions[0].hostConfig.values[0] of hosts",
      ],
    ],
  },
  silent: {
    "filed through another provider alone": [
      planOf([fc()]),
      filed("example.com", "accessProviders: [{ name: huawei }]"),
      ["icp-access-provider violation shop.example.com"],
    ],
    "Function Compute outside": [planOf([fc()], { region: "ap-southeast-1" }), unfiled(), []],
    "a record to the same product in the mainland is DNS's matter": [
      planOf([
        provider("abroad", "us-west-1"),
        fc("shop.example.com", abroad),
        cname("shop", "x.cn-hangzhou.fcapp.run"),
      ]),
      unfiled(),
      ["icp-dns-record violation shop.example.com", missing],
    ],
    "a trigger alone": [
      planOf([resource("alicloud:fc/v3Trigger:V3Trigger", "trigger", { triggerType: "http", triggerConfig: "{}" })]),
      unfiled(),
      [],
    ],
    "a record to a trigger is DNS's matter": [
      planOf([
        resource("alicloud:fc/v3Trigger:V3Trigger", "trigger", { triggerType: "http", triggerConfig: "{}" }),
        cname("shop", ref("trigger")),
      ]),
      unfiled(),
      ["icp-dns-record violation shop.example.com", missing],
    ],
    "a domain on an intranet API gateway": [planOf([gateway("Intranet"), domain, route]), unfiled(), []],
    "a domain on an API gateway outside": [
      planOf([gateway(), domain, route], { region: "cn-hongkong" }),
      unfiled(),
      [],
    ],
    "a host of SAE on an intranet CLB": [
      planOf([clb("clb", { addressType: "intranet" }), ingress(ref("clb"))]),
      unfiled(),
      [],
    ],
    "a host of SAE outside": [planOf([clb("clb"), ingress(ref("clb"))], { region: "ap-southeast-1" }), unfiled(), []],
    "MSE alone binds no host": [planOf([mse()]), unfiled(), []],
    "a record to MSE is DNS's matter": [
      planOf([mse(), cname("shop", ref("mse"))]),
      unfiled(),
      ["icp-dns-record violation shop.example.com", missing],
    ],
    "a record to MSE without a public load balancer": [planOf([mse({}), cname("shop", ref("mse"))]), unfiled(), []],
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
