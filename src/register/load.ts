/** Reads and checks registers. Everything that is wrong is an `InputError`: nothing is evaluated as if it were fine. */
import { InputError, type InputProblem } from "../errors";
import { crossCheck } from "./crosscheck";
import { problemsOf, type Problem } from "./problems";
import { registerJsonSchema, registerSchema, type Register } from "./schema";
import { keyText, readYaml, type KeyPath, type Position } from "./yaml";

export interface LoadOptions {
  /** What the register is called in messages. */
  readonly file: string;
  /** The ids that `rules` and waivers may name. */
  readonly knownRules: readonly string[];
}

/** A register that is fit to be judged by. */
export interface LoadedRegister {
  readonly register: Register;
  /** Where a key stands, or the closest key around it; undefined when the register did not come as text. */
  readonly positions: (path: KeyPath) => Position | undefined;
  readonly file: string;
}

/** Reads a register from YAML text. Throws an `InputError` that names file, line and key. */
export function loadRegister(text: string, options: LoadOptions): LoadedRegister {
  const { value, positions } = readYaml(text, options.file);
  return check(value, positions, options);
}

/** Takes a register that is already a value, such as one in Pulumi's policy configuration. Throws an `InputError`. */
export function takeRegister(value: unknown, options: LoadOptions): LoadedRegister {
  return check(value, () => undefined, options);
}

type Positions = LoadedRegister["positions"];

/** One document is parsed once: compiling a parser for it first, as zod does, would cost more than it saves. */
function check(value: unknown, positions: Positions, { file, knownRules }: LoadOptions): LoadedRegister {
  const parsed = registerSchema(knownRules).safeParse(value, { jitless: true });
  if (!parsed.success) {
    const keys = registerJsonSchema(knownRules);
    throw refusal(
      parsed.error.issues.flatMap((issue) => problemsOf(issue, value, keys)),
      positions,
      file,
    );
  }
  const contradictions = crossCheck(parsed.data);
  if (contradictions.length > 0) throw refusal(contradictions, positions, file);
  return { register: parsed.data, positions, file };
}

/** One error of all problems, in the order in which they stand in the file. */
function refusal(problems: readonly Problem[], positions: Positions, file: string): InputError {
  const [first, ...further] = problems
    .map(({ path, problem }) => ({ at: positions(path), key: keyText(path), problem }))
    .sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0))
    .map(({ at, key, problem }): InputProblem => ({ file, line: at?.line, key, problem }));
  return first ? InputError.of([first, ...further]) : new InputError("cannot be read", { file });
}
