/** What readers demand of a document's known places. None of this looks into a resource's properties. */
import { InputError } from "../../input/error";
import { message, type Message } from "../../messages";
import { isObject, own, type Raw, type RawProperties } from "../raw";

/** A value in a file, and where it stands there. */
export class Cursor {
  constructor(
    readonly file: string,
    private readonly segment: string | number,
    readonly raw: Raw | undefined,
    private readonly around?: Cursor,
  ) {}

  /** The key under which it stands, such as `steps[3].newState.type`; put together only when an error needs it. */
  get key(): string {
    const outer = this.around?.key ?? "";
    if (typeof this.segment === "number") return `${outer}[${this.segment}]`;
    return outer === "" ? this.segment : `${outer}.${this.segment}`;
  }

  /** The place under a key of this object. */
  at(key: string): Cursor {
    return new Cursor(this.file, key, this.peek(key), this);
  }

  /** The raw value under a key: what `at` wraps, where a wrapper for each of many thousand resources would cost. */
  peek(key: string): Raw | undefined {
    const { raw } = this;
    return isObject(raw) ? own(raw, key) : undefined;
  }

  /** Whether nothing stands under a key. */
  lacks(key: string): boolean {
    const raw = this.peek(key);
    return raw === undefined || raw === null;
  }

  /** Whether `true` stands under a key. */
  isOn(key: string): boolean {
    return this.peek(key) === true;
  }

  /** The text under a key, which must be given. */
  requiredAt(key: string, what: Message): string {
    return this.textAt(key) ?? this.at(key).required(what);
  }

  /** The text under a key; undefined when it is missing or empty. */
  textAt(key: string): string | undefined {
    const raw = this.peek(key);
    if (raw === undefined || raw === null || raw === "") return undefined;
    return typeof raw === "string" ? raw : this.at(key).text();
  }

  /** The object under a key; a missing one has no keys. */
  objectAt(key: string): RawProperties {
    const raw = this.peek(key);
    if (raw === undefined) return NO_PROPERTIES;
    return isObject(raw) ? raw : this.at(key).object();
  }

  /** The texts of the list under a key; a missing one is empty. */
  textsAt(key: string): readonly string[] {
    const raw = this.peek(key);
    if (raw === undefined) return NO_TEXTS;
    return isTexts(raw) ? raw : this.at(key).texts();
  }

  /** The lists of texts in the object under a key; a missing one is empty. */
  textsByKeyAt(key: string): Readonly<Record<string, readonly string[]>> {
    const object = this.objectAt(key);
    if (Object.values(object).every(isTexts)) return object as Readonly<Record<string, readonly string[]>>;
    const place = this.at(key);
    return Object.fromEntries(Object.keys(object).map((name) => [name, place.at(name).texts()]));
  }

  /** Whether nothing stands here: missing and `null` are the same to Go, which writes these files. */
  get missing(): boolean {
    return this.raw === undefined || this.raw === null;
  }

  /** The object here; a missing one has no keys. */
  object(): RawProperties {
    if (this.missing) return {};
    return isObject(this.raw) ? this.raw : this.refuse(message("expected.object", {}));
  }

  /** The elements of the list here; a missing one is empty. */
  items(): readonly Cursor[] {
    return this.list().map((raw, index) => new Cursor(this.file, index, raw, this));
  }

  /** The text here; undefined when it is missing or empty. */
  text(): string | undefined {
    if (this.missing || this.raw === "") return undefined;
    return typeof this.raw === "string" ? this.raw : this.refuse(message("expected.text", {}));
  }

  /** The text here, which must be given. */
  required(what: Message): string {
    return this.text() ?? this.refuse(what);
  }

  /** The number of things here; none when it is missing. */
  count(): number {
    const { raw } = this;
    if (raw === undefined || raw === null) return 0;
    return typeof raw === "number" && Number.isSafeInteger(raw) && raw >= 0
      ? raw
      : this.refuse(message("expected.count", {}));
  }

  /** The texts of the list here. */
  texts(): readonly string[] {
    const list = this.list();
    return isTexts(list) ? list : this.refuse(message("expected.texts", {}));
  }

  /** Throws the error of a file that is not what it seems to be. */
  refuse(expected: Message): never {
    const { raw } = this;
    if (raw === undefined) return this.fail(message("input.plan-missing", { expected }));
    if (raw === "") return this.fail(message("input.plan-no-text", { expected }));
    return this.fail(message("input.plan-wrong", { found: kindOfJson(raw), expected }));
  }

  /** Throws an error about what stands here. */
  fail(problem: Message): never {
    throw new InputError(problem, { file: this.file, key: this.key });
  }

  private list(): readonly Raw[] {
    if (this.missing) return [];
    return Array.isArray(this.raw) ? (this.raw as readonly Raw[]) : this.refuse(message("expected.list", {}));
  }
}

const NO_TEXTS: readonly string[] = [];
const NO_PROPERTIES: RawProperties = {};

function isTexts(raw: Raw | undefined): raw is readonly string[] {
  if (!Array.isArray(raw)) return false;
  for (const item of raw) if (typeof item !== "string") return false;
  return true;
}

/** What kind of JSON a value is, as a word of `json`. */
export function kindOfJson(raw: Raw): "null" | "list" | "object" | "text" | "number" | "boolean" {
  if (raw === null) return "null";
  if (typeof raw === "object") return Array.isArray(raw) ? "list" : "object";
  return typeof raw === "string" ? "text" : typeof raw === "number" ? "number" : "boolean";
}
