/** How reports are written: in which formats, where, and how they look. Shared by what judges and what only renders. */
import { closeSync, openSync, writeFileSync } from "node:fs";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { message, type Language } from "../messages";
import { formats, type FailOn, type FormatOptions } from "../report";
import type { Report } from "../report/types";
import { folderFromRoot } from "../report/whereabouts";
import { tell, writeWhole, type FileText, type Io, type Progress } from "./io";
import type { Wanted } from "./outputs";
import { columnsOf, hasLinks, isColoured, PIPED_WIDTH } from "./terminal";

export const SHOW = ["satisfied", "waived"] as const;

/** How a report is to be written, as it stands on the command line. */
export interface ReadingOptions {
  readonly format?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly lang?: string | undefined;
  readonly show?: readonly string[] | undefined;
  readonly quiet?: boolean | undefined;
  readonly color: boolean;
  readonly max?: number | undefined;
}

/** How the report looks, and what it must not be written over. */
export interface Writing {
  readonly look: ReadingOptions & { readonly language: Language; readonly failOn: FailOn };
  readonly inputs: readonly string[];
  readonly progress: Progress;
  /** The same files were written before, so where they are has been said. */
  readonly isAgain?: boolean;
}

/** How a format is to be written, to a file or to standard output. */
export function formatOptions(
  { color, language, failOn, quiet = false, show = [], max }: Writing["look"],
  io: Io,
): (toFile: boolean) => FormatOptions {
  const folder = folderFromRoot(io.cwd);
  const summarised = (io.env[SUMMARY] ?? "") !== "";
  return (toFile) => ({
    colour: !toFile && isColoured(io.stdout, io.env, color),
    links: !toFile && hasLinks(io.stdout, io.env),
    width: toFile ? PIPED_WIDTH : columnsOf(io.stdout),
    language,
    show: { satisfied: show.includes("satisfied"), waived: show.includes("waived") },
    quiet,
    failOn,
    max,
    folder,
    summarised,
  });
}

/** Writes a report in all formats: the files whole, all of them or none, then standard output. Throws an `InputError`. */
export function writeReport(
  report: Report,
  wanted: readonly Wanted[],
  { look, inputs, progress, isAgain = false }: Writing,
  io: Io,
): void {
  const { quiet = false } = look;
  const optionsFor = formatOptions(look, io);
  const files: FileText[] = [];
  let out = "";
  for (const { format, file } of wanted) {
    const text = formats[format](report, optionsFor(file !== undefined));
    if (file === undefined) out = text;
    else files.push({ path: file, text });
  }
  progress.clear();
  const summary = wanted.some(({ format }) => format === "github") ? summaryFile(io) : undefined;
  try {
    writeWhole(files, inputs, io);
    if (summary !== undefined)
      writeFileSync(summary, formats.markdown(report, { ...optionsFor(true), max: undefined }));
  } finally {
    if (summary !== undefined) closeSync(summary);
  }
  if (files.length > 0 && !quiet && !isAgain) {
    const paths = files.map(({ path }) => path).join(", ");
    tell(io, files.length === 1 ? "cli.report-in" : "cli.reports-in", { files: paths });
  }
  if (out !== "") io.stdout.write(out);
}

/**
 * GitHub shows what is appended to this file beside the run; there all findings are, of which annotations show a few. Opened
 * before anything is written: a run says all of it or nothing. Throws an `InputError`.
 */
function summaryFile({ env }: Io): number | undefined {
  const file = env[SUMMARY] ?? "";
  if (file === "") return undefined;
  try {
    return openSync(file, "a");
  } catch (error) {
    throw new InputError(message("input.unwritable", { code: codeOf(error) }), { file, key: SUMMARY });
  }
}

const SUMMARY = "GITHUB_STEP_SUMMARY";
