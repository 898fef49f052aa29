/** `alicloud-icp extract`: writes the small part of plans that judgements need. */
import { Exposures } from "../graph/exposures";
import { fileOfPlan } from "../names/plan-name";
import { extractsOf } from "../plan/extract";
import { extractText } from "../plan/extract-file";
import type { Plan } from "../plan/plan";
import { products } from "../products";
import { EXIT, type Exit } from "./errors";
import { Progress, tell, writeWhole, type Io } from "./io";
import { readPlans, type PlansOptions } from "./plans";
import { tellNotes, tellWanting } from "./wanting";

export interface ExtractOptions extends PlansOptions {
  readonly output?: string | undefined;
}

/** Writes one extract of all the plans, each of which is a part of it. Throws an `InputError` for bad input. */
export async function extract(
  paths: readonly string[],
  { output = "-", ...options }: ExtractOptions,
  io: Io,
): Promise<Exit> {
  const progress = new Progress(io, true);
  try {
    const { plan, named, notes } = await readPlans(paths, options, io, progress);
    progress.say("cli.writing");
    const text = extractText(extractsOf(plan));
    progress.clear();
    if (output === "-") io.stdout.write(text);
    else {
      const inputs = named.map(({ name }) => fileOfPlan(name));
      writeWhole([{ path: output, text }], inputs, io);
      tell(io, "cli.extract-in", { file: output, size: Math.ceil(text.length / 1000) });
    }
    // Who judges it elsewhere sees what is missing, and who writes it can do something about it.
    tellWanting(plan, whenAsked(plan), io);
    tellNotes(notes, io);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

/** What a plan exposes: found only for one of which it is not clear by itself that there is something to judge. */
const whenAsked = (plan: Plan): Pick<Exposures, "all"> => ({
  get all() {
    return new Exposures(plan, products).all;
  },
});
