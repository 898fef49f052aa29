/**
 * Drives the built policy pack over gRPC exactly as the engine does: starts it with the SDK's own entry point, reads the
 * port from its first line, configures it, then sends Analyze and AnalyzeStack calls.
 */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createRequire } from "node:module";
import type { Readable, Writable } from "node:stream";
import type * as grpc from "@grpc/grpc-js";

/** Tests and benchmarks run in the package's folder. */
const root = process.cwd();
const from = createRequire(`${root}/package.json`);
const sdk = createRequire(from.resolve("@pulumi/pulumi"));

/* The generated protobuf classes have no types; they are wrapped here and nowhere else. */
/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return */
const messages: any = sdk("@pulumi/pulumi/proto/analyzer_pb");
const service: any = sdk("@pulumi/pulumi/proto/analyzer_grpc_pb");
const { Struct }: any = sdk("google-protobuf/google/protobuf/struct_pb");
const { Empty }: any = sdk("google-protobuf/google/protobuf/empty_pb");
const { credentials } = sdk("@grpc/grpc-js") as typeof grpc;

export interface PackResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** What Analyze is told. */
  readonly inputs: Record<string, unknown>;
  /** What AnalyzeStack is told; the inputs when left out. */
  readonly outputs?: Record<string, unknown>;
  readonly provider?: { readonly urn: string; readonly props: Record<string, unknown> };
  readonly parent?: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Readonly<Record<string, readonly string[]>>;
  readonly aliases?: readonly string[];
  readonly ignoreChanges?: readonly string[];
}

export interface Diagnostic {
  readonly policy: string;
  readonly message: string;
  readonly level: "advisory" | "mandatory";
  readonly urn: string;
}

type Level = "advisory" | "mandatory" | "disabled";

export interface PackOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, { level?: Level; props?: Record<string, unknown> }>>;
  readonly stackConfig?: Readonly<Record<string, string>>;
  readonly project?: string;
  readonly stack?: string;
  readonly folder?: string;
  /**
   * How the pack learns of the stack: by a call; by environment variables, as from engines without language host; or by
   * nothing but the URNs, as from `pulumi policy analyze`.
   */
  readonly tellsBy?: "call" | "environment" | "nothing";
  /** Where its process is to be: one of its own by default, as the engine starts it. */
  readonly host?: PackHost;
}

/** A pack that serves. */
interface Served {
  readonly port: string;
  readonly output: { stdout: readonly string[]; stderr: string };
  readonly pid: number;
  readonly end: () => void;
}

/** Waits for the first line that a pack writes, its port. */
function served(child: ChildProcessByStdio<Writable | null, Readable, Readable>, end: () => void): Promise<Served> {
  const output: Served["output"] = { stdout: [], stderr: "" };
  child.stderr.removeAllListeners("data").on("data", (data: Buffer) => (output.stderr += data.toString()));
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => {
      reject(new Error(`the pack ended with ${code}: ${output.stderr}`));
    };
    let text = "";
    child.stdout.removeAllListeners("data").on("data", (data: Buffer) => {
      text += data.toString();
      const lines = text.split("\n");
      output.stdout = lines.filter((line) => line !== "");
      const [port] = lines;
      if (port === undefined || lines.length === 1) return;
      child.off("exit", ended);
      resolve({ port, output, pid: child.pid ?? 0, end });
    });
    child.once("exit", ended);
  });
}

/** A process that runs packs one after another: loading the SDK takes longer than all that they do. */
export class PackHost {
  private readonly child = spawn(process.execPath, ["test/support/pack-host.mjs"], {
    cwd: root,
    stdio: ["pipe", "pipe", "pipe"],
  });

  /** Loads a pack anew; the one before is no longer asked anything. */
  load(folder: string, env: Readonly<Record<string, string | undefined>>): Promise<Served> {
    const loaded = served(this.child, () => undefined);
    this.child.stdin.write(`${JSON.stringify({ folder, env })}\n`);
    return loaded;
  }

  close(): void {
    this.child.stdin.end();
  }
}

interface PolicyInfo {
  readonly name: string;
  readonly level: number;
  readonly description: string;
  readonly displayName: string;
  readonly severity: number;
  readonly tags: readonly string[];
  readonly remediationSteps: string;
  readonly url: string;
}

interface Stack {
  readonly project: string;
  readonly stack: string;
  readonly config: Readonly<Record<string, string>>;
}

const stackOf = ({ project = "web", stack = "dev", stackConfig }: PackOptions): Stack => ({
  project,
  stack,
  config: stackConfig ?? { "alicloud:region": "cn-hangzhou" },
});

const environmentOf = ({ project, stack, config }: Stack): Record<string, string> => ({
  PULUMI_NODEJS_PROJECT: project,
  PULUMI_NODEJS_STACK: stack,
  PULUMI_NODEJS_ORGANIZATION: "acme",
  PULUMI_NODEJS_DRY_RUN: "true",
  PULUMI_CONFIG: JSON.stringify(config),
});

/** Starts a pack in a process of its own, with the SDK's entry point. */
function alone(folder: string, env: Readonly<Record<string, string | undefined>>): Promise<Served> {
  const entry = createRequire(`${folder}/package.json`).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [entry, "127.0.0.1:1", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env,
  });
  return served(child, () => child.kill());
}

/** A running pack. */
export class PackDriver {
  private constructor(
    private readonly served: Served,
    private readonly client: any,
  ) {}

  get output(): Served["output"] {
    return this.served.output;
  }

  /** The process that it runs in. */
  get pid(): number {
    return this.served.pid;
  }

  static async start(options: PackOptions = {}): Promise<PackDriver> {
    const folder = options.folder ?? root;
    const env = {
      PATH: process.env["PATH"],
      PWD: "/nowhere",
      ...(options.tellsBy === "environment" ? environmentOf(stackOf(options)) : {}),
      ALICLOUD_ICP_NOW: "2026-11-25",
      ...options.env,
    };
    const pack = await (options.host ? options.host.load(folder, env) : alone(folder, env));
    const client = new service.AnalyzerClient(`127.0.0.1:${pack.port}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": 400 << 20,
      "grpc.max_send_message_length": -1,
    });
    const driver = new PackDriver(pack, client);
    const { config = {}, tellsBy = "call" } = options;
    if (tellsBy !== "nothing") await driver.handshake(tellsBy === "call" ? stackOf(options) : undefined);
    await driver.configure(config);
    return driver;
  }

  /** Names, levels and configuration schemas as the engine is told them. */
  async info(): Promise<PolicyInfo[]> {
    const info = await this.call("getAnalyzerInfo", new Empty());
    return info.getPoliciesList().map((policy: any) => ({
      name: policy.getName(),
      level: policy.getEnforcementlevel(),
      description: policy.getDescription(),
      displayName: policy.getDisplayname(),
      severity: policy.getSeverity(),
      tags: policy.getTagsList(),
      remediationSteps: policy.getRemediationSteps(),
      url: policy.getUrl(),
    }));
  }

  async analyze(resource: PackResource): Promise<Diagnostic[]> {
    const request = new messages.AnalyzeRequest();
    request.setType(resource.type);
    request.setName(resource.name);
    request.setUrn(resource.urn);
    request.setProperties(Struct.fromJavaScript(resource.inputs));
    request.setOptions(optionsOf(resource));
    if (resource.provider) request.setProvider(providerOf(resource.provider));
    const found = diagnosticsOf(await this.call("analyze", request));
    // The engine names the analysed resource itself.
    return found.map((diagnostic) => ({ ...diagnostic, urn: resource.urn }));
  }

  async analyzeStack(resources: readonly PackResource[]): Promise<Diagnostic[]> {
    const request = new messages.AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return diagnosticsOf(await this.call("analyzeStack", request));
  }

  /** Everything the engine would do for a preview: each resource, then the stack. */
  async preview(resources: readonly PackResource[]): Promise<{ resource: Diagnostic[]; stack: Diagnostic[] }> {
    const found: Diagnostic[] = [];
    for (const resource of resources) found.push(...(await this.analyze(resource)));
    return { resource: found, stack: await this.analyzeStack(resources) };
  }

  stop(): void {
    this.client.close();
    this.served.end();
  }

  private async handshake(stack: Stack | undefined): Promise<void> {
    const handshake = new messages.AnalyzerStackConfigureRequest();
    handshake.setDryRun(true);
    if (stack) {
      handshake.setProject(stack.project);
      handshake.setStack(stack.stack);
      handshake.setOrganization("acme");
      for (const [key, value] of Object.entries(stack.config)) handshake.getConfigMap().set(key, value);
    }
    await this.call("configureStack", handshake);
  }

  /** As the engine settles it: a policy's own level, else that of `all`, else the policy's default. */
  private async configure(config: NonNullable<PackOptions["config"]>): Promise<void> {
    const request = new messages.ConfigureAnalyzerRequest();
    const settle = (name: string, level: number, props: Record<string, unknown> = {}): void => {
      const entry = new messages.PolicyConfig();
      entry.setEnforcementlevel(level);
      entry.setProperties(Struct.fromJavaScript(props));
      request.getPolicyconfigMap().set(name, entry);
    };
    const every = config["all"]?.level;
    const policies = await this.info();
    for (const policy of policies) {
      const { level = every, props } = config[policy.name] ?? {};
      settle(policy.name, level ? LEVELS[level] : policy.level, props);
    }
    // The engine passes names on that no policy has, its own `all` among them.
    const names = new Set(policies.map(({ name }) => name));
    for (const [name, { level = "advisory", props }] of Object.entries(config)) {
      if (!names.has(name)) settle(name, LEVELS[level], props);
    }
    await this.call("configure", request);
  }

  private call(method: string, request: unknown): Promise<any> {
    return new Promise((resolve, reject) => {
      this.client[method](request, (error: Error | null, response: unknown) => {
        if (error) reject(error);
        else resolve(response);
      });
    });
  }
}

const LEVELS: Readonly<Record<Level, number>> = {
  advisory: messages.EnforcementLevel.ADVISORY,
  mandatory: messages.EnforcementLevel.MANDATORY,
  disabled: messages.EnforcementLevel.DISABLED,
};

function optionsOf({ parent, aliases = [], ignoreChanges = [] }: PackResource): unknown {
  const options = new messages.AnalyzerResourceOptions();
  options.setCustomtimeouts(new messages.AnalyzerResourceOptions.CustomTimeouts());
  if (parent !== undefined) options.setParent(parent);
  options.setAliasesList([...aliases]);
  options.setIgnorechangesList([...ignoreChanges]);
  return options;
}

function providerOf({ urn, props }: NonNullable<PackResource["provider"]>): unknown {
  const provider = new messages.AnalyzerProviderResource();
  provider.setType(urn.split("::")[2] ?? "");
  provider.setUrn(urn);
  provider.setName(urn.split("::").pop());
  provider.setProperties(Struct.fromJavaScript(props));
  return provider;
}

function stackResource(resource: PackResource): unknown {
  const message = new messages.AnalyzerResource();
  message.setType(resource.type);
  message.setName(resource.name);
  message.setUrn(resource.urn);
  message.setProperties(Struct.fromJavaScript(resource.outputs ?? resource.inputs));
  message.setOptions(optionsOf(resource));
  if (resource.provider) message.setProvider(providerOf(resource.provider));
  if (resource.parent !== undefined) message.setParent(resource.parent);
  message.setDependenciesList([...(resource.dependencies ?? [])]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
    const dependencies = new messages.AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  return message;
}

function diagnosticsOf(response: any): Diagnostic[] {
  return response.getDiagnosticsList().map((diagnostic: any) => ({
    policy: diagnostic.getPolicyname(),
    message: diagnostic.getMessage(),
    level: diagnostic.getEnforcementlevel() === messages.EnforcementLevel.MANDATORY ? "mandatory" : "advisory",
    urn: diagnostic.getUrn(),
  }));
}
