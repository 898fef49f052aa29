import * as alicloud from "@pulumi/alicloud";

const domainName = "example.cn";

const api = new alicloud.fc.V3Function("api", {
  functionName: "api",
  runtime: "nodejs20",
  handler: "index.handler",
  memorySize: 512,
  cpu: 0.5,
  diskSize: 512,
  code: { zipFile: "UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==" },
});

new alicloud.fc.V3Trigger("http", {
  functionName: api.functionName,
  triggerName: "http",
  triggerType: "http",
  qualifier: "LATEST",
  triggerConfig: JSON.stringify({ authType: "anonymous", methods: ["GET", "POST"] }),
});

new alicloud.fc.V3CustomDomain("api", {
  customDomainName: `api.${domainName}`,
  protocol: "HTTPS",
  routeConfig: { routes: [{ path: "/*", functionName: "api" }] },
});

new alicloud.dns.AlidnsRecord("api", {
  domainName,
  rr: "api",
  type: "CNAME",
  value: "1000000000000001.cn-shanghai.fc.aliyuncs.com",
});
