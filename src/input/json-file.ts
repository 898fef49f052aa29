/** Files of JSON that this tool has written, and reads again. */
import { message, type Message } from "../messages";
import { decode } from "./decode";
import { InputError } from "./error";

/** The value that JSON is of. Throws an `InputError`. */
export function parseOwnFile(bytes: Uint8Array, file: string, expected: Message): unknown {
  const text = decode(bytes, file, message("expected.json", {}));
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(message("input.no-json", { expected }), { file });
  }
}

export const isJsonObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;
