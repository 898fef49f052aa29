/** Reads and checks registers. Everything that is wrong is an `InputError`: nothing is evaluated as if it were fine. */
import { InputError, type InputProblem } from "../base/errors";
import type { Day } from "../base/calendar";
import { crossCheck } from "./crosscheck";
import { DraftEntry, isMap } from "./draft";
import { problemsOf, type Fault } from "./problems";
import { isIgnored, registerJsonSchema, registerSchema } from "./schema";
import type { RegisterContent } from "./types";
import { keyText, readYaml, type KeyPath, type PlainDocument, type TextPosition } from "./yaml";

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

/** Takes a register that is already a value, such as one in Pulumi's policy configuration. Throws an `InputError`. */
export function takeRegister(value: unknown, options: LoadOptions): LoadedRegister {
  return check({ value, positions: () => undefined, problems: [] }, options);
}

/** One document is parsed once: compiling a parser for it first, as zod does, would cost more than it saves. */
function check({ value, positions, problems }: PlainDocument, options: LoadOptions): LoadedRegister {
  const { file, knownRules, today } = options;
  const parsed = registerSchema(knownRules).safeParse(withoutIgnored(value), { jitless: true });
  const keys = parsed.success ? undefined : registerJsonSchema(knownRules);
  const faults = parsed.error?.issues.flatMap((issue) => problemsOf(issue, value, keys)) ?? [];
  const told = new Set(faults.flatMap(({ path }) => path.map((_, at) => keyText(path.slice(0, at + 1)))));
  // What contradicts something else because it is wrong by itself is told once.
  const contradictions = crossCheck(new DraftEntry(value, []), today).filter(({ path }) => !told.has(keyText(path)));
  const [first, ...further] = inOrder([...problems, ...faults, ...contradictions], positions, file);
  if (first) throw InputError.of([first, ...further]);
  if (!parsed.success) throw new InputError("cannot be read", { file });
  return { register: parsed.data, positions, file };
}

/** A register without what is there for editors and anchors only. */
const withoutIgnored = (value: unknown): unknown =>
  isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !isIgnored(key))) : value;

/** All problems in the order in which they stand in the file. */
const inOrder = (
  problems: readonly Fault[],
  positions: PlainDocument["positions"],
  file: string,
): readonly InputProblem[] =>
  problems
    .map(({ path, problem, at = positions(path) }) => ({ at, key: keyText(path), problem }))
    .sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0))
    .map(({ at, key, problem }): InputProblem => ({ file, line: at?.line, key, problem }));
