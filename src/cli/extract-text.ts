/** What goes from a thread that reads to the one that judges: extracts as text, which costs less than as objects. */
import { extractOf } from "../plan/extract";
import type { Raw } from "../plan/raw";
import { readPlan } from "../plan/read";
import { readExtract } from "../plan/read/extract";
import type { ReadPart } from "../plan/read/part";
import { Cursor } from "../plan/read/shape";

/** What a thread that reads is told when it starts. */
export interface ReadingOrder {
  /** Where relative paths start. */
  readonly base: string;
}

/** The extract of a plan. Throws an `InputError` about the file. */
export const extractText = (bytes: Uint8Array, name: string): string =>
  JSON.stringify(extractOf(readPlan(bytes, name)));

/** The part of a plan that such a text is. */
export const partOfText = (text: string, name: string): ReadPart =>
  readExtract(new Cursor(name, "", JSON.parse(text) as Raw));
