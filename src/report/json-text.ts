import { plainJson } from "../base/plain";
import { InputError } from "../input/error";
import { message } from "../messages";

/** A value as JSON. Throws an `InputError` for one that no text can hold. */
export function jsonText(value: unknown, format: string): string {
  try {
    return `${plainJson(JSON.stringify(value, null, 2))}\n`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError(message("input.report-too-large", {}), {
      key: `--format ${format}`,
    });
  }
}
