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
 * Follows names. Each is resolved once, so that chains cost no more than their length; what was found while a name of its
 * own circle was still open is not kept, for it may lack what that name leads to.
 */
export class Chains {
  private readonly resolved = new Map<string, readonly Target[]>();
  /** The names that are being followed, each with how many were open before it. */
  private readonly open = new Map<string, number>();
  /** The outermost open name that the present one has led back to. */
  private circle = Infinity;
  private steps = 0;

  constructor(
    private readonly guide: Guide,
    private readonly mostSteps = MOST_STEPS,
  ) {}

  /** What a name leads to. */
  follow(start: string, from: Resource): readonly Target[] {
    const outer = this.circle;
    this.circle = Infinity;
    const chain: Link[] = [];
    let targets = this.followOn(start, from, chain);
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      if (link.record) targets = after(link.record, targets);
      this.close(link.name, targets);
    }
    this.circle = Math.min(outer, this.circle);
    return targets;
  }

  /** What records lead to that answer for something which has no name of its own; `key` tells it from others. */
  followRecords(key: string, records: readonly RecordContribution[]): readonly Target[] {
    const done = this.resolved.get(key) ?? this.closed(key);
    if (done) return done;
    const outer = this.circle;
    this.circle = Infinity;
    this.open.set(key, this.open.size);
    const targets = this.fork(records.filter(serves));
    this.close(key, targets);
    this.circle = Math.min(outer, this.circle);
    return targets;
  }

  /** Nothing more is found by a name that is open already. */
  private closed(name: string): readonly Target[] | undefined {
    const depth = this.open.get(name);
    if (depth === undefined) return undefined;
    this.circle = Math.min(this.circle, depth);
    return [];
  }

  /** Keeps what a name leads to, unless it is part of a circle that is still open. */
  private close(name: string, targets: readonly Target[]): void {
    this.open.delete(name);
    if (this.circle < this.open.size) return;
    this.resolved.set(name, targets);
    this.circle = Infinity;
  }

  /** Straight chains are followed in a loop, so that their length does not matter; forks recurse. */
  private followOn(start: string, from: Resource, chain: Link[]): readonly Target[] {
    for (let name = start; ;) {
      const done = this.resolved.get(name) ?? this.closed(name);
      if (done) return done;
      if (++this.steps > this.mostSteps) return [{ is: "unknown", why: doubt("cycle"), steps: [] }];
      this.open.set(name, this.open.size);
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
