import type { Format } from "../format";
import { jsonText } from "../json-text";

/** The report as it is, for programs. Throws an `InputError` for one that no text can hold. */
export const json: Format = (report) => jsonText(report, "json");
