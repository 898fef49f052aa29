/** Where bad input stands. */
export interface InputPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** The key, such as `filings[0].status`. */
  readonly key?: string | undefined;
}

/** One thing that is wrong, and where. `problem` continues the place: what was expected, what stood there, what to do. */
export interface InputProblem extends InputPlace {
  readonly problem: string;
}

/** So many mistakes are told at once; more would bury the first. */
const MOST_TOLD = 50;

/**
 * Bad input by the user: an unreadable file, a wrong key, a wrong option. The command prints only `message` and exits 2.
 * `message` has one line for each thing that is wrong, `file:line: key: problem`; after the 50th it counts the rest.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly file?: string;
  readonly line?: number;
  readonly key?: string;
  /** The lines of `message`. */
  readonly details: readonly string[];

  constructor(problem: string, place: InputPlace = {}, further: readonly InputProblem[] = []) {
    const details = [{ problem, ...place }, ...further].slice(0, MOST_TOLD).map(sentence);
    const left = 1 + further.length - details.length;
    if (left > 0) details.push(`and ${left} more`);
    super(details.join("\n"));
    this.details = details;
    if (place.file !== undefined) this.file = place.file;
    if (place.line !== undefined) this.line = place.line;
    if (place.key !== undefined && place.key !== "") this.key = place.key;
  }

  /** One error of several problems, which come in the order in which they are to be told; at least one. */
  static of(problems: readonly [InputProblem, ...InputProblem[]]): InputError {
    const [{ problem, ...place }, ...further] = problems;
    return new InputError(problem, place, further);
  }
}

/** The code of an error of the system, such as `ENOENT`; its message where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : error instanceof Error ? error.message : "unknown";

/** At most 60 characters of a text, in quotes. */
export function quote(value: string): string {
  const chars = Array.from(value);
  return JSON.stringify(chars.length > 60 ? `${chars.slice(0, 59).join("")}…` : value);
}

/** One line, whatever stands in a key. */
function sentence({ file, line, key, problem }: InputProblem): string {
  const where = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`];
  const parts = [...where, ...(key === undefined || key === "" ? [] : [key]), problem];
  return parts.join(": ").replace(/[\r\n\u2028\u2029]+/g, " ");
}
