import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzedStack } from "../src/plan/read/analyzer";

/** The properties of each policy in the configuration, unknown policies included. */
export type Configuration = ReadonlyMap<string, readonly string[]>;

/**
 * Tells of the whole configuration when the engine sends it. The SDK shows a policy only its own, so a misspelt policy
 * name would pass in silence; the message is seen here as it is decoded.
 */
export function observeConfiguration(observer: (configuration: Configuration) => void): void {
  const { configure } = AnalyzerService;
  const decode = configure.requestDeserialize;
  configure.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    const configuration = new Map<string, readonly string[]>();
    request.getPolicyconfigMap().forEach((config, name) => {
      configuration.set(name, Object.keys(config.getProperties()?.toJavaScript() ?? {}));
    });
    observer(configuration);
    return request;
  };
}

/**
 * Tells of the stack when the engine does. Engines that run packs through their language host say it in this call alone,
 * older ones in the environment; the SDK reads nothing but tags from the call.
 */
export function observeStack(observer: (stack: AnalyzedStack) => void): void {
  const { configureStack } = AnalyzerService;
  const decode = configureStack.requestDeserialize;
  configureStack.requestDeserialize = (bytes) => {
    const request = decode(bytes);
    if (request.getProject() !== "") {
      const region = request.getConfigMap().get("alicloud:region");
      observer({ project: request.getProject(), stack: request.getStack(), region });
    }
    return request;
  };
}
