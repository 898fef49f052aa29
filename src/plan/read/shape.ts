/** What readers demand of a document's known places. None of this looks into a resource's properties. */
import { InputError } from "../../errors";
import type { Raw, RawProperties } from "../raw";

/** A value in a file, and the key under which it stands. */
export class Place {
  constructor(
    readonly file: string,
    readonly key: string,
    readonly raw: Raw | undefined,
  ) {}

  /** The place under a key of this object. */
  at(key: string): Place {
    const object =
      isObject(this.raw) && Object.prototype.hasOwnProperty.call(this.raw, key) ? this.raw[key] : undefined;
    return new Place(this.file, this.key === "" ? key : `${this.key}.${key}`, object);
  }

  /** Whether nothing stands here: missing and `null` are the same to Go, which writes these files. */
  get missing(): boolean {
    return this.raw === undefined || this.raw === null;
  }

  /** Whether it is `true`. */
  get on(): boolean {
    return this.raw === true;
  }

  /** The object here; a missing one has no keys. */
  object(): RawProperties {
    if (this.missing) return {};
    return isObject(this.raw) ? this.raw : this.refuse("an object");
  }

  /** The elements of the list here; a missing one is empty. */
  items(): readonly Place[] {
    return this.list().map((raw, index) => new Place(this.file, `${this.key}[${index}]`, raw));
  }

  /** The text here; undefined when it is missing or empty. */
  text(): string | undefined {
    if (this.missing || this.raw === "") return undefined;
    return typeof this.raw === "string" ? this.raw : this.refuse("text");
  }

  /** The text here, which must be given. */
  required(what: string): string {
    return this.text() ?? this.refuse(what);
  }

  /** The texts of the list here. */
  texts(): readonly string[] {
    const list = this.list();
    return list.every((item): item is string => typeof item === "string") ? list : this.refuse("a list of texts");
  }

  /** The lists of texts in the object here. */
  textsByKey(): Readonly<Record<string, readonly string[]>> {
    const object = this.object();
    for (const key of Object.keys(object)) this.at(key).texts();
    return object as Readonly<Record<string, readonly string[]>>;
  }

  /** Throws the error of a file that is not what it seems to be. */
  refuse(expected: string): never {
    return this.fail(`is ${nameOf(this.raw)}, expected ${expected}; write the file again with Pulumi`);
  }

  /** Throws an error about what stands here. */
  fail(problem: string): never {
    throw new InputError(problem, { file: this.file, key: this.key });
  }

  private list(): readonly Raw[] {
    if (this.missing) return [];
    return Array.isArray(this.raw) ? (this.raw as readonly Raw[]) : this.refuse("a list");
  }
}

/** Whether a value is an object and no list. */
export function isObject(raw: unknown): raw is RawProperties {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function nameOf(raw: Raw | undefined): string {
  if (raw === undefined) return "missing";
  if (raw === null) return "null";
  if (raw === "") return "empty";
  if (Array.isArray(raw)) return "a list";
  return { object: "an object", string: "text", number: "a number" }[typeof raw as string] ?? "true or false";
}
