import * as alicloud from "@pulumi/alicloud";

const server = new alicloud.simpleapplicationserver.Instance("blog", {
  imageId: "wordpress",
  planId: "swas.s.c2m2s50b4t08",
  paymentType: "Subscription",
  period: 1,
});
new alicloud.simpleapplicationserver.FirewallRule("https", {
  instanceId: server.id,
  port: "443",
  ruleProtocol: "Tcp",
});
