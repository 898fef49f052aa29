import * as alicloud from "@pulumi/alicloud";
import { certificate, nameOf, tags } from "../config";
import { frontJ, frontK, vpc } from "../network/vpc";
import { groups } from "./groups";

/** What the public enters through. */
export const balancer = new alicloud.alb.LoadBalancer("public", {
  loadBalancerName: nameOf("public"),
  loadBalancerEdition: "Standard",
  addressType: "Internet",
  addressAllocatedMode: "Dynamic",
  vpcId: vpc.id,
  loadBalancerBillingConfig: { payType: "PayAsYouGo" },
  zoneMappings: [
    { zoneId: "cn-hangzhou-j", vswitchId: frontJ.id },
    { zoneId: "cn-hangzhou-k", vswitchId: frontK.id },
  ],
  modificationProtectionConfig: { status: "NonProtection" },
  tags: tags("balancing"),
});

export const dnsName = balancer.dnsName;

const https = new alicloud.alb.Listener("public-https", {
  loadBalancerId: balancer.id,
  listenerProtocol: "HTTPS",
  listenerPort: 443,
  listenerDescription: "everything",
  certificates: { certificateId: certificate },
  http2Enabled: true,
  gzipEnabled: true,
  idleTimeout: 60,
  requestTimeout: 60,
  defaultActions: [
    {
      type: "ForwardGroup",
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.web.id }] },
    },
  ],
});

new alicloud.alb.Listener("public-http", {
  loadBalancerId: balancer.id,
  listenerProtocol: "HTTP",
  listenerPort: 80,
  listenerDescription: "only leads to the other one",
  defaultActions: [
    {
      type: "ForwardGroup",
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.web.id }] },
    },
  ],
});

new alicloud.alb.Rule("catalogue", {
  ruleName: nameOf("catalogue"),
  listenerId: https.id,
  priority: 10,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["www.example.com"] },
    },
    {
      type: "Path",
      pathConfig: { values: ["/catalogue/*"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.catalogue.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("search", {
  ruleName: nameOf("search"),
  listenerId: https.id,
  priority: 20,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["www.example.com", "m.example.com"] },
    },
    {
      type: "Path",
      pathConfig: { values: ["/search/*"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.search.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("checkout", {
  ruleName: nameOf("checkout"),
  listenerId: https.id,
  priority: 30,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["shop.example.com"] },
    },
    {
      type: "Path",
      pathConfig: { values: ["/checkout/*", "/cart/*"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.checkout.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("account", {
  ruleName: nameOf("account"),
  listenerId: https.id,
  priority: 40,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["account.example.com"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.account.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("seller", {
  ruleName: nameOf("seller"),
  listenerId: https.id,
  priority: 50,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["seller.example.com", "seller.example.cn"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.seller.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("partner", {
  ruleName: nameOf("partner"),
  listenerId: https.id,
  priority: 60,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["partner.example.com", "partner.example.net"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.partner.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("admin", {
  ruleName: nameOf("admin"),
  listenerId: https.id,
  priority: 70,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["admin.example.com"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.admin.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("mobile", {
  ruleName: nameOf("mobile"),
  listenerId: https.id,
  priority: 80,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["m.example.com", "m.example.cn"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.web.id, weight: 100 }] },
    },
  ],
});

new alicloud.alb.Rule("blog", {
  ruleName: nameOf("blog"),
  listenerId: https.id,
  priority: 90,
  ruleConditions: [
    {
      type: "Host",
      hostConfig: { values: ["blog.example.net"] },
    },
  ],
  ruleActions: [
    {
      type: "ForwardGroup",
      order: 1,
      forwardGroupConfig: { serverGroupTuples: [{ serverGroupId: groups.web.id, weight: 100 }] },
    },
  ],
});
