import * as alicloud from "@pulumi/alicloud";
import { environment, nameOf, tags } from "../config";
import { media } from "../storage/buckets";
import { functionRole } from "./roles";

export const resize = new alicloud.fc.V3Function("resize", {
  functionName: nameOf("resize"),
  description: "Part of the shop: resize",
  runtime: "nodejs20",
  handler: "resize.handler",
  memorySize: 1024,
  cpu: 1.25,
  diskSize: 512,
  timeout: 60,
  instanceConcurrency: 10,
  role: functionRole.arn,
  code: {
    ossBucketName: nameOf("code"),
    ossObjectName: "resize.zip",
  },
  environmentVariables: {
    ENVIRONMENT: environment,
    MEDIA_BUCKET: media.bucket,
  },
  tags: tags("resize"),
});

export const invoice = new alicloud.fc.V3Function("invoice", {
  functionName: nameOf("invoice"),
  description: "Part of the shop: invoice",
  runtime: "nodejs20",
  handler: "invoice.handler",
  memorySize: 512,
  cpu: 0.75,
  diskSize: 512,
  timeout: 60,
  instanceConcurrency: 10,
  role: functionRole.arn,
  code: {
    ossBucketName: nameOf("code"),
    ossObjectName: "invoice.zip",
  },
  environmentVariables: {
    ENVIRONMENT: environment,
    MEDIA_BUCKET: media.bucket,
  },
  tags: tags("invoice"),
});

export const webhook = new alicloud.fc.V3Function("webhook", {
  functionName: nameOf("webhook"),
  description: "Part of the shop: webhook",
  runtime: "nodejs20",
  handler: "webhook.handler",
  memorySize: 256,
  cpu: 0.5,
  diskSize: 512,
  timeout: 60,
  instanceConcurrency: 10,
  role: functionRole.arn,
  code: {
    ossBucketName: nameOf("code"),
    ossObjectName: "webhook.zip",
  },
  environmentVariables: {
    ENVIRONMENT: environment,
    MEDIA_BUCKET: media.bucket,
  },
  tags: tags("webhook"),
});

new alicloud.fc.V3Trigger("webhook", {
  functionName: webhook.functionName,
  triggerName: "http",
  triggerType: "http",
  qualifier: "LATEST",
  triggerConfig: JSON.stringify({
    authType: "anonymous",
    disableURLInternet: true,
    methods: ["GET", "POST"],
  }),
});

new alicloud.fc.V3CustomDomain("webhook", {
  customDomainName: "hooks.example.com",
  protocol: "HTTP,HTTPS",
  routeConfig: {
    routes: [
      {
        path: "/*",
        functionName: webhook.functionName,
        qualifier: "LATEST",
        methods: ["GET", "POST"],
      },
    ],
  },
});

export const campaign = new alicloud.fc.V3Function("campaign", {
  functionName: nameOf("campaign"),
  description: "Part of the shop: campaign",
  runtime: "nodejs20",
  handler: "campaign.handler",
  memorySize: 256,
  cpu: 0.5,
  diskSize: 512,
  timeout: 60,
  instanceConcurrency: 10,
  role: functionRole.arn,
  code: {
    ossBucketName: nameOf("code"),
    ossObjectName: "campaign.zip",
  },
  environmentVariables: {
    ENVIRONMENT: environment,
    MEDIA_BUCKET: media.bucket,
  },
  tags: tags("campaign"),
});

new alicloud.fc.V3Trigger("campaign", {
  functionName: campaign.functionName,
  triggerName: "http",
  triggerType: "http",
  qualifier: "LATEST",
  triggerConfig: JSON.stringify({
    authType: "anonymous",
    disableURLInternet: true,
    methods: ["GET", "POST"],
  }),
});

new alicloud.fc.V3CustomDomain("campaign", {
  customDomainName: "act.example.cn",
  protocol: "HTTP,HTTPS",
  routeConfig: {
    routes: [
      {
        path: "/*",
        functionName: campaign.functionName,
        qualifier: "LATEST",
        methods: ["GET", "POST"],
      },
    ],
  },
});
