/** Numbers that look random and are the same for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to 1, which is never reached (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to `end`, which is never reached. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Whether something happens that does so once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** One of several; there must be some. */
  pick<T>(all: readonly T[]): T {
    const found = all[this.below(all.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  }

  /** The same in another order. */
  shuffled<T>(all: readonly T[]): T[] {
    const order = [...all];
    for (let at = order.length - 1; at > 0; at--) {
      const other = this.below(at + 1);
      [order[at], order[other]] = [order[other] as T, order[at] as T];
    }
    return order;
  }
}
