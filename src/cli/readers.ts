/**
 * Reads many files of plans over the cores of the machine, in threads. Of each file only what judgements need is kept, so that
 * not all of them have to fit into memory at once.
 */
import type { ReadPart } from "../plan/read/part";
import { partsIn, textOfParts } from "./extract-text";
import { refuseMoreThanFits } from "./memory";
import { readInThreads, type Threads } from "./threads";

/** How what is to be read is come by. */
export interface ManyFiles {
  /** Where relative paths start. */
  readonly base: string;
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
  const parts = new Map<number, readonly ReadPart[]>();
  let size = 0;
  const keep = (at: number, text: string): void => {
    const path = paths[at] ?? "";
    size += text.length;
    refuseMoreThanFits(size, path, "extract");
    parts.set(at, partsIn(text, path));
    files.onRead();
  };
  if (threads.count > 0) await readInThreads(paths, threads, files.base, keep);
  // What no thread has read, by this one: standard input, pipes, and what has something wrong, which comes out here.
  for (const [at, path] of paths.entries()) {
    if (parts.has(at)) continue;
    const bytes = await files.bytesAt(path);
    refuseMoreThanFits(bytes.length, path);
    keep(at, textOfParts(bytes, path));
  }
  return paths.map((_, at) => parts.get(at) ?? []);
}
