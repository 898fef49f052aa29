/** `alicloud-icp graph`: draws how hosts are served. */
import { plainLine } from "../base/plain";
import { LANGUAGES } from "../messages";
import { drawn } from "../report/picture";
import { PICTURE_FORMATS } from "../report/picture/formats";
import { reportOf } from "../report/report";
import { choice, EXIT, type Exit } from "./errors";
import { Progress, writeWhole, type Io } from "./io";
import { judgePlans, type JudgingOptions } from "./judged";
import { settingsFor } from "./settings";

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
  const { output = "-", register = settings.register, region = settings.region, now, apex = [] } = options;
  const format = await choice("--format", options.format, PICTURE_FORMATS);
  const language = await choice("--lang", options.lang ?? settings.lang ?? "en", LANGUAGES);
  const progress = new Progress(io.stderr, true);
  try {
    const { judged, inputs } = await judgePlans(paths, { register, region, now, settingsFile }, io, progress);
    const report = reportOf(judged, { language });
    const known = report.apexes.map((one) => one.apex);
    const asked = await Promise.all(apex.map((one) => choice("--apex", one, known)));
    const text = drawn(report, format, language, asked.length > 0 ? asked : undefined);
    progress.clear();
    if (output === "-") {
      io.stdout.write(text);
    } else {
      writeWhole([{ path: output, text }], inputs, io);
      io.stderr.write(`The picture is in ${plainLine(output)}\n`);
    }
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}
