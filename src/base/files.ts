/** Files that users name. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeOf, InputError } from "./errors";

/** The bytes of a file, whose relative path starts at `base`. Throws an `InputError` that says what was expected there. */
export function readNamed(path: string, base: string, expected: string): Buffer {
  try {
    return readFileSync(resolve(base, path));
  } catch (error) {
    const code = codeOf(error);
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new InputError(`${why}; expected ${expected}`, { file: path === "" ? '""' : path });
  }
}
