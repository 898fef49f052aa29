/** `alicloud-icp graph`: draws how hosts are served. */
import { plainLine } from "../base/plain";
import { judge } from "../judge";
import { LANGUAGES } from "../messages";
import { drawn } from "../report/picture";
import { PICTURE_FORMATS } from "../report/picture/formats";
import { reportOf } from "../report/report";
import { dayOf, filesOf, registerOf } from "./check";
import { choice, EXIT, type Exit } from "./errors";
import { Progress, writeWhole, type Io } from "./io";
import { readPlans } from "./plans";

/** The options as they stand on the command line. */
export interface GraphOptions {
  readonly register?: string;
  readonly region?: string;
  readonly now?: string;
  readonly format: string;
  readonly apex: readonly string[];
  readonly output?: string;
  readonly lang: string;
}

/** Judges the plans as `check` does and draws what it made of them. Throws an `InputError` for bad input. */
export async function graph(paths: readonly string[], options: GraphOptions, io: Io): Promise<Exit> {
  const { output = "-" } = options;
  const format = await choice("--format", options.format, PICTURE_FORMATS);
  const language = await choice("--lang", options.lang, LANGUAGES);
  const day = dayOf(options.now, io);
  const progress = new Progress(io.stderr, true);
  try {
    const { plan, named } = await readPlans(paths, options.region, io, progress);
    const register = await registerOf(options.register, named, day, io);
    progress.say(`judging ${plan.resources.length} resources`);
    const report = reportOf(judge(plan, { register, today: day }), { language });
    const known = report.apexes.map(({ apex }) => apex);
    const asked = await Promise.all(options.apex.map((one) => choice("--apex", one, known)));
    const text = drawn(report, format, language, asked.length > 0 ? asked : undefined);
    progress.clear();
    if (output === "-") {
      io.stdout.write(text);
    } else {
      writeWhole({ path: output, inputs: filesOf(paths, register) }, text, io);
      io.stderr.write(`The picture is in ${plainLine(output)}\n`);
    }
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}
