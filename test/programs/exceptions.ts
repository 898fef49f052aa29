/** Where a program and its preview are not found to be the same, and why. */

/** What only one of the doors finds, one line for each finding. */
export interface Difference {
  readonly why: string;
  readonly program: readonly string[];
  readonly preview: readonly string[];
}

/** By the name of the folder; with its file where it has several. */
export const DIFFERENT: Readonly<Record<string, Difference>> = {};
