/** `alicloud-icp check`: judges plans and reports. */
import { InputError } from "../input/error";
import { message, type Message } from "../messages";
import type { Baseline } from "../judging/accepted";
import type { Judged } from "../judge";
import { reportOf } from "../report/report";
import { choice, EXIT, type Exit } from "./errors";
import { isFailed, thresholdOf } from "./fail-on";
import { Progress, type Io } from "./io";
import { judgePlans, type JudgingOptions } from "./judged";
import { wantedOutputs, type Wanted } from "./outputs";
import { SHOW, writeReport, type ReadingOptions } from "./render";
import { settingsFor, type FoundSettings } from "./settings";

/** The options as they stand on the command line; what is not said there may be in the settings file. */
export interface CheckOptions extends JudgingOptions, ReadingOptions {
  readonly failOn?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  /** A settings file; false for none. */
  readonly config?: string | boolean | undefined;
}

/** Judges the plans as one, writes the report, and gives the exit code. Throws an `InputError` for bad input. */
export async function check(paths: readonly string[], given: CheckOptions, io: Io): Promise<Exit> {
  const settings = await settingsFor(given.config, io);
  const options: CheckOptions = { ...settings, ...said(given) };
  const threshold = await thresholdOf(options.failOn ?? []);
  const { language } = io;
  const show = new Set(await Promise.all((options.show ?? []).map((one) => choice("--show", one, SHOW))));
  const outputs = await outputsBy(given, settings);
  const baseline = options.baseline === undefined ? undefined : await baselineOf(options.baseline, io);

  const progress = new Progress(io, options.quiet !== true);
  try {
    const { judged, whereabouts, inputs, notes } = await judgePlans(paths, options, io, progress, baseline);
    const report = reportOf(judged, {
      language,
      whereabouts,
      showSatisfied: show.has("satisfied"),
      notes: [...notes, ...notesOf(judged, baseline)],
    });
    progress.say("cli.writing");
    const taken = [...inputs, ...(options.baseline === undefined ? [] : [options.baseline])];
    const look = { ...options, language, failOn: threshold.from };
    writeReport(report, outputs, { look, inputs: taken, progress }, io);
    return isFailed(report, threshold) ? EXIT.findings : EXIT.ok;
  } finally {
    progress.clear();
  }
}

/** Options that were given: what is undefined was not. */
function said<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

/** What is written, and where; a file that is given for a report without a format is one of text. */
async function outputsBy(given: CheckOptions, { format, settingsFile }: FoundSettings): Promise<readonly Wanted[]> {
  const { output } = given;
  if (given.format !== undefined || !format) return wantedOutputs(given.format ?? [], output);
  const isPlaced = output !== undefined && format.every((spec) => spec.includes("="));
  try {
    return await wantedOutputs(isPlaced ? [...format, "text"] : format, output);
  } catch (error) {
    // Nobody has typed the option that the error names.
    if (!(error instanceof InputError)) throw error;
    throw error.at({ file: settingsFile, key: "format" });
  }
}

async function baselineOf(path: string, io: Io): Promise<Baseline> {
  const { openBaseline } = await import("./baseline-file.js");
  return openBaseline(path, io);
}

/** What of a baseline is no longer found; nothing can be told of it where resources are hidden. */
function notesOf({ plan, left }: Judged, baseline: Baseline | undefined): readonly Message[] {
  if (!baseline || plan.parts.some(({ missing }) => missing > 0)) return [];
  const gone = baseline.gone(plan, left).length;
  return gone === 0 ? [] : [message("limit.baseline-gone", { count: gone })];
}
