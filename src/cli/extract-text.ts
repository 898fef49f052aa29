/** What goes from a thread that reads to the one that judges: extracts as text, which costs less than as objects. */
import { extractOf } from "../plan/extract";
import type { Raw } from "../plan/raw";
import { readParts } from "../plan/read";
import { readExtract } from "../plan/read/extract";
import type { ReadPart } from "../plan/read/part";
import { Cursor } from "../plan/read/shape";

/** What a thread that reads is told when it starts. */
export interface ReadingOrder {
  /** Where relative paths start. */
  readonly base: string;
}

/** The extracts of what a file holds. Throws an `InputError` about the file. */
export const textOfParts = (bytes: Uint8Array, name: string): string =>
  JSON.stringify(readParts(bytes, name).map(extractOf));

/** The parts of a plan that such a text is of. */
export const partsIn = (text: string, name: string): readonly ReadPart[] =>
  (JSON.parse(text) as readonly Raw[]).map((extract) => readExtract(new Cursor(name, "", extract)));
