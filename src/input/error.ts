import { message, render, type Language, type Message } from "../messages";

/** Where bad input stands. */
export interface InputPlace {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  /** The key, such as `filings[0].status`. */
  readonly key?: string | undefined;
}

/** One thing that is wrong, and where. `problem` continues the place: what was expected, what stood there, what to do. */
export interface InputProblem extends InputPlace {
  readonly problem: Message;
}

/** So many mistakes are told at once; more would bury the first. */
const MOST_TOLD = 50;

/**
 * Bad input by the user: an unreadable file, a wrong key, a wrong option. The command prints only what `said` gives, and exits
 * with 2. `message` is that in English: one line for each thing that is wrong, `file:line: key: problem`; after the 50th it
 * counts the rest.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly file?: string;
  readonly line?: number;
  readonly key?: string;
  /** What is wrong, in the order in which it is told; at least one, and after the 50th how many are left. */
  private readonly sentences: Sentences;

  constructor(
    private readonly problem: Message,
    place: InputPlace = {},
    further: readonly InputProblem[] = [],
  ) {
    const told = further.slice(0, MOST_TOLD - 1).map(sentence);
    const left = further.length - told.length;
    const rest = left > 0 ? [message("input.more", { count: left })] : [];
    const sentences = [sentence({ problem, ...place }), ...told, ...rest] as const;
    super(linesOf(sentences, "en").join("\n"));
    this.sentences = sentences;
    if (place.file !== undefined) this.file = place.file;
    if (place.line !== undefined) this.line = place.line;
    if (place.key !== undefined && place.key !== "") this.key = place.key;
  }

  /** One error of several problems, which come in the order in which they are to be told; at least one. */
  static of(problems: readonly [InputProblem, ...InputProblem[]]): InputError {
    const [{ problem, ...place }, ...further] = problems;
    return new InputError(problem, place, further);
  }

  /** The first thing that is wrong, where something else has to be mended than what it was found at. */
  at(place: InputPlace): InputError {
    return new InputError(this.problem, place);
  }

  /** The same, and one thing more to be told of it. */
  and(more: InputProblem): InputError {
    const [first, ...others] = this.sentences;
    return new InputError(first, {}, [...others.map((problem) => ({ problem })), more]);
  }

  /** Whether one of some texts is told. */
  tells(...ids: readonly Message["id"][]): boolean {
    const isTold = ({ id, params: { problem } }: Message): boolean =>
      ids.includes(id) || (typeof problem === "object" && isTold(problem));
    return this.sentences.some(isTold);
  }

  /** The same as messages, to be said inside of others: one for each thing that is wrong. */
  get messages(): Sentences {
    return this.sentences;
  }

  /** What is wrong, in a language: one line for each thing. */
  said(language: Language): readonly string[] {
    return linesOf(this.sentences, language);
  }
}

type Sentences = readonly [Message, ...Message[]];

/** One line each, whatever stands in a key. */
const linesOf = (sentences: readonly Message[], language: Language): string[] =>
  sentences.map(({ id, params }) => render(language, id, params).replace(/[\r\n\u2028\u2029]+/g, " "));

function sentence({ file, line, key, problem }: InputProblem): Message {
  const said = key === undefined || key === "" ? problem : message("input.at", { where: key, problem });
  if (file === undefined) return said;
  return message("input.at", { where: line === undefined ? file : `${file}:${line}`, problem: said });
}
