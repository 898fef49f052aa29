import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";

const group = new alicloud.apigateway.Group("orders", { name: "orders", description: "Orders" });
new alicloud.apigateway.Api("list", {
  name: "list",
  groupId: group.id,
  description: "Lists orders",
  authType: "ANONYMOUS",
  requestConfig: { protocol: "HTTP", method: "GET", path: "/orders", mode: "MAPPING" },
  serviceType: "HTTP",
  httpServiceConfig: { address: "http://10.0.0.10:8080", method: "GET", path: "/orders", timeout: 12 },
});
new alicloud.dns.AlidnsRecord("api", { domainName, rr: "api", type: "CNAME", value: group.subDomain });
