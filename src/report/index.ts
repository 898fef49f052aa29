/** The formats of the report, by the name that `--format` takes. */
import type { Format } from "./format";
import { azure } from "./formats/azure";
import { csv } from "./formats/csv";
import { github } from "./formats/github";
import { gitlab } from "./formats/gitlab";
import { html } from "./formats/html";
import { json } from "./formats/json";
import { junit } from "./formats/junit";
import { markdown } from "./formats/markdown";
import { sarif } from "./formats/sarif";
import { text } from "./formats/text";

export const formats = {
  text,
  json,
  sarif,
  junit,
  github,
  gitlab,
  azure,
  markdown,
  html,
  csv,
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
export { FAIL_ON, failsAt, isWanting, type FailOn, type Format, type FormatOptions } from "./format";
