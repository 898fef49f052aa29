/** `alicloud-icp check`: judges plans and reports. */
import { message, type Message } from "../messages";
import type { Baseline } from "../judging/accepted";
import type { Judged } from "../judge";
import type { Exit } from "./errors";
import type { Io } from "./io";
import { judgePlans } from "./judged";
import { reported, type Judging, type ReportedOptions } from "./reported";

export interface CheckOptions extends ReportedOptions {
  readonly baseline?: string | undefined;
  readonly watch?: boolean | undefined;
}

/** Judges the plans as one, writes the report, and gives the exit code. Throws an `InputError` for bad input. */
export async function check(paths: readonly string[], given: CheckOptions, io: Io): Promise<Exit> {
  if (given.watch !== true) return reported(given, io, checking(paths, io));
  const { watch } = await import("./watch.js");
  return watch(paths, given, io);
}

/** How plans are judged; `start` gives the processes of programs among them. */
export const checking = (paths: readonly string[], io: Io, start?: CheckOptions["start"]): Judging<CheckOptions> => ({
  settings: (found) => found,
  judge: async (options, progress) => {
    const baseline = options.baseline === undefined ? undefined : await baselineOf(options.baseline, io);
    const all = await judgePlans(paths, { ...options, start }, io, progress, baseline);
    const further = options.baseline === undefined ? [] : [options.baseline];
    return { ...all, further, notes: [...all.notes, ...notesOf(all.judged, baseline)] };
  },
});

async function baselineOf(path: string, io: Io): Promise<Baseline> {
  const { openBaseline } = await import("./baseline-file.js");
  return openBaseline(path, io);
}

/** What of a baseline is no longer found; nothing can be told of it where resources are hidden. */
function notesOf({ plan, left }: Judged, baseline: Baseline | undefined): readonly Message[] {
  if (!baseline || plan.missing > 0 || plan.untold > 0) return [];
  const gone = baseline.gone(plan, left).length;
  return gone === 0 ? [] : [message("limit.baseline-gone", { count: gone })];
}
