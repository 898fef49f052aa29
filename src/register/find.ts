/** Where the register is: one answer for all doors. */
import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { InputError } from "../errors";

export const REGISTER_NAME = "icp.yaml";
export const REGISTER_VARIABLE = "ALICLOUD_ICP_REGISTER";

export interface FindOptions {
  /** A path that the user gave. */
  readonly explicit?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folders to look in, each upward to the root of its repository. */
  readonly startFolders: readonly string[];
  /** The folder of the policy pack. */
  readonly packFolder?: string | undefined;
  /** What relative paths of `explicit` and of the environment start from; the first start folder by default. */
  readonly base?: string | undefined;
  /** The file system; Node's own by default. */
  readonly files?: Files;
}

/** As much of a file system as is needed. */
export interface Files {
  /** Whether there is a file, not a folder, of this path. */
  readonly isFile: (path: string) => boolean;
  readonly exists: (path: string) => boolean;
}

/** A register that was found, and how. */
export interface FoundRegister {
  readonly file: string;
  readonly how: "explicit" | "environment" | "upward" | "pack";
}

const DISK: Files = {
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  exists: existsSync,
};

/**
 * Finds the register: the explicit path, else the environment's, else `icp.yaml` upward from each start folder, else
 * beside the pack. Undefined when there is none. Throws an `InputError` when a path that was given is no file.
 */
export function findRegister(options: FindOptions): FoundRegister | undefined {
  const { explicit, env, startFolders, packFolder, files = DISK } = options;
  const base = options.base ?? startFolders[0] ?? ".";
  if (explicit !== undefined) {
    return { file: given(explicit, base, "the register", files), how: "explicit" };
  }
  const variable = env[REGISTER_VARIABLE];
  if (variable !== undefined && variable !== "") {
    return { file: given(variable, base, REGISTER_VARIABLE, files), how: "environment" };
  }
  for (const folder of startFolders) {
    const file = upward(resolve(base, folder), files);
    if (file !== undefined) return { file, how: "upward" };
  }
  const beside = packFolder === undefined ? undefined : join(packFolder, REGISTER_NAME);
  return beside !== undefined && files.isFile(beside) ? { file: beside, how: "pack" } : undefined;
}

function given(path: string, base: string, by: string, files: Files): string {
  const file = resolve(base, path);
  if (path !== "" && files.isFile(file)) return file;
  const why = path !== "" && files.exists(file) ? "is a folder" : "does not exist";
  throw new InputError(`${why}; expected a register file there, as ${by} says: correct the path, or leave it out`, {
    file: path === "" ? '""' : path,
  });
}

/** A folder with `.git` is the root of a repository; what lies above belongs to somebody else. */
function upward(start: string, files: Files): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, REGISTER_NAME);
    if (files.isFile(file)) return file;
    if (files.exists(join(folder, ".git")) || dirname(folder) === folder) return undefined;
  }
}
