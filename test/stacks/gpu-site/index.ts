import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { Inference } from "./inference";

const stack = pulumi.getStack();
const config = new pulumi.Config();
const accountId = config.require("accountId");
const siteHost = config.require("siteHost");
const apiHost = config.require("apiHost");
const cdnScope = config.get("cdnScope");
const campaignHost = config.get("campaignHost");
const warmInstances = config.getNumber("warmInstances") ?? 0;
const region = new pulumi.Config("alicloud").require("region");

/** The record's name below its registrable domain, which here always has two labels. */
function record(host: string, value: pulumi.Input<string>): void {
  const labels = host.split(".");
  const domainName = labels.slice(-2).join(".");
  const rr = labels.slice(0, -2).join(".");
  new alicloud.dns.AlidnsRecord(host, { domainName, rr, type: "CNAME", value });
}

// Network
const vpc = new alicloud.vpc.Network("site", { vpcName: `site-${stack}`, cidrBlock: "10.20.0.0/16" });
const vswitch = new alicloud.vpc.Switch("site", {
  vpcId: vpc.id,
  zoneId: config.require("zone"),
  cidrBlock: "10.20.1.0/24",
});
const securityGroup = new alicloud.ecs.SecurityGroup("site", { vpcId: vpc.id });
new alicloud.ecs.SecurityGroupRule("inside", {
  securityGroupId: securityGroup.id,
  type: "ingress",
  ipProtocol: "all",
  portRange: "-1/-1",
  cidrIp: "10.20.0.0/16",
});

// What functions may do
const role = new alicloud.ram.Role("functions", {
  roleName: `gpu-site-${stack}-functions`,
  assumeRolePolicyDocument: JSON.stringify({
    Version: "1",
    Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: ["fc.aliyuncs.com"] } }],
  }),
});
for (const policyName of [
  "AliyunOSSReadOnlyAccess",
  "AliyunLogFullAccess",
  "AliyunECSNetworkInterfaceManagementAccess",
]) {
  new alicloud.ram.RolePolicyAttachment(policyName, { policyName, policyType: "System", roleName: role.roleName });
}
const logProject = new alicloud.log.Project("functions", { projectName: `gpu-site-${stack}` });
const logStore = new alicloud.log.Store("functions", {
  projectName: logProject.projectName,
  logstoreName: "functions",
  retentionPeriod: 30,
});

// Weights are fetched by functions and, in the community edition, by anybody.
const models = new alicloud.oss.Bucket("models", { bucket: `gpu-site-${stack}-models` });
new alicloud.oss.BucketAcl("models", { bucket: models.bucket, acl: "public-read" });
const uploads = new alicloud.oss.Bucket("uploads", {
  bucket: `gpu-site-${stack}-uploads`,
  lifecycleRules: [{ enabled: true, prefix: "", expirations: [{ days: 3 }] }],
});
new alicloud.oss.BucketAcl("uploads", { bucket: uploads.bucket, acl: "private" });

// Functions
const shared = {
  role: role.arn,
  logs: { project: logProject.projectName, store: logStore.logstoreName },
  network: { vpcId: vpc.id, vswitchIds: [vswitch.id], securityGroupId: securityGroup.id },
  models: models.bucket,
};
const registry = `registry-vpc.${region}.aliyuncs.com/gpu-site`;
const render = new Inference("render", {
  ...shared,
  image: `${registry}/render:1.8`,
  gpuType: "fc.gpu.ada.1",
  gpuMemorySize: 49152,
  warmInstances,
});
const upscale = new Inference("upscale", {
  ...shared,
  image: `${registry}/upscale:1.3`,
  gpuType: "fc.gpu.tesla.1",
  gpuMemorySize: 16384,
  warmInstances: 0,
});
const api = new alicloud.fc.V3Function("api", {
  functionName: `${stack}-api`,
  runtime: "nodejs20",
  handler: "index.handler",
  cpu: 1,
  memorySize: 1024,
  diskSize: 512,
  code: { ossBucketName: "gpu-site-releases", ossObjectName: "api/1.8.zip" },
  role: role.arn,
  vpcConfig: shared.network,
});
new alicloud.fc.V3Trigger("api", {
  functionName: api.functionName,
  triggerName: "http",
  triggerType: "http",
  qualifier: "LATEST",
  triggerConfig: JSON.stringify({ authType: "anonymous", methods: ["GET", "POST"] }),
});
new alicloud.fc.V3Trigger("uploaded", {
  functionName: upscale.functionName,
  triggerName: "uploaded",
  triggerType: "oss",
  qualifier: "LATEST",
  invocationRole: role.arn,
  sourceArn: pulumi.interpolate`acs:oss:${region}:${accountId}:${uploads.bucket}`,
  triggerConfig: JSON.stringify({ events: ["oss:ObjectCreated:*"], filter: { key: { prefix: "raw/", suffix: "" } } }),
});
new alicloud.fc.V3Trigger("nightly", {
  functionName: api.functionName,
  triggerName: "nightly",
  triggerType: "timer",
  qualifier: "LATEST",
  triggerConfig: JSON.stringify({ cronExpression: "0 0 3 * * *", enable: true, payload: "{}" }),
});
new alicloud.fc.V3CustomDomain("api", {
  customDomainName: apiHost,
  protocol: "HTTP,HTTPS",
  certConfig: {
    certName: "api",
    certificate: config.get("certificate") ?? "…",
    privateKey: config.getSecret("key") ?? "…",
  },
  routeConfig: {
    routes: [
      { path: "/v1/render/*", functionName: render.functionName, qualifier: "LATEST" },
      { path: "/v1/upscale/*", functionName: upscale.functionName, qualifier: "LATEST" },
      { path: "/*", functionName: api.functionName, qualifier: "LATEST" },
    ],
  },
});
record(apiHost, `${accountId}.${region}.fc.aliyuncs.com`);

// The web site
const site = new alicloud.oss.Bucket("site", {
  bucket: `gpu-site-${stack}-site`,
  website: { indexDocument: "index.html", errorDocument: "404.html" },
});
new alicloud.oss.BucketAcl("site", { bucket: site.bucket, acl: "public-read" });
new alicloud.oss.BucketCname("site", { bucket: site.bucket, domain: siteHost });
const origin = pulumi.interpolate`${site.bucket}.oss-${region}.aliyuncs.com`;

function accelerated(host: string, scope?: string): void {
  const cdn = new alicloud.cdn.DomainNew(host, {
    domainName: host,
    cdnType: "web",
    ...(scope === undefined ? {} : { scope }),
    sources: [{ type: "oss", content: origin, port: 443 }],
  });
  new alicloud.cdn.DomainConfig(`${host}-https`, {
    domainName: cdn.domainName,
    functionName: "https_force",
    functionArgs: [{ argName: "enable", argValue: "on" }],
  });
  record(host, cdn.cname);
}

if (cdnScope === undefined) record(siteHost, origin);
else accelerated(siteHost, cdnScope);
// The campaign's domain was approved this morning; it takes the scope that CDN takes by itself.
if (campaignHost !== undefined) accelerated(campaignHost);

new alicloud.cms.Alarm("errors", {
  name: `gpu-site-${stack}-errors`,
  project: "acs_fc",
  metric: "FunctionFunctionErrors",
  contactGroups: ["on-call"],
  escalationsCritical: { statistics: "Sum", comparisonOperator: ">=", threshold: "20", times: 3 },
});

export const siteUrl = `https://${siteHost}`;
export const apiUrl = `https://${apiHost}`;
