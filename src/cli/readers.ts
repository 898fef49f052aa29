/**
 * Reads many files of plans over the cores of the machine. Of each file only what judgements need is kept, so that not all of
 * them have to fit into memory at once.
 */
import { resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileOfPlan } from "../names/plan-name";
import type { Extract } from "../plan/extract";
import type { ReadPart } from "../plan/read/part";
import { extractsIn, partsOfExtracts, type ReadingOrder } from "./extracted";
import { bytesOfFiles } from "./file-bytes";
import { refuseMoreResources, refuseMoreThanFits } from "./memory";
import { Queue } from "./queue";
import { ReadingThreads, type Threads } from "./threads";

/** How what is to be read is come by. */
export interface ManyFiles extends ReadingOrder {
  /** The bytes of a file, or of standard input. Throws an `InputError` that says what is wrong. */
  readonly bytesAt: (path: string) => Promise<Uint8Array>;
  readonly onRead: () => void;
}

/** Reads files, and gives the parts of each in the same order. Throws the `InputError` of the first that has something wrong. */
export async function readMany(
  paths: readonly string[],
  threads: Threads,
  files: ManyFiles,
): Promise<readonly (readonly ReadPart[])[]> {
  const kept = new Kept(paths, files.onRead);
  if (threads.count > 0) await readTogether(new Queue(paths, files.base), kept, threads, files);
  // What is not read by now: standard input, pipes, and what has something wrong, which comes out here.
  for (const [at, path] of paths.entries()) {
    if (kept.has(at)) continue;
    const bytes = await files.bytesAt(path);
    refuseMoreThanFits(bytes.length, path);
    kept.keep(at, extractsIn(bytes, path, files.source));
  }
  return kept.all;
}

/** What is kept of files, by their numbers. */
class Kept {
  private readonly parts = new Map<number, readonly ReadPart[]>();
  private resources = 0;

  constructor(
    private readonly paths: readonly string[],
    private readonly onRead: () => void,
  ) {}

  has(at: number): boolean {
    return this.parts.has(at);
  }

  /** Throws an `InputError` where all that is kept is more than can be judged. */
  keep(at: number, extracts: readonly Extract[]): void {
    const path = this.paths[at] ?? "";
    const parts = partsOfExtracts(extracts, path);
    for (const { resources } of parts) this.resources += resources.length;
    refuseMoreResources(this.resources, path);
    this.parts.set(at, parts);
    this.onRead();
  }

  get all(): readonly (readonly ReadPart[])[] {
    return this.paths.map((_, at) => this.parts.get(at) ?? []);
  }
}

/** Reads what can be read in any order, in threads and in this one, up to the first file that has something wrong. */
async function readTogether(queue: Queue, kept: Kept, threads: Threads, { base, source }: ReadingOrder): Promise<void> {
  const reading = new ReadingThreads(queue, threads, { base, source }, (at, text) => {
    kept.keep(at, JSON.parse(text) as readonly Extract[]);
  });
  try {
    const bytesOf = bytesOfFiles();
    for (let at = queue.last(); at !== undefined && !reading.hasFailed; at = queue.last()) {
      const path = queue.paths[at] ?? "";
      const extracts = extractsOrNone(() => extractsIn(bytesOf(resolve(base, fileOfPlan(path))), path, source));
      if (extracts) kept.keep(at, extracts);
      else queue.stopAt(at);
      // What threads have read meanwhile comes in: they are not to wait for this one.
      await setImmediate();
    }
    await reading.end;
  } finally {
    reading.stop();
  }
}

/** The extracts of what a file holds; undefined where it has something wrong. */
function extractsOrNone(read: () => readonly Extract[]): readonly Extract[] | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
