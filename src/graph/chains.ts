/** Follows names through the records that answer for them: chains, forks and circles of any length. */
import { doubt } from "../plan/fact";
import type { Resource } from "../plan/resource";
import type { RecordContribution } from "./contribution";
import { doubtsOf, forwards, lineOf, serves } from "./record";
import type { Step, Target } from "./target";

/** What a chain asks for on its way. */
export interface Guide {
  /** The records that answer for a name. */
  readonly recordsAt: (name: string) => readonly RecordContribution[];
  /** The one name that a record leads to, if what it holds is a name and no address of the plan. */
  readonly nameIn: (record: RecordContribution) => string | undefined;
  /** What the value of a record leads to. */
  readonly valueOf: (record: RecordContribution) => readonly Target[];
  /** What a name leads to for which no record answers; `from` is the resource that names it. */
  readonly outside: (name: string, from: Resource) => readonly Target[];
}

const MAX_STEPS = 12;
/** Circles with many forks can take long to follow; nobody has so many names on purpose. */
const MOST_STEPS = 1_000_000;

/** A name on the way, and the one record that leads on from it. */
interface Link {
  readonly name: string;
  readonly record?: RecordContribution;
}

/**
 * Follows names. Each is resolved once, so that chains cost no more than their length. A list of visited names would not do:
 * of `a → b`, `b → a` and `b → c`, what `b` leads to while `a` is being followed lacks what `a` leads to besides. So circles
 * are found as Tarjan finds strongly connected components: a name that leads back to one further down the stack is part of
 * that one's circle, and what was found for it is not kept until the whole circle is followed.
 */
export class Chains {
  private readonly resolved = new Map<string, readonly Target[]>();
  /** The names that are being followed, each with its index on the stack. */
  private readonly stack = new Map<string, number>();
  /** The lowest index on the stack that the present name has led back to. */
  private lowlink = Infinity;
  private steps = 0;

  constructor(
    private readonly guide: Guide,
    private readonly mostSteps = MOST_STEPS,
  ) {}

  /** What a name leads to. */
  follow(start: string, from: Resource): readonly Target[] {
    const outer = this.lowlink;
    this.lowlink = Infinity;
    const chain: Link[] = [];
    let targets = this.followOn(start, from, chain);
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      if (link.record) targets = after(link.record, targets);
      this.pop(link.name, targets);
    }
    this.lowlink = Math.min(outer, this.lowlink);
    return targets;
  }

  /** What records lead to that answer for something which has no name of its own; `key` tells it from others. */
  followRecords(key: string, records: readonly RecordContribution[]): readonly Target[] {
    const done = this.resolved.get(key) ?? this.onStack(key);
    if (done) return done;
    const outer = this.lowlink;
    this.lowlink = Infinity;
    this.stack.set(key, this.stack.size);
    const targets = this.fork(records.filter(serves));
    this.pop(key, targets);
    this.lowlink = Math.min(outer, this.lowlink);
    return targets;
  }

  /** Nothing more is found by a name that is on the stack already. */
  private onStack(name: string): readonly Target[] | undefined {
    const index = this.stack.get(name);
    if (index === undefined) return undefined;
    this.lowlink = Math.min(this.lowlink, index);
    return [];
  }

  /** Takes a name off the stack. Keeps what it leads to, unless it is part of a circle of which a name is still on it. */
  private pop(name: string, targets: readonly Target[]): void {
    this.stack.delete(name);
    if (this.lowlink < this.stack.size) return;
    this.resolved.set(name, targets);
    this.lowlink = Infinity;
  }

  /** Straight chains are followed in a loop, so that their length does not matter; forks recurse. */
  private followOn(start: string, from: Resource, chain: Link[]): readonly Target[] {
    for (let name = start; ;) {
      const done = this.resolved.get(name) ?? this.onStack(name);
      if (done) return done;
      if (++this.steps > this.mostSteps) return [{ is: "unknown", why: doubt("cycle"), steps: [] }];
      this.stack.set(name, this.stack.size);
      const records = this.guide.recordsAt(name).filter(serves);
      const [record, second] = records;
      const next = record && !second && !forwards(record) ? this.guide.nameIn(record) : undefined;
      if (record === undefined || next === undefined) {
        chain.push({ name });
        return records.length > 0 ? this.fork(records) : this.guide.outside(name, from);
      }
      chain.push({ name, record });
      name = next;
    }
  }

  private fork(records: readonly RecordContribution[]): readonly Target[] {
    return records.flatMap((record) => after(record, this.guide.valueOf(record)));
  }
}

/** What lies behind a record: its doubts and its line are those of all that it leads to. */
function after(record: RecordContribution, targets: readonly Target[]): readonly Target[] {
  const step: Step = { resource: record.by, why: "follows" };
  const [perhaps] = doubtsOf(record);
  const line = lineOf(record);
  return targets.map((target) => {
    const unsure = target.doubt ?? perhaps;
    const some = target.some ?? line;
    return {
      ...target,
      // A chain of a thousand names needs no thousand lines of evidence: the last ones tell where it ends.
      steps: [step, ...target.steps].slice(-MAX_STEPS),
      ...(unsure ? { doubt: unsure } : {}),
      ...(some ? { some } : {}),
    };
  });
}
