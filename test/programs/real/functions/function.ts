import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { logConfig } from "./logs";
import { functionRole } from "./roles";

export interface FunctionArgs {
  readonly handler: string;
  readonly memory?: number;
  readonly hosts?: readonly string[];
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
}

/** A function, its ways in, and its names. */
export class Fn extends pulumi.ComponentResource {
  readonly arn: pulumi.Output<string>;

  constructor(
    readonly label: string,
    { handler, memory = 256, hosts = [], environment = {} }: FunctionArgs,
    options?: pulumi.ComponentResourceOptions,
  ) {
    super("acme:fc:Fn", label, {}, options);
    const parent = { parent: this };
    const source = readFileSync(join(__dirname, "code", `${label}.js`));
    const fn = new alicloud.fc.V3Function(
      label,
      {
        functionName: `acme-${label}`,
        runtime: "nodejs20",
        handler,
        memorySize: memory,
        cpu: memory / 1024 + 0.05,
        diskSize: 512,
        role: functionRole.arn,
        logConfig,
        code: { zipFile: source.toString("base64"), checksum: createHash("sha256").update(source).digest("hex") },
        environmentVariables: environment,
      },
      { ...parent, ignoreChanges: ["code.checksum"] },
    );
    for (const host of hosts) {
      new alicloud.fc.V3CustomDomain(
        host,
        {
          customDomainName: host,
          protocol: "HTTP,HTTPS",
          authConfig: { authType: "anonymous" },
          routeConfig: { routes: [{ path: "/*", functionName: fn.functionName, methods: ["GET", "POST", "HEAD"] }] },
        },
        { parent: fn },
      );
    }
    this.arn = fn.functionArn;
    this.registerOutputs({ arn: this.arn });
  }
}
