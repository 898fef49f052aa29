import { InputError } from "../../base/errors";
import { plainJson } from "../../base/plain";
import type { Format } from "../format";

/** The report as it is, for programs. Throws an `InputError` for one that no text can hold. */
export const json: Format = (report) => {
  try {
    return `${plainJson(JSON.stringify(report, null, 2))}\n`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InputError("the report is larger than a text can be; judge fewer plans at once, or ask for text", {
      key: "--format json",
    });
  }
};
