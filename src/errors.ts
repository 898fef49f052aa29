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

/**
 * Bad input by the user: an unreadable file, a wrong key, a wrong option. The command prints only `message` and exits 2.
 * `message` is one sentence: `file:line: key: problem`. When more is wrong, it names the first and counts the rest, and
 * `details` holds one sentence for each.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly file?: string;
  readonly line?: number;
  readonly key?: string;
  /** Everything that is wrong, the first included. */
  readonly details: readonly string[];

  constructor(problem: string, place: InputPlace = {}, further: readonly InputProblem[] = []) {
    const details = [{ problem, ...place }, ...further].map(sentence);
    const more = further.length === 0 ? "" : ` (and ${further.length} more)`;
    super(`${details[0] ?? problem}${more}`);
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

function sentence({ file, line, key, problem }: InputProblem): string {
  const where = file === undefined ? [] : [line === undefined ? file : `${file}:${line}`];
  return [...where, ...(key === undefined || key === "" ? [] : [key]), problem].join(": ");
}
