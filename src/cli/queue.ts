/** Which of many files is read next. */
import { sizeOfFile } from "../plan/read/file";
import { isMoreThanFits } from "./memory";

/** Files that can be read in any order, by their numbers among all that are given. */
export class Queue {
  private readonly waiting: number[];
  private end = Number.POSITIVE_INFINITY;

  constructor(
    readonly paths: readonly string[],
    base: string,
  ) {
    const files = paths.flatMap((path, at) => {
      const size = sizeOfFile(path, base);
      return size === undefined ? [] : [{ size, at }];
    });
    this.waiting = files.sort((a, b) => b.size - a.size).map(({ at }) => at);
    for (const { size, at } of files) if (isMoreThanFits(size)) this.stopAt(at);
  }

  get length(): number {
    return this.waiting.length;
  }

  /** From this one on nothing needs to be read. */
  stopAt(at: number): void {
    this.end = Math.min(this.end, at);
  }

  /** The largest one: that none is left with it while the others have nothing more to do. */
  next(): number | undefined {
    return this.taken(() => this.waiting.shift());
  }

  /** The smallest one, for who has other things to do as well. */
  last(): number | undefined {
    return this.taken(() => this.waiting.pop());
  }

  private taken(take: () => number | undefined): number | undefined {
    for (let at = take(); at !== undefined; at = take()) if (at < this.end) return at;
    return undefined;
  }
}
