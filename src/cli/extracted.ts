/** What is kept of plans where there are many, and what goes from threads that read to the one that judges. */
import { extractOf, type Extract } from "../plan/extract";
import type { Raw } from "../plan/raw";
import { readDocument } from "../plan/read";
import { readExtract } from "../plan/read/extract";
import type { ReadPart } from "../plan/read/part";
import { Cursor } from "../plan/read/shape";
import type { SourceFolders } from "../plan/read/terraform/source";

/** What a thread that reads is told when it starts. */
export interface ReadingOrder {
  /** Where relative paths start. */
  readonly base: string;
  readonly source: SourceFolders;
}

/** The extracts of what a file holds; those of extracts are the same again. Throws an `InputError` about the file. */
export function extractsIn(bytes: Uint8Array, name: string, source: SourceFolders): readonly Extract[] {
  const { kind, document, parts } = readDocument(bytes, name, { source });
  return kind === "extract" ? (document["parts"] as unknown as readonly Extract[]) : parts.map(extractOf);
}

/** The parts of a plan of which these are the extracts. */
export const partsOfExtracts = (extracts: readonly Extract[], name: string): readonly ReadPart[] =>
  extracts.map((extract) => readExtract(new Cursor(name, "", extract as unknown as Raw)));
