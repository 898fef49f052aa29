/** The formats of the report, by the name that `--format` takes. */
import type { Format } from "./format";
import { html } from "./formats/html";
import { json } from "./formats/json";
import { text } from "./formats/text";

export const formats = { text, json, html } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export { FAIL_ON, failsAt, type FailOn, type Format, type FormatOptions } from "./format";
