/** What commands that judge and report share: options and settings are read, the report is written, and the exit code tells. */
import { InputError } from "../input/error";
import { reportOf } from "../report/report";
import type { Report } from "../report/types";
import { choice, EXIT, type Exit } from "./errors";
import { isFailed, thresholdOf, type FailingFrom } from "./fail-on";
import { Progress, type Io } from "./io";
import type { JudgedPlans, JudgingOptions } from "./judged";
import { wantedOutputs, type Wanted } from "./outputs";
import { SHOW, writeReport, type ReadingOptions, type Writing } from "./render";
import { settingsFor, type FoundSettings } from "./settings";

/** The options as they stand on the command line; what is not said there may be in the settings file. */
export interface ReportedOptions extends JudgingOptions, ReadingOptions {
  readonly failOn?: readonly string[] | undefined;
  /** A settings file; false for none. */
  readonly config?: string | boolean | undefined;
}

/** How a command judges, and what it takes of the settings file. */
export interface Judging<Options extends ReportedOptions> {
  readonly settings: (found: FoundSettings) => FoundSettings;
  /** What was judged; `further` are files beside those that it names which must not be written over. */
  readonly judge: (options: Options, progress: Progress) => JudgedReport | Promise<JudgedReport>;
}

interface JudgedReport extends JudgedPlans {
  readonly further: readonly string[];
}

/** Judges, writes the report, and gives the exit code. Throws an `InputError` for bad input. */
export async function reported<Options extends ReportedOptions>(
  given: Options,
  io: Io,
  judging: Judging<Options>,
): Promise<Exit> {
  const asked = await askedBy(given, io, judging);
  const progress = new Progress(io, asked.options.quiet !== true);
  try {
    const { report, inputs } = await reportBy(asked, io, judging, progress);
    progress.say("cli.writing");
    writeReport(report, asked.outputs, { look: lookOf(asked, io), inputs, progress }, io);
    return exitOf(report, asked);
  } finally {
    progress.clear();
  }
}

/** What is asked for, by the command line and by settings. */
export interface AskedReport<Options extends ReportedOptions> {
  readonly options: Options;
  readonly threshold: FailingFrom;
  readonly outputs: readonly Wanted[];
  readonly showSatisfied: boolean;
}

/** Reads what is asked for. Throws an `InputError` for what makes no sense. */
export async function askedBy<Options extends ReportedOptions>(
  given: Options,
  io: Io,
  { settings: taken }: Pick<Judging<Options>, "settings">,
): Promise<AskedReport<Options>> {
  const settings = taken(await settingsFor(given.config, io));
  const options: Options = { ...settings, ...said(given) };
  const threshold = await thresholdOf(options.failOn ?? []);
  const show = new Set(await Promise.all((options.show ?? []).map((one) => choice("--show", one, SHOW))));
  return { options, threshold, outputs: await outputsBy(given, settings), showSatisfied: show.has("satisfied") };
}

/** Judges, and gives the report with the files that it rests on. Throws an `InputError` for bad input. */
export async function reportBy<Options extends ReportedOptions>(
  { options, showSatisfied }: AskedReport<Options>,
  { language }: Io,
  { judge }: Pick<Judging<Options>, "judge">,
  progress: Progress,
): Promise<{ readonly report: Report; readonly inputs: readonly string[] }> {
  const { judged, whereabouts, inputs, notes, further } = await judge(options, progress);
  return { report: reportOf(judged, { language, whereabouts, showSatisfied, notes }), inputs: [...inputs, ...further] };
}

/** How what was asked for is to look. */
export const lookOf = <Options extends ReportedOptions>(
  { options, threshold }: AskedReport<Options>,
  { language }: Io,
): Writing["look"] => ({ ...options, language, failOn: threshold.from });

/** What a report means for who only sees the exit code. */
export const exitOf = (report: Report, { threshold }: Pick<AskedReport<ReportedOptions>, "threshold">): Exit =>
  isFailed(report, threshold) ? EXIT.findings : EXIT.ok;

/** Options that were given: what is undefined was not. */
function said<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}

/** What is written, and where; a file that is given for a report without a format is one of text. */
async function outputsBy(given: ReportedOptions, { format, settingsFile }: FoundSettings): Promise<readonly Wanted[]> {
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
