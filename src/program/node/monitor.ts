/**
 * The engine's side of a preview: what a program asks for is written down, and answered as a preview of an empty stack
 * answers. Nothing is made, no provider is asked.
 */
import type { ServiceError, sendUnaryData, ServerUnaryCall, UntypedServiceImplementation } from "@grpc/grpc-js";
import type { Message } from "google-protobuf";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { LogRequest } from "@pulumi/pulumi/proto/engine_pb";
import type {
  ReadResourceRequest,
  RegisterPackageRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceCallRequest,
  ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { UNKNOWN_STRING, type RawProperties } from "../../plan/raw";
import type { Urn } from "../../plan/fact";
import type { Answers, StackOutputs } from "../answers";
import type { Registered } from "../document";
import { GUARDED, STACK_OUTPUT, UNANSWERED } from "./between";
import { askedIn, Places, propertiesIn, type ResourceRequest } from "./asked";
import { defaultProvider, packageOf } from "../default-providers";
import { told, unknownSecret, withoutOutputs, SIGNATURE, SECRET } from "../properties";
import { RUNNER } from "./launch";
import { Transforms } from "./transforms";
import { Aliases, urnIn, type StackName } from "../urns";
import { MOST_BYTES, type Wire } from "./wire";
import { isProviderType, STACK_REFERENCE_TYPE, STACK_TYPE } from "../../names/own-types";

/** What a program has asked for so far. */
export interface Recorded {
  readonly registered: readonly Registered[];
  /** The components that are made elsewhere: what they are made of is not seen. */
  readonly unexpanded: readonly Urn[];
  /** Functions that nobody answers, of copies of the SDK that do not know what that is. */
  readonly unanswered: readonly string[];
  /** The outputs of the stack, as on the wire; undefined until the program has come to its end. */
  readonly outputs: RawProperties | undefined;
  /** What the program, or the SDK, has reported as errors. */
  readonly errors: readonly string[];
}

/** A monitor and engine for one program. */
export class Monitor {
  /** Called when the program says that nothing more will come. */
  whenDone: () => void = () => undefined;
  private readonly registered = new Map<Urn, Registered>();
  private readonly unexpanded: Urn[] = [];
  private readonly unanswered: string[] = [];
  private readonly errors: string[] = [];
  private readonly packages = new Map<string, { readonly name: string; readonly version: string }>();
  private readonly retained = new Map<Urn, boolean>();
  private readonly providers = new Map<Urn, Readonly<Record<string, string>>>();
  private readonly aliases: Aliases;
  private readonly transforms: Transforms;
  private readonly places: Places;
  private readonly server;
  private outputs: RawProperties | undefined;
  private root = "";

  constructor(
    private readonly wire: Wire,
    private readonly where: StackName & { readonly root: string },
    private readonly answers: Answers,
  ) {
    this.aliases = new Aliases(where);
    this.transforms = new Transforms(wire);
    this.places = new Places(where.root, RUNNER);
    this.server = new wire.grpc.Server({
      "grpc.max_receive_message_length": MOST_BYTES,
      "grpc.max_send_message_length": MOST_BYTES,
    });
    this.server.addService(wire.resourceService.ResourceMonitorService, this.monitorService());
    this.server.addService(wire.engineService.EngineService, this.engineService());
  }

  /** Listens on this machine, and gives the address. */
  start(): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.bindAsync("127.0.0.1:0", this.wire.grpc.ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(`127.0.0.1:${port}`);
      });
    });
  }

  stop(): void {
    this.transforms.close();
    this.server.forceShutdown();
  }

  get recorded(): Recorded {
    const { unexpanded, unanswered, outputs, errors } = this;
    const registered = [...this.registered.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
    return { registered, unexpanded, unanswered, outputs, errors };
  }

  private monitorService(): UntypedServiceImplementation {
    const { resource, Empty } = this.wire;
    const empty = () => new Empty();
    return {
      getDeploymentInfo: unary(() => {
        const info = new resource.DeploymentInfo();
        const features = Object.values(resource.ResourceMonitorFeature);
        info.setSupportedfeaturesList(features.filter((one) => typeof one === "number"));
        return info;
      }),
      supportsFeature: unary(() => {
        const response = new resource.SupportsFeatureResponse();
        response.setHassupport(true);
        return response;
      }),
      registerResource: unary((request: RegisterResourceRequest) => this.register(request)),
      readResource: unary((request: ReadResourceRequest) => this.read(request)),
      registerResourceOutputs: unary((request: RegisterResourceOutputsRequest) => {
        if (request.getUrn() === this.root) this.outputs = propertiesIn(request.getOutputs());
        return empty();
      }),
      invoke: unary((request: ResourceInvokeRequest) => this.invoke(request)),
      call: unary((request: ResourceCallRequest) => {
        const response = new this.wire.provider.CallResponse();
        response.setReturn(this.struct(this.noAnswer(request.getTok(), propertiesIn(request.getArgs()))));
        return response;
      }),
      registerStackTransform: unary((callback: Callback) => {
        this.transforms.add(callback);
        return empty();
      }),
      registerStackInvokeTransform: unary((callback: Callback) => {
        this.transforms.addForInvokes(callback);
        return empty();
      }),
      // Hooks run around what is carried out, and nothing is.
      registerResourceHook: unary(empty),
      registerErrorHook: unary(empty),
      registerPackage: unary((request: RegisterPackageRequest) => this.registerPackage(request)),
      signalAndWaitForShutdown: unary(() => {
        this.whenDone();
        return empty();
      }),
    };
  }

  private engineService(): UntypedServiceImplementation {
    const { engine, Empty } = this.wire;
    return {
      log: unary((request: LogRequest) => {
        if (request.getSeverity() === engine.LogSeverity.ERROR) this.errors.push(request.getMessage());
        return new Empty();
      }),
      getRootResource: unary(() => {
        const response = new engine.GetRootResourceResponse();
        response.setUrn(this.root);
        return response;
      }),
      setRootResource: unary(() => new engine.SetRootResourceResponse()),
      startDebugging: unary(() => new Empty()),
      requirePulumiVersion: unary(() => new engine.RequirePulumiVersionResponse()),
    };
  }

  private async register(request: RegisterResourceRequest): Promise<Message> {
    const own = request.getTransformsList();
    const asked = await this.transforms.applied(this.inherited(askedIn(request)), own);
    const urn = urnIn(this.where, asked);
    this.transforms.enter(urn, own, asked.parent);
    this.enter(asked, urn);
    const response = new this.wire.resource.RegisterResourceResponse();
    response.setUrn(urn);
    if (isProviderType(asked.type)) response.setId(UNKNOWN_STRING);
    else if (asked.custom && asked.importId !== "") response.setId(asked.importId);
    // What a provider answers is unknown, but for what it was told.
    const answered = asked.custom ? withSecrets(withoutOutputs(asked.inputs), asked.additionalSecretOutputs) : {};
    response.setObject(this.struct(answered));
    return response;
  }

  /** What children have from their component: the SDK passes on what it knows of, the engine the rest. */
  private inherited(asked: ResourceRequest): ResourceRequest {
    if (asked.provider !== undefined || !(asked.custom || asked.remote)) return asked;
    const name = packageOf(asked.type);
    const provider = asked.providers[name] ?? (asked.parent && this.providers.get(asked.parent)?.[name]);
    return provider === undefined ? asked : { ...asked, provider };
  }

  private enter(asked: ResourceRequest, urn: Urn): void {
    const { type, parent, custom, remote, providers } = asked;
    this.refuseTwice(urn);
    if (type === STACK_TYPE) this.root = urn;
    if (!custom) this.providers.set(urn, { ...(parent && this.providers.get(parent)), ...providers });
    const retained = asked.retainOnDelete ?? (parent !== undefined && this.retained.get(parent) === true);
    this.retained.set(urn, retained);
    if (remote) this.unexpanded.push(urn);
    this.registered.set(urn, {
      urn,
      type,
      custom,
      inputs: told(withoutOutputs(asked.inputs)),
      provider: custom && !isProviderType(type) ? (asked.provider ?? this.defaultProvider(asked)) : undefined,
      parent,
      dependencies: asked.dependencies,
      propertyDependencies: asked.propertyDependencies,
      aliases: this.aliases.of(urn, asked, asked.aliases),
      ignoreChanges: asked.ignoreChanges,
      retainOnDelete: retained,
      ...(custom && asked.importId !== "" && { existing: { id: asked.importId, by: "import" } as const }),
      sourcePosition: this.places.of(asked.at),
      stackTrace: this.places.all(asked.stack),
    });
  }

  private refuseTwice(urn: Urn): void {
    if (this.registered.has(urn)) throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
  }

  private defaultProvider({
    type,
    version,
    from,
    packageRef,
  }: Pick<ResourceRequest, "type" | "version" | "from" | "packageRef">): string {
    const parameterized = this.packages.get(packageRef);
    return defaultProvider(this.where, { name: packageOf(type), version, from, ...parameterized });
  }

  private async read(request: ReadResourceRequest): Promise<Message> {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent() || undefined];
    const urn = urnIn(this.where, { type, name, parent });
    const asked = propertiesIn(request.getProperties());
    const answer = type === STACK_REFERENCE_TYPE ? await this.referenced(asked) : undefined;
    const id = request.getId();
    this.refuseTwice(urn);
    this.registered.set(urn, {
      urn,
      type,
      custom: true,
      inputs: told(asked),
      ...(answer && { outputs: told(answer) }),
      provider:
        request.getProvider() ||
        this.defaultProvider({
          type,
          version: request.getVersion(),
          from: request.getPlugindownloadurl(),
          packageRef: request.getPackageref(),
        }),
      parent,
      dependencies: request.getDependenciesList(),
      propertyDependencies: {},
      aliases: [],
      ignoreChanges: [],
      retainOnDelete: false,
      existing: { id, by: "read" },
      sourcePosition: this.places.of(request.getSourceposition()),
      stackTrace: this.places.all(request.getStacktrace()),
    });
    const response = new this.wire.resource.ReadResourceResponse();
    response.setUrn(urn);
    response.setProperties(this.struct(answer ?? { ...asked, ...(type === STACK_REFERENCE_TYPE && UNKNOWN_OUTPUTS) }));
    return response;
  }

  /** What a reference to another stack gives; undefined where nobody knows that stack. */
  private async referenced(asked: RawProperties): Promise<RawProperties | undefined> {
    const { name } = asked;
    const found = typeof name === "string" ? await this.answers.stack(name) : undefined;
    return found && { ...asked, ...referenceTo(found) };
  }

  private async invoke(request: ResourceInvokeRequest): Promise<Message> {
    const token = request.getTok();
    const given = propertiesIn(request.getArgs());
    const asked = Object.fromEntries(Object.entries(given).filter(([key]) => key !== GUARDED));
    const answer = token === STACK_OUTPUT ? await this.stackOutput(asked) : await this.answered(token, asked);
    const response = new this.wire.provider.InvokeResponse();
    response.setReturn(this.struct(answer ?? this.noAnswer(token, given)));
    return response;
  }

  /** What is given where nobody knows an answer; who would take it for one gets an error. */
  private noAnswer(token: string, given: RawProperties): RawProperties {
    if (GUARDED in given) return { [UNANSWERED]: UNANSWERED };
    this.unanswered.push(token);
    throw new Error(`nobody answers ${token} here`);
  }

  private async answered(token: string, asked: RawProperties): Promise<RawProperties | undefined> {
    const given = await this.transforms.appliedToInvoke(token, asked);
    return token === "pulumi:pulumi:getResource" ? this.found(given) : this.answers.invoke(token, given);
  }

  /** One output of a stack; nothing where nobody knows that stack. */
  private async stackOutput({ stack, output }: RawProperties): Promise<RawProperties> {
    const found = typeof stack === "string" ? await this.answers.stack(stack) : undefined;
    if (!found || typeof output !== "string") return {};
    if (!Object.hasOwn(found.values, output)) return { missing: true };
    return { value: found.secret.includes(output) ? unknownSecret : (found.values[output] ?? null) };
  }

  /** What is known of a resource that one component hands to another. */
  private found({ urn }: RawProperties): RawProperties | undefined {
    const resource = typeof urn === "string" ? this.registered.get(urn) : undefined;
    return resource && { urn: resource.urn, id: "", state: resource.inputs };
  }

  private registerPackage(request: RegisterPackageRequest): Message {
    const parameterization = request.getParameterization();
    const name = parameterization?.getName() ?? request.getName();
    const version = parameterization?.getVersion() ?? request.getVersion();
    const ref = `${name}@${version}`;
    this.packages.set(ref, { name, version });
    const response = new this.wire.resource.RegisterPackageResponse();
    response.setRef(ref);
    return response;
  }

  private struct(properties: RawProperties): Struct {
    return this.wire.Struct.fromJavaScript(properties);
  }
}

const UNKNOWN_OUTPUTS: RawProperties = { outputs: UNKNOWN_STRING, secretOutputNames: UNKNOWN_STRING };

/** All outputs at once do not say what each comes from: what is made of one would seem to come from all. */
const referenceTo = ({ values, secret }: StackOutputs): RawProperties => ({
  outputs: { ...plainValues(values), ...Object.fromEntries(secret.map((name) => [name, unknownSecret])) },
  secretOutputNames: secret,
});

const plainValues = (values: RawProperties): RawProperties =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, told({ value })["value"] ?? null]));

/** Outputs of which some are secret, besides those that are made of secrets. */
const withSecrets = (properties: RawProperties, secret: readonly string[]): RawProperties =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) =>
      secret.includes(key) ? [key, { [SIGNATURE]: SECRET, value }] : [key, value],
    ),
  );

/** What gRPC calls an error that has no better name. */
const UNKNOWN_ERROR = { code: 2 } as unknown as Pick<ServiceError, "code">;

/** A method that takes one message and gives one; what it throws reaches the program as the engine's own error. */
function unary<Request>(handle: (request: Request) => Message | Promise<Message>) {
  return (call: ServerUnaryCall<Request, Message>, callback: sendUnaryData<Message>): void => {
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          // Without a code the text would not be told.
          callback({ ...UNKNOWN_ERROR, details: error instanceof Error ? error.message : String(error) });
        },
      );
  };
}
