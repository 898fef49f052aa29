import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

export interface InferenceArgs {
  readonly image: string;
  readonly gpuType: string;
  readonly gpuMemorySize: number;
  readonly role: pulumi.Input<string>;
  readonly logs: { readonly project: pulumi.Input<string>; readonly store: pulumi.Input<string> };
  readonly network: alicloud.types.input.fc.V3FunctionVpcConfig;
  readonly models: pulumi.Input<string>;
  readonly warmInstances: number;
}

/** A function with a GPU that runs one model, called by HTTP. */
export class Inference extends pulumi.ComponentResource {
  readonly functionName: string;

  constructor(name: string, args: InferenceArgs, options?: pulumi.ComponentResourceOptions) {
    super("gpu-site:index:Inference", name, {}, options);
    this.functionName = `${pulumi.getStack()}-${name}`;
    const model = new alicloud.fc.V3Function(
      name,
      {
        functionName: this.functionName,
        runtime: "custom-container",
        handler: "index.handler",
        cpu: 8,
        memorySize: 32768,
        diskSize: 10240,
        timeout: 600,
        instanceConcurrency: 1,
        gpuConfig: { gpuType: args.gpuType, gpuMemorySize: args.gpuMemorySize },
        customContainerConfig: { image: args.image, port: 9000 },
        role: args.role,
        vpcConfig: args.network,
        logConfig: { project: args.logs.project, logstore: args.logs.store },
        ossMountConfig: { mountPoints: [{ bucketName: args.models, mountDir: "/mnt/models", readOnly: true }] },
        environmentVariables: { STAGE: pulumi.getStack() },
      },
      { parent: this },
    );
    new alicloud.fc.V3Trigger(
      name,
      {
        functionName: this.functionName,
        triggerName: "http",
        triggerType: "http",
        qualifier: "LATEST",
        triggerConfig: JSON.stringify({ authType: "anonymous", methods: ["POST"], disableURLInternet: false }),
      },
      { parent: this, dependsOn: model },
    );
    if (args.warmInstances > 0) {
      new alicloud.fc.V3ProvisionConfig(
        name,
        { functionName: this.functionName, qualifier: "LATEST", target: args.warmInstances, alwaysAllocateGpu: true },
        { parent: this, dependsOn: model },
      );
    }
    this.registerOutputs({ functionName: this.functionName });
  }
}
