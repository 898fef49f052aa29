/** Threads that read files of plans, in a bundle of their own (`reader.ts`). */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker, type ResourceLimits } from "node:worker_threads";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { message } from "../messages";
import type { ReadingOrder } from "./extracted";
import type { Queue } from "./queue";

/** The threads that read, beside the one that asks. */
export interface Threads {
  /** How many there are; with none, the one that asks reads alone. */
  readonly count: number;
  /** What they run. */
  readonly bundle: string;
  readonly limits?: ResourceLimits;
}

/** One for each core but that of the thread that asks, of the bundle beside this one. */
export const threadsHere = (): Threads => ({
  count: availableParallelism() - 1,
  bundle: join(__dirname, "reader.js"),
});

/** Takes the text of the extracts of a file, by its number. */
type Take = (at: number, text: string) => void;

/** So many files a thread has before it: it goes on while the one that asks is busy. */
const AHEAD = 2;

/** Threads that read the files of a queue, up to the first that has something wrong. */
export class ReadingThreads {
  /** When nothing is left to be read. Rejects with an `InputError` where memory ends, and with what `take` throws. */
  readonly end: Promise<void>;
  private readonly threads: readonly Thread[];
  private failed = false;

  constructor(queue: Queue, { count, bundle, limits }: Threads, workerData: ReadingOrder, take: Take) {
    // What this process was started with, such as `--require`, is no matter of theirs.
    const options = { workerData, execArgv: [], ...(limits && { resourceLimits: limits }) };
    this.threads = Array.from(
      { length: Math.min(count, queue.length) },
      () => new Thread(new Worker(bundle, options), queue, take),
    );
    // Before any has a second file, each has one.
    for (let files = 0; files < AHEAD; files++) for (const thread of this.threads) thread.give();
    const busy = this.threads.filter((thread) => thread.isBusy);
    this.end = Promise.all(busy.map((thread) => thread.end)).then(() => undefined);
    // Who waits for the end hears of it there.
    this.end.catch(() => {
      this.failed = true;
    });
  }

  /** Whether there is no sense in reading on. */
  get hasFailed(): boolean {
    return this.failed;
  }

  stop(): void {
    for (const thread of this.threads) thread.stop();
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
