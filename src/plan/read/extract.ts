/** Reads extracts of plans, as `extractOf` makes them. */
import { InputError } from "../../input/error";
import { message, type Message } from "../../messages";
import { TERRAFORM, type Dialect } from "../../names/urn";
import { modelTypeIn } from "../bridged";
import { CHANGES, HIDDEN } from "../extract";
import { EXTRACT_FORM, sumOf } from "../extract-file";
import type { Urn } from "../fact";
import { put } from "../canonical";
import { leftTypes } from "../left-out";
import { isNoteId, NOTE_IDS, paramsOfNote } from "../notes";
import { ANY_NAME, neededOf } from "../read-properties";
import { isObject, isTooDeep, own, type Raw } from "../raw";
import { Resource, type Change, type LeftNames, type PlanPart, type Position, type ResourceData } from "../resource";
import { partsOfShort, ShortUrns } from "../short-urns";
import { isDefaultProvider } from "./providers";
import type { ReadPart } from "./part";
import type { Cursor } from "./shape";
import { URN, type Written } from "./state-of";

/** The plan parts of a file of extracts. Throws an `InputError` for one of another version, and one that was changed. */
export function readExtracts(document: Cursor): readonly ReadPart[] {
  const { file } = document;
  const form = document.peek("extract");
  if (form !== EXTRACT_FORM) {
    const found = JSON.stringify(form).slice(0, MOST_SHOWN);
    throw new InputError(message("input.extract-form", { found, expected: EXTRACT_FORM }), { file });
  }
  const parts = document.at("parts");
  if (isTooDeep(parts.raw)) throw new InputError(message("input.too-deep", {}), { file });
  const changed = message("input.extract-changed", {});
  if (document.peek("sha256") !== sumOf(parts.raw)) throw new InputError(changed, { file });
  try {
    return parts.items().map(readExtract);
  } catch (error) {
    // Whatever is wrong with what nobody is to write by hand, there is one thing to do about it.
    throw error instanceof InputError ? new InputError(changed, { file, key: error.key }) : error;
  }
}

const MOST_SHOWN = 40;

/** The plan part of an extract. Throws an `InputError`. */
export function readExtract(document: Cursor): ReadPart {
  const project = document.textAt("project") ?? "";
  const stack = document.textAt("stack") ?? "";
  const region = document.textAt("region");
  const living = document.textsByKeyAt("left");
  const gone = document.textsByKeyAt("gone");
  const unexpanded = document.textsAt("unexpanded");
  const dialect = wordAt(document, "dialect", [TERRAFORM]) as Dialect | undefined;
  const start = document.textAt("start");
  const urns = new ShortUrns({ project, stack, ...(dialect && { dialect }) });
  const notes = document.at("notes").items().map(noteIn);
  const part: PlanPart = {
    id: project === "" && stack === "" ? document.file : `${project}/${stack}`,
    source: document.file,
    project,
    stack,
    ...(dialect && { dialect, untoldOrder: true }),
    ...(start !== undefined && { start: () => positionIn(start) }),
    missing: document.at("missing").count(),
    isolated: false,
    applied: document.isOn("applied"),
    ...(document.isOn("untoldProviders") && { untoldProviders: true }),
    tellsIds: true,
    isDefaultProvider,
    ...(unexpanded.length > 0 && { unexpanded: unexpanded.map((urn) => urns.long(urn)) }),
    ...(region !== undefined && { region }),
    ...(notes.length > 0 && { notes }),
    leftOut: {
      version: document.requiredAt("version", message("expected.text", {})),
      living,
      gone,
      changed: document.isOn("changed"),
      untold: untoldOf(living) + untoldOf(gone),
    },
  };
  const rows = new Rows(document, part);
  return { part, resources: rows.all() };
}

/** A note, with all that its text takes but the plan, and nothing else. */
function noteIn(place: Cursor): Message {
  const id = place.requiredAt("id", message("expected.text", {}));
  if (!isNoteId(id)) return place.at("id").refuse(message("expected.one-of", { choices: NOTE_IDS.join(", ") }));
  const { params, ...others } = place.object();
  const other = Object.keys(others).find((key) => key !== "id");
  if (other !== undefined) place.at(other).refuse(message("expected.text", {}));
  const given = isObject(params) ? params : place.at("params").refuse(message("expected.object", {}));
  const takes = paramsOfNote(id);
  for (const name of new Set([...Object.keys(takes), ...Object.keys(given)])) {
    const value = own(given, name);
    const kind = Object.hasOwn(takes, name) ? takes[name] : undefined;
    if (typeof value !== (kind === "text" ? "string" : kind))
      place.at("params").at(name).refuse(message("expected.text", {}));
  }
  return { id, params: given as Message["params"] };
}

/** Of types of which each resource is read none is left out, unless the version that wrote it did not read them. */
const untoldOf = (names: LeftNames): number =>
  leftTypes(names).reduce((sum, [type, count]) => (neededOf(type)?.of === "each" ? sum + count : sum), 0);

const NONE: ReadonlySet<string> = new Set();

/** The resources of an extract. */
class Rows {
  private readonly places: readonly Cursor[];
  private readonly short: ShortUrns;
  /** By the numbers that stand for them. */
  private readonly urns: readonly Urn[];
  /** One text for each type: to find something by it, and to compare it, then takes no time. */
  private readonly types = new Map<string, string>();
  private readonly kept: ReadonlyMap<string, ReadonlySet<string> | undefined>;

  constructor(
    document: Cursor,
    private readonly part: PlanPart,
  ) {
    this.short = new ShortUrns(part);
    this.places = document.at("resources").items();
    this.urns = this.places.map((place) => this.short.long(place.requiredAt("urn", URN)));
    this.kept = new Map(
      Object.entries(document.textsByKeyAt("kept")).map(([type, names]) => [
        type,
        names.includes(ANY_NAME) ? undefined : new Set(names),
      ]),
    );
  }

  all(): readonly Resource[] {
    return this.places.map((place, at) => new Resource(this.dataOf(place, this.urns[at] ?? ""), this.part));
  }

  private dataOf(place: Cursor, urn: Urn): ResourceData {
    const parts = partsOfShort(place.requiredAt("urn", URN));
    const type = this.oneText(
      place.textAt("type") ??
        (parts && modelTypeIn(parts.types)) ??
        place.at("type").required(message("expected.resource-type", {})),
    );
    const name = place.textAt("name") ?? parts?.name ?? "";
    const data = this.stateOf(place, urn, type, name);
    if (!place.lacks("previous")) {
      const before = place.at("previous");
      data.previous = this.stateOf(before, urn, before.textAt("type") ?? type, name);
    }
    return data;
  }

  private oneText(type: string): string {
    const known = this.types.get(type);
    if (known === undefined) this.types.set(type, type);
    return known ?? type;
  }

  /** Written in one piece: a large extract has many thousand of these. */
  private stateOf(place: Cursor, urn: Urn, type: string, name: string): Written {
    if (!isObject(place.raw)) place.refuse(message("expected.resource", {}));
    const position = place.textAt("position");
    const frames = place.textsAt("frames");
    const aliases = place.textsAt("aliases");
    return {
      urn,
      type,
      name,
      id: place.textAt("id"),
      inputs: place.objectAt("inputs"),
      outputs: place.lacks("outputs") ? undefined : place.objectAt("outputs"),
      provider: this.linkAt(place, "provider"),
      parent: this.linkAt(place, "parent"),
      dependencies: this.linksAt(place, "dependencies"),
      propertyDependencies: this.linksByKey(place, "propertyDependencies"),
      open: place.lacks("open") ? undefined : place.textsAt("open"),
      byKey: this.linksByKey(place, "byKey"),
      aliases: aliases.length === 0 ? aliases : aliases.map((alias) => this.short.long(alias)),
      change: wordAt(place, "change", CHANGES) as Change | undefined,
      previous: undefined,
      ignoreChanges: place.textsAt("ignoreChanges"),
      position: position === undefined ? undefined : () => positionIn(position),
      frames: frames.length === 0 ? undefined : () => frames.flatMap((frame) => positionIn(frame) ?? []),
      hidden: wordAt(place, "hidden", HIDDEN) as ResourceData["hidden"],
      kept: this.kept.has(type) ? this.kept.get(type) : NONE,
    };
  }

  private linkAt(place: Cursor, key: string): Urn | undefined {
    const raw = place.peek(key);
    return raw === undefined ? undefined : this.link(raw, place, key);
  }

  private linksAt(place: Cursor, key: string): readonly Urn[] | undefined {
    const raw = place.peek(key);
    if (raw === undefined) return undefined;
    if (!Array.isArray(raw)) return place.at(key).refuse(message("expected.list", {}));
    return (raw as readonly Raw[]).map((one) => this.link(one, place, key));
  }

  private linksByKey(place: Cursor, at: string): Readonly<Record<string, readonly Urn[]>> | undefined {
    if (place.lacks(at)) return undefined;
    const object = place.at(at);
    const links: Record<string, readonly Urn[]> = {};
    for (const key of Object.keys(object.object())) put(links, key, this.linksAt(object, key) ?? []);
    return links;
  }

  /** What a link means: the URN itself, or that of the resource of a number. */
  private link(raw: Raw, place: Cursor, key: string): Urn {
    const urn = typeof raw === "number" ? this.urns[raw] : typeof raw === "string" ? this.short.long(raw) : undefined;
    return urn ?? place.at(key).refuse(URN);
  }
}

function wordAt(place: Cursor, key: string, words: readonly string[]): string | undefined {
  const word = place.textAt(key);
  if (word === undefined || words.includes(word)) return word;
  return place.at(key).refuse(message("expected.one-of", { choices: words.join(", ") }));
}

function positionIn(text: string): Position | undefined {
  const [, file, line, column] = /^(.+):(\d+):(\d+)$/s.exec(text) ?? [];
  return file === undefined ? undefined : { file, line: Number(line), column: Number(column) };
}
