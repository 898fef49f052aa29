import type { ReadPart } from "../plan/read/part";
import { planOptions } from "../location/locate";
import type { Plan } from "../plan/plan";
import { joinParts, readParts } from "../plan/read";
import { readPlanFile } from "../plan/read/file";
import { InputError } from "../input/error";
import type { NamedPlan } from "../register/find";
import { message } from "../messages";
import { fileName, type Io, type Progress } from "./io";
import { plansAt } from "./paths";

/** Fewer bytes of plans fit into any memory that Node has by itself. */
const SOME_BYTES = 50_000_000;

/** Plans that were joined, and where each lies. */
export interface JoinedPlans {
  readonly plan: Plan;
  readonly named: readonly NamedPlan[];
}

/** Reads the plans that a user named, by files, patterns or folders, and joins them. A region given wins over the environment's. */
export async function readPlans(
  given: readonly string[],
  region: string | undefined,
  io: Io,
  progress: Progress,
): Promise<JoinedPlans> {
  const paths = await plansAt(given, io.cwd);
  if (paths.filter((path) => path === "-").length > 1) throw new InputError(message("input.two-stdin", {}));
  const parts: ReadPart[] = [];
  const named: NamedPlan[] = [];
  let size = 0;
  for (const path of paths) {
    progress.say("cli.reading", { what: fileName(path) });
    const { name, bytes, folder } =
      path === "-" ? { name: path, bytes: await io.stdin(), folder: undefined } : readPlanFile(path, io.cwd);
    named.push({ name, folder });
    size += bytes.length;
    if (size > SOME_BYTES) (await import("./memory.js")).refuseMoreThanFits(size, name);
    parts.push(...readParts(bytes, name));
  }
  return { plan: joinParts(parts, planOptions(io.env, region)), named };
}
