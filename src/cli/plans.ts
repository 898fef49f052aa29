import { dirname, resolve } from "node:path";
import type { ReadPart } from "../plan/read/part";
import { planOptions } from "../location/locate";
import { fileOfPlan } from "../names/plan-name";
import type { Plan } from "../plan/plan";
import { joinParts, readParts } from "../plan/read";
import { readPlanFile, sizeOfFile } from "../plan/read/file";
import { isModule, type SourceFolders } from "../plan/read/terraform/source";
import { InputError } from "../input/error";
import type { NamedPlan } from "../register/find";
import { message, type Message } from "../messages";
import { projectHere } from "./here";
import { fileName, type Io, type Progress } from "./io";
import { plansAt } from "./paths";
import { isProgram, programsAt, withoutPrograms, type ProgramsOptions } from "./programs";

/** How plans are read, as it stands on the command line. */
export interface PlansOptions extends ProgramsOptions {
  readonly region?: string | undefined;
  /** Folders of configurations of Terraform: where it is looked for what plans name. */
  readonly source?: readonly string[] | undefined;
}

/** Fewer bytes of plans fit into any memory that Node has by itself. */
const SOME_BYTES = 50_000_000;
/** Fewer bytes of plans are read before threads for that have started and learnt how. */
const FEW_BYTES = 16_000_000;

/** Plans that were joined, and where each lies. */
export interface JoinedPlans {
  readonly plan: Plan;
  readonly named: readonly NamedPlan[];
  /** What there is to be said of how programs were asked for. */
  readonly notes: readonly Message[];
}

/**
 * Reads the plans that a user named, by files, patterns, folders of plans or of programs, and joins them; where none is named,
 * the program of the project in which the user stands, which is said. A region given wins over the environment's.
 * Many files are read in threads.
 */
export async function readPlans(
  given: readonly string[],
  { region, source: roots, ...options }: PlansOptions,
  io: Io,
  progress: Progress,
): Promise<JoinedPlans> {
  for (const root of roots ?? []) refuseNoModule(root, io.cwd);
  const source = { base: io.cwd, folders: roots };
  const paths =
    given.length === 0 ? [await projectHere(io.cwd, options.programs)] : await plansAt(given, io.cwd, options.programs);
  if (paths.filter(isStdin).length > 1) throw new InputError(message("input.two-stdin", {}));
  const folders = paths.filter((path) => isProgram(path, io.cwd));
  const files = paths.filter((path) => !folders.includes(path));
  const programs =
    folders.length === 0
      ? { parts: [], notes: withoutPrograms(options) }
      : await programsAt({ folders, plans: files, isUnnamed: given.length === 0 }, options, io, progress);
  const isMuch = io.threads !== undefined || (files.length > 1 && bytesOf(files, io.cwd) >= FEW_BYTES);
  const expected = message(options.programs === false ? "expected.plan" : "expected.plan-or-program", {});
  const bytesAt: Reading["bytesAt"] = async (path) =>
    isStdin(path) ? io.stdin() : readPlanFile(path, io.cwd, expected).bytes;
  const read = await (isMuch ? readMuch : readFew)(files, { source, bytesAt }, io, progress);
  // By place, not by path: who names a file twice is told so.
  const left = { programs: programs.parts.map((part) => [part]), files: [...read] };
  const parts = paths.flatMap(
    (path): readonly ReadPart[] => (folders.includes(path) ? left.programs : left.files).shift() ?? [],
  );
  const named = paths.map((path) => ({ name: path, folder: folderOf(path, folders, io.cwd) }));
  return { plan: joinParts(parts, planOptions(io.env, region)), named, notes: programs.notes };
}

const isStdin = (path: string): boolean => fileOfPlan(path) === "-";

/** The folder in which what a plan is about is looked for; standard input has none. */
function folderOf(path: string, programs: readonly string[], cwd: string): string | undefined {
  if (isStdin(path)) return undefined;
  const place = resolve(cwd, fileOfPlan(path));
  return programs.includes(path) ? place : dirname(place);
}

const bytesOf = (paths: readonly string[], base: string): number =>
  paths.reduce((sum, path) => sum + (sizeOfFile(path, base) ?? 0), 0);

/** The parts that each of some files holds. */
type PartsByFile = readonly (readonly ReadPart[])[];

/** How what a user named is come by. */
interface Reading {
  readonly source: SourceFolders;
  /** Gives the bytes of a file, or of standard input. */
  readonly bytesAt: (path: string) => Promise<Uint8Array>;
}

/** Throws an `InputError` for a folder that holds no configuration of Terraform. */
function refuseNoModule(folder: string, base: string): void {
  if (!isModule(resolve(base, folder))) throw new InputError(message("input.source-folder", {}), { file: folder });
}

async function readFew(
  paths: readonly string[],
  { source, bytesAt }: Reading,
  io: Io,
  progress: Progress,
): Promise<PartsByFile> {
  const parts: (readonly ReadPart[])[] = [];
  let size = 0;
  for (const path of paths) {
    progress.say("cli.reading", { what: fileName(path) });
    const bytes = await bytesAt(path);
    size += bytes.length;
    if (size > SOME_BYTES) (await import("./memory.js")).refuseMoreThanFits(size, path);
    parts.push(readParts(bytes, path, { source }));
  }
  return parts;
}

async function readMuch(paths: readonly string[], reading: Reading, io: Io, progress: Progress): Promise<PartsByFile> {
  const [{ readMany }, { threadsHere }] = await Promise.all([import("./readers.js"), import("./threads.js")]);
  let read = 0;
  return readMany(paths, io.threads ?? threadsHere(), {
    ...reading,
    base: io.cwd,
    onRead: () => {
      progress.say("cli.reading-many", { read: ++read, count: paths.length });
    },
  });
}
