/**
 * Transforms: a program's own functions that change its resources before they are made. The engine calls them back, those of
 * the resource first, then those of its parents, then those of the stack.
 */
import type { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { Message } from "google-protobuf";
import type { RawProperties } from "../../plan/raw";
import type { Urn } from "../../plan/fact";
import { propertiesIn, withOptions, type ResourceRequest } from "./asked";
import { dependenciesOf, withDependencies } from "../properties";
import type { AliasSpec } from "../urns";
import { MOST_BYTES, type Wire } from "./wire";

/** The transforms that a program has registered. */
export class Transforms {
  private readonly ofStack: Callback[] = [];
  private readonly ofInvokes: Callback[] = [];
  private readonly ofResources = new Map<
    Urn,
    { readonly callbacks: readonly Callback[]; readonly parent: Urn | undefined }
  >();
  private readonly clients = new Map<string, CallbacksClient>();

  constructor(private readonly wire: Wire) {}

  /** From now on for every resource of the stack. */
  add(callback: Callback): void {
    this.ofStack.push(callback);
  }

  /** From now on for every call of a function of a provider. */
  addForInvokes(callback: Callback): void {
    this.ofInvokes.push(callback);
  }

  /** Those of a resource count for its children too. */
  enter(urn: Urn, own: readonly Callback[], parent: Urn | undefined): void {
    this.ofResources.set(urn, { callbacks: own, parent });
  }

  /** A resource as transforms leave it. Rejects where one throws. */
  async applied(asked: ResourceRequest, own: readonly Callback[]): Promise<ResourceRequest> {
    let result = asked;
    for (const callback of [...own, ...this.inherited(asked.parent), ...this.ofStack]) {
      result = await this.transformed(result, callback);
    }
    return result;
  }

  /** The arguments of a call as transforms leave them. Rejects where one throws. */
  async appliedToInvoke(token: string, given: RawProperties): Promise<RawProperties> {
    const { resource, Struct } = this.wire;
    let result = given;
    for (const callback of this.ofInvokes) {
      const request = new resource.TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(Struct.fromJavaScript(result));
      request.setOptions(new resource.TransformInvokeOptions());
      const bytes = await this.call(callback, request);
      result = propertiesIn(resource.TransformInvokeResponse.deserializeBinary(bytes).getArgs());
    }
    return result;
  }

  /** Closes what was opened to call back. */
  close(): void {
    for (const client of this.clients.values()) client.close();
    this.clients.clear();
  }

  private *inherited(parent: Urn | undefined): Generator<Callback> {
    for (let urn = parent; urn !== undefined;) {
      const found = this.ofResources.get(urn);
      yield* found?.callbacks ?? [];
      urn = found?.parent;
    }
  }

  private async transformed(asked: ResourceRequest, callback: Callback): Promise<ResourceRequest> {
    const { resource, Struct } = this.wire;
    const request = new resource.TransformRequest();
    request.setType(asked.type);
    request.setName(asked.name);
    request.setCustom(asked.custom);
    request.setParent(asked.parent ?? "");
    request.setProperties(Struct.fromJavaScript(withDependencies(asked.inputs, asked.propertyDependencies)));
    request.setOptions(this.options(asked));
    const bytes = await this.call(callback, request);
    const response = resource.TransformResponse.deserializeBinary(bytes);
    const options = response.getOptions();
    const inputs = propertiesIn(response.getProperties());
    const changed = { ...asked, inputs, propertyDependencies: dependenciesOf(inputs) };
    const all = new Set([...asked.dependencies, ...Object.values(changed.propertyDependencies).flat()]);
    return { ...(options ? withOptions(changed, options) : changed), dependencies: [...all] };
  }

  private options(asked: ResourceRequest): InstanceType<Wire["resource"]["TransformResourceOptions"]> {
    const options = new this.wire.resource.TransformResourceOptions();
    options.setDependsOnList([...asked.dependencies]);
    options.setProvider(asked.provider ?? "");
    for (const [name, provider] of Object.entries(asked.providers)) options.getProvidersMap().set(name, provider);
    options.setVersion(asked.version);
    options.setPluginDownloadUrl(asked.from);
    options.setAliasesList(asked.aliases.map((alias) => this.alias(alias)));
    options.setIgnoreChangesList([...asked.ignoreChanges]);
    options.setAdditionalSecretOutputsList([...asked.additionalSecretOutputs]);
    options.setImport(asked.importId);
    if (asked.retainOnDelete !== undefined) options.setRetainOnDelete(asked.retainOnDelete);
    const { protect, deleteBeforeReplace, deletedWith, replaceOnChanges, customTimeouts } = asked.passed;
    if (protect !== undefined) options.setProtect(protect);
    if (deleteBeforeReplace !== undefined) options.setDeleteBeforeReplace(deleteBeforeReplace);
    options.setDeletedWith(deletedWith);
    options.setReplaceOnChangesList([...replaceOnChanges]);
    options.setCustomTimeouts(customTimeouts);
    return options;
  }

  private alias(said: AliasSpec): InstanceType<Wire["alias"]["Alias"]> {
    const alias = new this.wire.alias.Alias();
    if ("urn" in said) {
      alias.setUrn(said.urn);
      return alias;
    }
    const spec = new this.wire.alias.Alias.Spec();
    spec.setName(said.name ?? "");
    spec.setType(said.type ?? "");
    spec.setStack(said.stack ?? "");
    spec.setProject(said.project ?? "");
    if (said.parent === null) spec.setNoparent(true);
    else if (said.parent !== undefined) spec.setParenturn(said.parent);
    alias.setSpec(spec);
    return alias;
  }

  private call(callback: Callback, request: Message): Promise<Uint8Array> {
    const invoke = new this.wire.callback.CallbackInvokeRequest();
    invoke.setToken(callback.getToken());
    invoke.setRequest(request.serializeBinary());
    return new Promise((resolve, reject) => {
      this.client(callback.getTarget()).invoke(invoke, (error, response) => {
        if (error) reject(error);
        else resolve(response.getResponse_asU8());
      });
    });
  }

  private client(target: string): CallbacksClient {
    const known = this.clients.get(target);
    if (known) return known;
    const { grpc, callbackService } = this.wire;
    const client = new callbackService.CallbacksClient(target, grpc.credentials.createInsecure(), {
      "grpc.max_receive_message_length": MOST_BYTES,
      "grpc.enable_http_proxy": 0,
    });
    this.clients.set(target, client);
    return client;
  }
}
