import * as path from "node:path";
import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import type { Names } from "./names";

/** The functions behind the pages, under a name of their own. */
export function createApi({ prefix, apiHost, tags }: Names): pulumi.Output<string> {
  const code = new pulumi.asset.FileArchive(path.join(__dirname, "../functions"));
  const bundle = new alicloud.oss.BucketObject(`${prefix}-code`, {
    bucket: `${prefix}-code`,
    key: "api.zip",
    content: JSON.stringify({ files: Object.keys({ code }) }),
  });
  const api = new alicloud.fc.V3Function(`${prefix}-api`, {
    functionName: `${prefix}-api`,
    runtime: "nodejs20",
    handler: "api.handler",
    memorySize: 512,
    cpu: 0.35,
    diskSize: 512,
    timeout: 30,
    code: { ossBucketName: bundle.bucket, ossObjectName: bundle.key },
    environmentVariables: { NODE_ENV: "production" },
    tags,
  });
  new alicloud.fc.V3Trigger(`${prefix}-http`, {
    functionName: api.functionName,
    triggerName: "http",
    triggerType: "http",
    qualifier: "LATEST",
    triggerConfig: JSON.stringify({ authType: "anonymous", methods: ["GET", "POST"] }),
  });
  const domain = new alicloud.fc.V3CustomDomain(`${prefix}-domain`, {
    customDomainName: apiHost,
    protocol: "HTTP,HTTPS",
    routeConfig: {
      routes: [{ path: "/*", functionName: api.functionName, qualifier: "LATEST", methods: ["GET", "POST"] }],
    },
  });
  return domain.customDomainName;
}
