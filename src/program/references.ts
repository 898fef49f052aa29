/** Stacks that refer to one another: each gets the outputs of those that are judged with it, once these are known. */
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
function referredKey(name: string, from: StackKey): StackKey {
  const parts = name.split("/");
  const stack = parts.at(-1) ?? name;
  return { project: parts.length >= 3 ? (parts.at(-2) ?? from.project) : from.project, stack };
}

/** Reads programs, some at once, and lets those wait that refer to others. */
export class References<Done extends { readonly outputs: StackOutputs }> {
  private readonly started = new Map<Referring<Done>, Promise<Done>>();
  private readonly waits = new Map<Referring<Done>, Set<Referring<Done>>>();

  /** `told`: outputs of stacks by their name; `most`: so many are read at once. */
  constructor(
    private readonly programs: readonly Referring<Done>[],
    private readonly told: (key: StackKey) => StackOutputs | undefined,
    private readonly most: number,
  ) {}

  /** All programs, in their order. Rejects with the error of the first in that order that fails. */
  async all(): Promise<readonly Done[]> {
    const left = [...this.programs];
    const work = async (): Promise<void> => {
      for (let next = left.shift(); next; next = left.shift()) await this.start(next).catch(() => undefined);
    };
    await Promise.all(Array.from({ length: Math.min(this.most, left.length) }, work));
    const done: Done[] = [];
    for (const program of this.programs) done.push(await this.start(program));
    return done;
  }

  private start(program: Referring<Done>): Promise<Done> {
    const known = this.started.get(program);
    if (known) return known;
    const reading = program.read((name) => this.outputs(program, referredKey(name, program.key)));
    this.started.set(program, reading);
    return reading;
  }

  /** One that another waits for is begun at once, however many there are: else they could wait for each other's turn. */
  private async outputs(from: Referring<Done>, key: StackKey): Promise<StackOutputs | undefined> {
    const told = this.told(key);
    if (told) return told;
    const other = this.programs.find((one) => textOf(one.key) === textOf(key));
    // What waits for itself, by however many steps, waits for ever.
    if (!other || this.leads(other, from)) return undefined;
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
}
