/** Reads and checks registers. Everything that is wrong is an `InputError`: nothing is evaluated as if it were fine. */
import { isDeepStrictEqual } from "node:util";
import type { Day } from "../base/calendar";
import { checked } from "./checked";
import { crossCheck } from "./crosscheck";
import { DraftEntry, isMap } from "./draft";
import { isIgnored, registerJsonSchema, registerSchema } from "./schema";
import type { RegisterContent } from "./types";
import { readYaml, type KeyPath, type PlainDocument, type TextPosition } from "./yaml";

export interface LoadOptions {
  /** What the register is called in messages. */
  readonly file: string;
  /** The ids that `rules` and waivers may name. */
  readonly knownRules: readonly string[];
  /** The day on which it is read: nothing in it may have been approved later. */
  readonly today: Day;
}

/** A register that is fit to be judged by. */
export interface LoadedRegister {
  readonly register: RegisterContent;
  /** Where a key stands, or the closest key around it; undefined when the register did not come as text. */
  readonly positions: (path: KeyPath) => TextPosition | undefined;
  readonly file: string;
}

/** Reads a register from YAML text. Throws an `InputError` that names file, line and key of everything that is wrong. */
export function loadRegister(text: string, options: LoadOptions): LoadedRegister {
  return check(readYaml(text, options.file), options);
}

/**
 * Reads a register from a text that was changed; undefined where that says anything else than a value, as `readYaml` reads
 * it. Throws an `InputError` where it cannot be read, or is faulty.
 */
export const loadAs = (text: string, value: unknown, options: LoadOptions): LoadedRegister | undefined =>
  isDeepStrictEqual(readYaml(text, options.file).value, value) ? loadRegister(text, options) : undefined;

/** Takes a register that is already a value, such as one in Pulumi's policy configuration. Throws an `InputError`. */
export function takeRegister(value: unknown, options: LoadOptions): LoadedRegister {
  return check({ value, positions: () => undefined, problems: [] }, options);
}

function check(document: PlainDocument, options: LoadOptions): LoadedRegister {
  const { file, knownRules, today } = options;
  const { value, positions } = document;
  const register = checked(
    { ...document, value: withoutIgnored(value) },
    {
      file,
      schema: registerSchema(knownRules),
      keys: () => registerJsonSchema(knownRules),
      contradictions: () => crossCheck(new DraftEntry(value, []), today),
    },
  );
  return { register, positions, file };
}

/** A register without what is there for editors and anchors only. */
const withoutIgnored = (value: unknown): unknown =>
  isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !isIgnored(key))) : value;
