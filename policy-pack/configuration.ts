import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { EnforcementLevel, type ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import type { Level } from "../src/vocabulary/rule-ids";
import type { AnalyzedStack } from "../src/plan/read/analyzer";
import { observe } from "./observe";

/** What the engine has settled for a policy. */
export interface Settings {
  /** The level in force: the policy's own in the configuration, else that of `all`, else the one the pack asks for. */
  readonly level: Level;
  /** The properties that were given, and the defaults of those that were not. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The settings of every policy of the pack, and of every other name that the configuration holds. */
export type Configuration = ReadonlyMap<string, Settings>;

/**
 * Tells of the whole configuration when the engine sends it. The SDK shows a policy no level, and its own properties
 * only; a misspelt policy name would pass in silence. So the message is seen here as it is decoded.
 */
export function observeConfiguration(observer: (configuration: Configuration) => void): void {
  observe(AnalyzerService.configure, (request) => {
    observer(configurationOf(request));
  });
}

function configurationOf(request: ConfigureAnalyzerRequest): Configuration {
  const configuration = new Map<string, Settings>();
  request.getPolicyconfigMap().forEach((config, name) => {
    const properties = config.getProperties()?.toJavaScript() ?? {};
    configuration.set(name, { level: levelOf(config.getEnforcementlevel()), properties });
  });
  return configuration;
}

/** No policy of the pack remediates anything: Pulumi takes `remediate` for `mandatory` then. */
function levelOf(level: EnforcementLevel): Level {
  switch (level) {
    case EnforcementLevel.DISABLED:
      return "disabled";
    case EnforcementLevel.ADVISORY:
      return "advisory";
    default:
      return "mandatory";
  }
}

/**
 * Tells of the stack when the engine does. Engines that run packs through their language host say it in this call alone,
 * older ones in the environment; the SDK reads nothing but tags from the call.
 */
export function observeStack(observer: (stack: AnalyzedStack) => void): void {
  observe(AnalyzerService.configureStack, (request) => {
    if (request.getProject() === "") return;
    const region = request.getConfigMap().get("alicloud:region");
    observer({ project: request.getProject(), stack: request.getStack(), region });
  });
}
