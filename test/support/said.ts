/** What an error says. */

/** The message of the error with which this ends; `nothing` where it ends without one. */
export function said(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "nothing";
}
