import { dirname, resolve } from "node:path";
import type { ReadPart } from "../plan/read/part";
import { planOptions } from "../location/locate";
import type { Plan } from "../plan/plan";
import { joinParts, readPlan } from "../plan/read";
import { readPlanFile, sizeOfFile } from "../plan/read/file";
import { InputError } from "../input/error";
import type { NamedPlan } from "../register/find";
import { message } from "../messages";
import { fileName, type Io, type Progress } from "./io";
import { plansAt } from "./paths";

/** Fewer bytes of plans fit into any memory that Node has by itself. */
const SOME_BYTES = 50_000_000;
/** Fewer bytes of plans are read before threads for that have started. */
const FEW_BYTES = 8_000_000;

/** Plans that were joined, and where each lies. */
export interface JoinedPlans {
  readonly plan: Plan;
  readonly named: readonly NamedPlan[];
}

/**
 * Reads the plans that a user named, by files, patterns or folders, and joins them. A region given wins over the environment's.
 * Many are read in threads.
 */
export async function readPlans(
  given: readonly string[],
  region: string | undefined,
  io: Io,
  progress: Progress,
): Promise<JoinedPlans> {
  const paths = await plansAt(given, io.cwd);
  if (paths.filter((path) => path === "-").length > 1) throw new InputError(message("input.two-stdin", {}));
  const isMuch = io.threads !== undefined || (paths.length > 1 && bytesOf(paths, io.cwd) >= FEW_BYTES);
  const parts = await (isMuch ? readMuch : readFew)(paths, io, progress);
  const named = paths.map((path) => ({
    name: path,
    folder: path === "-" ? undefined : dirname(resolve(io.cwd, path)),
  }));
  return { plan: joinParts(parts, planOptions(io.env, region)), named };
}

const bytesOf = (paths: readonly string[], base: string): number =>
  paths.reduce((sum, path) => sum + (sizeOfFile(path, base) ?? 0), 0);

async function readFew(paths: readonly string[], io: Io, progress: Progress): Promise<readonly ReadPart[]> {
  const parts: ReadPart[] = [];
  let size = 0;
  for (const path of paths) {
    progress.say("cli.reading", { what: fileName(path) });
    const { name, bytes } = await fileAt(path, io);
    size += bytes.length;
    if (size > SOME_BYTES) (await import("./memory.js")).refuseMoreThanFits(size, name);
    parts.push(readPlan(bytes, name));
  }
  return parts;
}

async function readMuch(paths: readonly string[], io: Io, progress: Progress): Promise<readonly ReadPart[]> {
  const [{ readMany }, { threadsHere }] = await Promise.all([import("./readers.js"), import("./threads.js")]);
  let read = 0;
  return readMany(paths, io.threads ?? threadsHere(), {
    base: io.cwd,
    bytesAt: async (path) => (await fileAt(path, io)).bytes,
    onRead: () => {
      progress.say("cli.reading-many", { read: ++read, count: paths.length });
    },
  });
}

const fileAt = async (path: string, io: Io): Promise<{ readonly name: string; readonly bytes: Uint8Array }> =>
  path === "-" ? { name: path, bytes: await io.stdin() } : readPlanFile(path, io.cwd);
