/** Processes that wait for the next round of programs, with what these have used of their packages in the last one. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Launch } from "./launch";
import type { Loaded } from "./loaded";
import { prepare, type Prepared, type Start } from "./run";

/** So many wait at once: each takes as much memory as a program. */
const MOST = 4;

interface Waiting {
  readonly prepared: Prepared;
  /** The files that it has loaded, and what their packages were. */
  readonly packages: readonly string[];
  readonly stamp: string;
}

/** A program as it ran in a round. */
interface Used {
  readonly launch: Launch;
  packages: readonly string[];
}

export class Warm {
  private readonly waiting = new Map<string, Waiting>();
  /** What ran in this round, or in the last one in which anything did. */
  private readonly used = new Map<string, Used>();
  private isNew = false;
  private readonly running = new Set<Prepared>();

  /** `heard` takes the files that a program has loaded. */
  constructor(private readonly heard: (files: readonly string[]) => void) {}

  /** Gives the process that waits for a program, or a new one. */
  readonly start: Start = (launch) => {
    const key = keyOf(launch);
    if (this.isNew) this.used.clear();
    this.isNew = false;
    const waiting = this.waiting.get(key);
    this.waiting.delete(key);
    const used: Used = { launch, packages: waiting?.packages ?? [] };
    this.used.set(key, used);
    const prepared = goodOf(waiting) ?? prepare(launch);
    this.running.add(prepared);
    return {
      ...prepared,
      run: (options) => {
        const loaded = (said: Loaded): void => {
          this.heard(said.files);
          if (said.packages.length > 0) used.packages = said.packages;
        };
        return prepared.run({ ...options, loaded }).finally(() => this.running.delete(prepared));
      },
    };
  };

  /** Starts the processes for the next round. */
  renew(): void {
    this.isNew = true;
    for (const [key, { prepared }] of this.waiting) {
      if (this.used.has(key)) continue;
      prepared.abandon();
      this.waiting.delete(key);
    }
    for (const [key, { launch, packages }] of this.used) {
      if (this.waiting.size >= MOST) break;
      if (this.waiting.has(key)) continue;
      const prepared = prepare(launch);
      prepared.preload(packages);
      this.waiting.set(key, { prepared, packages, stamp: stampOf(packages) });
    }
  }

  /** Ends all that waits or runs. */
  close(): void {
    for (const { prepared } of this.waiting.values()) prepared.abandon();
    for (const prepared of this.running) prepared.abandon();
    this.waiting.clear();
  }
}

/** A process that waits, unless it has ended, or has loaded what is no longer there. */
function goodOf(waiting: Waiting | undefined): Prepared | undefined {
  if (!waiting) return undefined;
  const { prepared, packages, stamp } = waiting;
  if (prepared.isReady() && stamp === stampOf(packages)) return prepared;
  prepared.abandon();
  return undefined;
}

const keyOf = ({ project: { root, main, options }, env }: Launch): string => JSON.stringify([root, main, options, env]);

const PACKAGE = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/;

/** What changes when one of the packages of some files is installed anew. */
function stampOf(files: readonly string[]): string {
  const packages = new Set(files.flatMap((file) => PACKAGE.exec(file)?.[0] ?? []));
  return JSON.stringify([...packages].map((folder) => [folder, ...aboutFile(join(folder, "package.json"))]));
}

function aboutFile(file: string): readonly number[] {
  const about = statSync(file, { throwIfNoEntry: false });
  return about ? [about.ino, about.size, about.mtimeMs] : [];
}
