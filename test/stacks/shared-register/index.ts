import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

const stack = pulumi.getStack();
const provider = new alicloud.Provider("hangzhou", { region: "cn-hangzhou" });

/** Each stack is deployed for itself; what they share are names. */
const stacks: Record<string, () => void> = {
  dns: () => {
    const names = {
      "www.example.com": "alb-web.cn-hangzhou.alb.aliyuncsslb.com",
      "api.example.com": "1000000000000001.cn-hangzhou.fc.aliyuncs.com",
      "www.example.net": "www.example.com",
    };
    for (const [host, value] of Object.entries(names)) {
      const [rr = "", ...domain] = host.split(".");
      new alicloud.dns.AlidnsRecord(host, { domainName: domain.join("."), rr, type: "CNAME", value });
    }
  },
  web: () => {
    const balancer = new alicloud.alb.LoadBalancer(
      "web",
      {
        vpcId: "vpc-bp10000000000000000",
        addressType: "Internet",
        loadBalancerEdition: "Basic",
        loadBalancerBillingConfig: { payType: "PayAsYouGo" },
        zoneMappings: [{ vswitchId: "vsw-bp10000000000000000", zoneId: "cn-hangzhou-j" }],
      },
      { provider },
    );
    const listener = new alicloud.alb.Listener(
      "web",
      {
        loadBalancerId: balancer.id,
        listenerProtocol: "HTTP",
        listenerPort: 80,
        defaultActions: [
          { type: "ForwardGroup", forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: "sgp-0000000000" }] } },
        ],
      },
      { provider },
    );
    new alicloud.alb.Rule(
      "web",
      {
        ruleName: "web",
        listenerId: listener.id,
        priority: 1,
        ruleConditions: [{ type: "Host", hostConfig: { values: ["www.example.com", "www.example.net"] } }],
        ruleActions: [
          {
            type: "ForwardGroup",
            order: 1,
            forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: "sgp-0000000000" }] },
          },
        ],
      },
      { provider },
    );
  },
  api: () => {
    new alicloud.fc.V3CustomDomain("api", { customDomainName: "api.example.com", protocol: "HTTPS" }, { provider });
  },
  cdn: () => {
    new alicloud.cdn.DomainNew("static", {
      domainName: "static.example.net",
      cdnType: "web",
      scope: "domestic",
      sources: [{ type: "domain", content: "www.example.com", port: 443 }],
    });
  },
  filing: () => {
    new alicloud.ecs.Instance(
      "filing",
      {
        instanceType: "ecs.t6-c1m1.large",
        imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
        instanceChargeType: "PrePaid",
        period: 12,
        internetMaxBandwidthOut: 1,
        securityGroups: ["sg-bp10000000000000000"],
        vswitchId: "vsw-bp10000000000000000",
      },
      { provider },
    );
  },
};

stacks[stack]?.();
