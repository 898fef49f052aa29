import { InputError } from "../input/error";
import { plainJson } from "../base/plain";

/** A value as JSON. Throws an `InputError` for one that no text can hold. */
export function jsonText(value: unknown, format: string): string {
  try {
    return `${plainJson(JSON.stringify(value, null, 2))}\n`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError("the report is larger than a text can be; judge fewer plans at once, or ask for text", {
      key: `--format ${format}`,
    });
  }
}
