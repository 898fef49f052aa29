/** Threads that read files of plans, in a bundle of their own (`reader.ts`). */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker, type ResourceLimits } from "node:worker_threads";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { message } from "../messages";
import { sizeOfFile } from "../plan/read/file";
import type { ReadingOrder } from "./extract-text";
import { isMoreThanFits } from "./memory";

/** The threads that read. */
export interface Threads {
  /** How many there are; with none, the one that asks reads. */
  readonly count: number;
  /** What they run. */
  readonly bundle: string;
  readonly limits?: ResourceLimits;
}

/** One for each core, of the bundle beside this one; none where there is one core. */
export function threadsHere(): Threads {
  const cores = availableParallelism();
  return { count: cores > 1 ? cores : 0, bundle: join(__dirname, "reader.js") };
}

/** Takes the extract of a file, by its number. */
type Take = (at: number, text: string) => void;

/**
 * Has threads read all the files that they can, up to the first that has something wrong: whoever asks reads that one again to
 * hear of it. Throws an `InputError` where a thread has too little memory, and what `take` throws.
 */
export async function readInThreads(
  paths: readonly string[],
  { count, bundle, limits }: Threads,
  base: string,
  take: Take,
): Promise<void> {
  const queue = new Queue(paths, base);
  const workerData: ReadingOrder = { base };
  // What this process was started with, such as `--require`, is no matter of theirs.
  const options = { workerData, execArgv: [], ...(limits && { resourceLimits: limits }) };
  const threads = Array.from(
    { length: Math.min(count, queue.length) },
    () => new Thread(new Worker(bundle, options), queue, take),
  );
  // Before any has a second file, each has one.
  for (let files = 0; files < AHEAD; files++) for (const thread of threads) thread.give();
  try {
    await Promise.all(threads.filter((thread) => thread.isBusy).map((thread) => thread.end));
  } finally {
    for (const thread of threads) thread.stop();
  }
}

/** So many files a thread has before it: it goes on while the one that asks is busy with what it has read. */
const AHEAD = 2;

/** Which file is read next, by its number. */
class Queue {
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
    // The largest first, so that no thread is left with one while the others have nothing more to do.
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

  next(): number | undefined {
    for (let at = this.waiting.shift(); at !== undefined; at = this.waiting.shift()) if (at < this.end) return at;
    return undefined;
  }
}

/** One thread, which reads files of a queue until there are no more. */
class Thread {
  /** When it has no more to do, once it was given anything. */
  readonly end: Promise<void>;
  /** The files that it was given and has not read, by their numbers. */
  private readonly given: number[] = [];

  constructor(
    private readonly worker: Worker,
    private readonly queue: Queue,
    private readonly take: Take,
  ) {
    this.end = new Promise((resolve, reject) => {
      worker.on("message", (text: string | undefined) => {
        try {
          this.took(text);
          if (!this.isBusy) resolve();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      worker.on("error", (error) => {
        const [at = 0] = this.given;
        if (codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY") reject(outOfMemory(queue.paths[at]));
        // What a thread that cannot run has not read, whoever asks reads.
        resolve();
      });
    });
  }

  get isBusy(): boolean {
    return this.given.length > 0;
  }

  /** Gives it a file to read, where there is one. */
  give(): void {
    const at = this.queue.next();
    if (at === undefined) return;
    this.given.push(at);
    this.worker.postMessage(this.queue.paths[at]);
  }

  stop(): void {
    void this.worker.terminate();
  }

  private took(text: string | undefined): void {
    const at = this.given.shift() ?? 0;
    if (text === undefined) this.queue.stopAt(at);
    else this.take(at, text);
    this.give();
  }
}

const outOfMemory = (file: string | undefined): InputError =>
  new InputError(message("input.memory-thread", {}), { file });
