/** `alicloud-icp.yaml`: what a project says once instead of in every call. Options of the command line win. */
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { decode } from "../base/decode";
import { codeOf, InputError } from "../base/errors";
import { foldersUpward } from "../base/repository";
import { isPlanted, shortName } from "../register/find";
import type { Io } from "./io";
import type { ProjectSettings } from "./settings-file";

const SETTINGS_NAME = "alicloud-icp.yaml";

/**
 * The settings that count for a folder: those of the file given, else of `alicloud-icp.yaml` upward within the repository;
 * none where there is no such file or `given` is false. Paths in them are from the file's folder. Throws an `InputError`.
 */
export async function settingsFor(
  given: string | boolean | undefined,
  { cwd }: Pick<Io, "cwd">,
): Promise<ProjectSettings> {
  const file = typeof given === "string" ? resolve(cwd, given) : given === false ? undefined : upward(cwd);
  if (file === undefined) return {};
  const name = typeof given === "string" ? given : shortName(file, cwd);
  const { readSettings } = await import("./settings-file.js");
  const read = readSettings(textOf(file, name), name);
  const from = (path: string): string => relative(cwd, resolve(dirname(file), path)) || ".";
  return {
    ...read,
    ...(read.register !== undefined && { register: from(read.register) }),
    ...(read.baseline !== undefined && { baseline: from(read.baseline) }),
    ...(read.format && { format: read.format.map((spec) => rebased(spec, file, name, cwd)) }),
  };
}

function upward(cwd: string): string | undefined {
  for (const folder of foldersUpward(cwd)) {
    const file = join(folder, SETTINGS_NAME);
    if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) continue;
    if (!isPlanted(file)) return file;
    const problem = "is another user's, in a folder that everybody can write; give it with --config if it is meant";
    throw new InputError(problem, { file: shortName(file, cwd) });
  }
  return undefined;
}

function textOf(file: string, name: string): string {
  try {
    return decode(readFileSync(file), name, "YAML text in UTF-8");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`cannot be read (${codeOf(error)}); expected a file of settings`, { file: name });
  }
}

/**
 * `NAME=FILE` with the file as the working folder calls it. A file in a repository may be a stranger's, so what it names is
 * written only below its own folder.
 */
function rebased(spec: string, settings: string, name: string, cwd: string): string {
  const at = spec.indexOf("=");
  if (at < 0) return spec;
  const path = spec.slice(at + 1);
  const folder = dirname(settings);
  const file = resolve(folder, path);
  if (path === "-" || path === "") return spec;
  if (!isBelow(realpathSync(folder), realOf(file))) {
    const problem = `expected a file below the folder of ${name}; found ${JSON.stringify(path)}: give it with --format on the command line`;
    throw new InputError(problem, { file: name, key: "format" });
  }
  return `${spec.slice(0, at)}=${relative(cwd, file)}`;
}

/** Where a file would come to lie: links are followed as far as there is something. */
function realOf(file: string): string {
  const rest: string[] = [];
  for (let at = file; ; at = dirname(at)) {
    if (existsSync(at)) return join(realpathSync(at), ...rest);
    if (dirname(at) === at) return file;
    rest.unshift(at.slice(dirname(at).length).replace(/^[/\\]/, ""));
  }
}

const isBelow = (folder: string, file: string): boolean =>
  file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
