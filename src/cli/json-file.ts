/** Files of JSON that this command has written, and reads again. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { decode } from "../base/decode";
import { codeOf, InputError } from "../base/errors";

/** The bytes of a file; undefined where it does not exist and may be missing. Throws an `InputError`. */
export function readOwnFile(path: string, cwd: string, expected: string, mayBeMissing = false): Buffer | undefined {
  try {
    return readFileSync(resolve(cwd, path));
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" && mayBeMissing) return undefined;
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new InputError(`${why}; expected ${expected}`, { file: path });
  }
}

/** The value that JSON is of. Throws an `InputError`. */
export function parseOwnFile(bytes: Uint8Array, file: string, expected: string): unknown {
  const text = decode(bytes, file, "JSON in UTF-8");
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(`is no JSON; expected ${expected}`, { file });
  }
}

export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
