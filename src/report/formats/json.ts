import type { Format } from "../format";

/** The report as it is, for programs. */
export const json: Format = (report) => `${JSON.stringify(report, null, 2)}\n`;
