/** Stacks that refer to one another: each gets the outputs of those that are judged with it, once these are known. */
import { partsOfStackName } from "../names/stack-name";
import type { Answers, StackOutputs } from "./answers";

/** Which stack of which project; organisations are not told apart. */
export interface StackKey {
  readonly project: string;
  readonly stack: string;
}

/** A program of a stack that can be read once its references can be answered. */
export interface Referring<Done> {
  readonly key: StackKey;
  readonly read: (stackOf: Answers["stack"]) => Promise<Done>;
}

const textOf = ({ project, stack }: StackKey): string => `${project}/${stack}`;

/** What a reference is to: `stack` and `organisation/stack` are of the same project. */
function referredKey(name: string, from: StackKey): StackKey | undefined {
  const parts = partsOfStackName(name);
  return parts && { project: parts.project ?? from.project, stack: parts.stack };
}

/** So often programs that refer to one another are read again at most: what one gives may hang on what the other gave. */
const MOST_ROUNDS = 5;

/**
 * Reads programs, some at once, and lets those wait that refer to others. Where they refer to one another, one has to begin
 * without the other: it is read again with what it did not get, so that nothing hangs on the order in which they are given.
 */
export class References<Done extends { readonly outputs: StackOutputs }> {
  private readonly started = new Map<Referring<Done>, Promise<Done>>();
  private readonly waits = new Map<Referring<Done>, Set<Referring<Done>>>();
  /** What each was told of the others. */
  private readonly heard = new Map<Referring<Done>, Map<Referring<Done>, StackOutputs | undefined>>();

  /** `told`: outputs of stacks by their name; `most`: so many are read at once. */
  constructor(
    private readonly programs: readonly Referring<Done>[],
    private readonly told: (key: StackKey) => StackOutputs | undefined,
    private readonly most: number,
  ) {}

  /** All programs, in their order. Rejects with the error of the first in that order that fails. */
  async all(): Promise<readonly Done[]> {
    await this.someAtOnce(this.programs, (program) => this.start(program));
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const known = await this.known();
      const behind = this.programs.filter((program) => this.isBehind(program, known));
      if (behind.length === 0) break;
      await this.someAtOnce(behind, (program) => this.again(program, known));
    }
    const done: Done[] = [];
    for (const program of this.programs) done.push(await this.start(program));
    return done;
  }

  private async someAtOnce(
    programs: readonly Referring<Done>[],
    read: (program: Referring<Done>) => Promise<Done>,
  ): Promise<void> {
    const left = [...programs];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) await read(next).catch(() => undefined);
    };
    await Promise.all(Array.from({ length: Math.min(this.most, left.length) }, work));
  }

  private start(program: Referring<Done>): Promise<Done> {
    const known = this.started.get(program);
    if (known) return known;
    return this.read(program, (other) => this.awaited(program, other));
  }

  /** Reads one again, with what the others have given so far. */
  private again(program: Referring<Done>, known: ReadonlyMap<Referring<Done>, StackOutputs>): Promise<Done> {
    this.heard.delete(program);
    return this.read(program, (other) => Promise.resolve(known.get(other)));
  }

  private read(
    program: Referring<Done>,
    outputsOf: (other: Referring<Done>) => Promise<StackOutputs | undefined>,
  ): Promise<Done> {
    const reading = program.read(async (name) => {
      const key = referredKey(name, program.key);
      const told = key && this.told(key);
      if (told) return told;
      const other = key && this.programs.find((one) => textOf(one.key) === textOf(key));
      // What it gives out itself it cannot be told before it is done.
      if (!other || other === program) return undefined;
      const outputs = await outputsOf(other);
      const heard = this.heard.get(program) ?? new Map<Referring<Done>, StackOutputs | undefined>();
      this.heard.set(program, heard.set(other, outputs));
      return outputs;
    });
    this.started.set(program, reading);
    return reading;
  }

  /** One that another waits for is begun at once, however many there are: else they could wait for each other's turn. */
  private async awaited(from: Referring<Done>, other: Referring<Done>): Promise<StackOutputs | undefined> {
    // What waits for itself, by however many steps, waits for ever.
    if (this.leads(other, from)) return undefined;
    const waits = this.waits.get(from) ?? new Set();
    this.waits.set(from, waits.add(other));
    // Its own error is told where it is read.
    return this.start(other).then(
      ({ outputs }) => outputs,
      () => undefined,
    );
  }

  private leads(from: Referring<Done>, to: Referring<Done>): boolean {
    return from === to || [...(this.waits.get(from) ?? [])].some((next) => this.leads(next, to));
  }

  /** What each has given so far; one that failed gives nothing. */
  private async known(): Promise<ReadonlyMap<Referring<Done>, StackOutputs>> {
    const known = new Map<Referring<Done>, StackOutputs>();
    for (const program of this.programs) {
      await this.start(program).then(
        ({ outputs }) => known.set(program, outputs),
        () => undefined,
      );
    }
    return known;
  }

  /** Whether one was told something else than what is known now. */
  private isBehind(program: Referring<Done>, known: ReadonlyMap<Referring<Done>, StackOutputs>): boolean {
    const heard = this.heard.get(program) ?? [];
    return [...heard].some(([other, outputs]) => JSON.stringify(outputs) !== JSON.stringify(known.get(other)));
  }
}
