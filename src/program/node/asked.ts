/** What a program asks of the engine, as plain values. */
import { fileURLToPath, pathToFileURL } from "node:url";
import { relative } from "node:path";
import type { RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { SourcePosition, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { RawProperties } from "../../plan/raw";
import type { Urn } from "../../plan/fact";
import type { AliasSpec } from "../urns";
import { CHILD } from "./launch";

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
  readonly at: SourcePosition | undefined;
  readonly stack: StackTrace | undefined;
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

/** A place in a program as previews tell it, from the root of its project: `project:///index.ts#17,19`. */
export function positionIn(at: SourcePosition | undefined, root: string): string | undefined {
  const uri = at?.getUri() ?? "";
  if (!at || !uri.startsWith("file://")) return undefined;
  try {
    const path = relative(root, fileURLToPath(uri)).replaceAll("\\", "/");
    const column = at.getColumn();
    return `project:///${encodeURI(path)}#${at.getLine()}${column > 0 ? `,${column}` : ""}`;
  } catch {
    // What is no path of this machine is nowhere.
    return undefined;
  }
}

/** The places of a stack trace, the innermost first, without those of what the program runs in. */
export const framesIn = (trace: StackTrace | undefined, root: string): readonly string[] =>
  (trace?.getFramesList() ?? []).flatMap((frame) => {
    const at = frame.getPc();
    return at?.getUri() === AROUND ? [] : (positionIn(at, root) ?? []);
  });
const AROUND = pathToFileURL(CHILD).href;
