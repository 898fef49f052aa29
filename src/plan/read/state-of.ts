/** A resource as Pulumi writes it in previews and states alike (`ResourceV3`). */
import { message } from "../../messages";
import type { Urn } from "../fact";
import { isObject, kindOf, type RawProperties } from "../raw";
import type { Position, ResourceData } from "../resource";
import { withoutCredentials } from "./providers";
import type { Cursor } from "./shape";
import { nameInUrn, partsOfUrn, urnOfReference, type UrnParts } from "../../names/urn";
import { isProviderType } from "../../names/own-types";

/** What is expected where the URN of a resource belongs. */
export const URN = message("expected.urn", {});
const URN_FORM = message("expected.urn-form", {});
const TYPE = message("expected.resource-type", {});

/** The parts of the URN at a place. */
export const urnParts = (place: Cursor): UrnParts => partsOfUrn(place.required(URN)) ?? place.refuse(URN_FORM);

/** The name in the URN of what stands at a place. */
export const nameAt = (place: Cursor, urn: Urn): string => nameInUrn(urn) ?? place.at("urn").refuse(URN_FORM);

/** What the resources of a document have in common: their types, and providers by references, which are `urn::id`. */
export class Shared {
  private readonly types = new Map<string, string>();
  private readonly urns = new Map<string, Urn>();

  /** `shown`: the URNs of the document, which tell where a URN ends when name or id contain `::`. */
  constructor(private readonly shown: { has(urn: Urn): boolean }) {}

  /** The same text for each mention of a type: then to compare it, and to find something by it, takes no time. */
  type(type: string): string {
    const known = this.types.get(type);
    if (known === undefined) this.types.set(type, type);
    return known ?? type;
  }

  provider(reference: string): Urn {
    let urn = this.urns.get(reference);
    if (urn === undefined) {
      urn = urnOfReference(reference, (one) => this.shown.has(one));
      this.urns.set(reference, urn);
    }
    return urn;
  }
}

/** A resource's data on the way into the model. */
export type Written = { -readonly [Key in keyof ResourceData]: ResourceData[Key] };

/** The data of the resource at a place: its own identity, inputs and links; not what the plan does with it. */
export function stateOf(
  place: Cursor,
  { urn, name }: { readonly urn: Urn; readonly name: string },
  shared: Shared,
): Written {
  const type = shared.type(place.requiredAt("type", TYPE));
  const provider = place.textAt("provider");
  const isProvider = isProviderType(type);
  // A program in YAML may give a resource properties that it does not know itself yet.
  const isLater = kindOf(place.peek("inputs")) === "unknown";
  const inputs = isLater ? {} : place.objectAt("inputs");
  return {
    urn,
    type,
    name,
    id: place.textAt("id"),
    inputs: isProvider ? withoutCredentials(inputs) : inputs,
    outputs: isProvider ? undefined : outputsOf(place),
    provider: provider === undefined ? undefined : shared.provider(provider),
    parent: place.textAt("parent"),
    dependencies: place.textsAt("dependencies"),
    propertyDependencies: place.textsByKeyAt("propertyDependencies"),
    aliases: place.textsAt("aliases"),
    ignoreChanges: place.textsAt("ignoreChanges"),
    change: undefined,
    previous: undefined,
    position: () => positionOf(place),
    frames: () => framesOf(place),
    hidden: isLater ? "computed" : undefined,
  };
}

/** Whether a resource stays in the cloud when it leaves the stack: Pulumi is told to leave it be, or has only read it. */
export const livesOn = (place: Cursor): boolean => place.isOn("retainOnDelete") || place.isOn("external");

/** What the provider has answered; undefined when the source does not say. */
export function outputsOf(place: Cursor): RawProperties | undefined {
  const raw = place.peek("outputs");
  return raw === undefined || raw === null ? undefined : place.objectAt("outputs");
}

/** Where the resource is written: the innermost frame that lies in the program and not in a package it uses. */
const positionOf = (place: Cursor): Position | undefined =>
  parsePosition(place.at("sourcePosition").raw) ?? framesOf(place)[0];

/** The frames that lie in the program, the innermost first. */
function framesOf(place: Cursor): readonly Position[] {
  const { raw: frames } = place.at("stackTrace");
  return (Array.isArray(frames) ? (frames as readonly unknown[]) : []).flatMap(
    (frame) => (isObject(frame) ? parsePosition(frame["sourcePosition"]) : undefined) ?? [],
  );
}

const POSITION = /^project:\/\/\/(.+)#(\d+)(?:,(\d+))?$/;
/** Packages that a program uses: those of Node and Python, of Go with its own runtime, and what reads programs in YAML. */
const FOREIGN =
  /(?:^|\/)(?:node_modules|site-packages|dist-packages|pkg\/mod|pulumi-yaml\/pkg\/pulumiyaml)\/|(?:^|\/)src\/runtime\/\w+\.(?:go|s)$|@v\d+\.\d+\.\d+[^/]*\//;

function parsePosition(raw: unknown): Position | undefined {
  const [, path, line, column] = typeof raw === "string" ? (POSITION.exec(raw) ?? []) : [];
  if (path === undefined || line === undefined) return undefined;
  const file = unescape(path);
  if (FOREIGN.test(file)) return undefined;
  const at = { line: Math.max(1, Number(line)), column: Math.max(1, Number(column ?? 1)) };
  // No file has so many lines that JSON could not say which.
  return Number.isSafeInteger(at.line) && Number.isSafeInteger(at.column) ? { file, ...at } : undefined;
}

function unescape(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
