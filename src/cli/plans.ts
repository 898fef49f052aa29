import { resolve } from "node:path";
import type { ReadPart } from "../plan/read/part";
import { planOptions } from "../location/locate";
import type { Plan } from "../plan/plan";
import { joinParts, readPlan } from "../plan/read";
import { readPlanFile } from "../plan/read/file";
import { InputError } from "../input/error";
import type { NamedPlan } from "../register/find";
import { message, type Message } from "../messages";
import { projectHere } from "./here";
import { fileName, type Io, type Progress } from "./io";
import { plansAt } from "./paths";
import { isProgram, programsAt, type ProgramsOptions } from "./programs";

/** How plans are read, as it stands on the command line. */
export interface PlansOptions extends ProgramsOptions {
  readonly region?: string | undefined;
}

/** Fewer bytes of plans fit into any memory that Node has by itself. */
const SOME_BYTES = 50_000_000;

/** Plans that were joined, and where each lies. */
export interface JoinedPlans {
  readonly plan: Plan;
  readonly named: readonly NamedPlan[];
  /** What there is to be said of programs among them. */
  readonly notes: readonly Message[];
}

/**
 * Reads the plans that a user named, by files, patterns, folders of plans or of programs, and joins them; where none is named,
 * the program of the project in which the user stands, which is said. A region given wins over the environment's.
 */
export async function readPlans(
  given: readonly string[],
  { region, ...options }: PlansOptions,
  io: Io,
  progress: Progress,
): Promise<JoinedPlans> {
  const paths = given.length === 0 ? [await projectHere(io.cwd)] : await plansAt(given, io.cwd);
  if (paths.filter((path) => path === "-").length > 1) throw new InputError(message("input.two-stdin", {}));
  const folders = paths.filter((path) => isProgram(path, io.cwd));
  const files = paths.filter((path) => path !== "-" && !folders.includes(path));
  const programs =
    folders.length === 0
      ? []
      : await programsAt({ folders, plans: files, isUnnamed: given.length === 0 }, options, io, progress);
  const parts: ReadPart[] = [];
  const named: NamedPlan[] = [];
  let size = 0;
  for (const path of paths) {
    const program = programs[folders.indexOf(path)];
    if (program) {
      named.push({ name: path, folder: resolve(io.cwd, path) });
      parts.push(program.read);
      continue;
    }
    progress.say("cli.reading", { what: fileName(path) });
    const { name, bytes, folder } =
      path === "-" ? { name: path, bytes: await io.stdin(), folder: undefined } : readPlanFile(path, io.cwd);
    named.push({ name, folder });
    size += bytes.length;
    if (size > SOME_BYTES) (await import("./memory.js")).refuseMoreThanFits(size, name);
    parts.push(readPlan(bytes, name));
  }
  const notes = programs.flatMap((program) => program.notes);
  return { plan: joinParts(parts, planOptions(io.env, region)), named, notes };
}
