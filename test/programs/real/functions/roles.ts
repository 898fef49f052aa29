import * as alicloud from "@pulumi/alicloud";

const trust = (service: string): string =>
  JSON.stringify({
    Version: "1",
    Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: [service] } }],
  });

export const functionRole = new alicloud.ram.Role("functions", {
  roleName: "acme-functions",
  assumeRolePolicyDocument: trust("fc.aliyuncs.com"),
});
new alicloud.ram.RolePolicyAttachment("functions-log", {
  roleName: functionRole.id,
  policyName: "AliyunLogFullAccess",
  policyType: "System",
});
export const gatewayRole = new alicloud.ram.Role("gateway", {
  roleName: "acme-gateway",
  assumeRolePolicyDocument: trust("apigateway.aliyuncs.com"),
});
