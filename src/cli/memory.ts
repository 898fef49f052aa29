/** Whether there is memory for what a user gives. A module of its own, since few give so much. */
import { getHeapStatistics } from "node:v8";
import { message } from "../messages";
import { InputError } from "../input/error";

/** What a byte takes while it is judged, measured: of a plan, and of what is kept of one when there are many. */
const MEMORY_A_BYTE = { plan: 5, extract: 16 } as const;

/** Whether plans of so many bytes take more memory than there is. */
export const isMoreThanFits = (size: number): boolean =>
  size * MEMORY_A_BYTE.plan > getHeapStatistics().heap_size_limit;

/**
 * Refuses plans of so many bytes in all where Node would run out of memory with them, since it would end without a word of
 * ours; or so many bytes that are kept of plans. Throws an `InputError` about `file`, the last of them.
 */
export function refuseMoreThanFits(size: number, file: string, of: keyof typeof MEMORY_A_BYTE = "plan"): void {
  const needed = size * MEMORY_A_BYTE[of];
  const { heap_size_limit: limit } = getHeapStatistics();
  if (needed <= limit) return;
  const megabytes = (bytes: number): number => Math.ceil(bytes / 1_048_576);
  const sizes = { size: megabytes(size), needed: megabytes(needed), limit: megabytes(limit) };
  throw new InputError(message(of === "plan" ? "input.memory" : "input.memory-kept", sizes), { file });
}
