/** `alicloud-icp.yaml`: what a project says once instead of in every call. Options of the command line win. */
import { message } from "../messages";
import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { decode } from "../input/decode";
import { codeOf } from "../base/errors";
import { InputError } from "../input/error";
import { foldersUpward } from "../base/repository";
import { refusePlanted, shortName } from "../register/find";
import { landingOf, type Io } from "./io";
import type { ProjectSettings } from "./settings-file";

const SETTINGS_NAME = "alicloud-icp.yaml";

/** The settings that count, and the file that they are from, as messages call it. */
export interface FoundSettings extends ProjectSettings {
  readonly settingsFile?: string;
}

/**
 * The settings that count for a folder: those of the file given, else of `alicloud-icp.yaml` upward within the repository;
 * none where there is no such file or `given` is false. Paths in them are from the file's folder. Throws an `InputError`.
 */
export async function settingsFor(
  given: string | boolean | undefined,
  { cwd }: Pick<Io, "cwd">,
): Promise<FoundSettings> {
  const file = typeof given === "string" ? resolve(cwd, given) : given === false ? undefined : upward(cwd);
  if (file === undefined) return {};
  const name = typeof given === "string" ? given : shortName(file, cwd);
  const { readSettings } = await import("./settings-file.js");
  const read = readSettings(textOf(file, name), name);
  const from = (path: string): string => relative(cwd, resolve(dirname(file), path)) || ".";
  const below = (path: string, key: string): string => {
    refuseOutside(path, file, name, key);
    return from(path);
  };
  return {
    ...read,
    settingsFile: name,
    ...(read.register !== undefined && { register: from(read.register) }),
    ...(read.baseline !== undefined && { baseline: below(read.baseline, "baseline") }),
    ...(read.source && { source: read.source.map(from) }),
    ...(read.format && { format: read.format.map((spec) => rebased(spec, below)) }),
  };
}

function upward(cwd: string): string | undefined {
  for (const folder of foldersUpward(cwd)) {
    const file = join(folder, SETTINGS_NAME);
    if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) continue;
    refusePlanted(file, cwd, "--config");
    return file;
  }
  return undefined;
}

function textOf(file: string, name: string): string {
  try {
    return decode(readFileSync(file), name, message("expected.yaml", {}));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      message("input.unreadable-file", { code: codeOf(error), expected: message("expected.settings", {}) }),
      { file: name },
    );
  }
}

/** `NAME=FILE` with the file as the working folder calls it. */
function rebased(spec: string, below: (path: string, key: string) => string): string {
  const at = spec.indexOf("=");
  const path = spec.slice(at + 1);
  return at < 0 || path === "-" ? spec : `${spec.slice(0, at)}=${below(path, "format")}`;
}

/** A file in a repository may be a stranger's, so what it names for writing lies below its own folder, links followed. */
function refuseOutside(path: string, settings: string, name: string, key: string): void {
  const folder = realpathSync(dirname(settings));
  const file = landingOf(resolve(dirname(settings), path));
  if (file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return;
  const found = JSON.stringify(path);
  throw new InputError(message("input.settings-outside", { settings: name, found }), { file: name, key });
}
