/**
 * Reads many files of plans over the cores of the machine, in threads that run a bundle of their own. Of each file only what
 * judgements need is kept, so that not all of them have to fit into memory at once.
 */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker, type ResourceLimits } from "node:worker_threads";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { message } from "../messages";
import { sizeOfFile } from "../plan/read/file";
import type { ReadPart } from "../plan/read/part";
import { extractText, partOfText, type Asked } from "./extract-text";
import { isMoreThanFits, refuseMoreThanFits } from "./memory";

/** The threads that read. */
export interface Threads {
  /** How many there are; with none, this one reads. */
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

/** What is to be read, and how. */
export interface Files {
  /** Where relative paths start. */
  readonly base: string;
  /** The bytes of a file, or of standard input. Throws an `InputError` that says what is wrong. */
  readonly bytesAt: (path: string) => Promise<Uint8Array>;
  readonly onRead: () => void;
}

/** Reads files, and gives their parts in the same order. Throws the `InputError` of the first that has something wrong. */
export async function readMany(paths: readonly string[], threads: Threads, files: Files): Promise<readonly ReadPart[]> {
  const kept = new Kept(paths, files.onRead);
  if (threads.count > 0) await readOver(kept, threads, files.base);
  // What no thread has read, by this one: standard input, pipes, and what has something wrong, which comes out here.
  for (const [at, path] of paths.entries()) {
    if (kept.has(at)) continue;
    const bytes = await files.bytesAt(path);
    refuseMoreThanFits(bytes.length, path);
    kept.put(at, extractText(bytes, path));
  }
  return kept.all;
}

/** What is kept of files. */
class Kept {
  private readonly parts = new Map<number, ReadPart>();
  private size = 0;

  constructor(
    readonly paths: readonly string[],
    private readonly onRead: () => void,
  ) {}

  has(at: number): boolean {
    return this.parts.has(at);
  }

  /** Keeps the extract of a file. Throws an `InputError` where that is more than fits into memory. */
  put(at: number, text: string): void {
    const path = this.paths[at] ?? "";
    this.size += text.length;
    refuseMoreThanFits(this.size, path, "extract");
    this.parts.set(at, partOfText(text, path));
    this.onRead();
  }

  /** In the order of the files. */
  get all(): readonly ReadPart[] {
    return this.paths.flatMap((_, at) => this.parts.get(at) ?? []);
  }
}

/** Has threads read all that they can, up to the first file that has something wrong. */
async function readOver(kept: Kept, { count, bundle, limits }: Threads, base: string): Promise<void> {
  const queue = new Queue(kept.paths, base);
  const workerData: Asked = { base };
  // What this process was started with, such as `--require`, is no matter of theirs.
  const options = { workerData, execArgv: [], ...(limits && { resourceLimits: limits }) };
  const threads = Array.from({ length: Math.min(count, queue.length) }, () => new Worker(bundle, options));
  try {
    await Promise.all(threads.map((thread) => readIn(thread, queue, kept)));
  } finally {
    for (const thread of threads) void thread.terminate();
  }
}

/** Which file is read next, by its number. */
class Queue {
  private readonly waiting: number[];
  private end = Number.POSITIVE_INFINITY;

  constructor(paths: readonly string[], base: string) {
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

/** So many files a thread has before it: it goes on while this one is busy with what it has read. */
const AHEAD = 2;

/** Has one thread read files until there are no more. */
function readIn(thread: Worker, queue: Queue, kept: Kept): Promise<void> {
  return new Promise((resolve, reject) => {
    const given: number[] = [];
    const give = (): void => {
      const at = queue.next();
      if (at === undefined) return;
      given.push(at);
      thread.postMessage(kept.paths[at]);
    };
    const take = (text: string | undefined): void => {
      const at = given.shift() ?? 0;
      if (text === undefined) queue.stopAt(at);
      else kept.put(at, text);
      give();
      if (given.length === 0) resolve();
    };
    thread.on("message", (text: string | undefined) => {
      try {
        take(text);
      } catch (error) {
        reject(error as Error);
      }
    });
    thread.on("error", (error) => {
      const [at = 0] = given;
      if (codeOf(error) === "ERR_WORKER_OUT_OF_MEMORY") reject(outOfMemory(kept.paths[at]));
      // Where a thread cannot run at all, this one reads.
      queue.stopAt(at);
      resolve();
    });
    for (let ahead = 0; ahead < AHEAD; ahead++) give();
  });
}

const outOfMemory = (file: string | undefined): InputError =>
  new InputError(message("input.memory-thread", {}), { file });
