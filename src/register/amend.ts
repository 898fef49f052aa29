/** Sets values in the text of a register. */
import { InputError } from "../input/error";
import { message } from "../messages";
import { amendsOf, type Amendment, type LeftAmendment } from "./amendment";
import { apartFromMark, withEdits } from "./layout";
import { loadAs, loadRegister, type LoadedRegister, type LoadOptions } from "./load";
import { keyText, readYaml, type Key, type KeyPath } from "./yaml";

/** An amendment that was made, and the line on which its value now stands, from 1. */
export interface MadeAmendment extends Amendment {
  readonly line: number | undefined;
}

/** The text of a register with other values. */
export interface Amended {
  readonly text: string;
  /** What was changed, in the order in which it was given; what the register said already is not among it. */
  readonly made: readonly MadeAmendment[];
  /** What could not be written, with the reason: nothing was changed for it. */
  readonly left: readonly LeftAmendment[];
}

/**
 * Gives keys of a register other values, and adds those that it lacks; every other byte stays. What stands by an alias, or is
 * repeated by one, is left. Of several amendments of one key the last counts. Throws an `InputError` where the register is
 * faulty or would become so, and where the text would not read as the old one with these values.
 */
export function amendRegister(text: string, amendments: readonly Amendment[], options: LoadOptions): Amended {
  const [mark, before] = apartFromMark(text);
  loadRegister(before, options);
  const wanted = [...new Map(amendments.map((one) => [JSON.stringify(one.path), one])).values()];
  const { edits, changing, left } = amendsOf(before, wanted);
  if (changing.length === 0) return { text, made: [], left };
  const after = withEdits(before, edits);
  const register = loadAmended(before, after, changing, options);
  const made = changing.map((one) => ({ ...one, line: register.positions(one.path)?.line }));
  return { text: mark + after, made, left };
}

/** The register that says what the old one does with other values, and nothing else. Throws an `InputError`. */
function loadAmended(
  before: string,
  after: string,
  amendments: readonly Amendment[],
  options: LoadOptions,
): LoadedRegister {
  const { file } = options;
  const was = readYaml(before, file).value;
  const expected = amendments.reduce((value, { path, value: to }) => withValue(value, path, to), was);
  try {
    const register = loadAs(after, expected, options);
    if (register) return register;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(message("input.amend-faulty", { problem: error.messages[0] }), { file });
  }
  const entry = amendments.map(({ path, value }) => `${keyText(path)}: ${value}`).join(", ");
  throw new InputError(message("input.no-place", { entry }), { file });
}

/** A value in which a key has another one; maps that it lacks are added. */
function withValue(value: unknown, [key, ...rest]: KeyPath, to: string): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((item: unknown, at) => (at === key ? withValue(item, rest, to) : item));
  const map = (value ?? {}) as Readonly<Record<Key, unknown>>;
  return { ...map, [key]: withValue(map[key], rest, to) };
}
