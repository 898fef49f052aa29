/** The formats of the report as the library offers them: what a program does not say has a default. */
import { formats, type FormatName, type FormatOptions } from "../report";
import type { Report } from "../report/types";

/** As a file is written: without colour, and wide enough that terminals of any width can show it. */
export const FILE_OPTIONS: FormatOptions = {
  colour: false,
  width: 80,
  language: "en",
  show: { satisfied: false, waived: false },
  quiet: false,
  failOn: "mandatory",
  folder: "",
};

/** Turns a report into a text. Options that are left out are those of a file that the command writes. */
export type WriteReport = (report: Report, options?: Partial<FormatOptions>) => string;

const writer =
  (name: FormatName): WriteReport =>
  (report, options = {}) =>
    formats[name](report, { ...FILE_OPTIONS, ...options });

/** The formats of the report, by the names that `--format` of the command takes. */
export const writers: Readonly<Record<FormatName, WriteReport>> = Object.fromEntries(
  (Object.keys(formats) as FormatName[]).map((name) => [name, writer(name)]),
) as Record<FormatName, WriteReport>;
