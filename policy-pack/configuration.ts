import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";

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
