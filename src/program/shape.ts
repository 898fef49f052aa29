/** The shape of what people write for a program: what has another one is refused where it stands, and never passed over. */
import { InputError } from "../input/error";
import { message, type Message } from "../messages";
import { isMap } from "../register/draft";
import type { KeyPath, PlainDocument } from "../register/yaml";

/** A file that was read. */
export interface ShapedFile {
  readonly file: string;
  readonly document: PlainDocument;
}

export type PlainMap = Readonly<Record<string, unknown>>;

/** The error that something is wrong at a key. */
export const wrongAt = ({ file, document }: ShapedFile, path: KeyPath, problem: Message): InputError =>
  new InputError(problem, { file, line: document.positions(path)?.line, key: path.join(".") });

/** The error that a key has something else than what was expected. */
export const unlike = (place: ShapedFile, path: KeyPath, expected: Message): InputError =>
  wrongAt(place, path, message("input.program-key", { expected }));

/** What stands at a path; undefined where nothing does. */
export function valueAt({ document }: ShapedFile, path: KeyPath): unknown {
  let value: unknown = document.value;
  for (const key of path) value = isMap(value) ? value[key] : undefined;
  return value ?? undefined;
}

/** The map at a path, empty where nothing stands there. Throws an `InputError` for anything else. */
export function mapAt(
  place: ShapedFile,
  path: KeyPath,
  expected: "expected.map" | "expected.object" = "expected.map",
): PlainMap {
  const value = valueAt(place, path) ?? {};
  if (isMap(value)) return value;
  throw unlike(place, path, message(expected, {}));
}

/** The text at a path, undefined where nothing stands there; a number is one. Throws an `InputError` for anything else. */
export function textAt(place: ShapedFile, path: KeyPath): string | undefined {
  const value = valueAt(place, path);
  if (value === undefined || value === "") return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  throw unlike(place, path, message("expected.text", {}));
}

/** A truth value at a path, also as text; undefined where nothing stands there. Throws an `InputError` for anything else. */
export function truthAt(place: ShapedFile, path: KeyPath): boolean | undefined {
  const value = valueAt(place, path);
  if (value === undefined) return undefined;
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  throw unlike(place, path, message("expected.boolean", {}));
}
