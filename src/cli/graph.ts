/** `alicloud-icp graph`: draws how hosts are served. */
import { wantingLimits } from "../report/format";
import { drawn } from "../report/picture";
import { PICTURE_FORMATS } from "../report/picture/formats";
import { reportOf } from "../report/report";
import { choice, EXIT, type Exit } from "./errors";
import { Progress, tell, tellLine, writeWhole, type Io } from "./io";
import { judgePlans, type JudgingOptions } from "./judged";
import { settingsFor } from "./settings";
import { tellNotes } from "./wanting";

/** The options as they stand on the command line. */
export interface GraphOptions extends Pick<JudgingOptions, "register" | "region" | "now"> {
  readonly format: string;
  readonly apex?: readonly string[] | undefined;
  readonly output?: string | undefined;
  readonly lang?: string | undefined;
  readonly config?: string | boolean | undefined;
}

/** Judges the plans as `check` does and draws what it made of them. Throws an `InputError` for bad input. */
export async function graph(paths: readonly string[], options: GraphOptions, io: Io): Promise<Exit> {
  const settings = await settingsFor(options.config, io);
  const { settingsFile } = settings;
  const { output = "-", register = settings.register, region = settings.region, apex = [] } = options;
  const format = await choice("--format", options.format, PICTURE_FORMATS);
  const { language } = io;
  const progress = new Progress(io, true);
  try {
    const { judged, inputs, notes } = await judgePlans(
      paths,
      { ...options, register, region, settingsFile },
      io,
      progress,
    );
    const report = reportOf(judged, { language });
    const known = report.apexes.map((one) => one.apex);
    const asked = await Promise.all(apex.map((one) => choice("--apex", one, known)));
    const wanting = wantingLimits(report);
    const text = drawn(report, format, language, asked.length > 0 ? asked : undefined);
    progress.clear();
    if (output === "-") {
      io.stdout.write(text);
    } else {
      writeWhole([{ path: output, text }], inputs, io);
      tell(io, "cli.picture-in", { file: output });
    }
    // What is not in a picture, nobody sees.
    for (const limit of wanting) tellLine(io, limit.message);
    tellNotes(notes, io);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}
