/** `alicloud-icp check`: judges plans and reports. */
import { InputError } from "../base/errors";
import { plainLine } from "../base/plain";
import { judge } from "../judge";
import { LANGUAGES } from "../messages";
import { isDay, today, type Day } from "../base/calendar";
import { findSharedRegister, type NamedPlan } from "../register/find";
import { nothingDeclared, type Register } from "../register/register";
import { FAIL_ON, failsAt, formats, type FormatName } from "../report";
import { reportOf } from "../report/report";
import { choice, EXIT, type Exit } from "./errors";
import { Progress, writeWhole, type Io } from "./io";
import { columnsOf, isColoured } from "./terminal";
import { readPlans } from "./plans";

/** The options as they stand on the command line. */
export interface CheckOptions {
  readonly register?: string;
  readonly region?: string;
  readonly now?: string;
  readonly failOn: string;
  readonly format: string;
  readonly output?: string;
  readonly lang: string;
  readonly show: readonly string[];
  readonly quiet?: boolean;
  readonly color: boolean;
}

const FORMATS = Object.keys(formats) as FormatName[];
const SHOW = ["satisfied", "waived"] as const;

/** Judges the plans as one, writes the report, and gives the exit code. Throws an `InputError` for bad input. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<Exit> {
  const { quiet = false, output } = options;
  // Options first: a misspelt one should not cost the time of reading a large plan.
  const format = await choice("--format", options.format, FORMATS);
  const failOn = await choice("--fail-on", options.failOn, FAIL_ON);
  const language = await choice("--lang", options.lang, LANGUAGES);
  const show = new Set(await Promise.all(options.show.map((one) => choice("--show", one, SHOW))));
  const day = dayOf(options.now, io);

  const progress = new Progress(io.stderr, !quiet);
  try {
    const { plan, named } = await readPlans(paths, options.region, io, progress);
    const register = await registerOf(options.register, named, day, io);
    progress.say(`judging ${plan.resources.length} resources`);
    const judged = judge(plan, { register, today: day });
    const report = reportOf(judged, { language, showSatisfied: show.has("satisfied") });
    const toFile = output !== undefined && output !== "-";
    const text = formats[format](report, {
      colour: !toFile && isColoured(io.stdout, io.env, options.color),
      width: columnsOf(toFile ? { write: () => undefined } : io.stdout),
      language,
      show: { satisfied: show.has("satisfied"), waived: show.has("waived") },
      quiet,
      failOn,
      folder: "",
    });
    progress.clear();
    if (toFile) {
      writeWhole({ path: output, inputs: filesOf(paths, register) }, text, io);
      if (!quiet) io.stderr.write(`The report is in ${plainLine(output)}\n`);
    } else if (text !== "") {
      io.stdout.write(text);
    }
    return report.findings.some((finding) => failsAt(finding, failOn)) ? EXIT.findings : EXIT.ok;
  } finally {
    progress.clear();
  }
}

/** The files that a run reads. */
export const filesOf = (plans: readonly string[], { file }: Register): readonly string[] => [
  ...plans,
  ...(file === undefined ? [] : [file]),
];

/** The day to judge against: the present one, or what the user says. */
export function dayOf(now: string | undefined, io: Io): Day {
  if (now === undefined) return today(io.now());
  if (isDay(now)) return now;
  throw new InputError(`expected a day such as 2026-11-22; found ${JSON.stringify(now)}`, { key: "--now" });
}

/** The one register of all plans, as it is on this day. Its reader is loaded only for one. */
export async function registerOf(
  explicit: string | undefined,
  plans: readonly NamedPlan[],
  day: Day,
  { env, cwd }: Io,
): Promise<Register> {
  const found = findSharedRegister(plans, { explicit, env, workingFolder: cwd });
  if (!found) return nothingDeclared;
  const { openRegister } = await import("../register/open.js");
  return openRegister({ explicit: found.file, env, startFolders: [], base: cwd, today: day });
}
