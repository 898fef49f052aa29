/** What a program asks of the engine, as plain values. */
import { fileURLToPath } from "node:url";
import { relative } from "node:path";
import type { RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { SourcePosition, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { RawProperties } from "../../plan/raw";
import type { Urn } from "../../plan/fact";
import type { AliasSpec } from "../urns";

/** A resource that is asked for; what transforms may change is said again once they ran. */
export interface ResourceRequest {
  readonly type: string;
  readonly name: string;
  readonly parent: Urn | undefined;
  readonly custom: boolean;
  /** Made by a program of another language, or of another package: only that one knows what it is made of. */
  readonly remote: boolean;
  /** As on the wire. */
  readonly inputs: RawProperties;
  /** The reference of the provider; undefined for the default one. */
  readonly provider: string | undefined;
  /** The providers of a component's children, by package. */
  readonly providers: Readonly<Record<string, string>>;
  readonly version: string;
  readonly from: string;
  readonly packageRef: string;
  readonly dependencies: readonly Urn[];
  readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
  readonly aliases: readonly AliasSpec[];
  readonly ignoreChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly retainOnDelete: boolean | undefined;
  readonly importId: string;
  readonly passed: Passed;
  readonly at: SourcePosition | undefined;
  readonly stack: StackTrace | undefined;
}

/** Options that change nothing here, and that transforms see and pass on. */
export interface Passed {
  readonly protect: boolean | undefined;
  readonly deleteBeforeReplace: boolean | undefined;
  readonly deletedWith: string;
  readonly replaceOnChanges: readonly string[];
  readonly customTimeouts: RegisterResourceRequest.CustomTimeouts | undefined;
}

/** The request to register a resource, as plain values. */
export function askedIn(request: RegisterResourceRequest): ResourceRequest {
  const parent = request.getParent();
  return {
    type: request.getType(),
    name: request.getName(),
    parent: parent === "" ? undefined : parent,
    custom: request.getCustom(),
    remote: request.getRemote(),
    inputs: propertiesIn(request.getObject()),
    provider: orUndefined(request.getProvider()),
    providers: Object.fromEntries(request.getProvidersMap().entries()),
    version: request.getVersion(),
    from: request.getPlugindownloadurl(),
    packageRef: request.getPackageref(),
    dependencies: request.getDependenciesList(),
    propertyDependencies: Object.fromEntries(
      [...request.getPropertydependenciesMap().entries()].map(([key, urns]) => [key, urns.getUrnsList()]),
    ),
    aliases: [...request.getAliasurnsList().map((urn) => ({ urn })), ...request.getAliasesList().flatMap(aliasIn)],
    ignoreChanges: request.getIgnorechangesList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
    retainOnDelete: request.hasRetainondelete() ? request.getRetainondelete() : undefined,
    importId: request.getImportid(),
    passed: {
      protect: request.hasProtect() ? request.getProtect() : undefined,
      deleteBeforeReplace: request.getDeletebeforereplacedefined() ? request.getDeletebeforereplace() : undefined,
      deletedWith: request.getDeletedwith(),
      replaceOnChanges: request.getReplaceonchangesList(),
      customTimeouts: request.getCustomtimeouts(),
    },
    at: request.getSourceposition(),
    stack: request.getStacktrace(),
  };
}

/** The same with the options that a transform has left. */
export function withOptions(asked: ResourceRequest, options: TransformResourceOptions): ResourceRequest {
  return {
    ...asked,
    provider: orUndefined(options.getProvider()),
    providers: Object.fromEntries(options.getProvidersMap().entries()),
    version: options.getVersion(),
    from: options.getPluginDownloadUrl(),
    dependencies: options.getDependsOnList(),
    aliases: options.getAliasesList().flatMap(aliasIn),
    ignoreChanges: options.getIgnoreChangesList(),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    retainOnDelete: options.hasRetainOnDelete() ? options.getRetainOnDelete() : undefined,
    importId: options.getImport(),
    passed: {
      protect: options.hasProtect() ? options.getProtect() : undefined,
      deleteBeforeReplace: options.hasDeleteBeforeReplace() ? options.getDeleteBeforeReplace() : undefined,
      deletedWith: options.getDeletedWith(),
      replaceOnChanges: options.getReplaceOnChangesList(),
      customTimeouts: options.getCustomTimeouts(),
    },
  };
}

function aliasIn(alias: Alias): readonly AliasSpec[] {
  if (alias.hasUrn()) return [{ urn: alias.getUrn() }];
  const spec = alias.getSpec();
  if (!spec) return [];
  const parent = orUndefined(spec.getParenturn());
  return [
    {
      name: orUndefined(spec.getName()),
      type: orUndefined(spec.getType()),
      stack: orUndefined(spec.getStack()),
      project: orUndefined(spec.getProject()),
      parent: spec.getNoparent() ? null : parent,
    },
  ];
}

const orUndefined = (text: string): string | undefined => (text === "" ? undefined : text);

/** Properties as on the wire. */
export const propertiesIn = (struct: Struct | undefined): RawProperties => struct?.toJavaScript() ?? {};

/** Places in a program as previews tell them, from the root of its project: `project:///index.ts#17,19`. */
export class Places {
  /** What each file is called: a resource tells some ten places, in a few files. */
  private readonly names = new Map<string, string | undefined>();

  /** `runner`: the file by which the program is run, which is no place of it. */
  constructor(
    private readonly root: string,
    private readonly runner: string,
  ) {}

  /** A place; undefined where it is none on this machine. */
  of(at: SourcePosition | undefined): string | undefined {
    const uri = at?.getUri() ?? "";
    if (!at || uri === "") return undefined;
    if (!this.names.has(uri)) this.names.set(uri, this.nameOf(uri));
    const name = this.names.get(uri);
    const column = at.getColumn();
    return name === undefined ? undefined : `${name}#${at.getLine()}${column > 0 ? `,${column}` : ""}`;
  }

  /** The places of a stack trace, the innermost first. */
  all(trace: StackTrace | undefined): readonly string[] {
    return (trace?.getFramesList() ?? []).flatMap((frame) => this.of(frame.getPc()) ?? []);
  }

  private nameOf(uri: string): string | undefined {
    if (!uri.startsWith("file://")) return undefined;
    try {
      const path = fileURLToPath(uri);
      if (path === this.runner) return undefined;
      return `project:///${encodeURI(relative(this.root, path).replaceAll("\\", "/"))}`;
    } catch {
      // What is no path of this machine is nowhere.
      return undefined;
    }
  }
}
