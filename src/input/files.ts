/** Files that users name. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { codeOf } from "../base/errors";
import { message, type Message } from "../messages";
import { InputError } from "./error";

/** The bytes of a file, whose relative path starts at `base`. Throws an `InputError` that says what was expected there. */
export function readNamed(path: string, base: string, expected: Message): Buffer {
  try {
    return readFileSync(resolve(base, path));
  } catch (error) {
    const code = codeOf(error);
    const problem =
      code === "ENOENT"
        ? message("input.missing-file", { expected })
        : message("input.unreadable-file", { code, expected });
    throw new InputError(problem, { file: path === "" ? '""' : path });
  }
}
