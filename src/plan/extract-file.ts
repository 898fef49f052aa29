/** The file of extracts: one or several, with a sum that tells whether anybody has changed it since. */
import { createHash } from "node:crypto";
import { plainJson } from "../base/plain";
import type { Extract } from "./extract";

/** The version of the form; one that reads otherwise is another. */
export const EXTRACT_FORM = 1;

/** What a file of extracts holds. */
export interface ExtractFile {
  readonly tool: "alicloud-icp";
  /** The version of its form. */
  readonly extract: typeof EXTRACT_FORM;
  /** SHA-256 over the JSON of `parts`. */
  readonly sha256: string;
  readonly parts: readonly Extract[];
}

/** The text of a file, a line for each resource; the same extracts give the same bytes. */
export function extractText(parts: readonly Extract[]): string {
  const head: Omit<ExtractFile, "parts"> = { tool: "alicloud-icp", extract: EXTRACT_FORM, sha256: sumOf(parts) };
  return plainJson(`${JSON.stringify(head).slice(0, -1)},"parts":[\n${parts.map(partText).join(",\n")}\n]}\n`);
}

function partText(part: Extract): string {
  const keys = Object.entries(part).map(([key, value]) => {
    const isRows = key === "resources" && part.resources.length > 0;
    const json = isRows
      ? `[\n${part.resources.map((one) => JSON.stringify(one)).join(",\n")}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}:${json}`;
  });
  return `{${keys.join(",")}}`;
}

/** What tells that parts are as they were written, however the JSON is laid out. */
export const sumOf = (parts: unknown): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex");
