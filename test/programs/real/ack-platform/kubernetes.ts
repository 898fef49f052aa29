/** The few things of the Kubernetes package that this program uses. */
import * as pulumi from "@pulumi/pulumi";

export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: pulumi.Inputs, options?: pulumi.ResourceOptions) {
    super("kubernetes", name, args, options);
  }
}

abstract class Kind extends pulumi.CustomResource {
  declare readonly metadata: pulumi.Output<{ readonly name: string; readonly namespace?: string }>;

  constructor(type: string, name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    super(`kubernetes:${type}`, name, { metadata: { name }, ...args }, options);
  }
}

export class Namespace extends Kind {
  constructor(name: string, args: pulumi.Inputs = {}, options?: pulumi.CustomResourceOptions) {
    super("core/v1:Namespace", name, args, options);
  }
}

export class Deployment extends Kind {
  constructor(name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    super("apps/v1:Deployment", name, args, options);
  }
}

export class Service extends Kind {
  constructor(name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    super("core/v1:Service", name, args, options);
  }
}

export class Ingress extends Kind {
  constructor(name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    super("networking.k8s.io/v1:Ingress", name, args, options);
  }
}

export class Release extends pulumi.CustomResource {
  declare readonly status: pulumi.Output<{ readonly name: string }>;

  constructor(name: string, args: pulumi.Inputs, options?: pulumi.CustomResourceOptions) {
    super("kubernetes:helm.sh/v3:Release", name, { ...args, status: undefined }, options);
  }
}
