/** Files of JSON that this command has written, and reads again. */
import { decode } from "../base/decode";
import { InputError } from "../base/errors";

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
