/** What is wrong with a program, and where it is written. */
import { InputError, type InputProblem } from "../../input/error";
import type { Message } from "../../messages";

/** Where something stands in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The key under which it stands, and what that stands in. */
  readonly segment: string | number;
  readonly around?: Place | undefined;
}

/** The key of a place as it is shown: `resources.site.properties.sources[0]`. */
export function keyAt(place: Place): string {
  const outer = place.around ? keyAt(place.around) : "";
  if (typeof place.segment === "number") return `${outer}[${place.segment}]`;
  return outer === "" ? place.segment : `${outer}.${place.segment}`;
}

/** What is found to be wrong while a program is read: all of it is told at once. */
export class Problems {
  private readonly found = new Map<string, InputProblem>();

  add(problem: Message, { file, line, ...place }: Place): void {
    const key = keyAt({ file, line, ...place });
    // What is read from two sides is wrong only once.
    const about = JSON.stringify([file, line, key, problem]);
    if (!this.found.has(about)) this.found.set(about, { file, line, key, problem });
  }

  /** How many there are so far. */
  get count(): number {
    return this.found.size;
  }

  /** Throws an `InputError` of everything that was found, if anything was, in the order of its lines. */
  refuse(): void {
    const [first, ...further] = [...this.found.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    if (first) throw InputError.of([first, ...further]);
  }
}
