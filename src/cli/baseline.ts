/** `alicloud-icp baseline`: accepts the findings of today, so that only new ones fail. */
import { InputError } from "../input/error";
import { message } from "../messages";
import { untoldIn } from "../plan/left-out";
import { acceptedAmong, Baseline, joinAccepted, type Accepted } from "../judging/accepted";
import { BASELINE_NAME, baselineText, readBaseline } from "./baseline-file";
import { EXIT, type Exit } from "./errors";
import { Progress, tell, writeWhole, type Io } from "./io";
import { judgePlans, type JudgingOptions } from "./judged";
import { settingsFor } from "./settings";
import { tellNotes, tellWanting } from "./wanting";

export interface BaselineOptions extends Pick<JudgingOptions, "register" | "region" | "now"> {
  readonly output?: string | undefined;
  /** Only takes out what no longer occurs. */
  readonly prune?: boolean | undefined;
  readonly config?: string | boolean | undefined;
}

/**
 * Writes what is found in these plans and not waived; with `prune`, only takes out what no longer occurs. What the file holds
 * of other stacks stays. Throws an `InputError` where a plan hides resources: their findings would be forgotten.
 */
export async function baseline(paths: readonly string[], options: BaselineOptions, io: Io): Promise<Exit> {
  const settings = await settingsFor(options.config, io);
  const output = options.output ?? settings.baseline ?? BASELINE_NAME;
  const before = output === "-" ? [] : readBaseline(output, io, options.prune !== true);
  const progress = new Progress(io, true);
  try {
    const { settingsFile } = settings;
    const { register = settings.register, region = settings.region } = options;
    const { judged, inputs, notes } = await judgePlans(
      paths,
      { ...options, register, region, settingsFile },
      io,
      progress,
    );
    const hiding = judged.plan.parts.find(({ missing }) => missing > 0);
    if (hiding) {
      const { dialect, missing, source } = hiding;
      const problem = dialect
        ? message("input.baseline-hides-terraform", {})
        : message("input.baseline-hides", { missing });
      throw new InputError(problem, { file: source });
    }
    const older = judged.plan.parts.find((part) => untoldIn(part) > 0);
    if (older)
      throw new InputError(message("input.baseline-extract", { count: untoldIn(older) }), { file: older.source });
    const all = judged.findings.flatMap(({ members }) => members);
    const open = all.filter(({ waiver }) => !waiver);
    const known = new Baseline(before);
    const accepted = known.among(all, judged.plan);
    const fresh = acceptedAmong(
      open.filter((one) => !accepted.has(one)),
      judged.plan,
    );
    const gone = new Set(known.gone(judged.plan, judged.left));
    const kept = before.filter((one) => !gone.has(one));
    const after = options.prune === true ? kept : joinAccepted(kept, acceptedAmong(open, judged.plan));
    progress.clear();
    const counts = {
      accepted: after.length,
      added: options.prune === true ? 0 : fresh.length,
      gone: gone.size,
    };
    if (output === "-") io.stdout.write(baselineText(after));
    else write(output, after, counts, inputs, io);
    tellWanting(judged.plan, judged.exposures, io);
    tellNotes(notes, io);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

function write(
  output: string,
  after: readonly Accepted[],
  { accepted, added, gone }: Readonly<Record<"accepted" | "added" | "gone", number>>,
  inputs: readonly string[],
  io: Io,
): void {
  writeWhole([{ path: output, text: baselineText(after) }], inputs, io);
  tell(io, "cli.wrote-baseline", { file: output, accepted, added, gone });
}
