import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import type { Fn } from "./function";
import { gatewayRole } from "./roles";

interface Route {
  readonly path: string;
  readonly method: string;
  readonly function: string;
}

/** Routes of the configuration to functions, behind one gateway. */
export function createGateway(functions: ReadonlyMap<string, Fn>): alicloud.apigateway.Group {
  const routes = new pulumi.Config().requireObject<Record<string, Route>>("apis");
  const group = new alicloud.apigateway.Group("acme", { name: "acme", description: "Interfaces for partners" });
  for (const [name, route] of Object.entries(routes)) {
    const target = functions.get(route.function);
    if (!target) throw new pulumi.RunError(`There is no function ${route.function} for ${name}.`);
    new alicloud.apigateway.Api(name, {
      name,
      groupId: group.id,
      description: name,
      authType: "APP",
      serviceType: "FunctionCompute",
      requestConfig: { protocol: "HTTPS", method: route.method, path: route.path, mode: "MAPPING" },
      fcServiceConfig: {
        functionVersion: "3.0",
        functionName: `acme-${route.function}`,
        region: new pulumi.Config("alicloud").require("region"),
        arnRole: gatewayRole.arn,
        timeout: 3000,
      },
      stageNames: ["RELEASE"],
    });
  }
  return group;
}
