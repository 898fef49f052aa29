/** Holds a document against a schema, and tells everything that is wrong with it at once. */
import { InputError, type InputProblem } from "../input/error";
import { message } from "../messages";
import type * as z from "./libraries";
import { problemsOf, type Fault } from "./problems";
import { keyText, type PlainDocument } from "./yaml";

export interface SchemaOptions<Schema extends z.ZodMiniType> {
  /** What the document is called in messages. */
  readonly file: string;
  readonly schema: Schema;
  /** The JSON Schema that says which keys there are; asked for only where something is wrong. */
  readonly keys: () => unknown;
  /** What contradicts something else in the document. */
  readonly contradictions?: () => readonly Fault[];
}

/**
 * The value of a document as its schema gives it. Throws an `InputError` that names file, line and key of everything that is
 * wrong. One document is parsed once: compiling a parser for it first, as zod does, would cost more than it saves.
 */
export function checked<Schema extends z.ZodMiniType>(
  { value, positions, problems }: PlainDocument,
  { file, schema, keys, contradictions = () => [] }: SchemaOptions<Schema>,
): z.output<Schema> {
  const parsed = schema.safeParse(value, { jitless: true });
  const known = parsed.success ? undefined : keys();
  const faults = parsed.error?.issues.flatMap((issue) => problemsOf(issue, value, known)) ?? [];
  const told = new Set(faults.flatMap(({ path }) => path.map((_, at) => keyText(path.slice(0, at + 1)))));
  // What contradicts something else because it is wrong by itself is told once.
  const contradicting = contradictions().filter(({ path }) => !told.has(keyText(path)));
  const [first, ...further] = inOrder([...problems, ...faults, ...contradicting], positions, file);
  if (first) throw InputError.of([first, ...further]);
  if (!parsed.success) throw new InputError(message("input.register-unreadable", {}), { file });
  return parsed.data;
}

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
