/** Whether there is memory for what a user gives. A module of its own, since few give so much. */
import { getHeapStatistics } from "node:v8";
import { message } from "../messages";
import { InputError } from "../input/error";

/** What a byte of a plan takes while it is judged, measured. */
const MEMORY_A_BYTE = 5;

/**
 * Refuses plans of so many bytes in all where Node would run out of memory with them, since it would end without a word of
 * ours. Throws an `InputError` about `file`, the last of them.
 */
export function refuseMoreThanFits(size: number, file: string): void {
  const needed = size * MEMORY_A_BYTE;
  const { heap_size_limit: limit } = getHeapStatistics();
  if (needed <= limit) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);
  const sizes = { size: megabytes(size), needed: megabytes(needed), limit: megabytes(limit) };
  throw new InputError(message("input.memory", sizes), { file });
}
