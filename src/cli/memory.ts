/** Whether there is memory for what a user gives. A module of its own, since few give so much. */
import { getHeapStatistics } from "node:v8";
import { message } from "../messages";
import { InputError } from "../input/error";

/** What a byte of a plan takes while it is judged, measured. */
const MEMORY_A_BYTE = 5;
/** What a resource takes of which nothing is kept but what judgements need, measured where each is judged. */
const MEMORY_A_RESOURCE = 3_800;

const limit = (): number => getHeapStatistics().heap_size_limit;
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);

/** Whether plans of so many bytes take more memory than there is. */
export const isMoreThanFits = (size: number): boolean => size * MEMORY_A_BYTE > limit();

/**
 * Refuses plans of so many bytes in all where Node would run out of memory with them, since it would end without a word of
 * ours. Throws an `InputError` about `file`, the last of them.
 */
export function refuseMoreThanFits(size: number, file: string): void {
  if (!isMoreThanFits(size)) return;
  const sizes = { size: megabytes(size), needed: megabytes(size * MEMORY_A_BYTE), limit: megabytes(limit()) };
  throw new InputError(message("input.memory", sizes), { file });
}

/** The same for so many resources of many plans, of which not all is kept. */
export function refuseMoreResources(count: number, file: string): void {
  const needed = count * MEMORY_A_RESOURCE;
  if (needed <= limit()) return;
  const sizes = { count, needed: megabytes(needed), limit: megabytes(limit()) };
  throw new InputError(message("input.memory-kept", sizes), { file });
}
