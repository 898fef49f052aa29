/** Where the register is: one answer for all doors. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { InputError } from "../input/error";
import { message, type Filling, type Message } from "../messages";
import { foldersUpward } from "../base/repository";

export const REGISTER_NAME = "icp.yaml";
/** What others call it: it would be passed over in silence. */
const MISNAMED = "icp.yml";
export const REGISTER_VARIABLE = "ALICLOUD_ICP_REGISTER";

export interface FindOptions {
  /** A path that the user gave. */
  readonly explicit?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folders to look in, each upward to the root of its repository; one that is in none, alone. */
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
  /** Whether there is a file of this path: no folder, pipe or device. */
  readonly isFile: (path: string) => boolean;
  readonly isFolder: (path: string) => boolean;
  readonly exists: (path: string) => boolean;
  /** The one path of an existing file, links followed. */
  readonly real: (path: string) => string;
  /** Whether somebody else has put a file into a folder that everybody can write. */
  readonly isPlanted: (path: string) => boolean;
}

/** Where what the cloud said of a register is kept: beside it, such as `icp.verified.json` for `icp.yaml`. */
export const verifiedFileOf = (register: string): string =>
  `${register.replace(/\.(?:ya?ml|json)$/i, "")}${VERIFIED_ENDING}`;

const VERIFIED_ENDING = ".verified.json";

/** Whether a file is called as those are that keep what the cloud said. */
export const isVerifiedFile = (path: string): boolean => path.endsWith(VERIFIED_ENDING);

/** A register that was found, and how. */
export interface FoundRegister {
  readonly file: string;
  readonly how: "explicit" | "environment" | "upward" | "pack";
}

const DISK: Files = {
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
  exists: existsSync,
  real: realPath,
  isPlanted,
};

/** Pipes have no other path than the one they were given by. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const WRITABLE_BY_ALL = 0o002;

/** Refuses a file that somebody else has put into a folder that everybody can write; `by` is what a user gives it with. */
export function refusePlanted(file: string, base: string, by: Filling, files: Pick<Files, "isPlanted"> = DISK): void {
  if (!files.isPlanted(file)) return;
  throw new InputError(message("input.register-planted", { by }), { file: shortName(file, base) });
}

/** Whether somebody else has put a file into a folder that everybody can write. */
export function isPlanted(path: string): boolean {
  const me = process.getuid?.();
  const { uid } = statSync(path);
  return me !== undefined && uid !== me && uid !== 0 && (statSync(dirname(path)).mode & WRITABLE_BY_ALL) !== 0;
}

/**
 * Finds the register: the explicit path, else the environment's, else `icp.yaml` upward from each start folder, else
 * beside the pack. Undefined when there is none. Throws an `InputError` when a path that was given is no file, when
 * `icp.yml` lies where `icp.yaml` would be taken, and when what lies there is a stranger's.
 */
export function findRegister(options: FindOptions): FoundRegister | undefined {
  const { explicit, env, startFolders, packFolder, files = DISK } = options;
  const base = options.base ?? startFolders[0] ?? ".";
  if (explicit !== undefined) {
    return { file: given(explicit, base, message("input.register-as-given", {}), files), how: "explicit" };
  }
  const variable = env[REGISTER_VARIABLE];
  if (variable !== undefined && variable !== "") {
    const by = message("input.register-as-variable", { variable: REGISTER_VARIABLE });
    return { file: given(variable, base, by, files), how: "environment" };
  }
  for (const folder of startFolders) {
    const file = upward(resolve(base, folder), base, files);
    if (file !== undefined) return { file, how: "upward" };
  }
  const beside = packFolder === undefined ? undefined : registerIn(packFolder, base, files);
  return beside === undefined ? undefined : { file: beside, how: "pack" };
}

/** A plan as the user named it, and its folder; standard input has none. */
export interface NamedPlan {
  readonly name: string;
  readonly folder: string | undefined;
}

/** Without a plan the working folder tells the register. */
const NO_PLANS: readonly NamedPlan[] = [{ name: "", folder: undefined }];

/**
 * The one register of several plans: each finds its own, from its folder and then from the working folder, and one that
 * finds none takes that of the others. Throws an `InputError` when they find different ones.
 */
export function findSharedRegister(
  plans: readonly NamedPlan[],
  { workingFolder, ...options }: Omit<FindOptions, "startFolders" | "base"> & { readonly workingFolder: string },
): FoundRegister | undefined {
  const { files = DISK } = options;
  const registers = new Map<string, { found: FoundRegister; plan: string }>();
  for (const { name, folder } of plans.length > 0 ? plans : NO_PLANS) {
    const startFolders = folder === undefined ? [workingFolder] : [folder, workingFolder];
    const found = findRegister({ ...options, base: workingFolder, startFolders });
    const path = found && files.real(found.file);
    if (found && path !== undefined && !registers.has(path)) registers.set(path, { found, plan: name });
  }
  const [first, ...others] = registers.values();
  if (first && others.length > 0) {
    const each = [first, ...others].map(({ found, plan }) =>
      message("input.register-for-plan", { register: shortName(found.file, workingFolder), plan }),
    );
    const all = each.reduce((one, other) => message("input.register-and", { one, other }));
    throw new InputError(message("input.register-several", { each: all }));
  }
  return first?.found;
}

/** The path from `base` where the file lies below it, with slashes on every system. */
export function shortName(file: string, base: string | undefined): string {
  const path = base === undefined ? file : relative(base, file);
  return path.startsWith("..") || isAbsolute(path) ? file : path.replaceAll("\\", "/");
}

function given(path: string, base: string, by: Message, files: Files): string {
  const file = resolve(base, path);
  // A pipe will do, as of `<(…)` in a shell.
  if (path !== "" && files.exists(file) && !files.isFolder(file)) return file;
  const isFolder = path !== "" && files.exists(file);
  const problem = isFolder ? message("input.register-folder", { by }) : message("input.register-not-there", { by });
  throw new InputError(problem, { file: path === "" ? '""' : path });
}

function upward(start: string, base: string, files: Files): string | undefined {
  for (const folder of foldersUpward(start, files.exists)) {
    const file = registerIn(folder, base, files);
    if (file !== undefined) return file;
  }
  return undefined;
}

/** The register in a folder; undefined when there is none. */
function registerIn(folder: string, base: string, files: Files): string | undefined {
  const file = join(folder, REGISTER_NAME);
  if (files.isFile(file)) {
    refusePlanted(file, base, message("input.register-by", { variable: REGISTER_VARIABLE }), files);
    return file;
  }
  const other = join(folder, MISNAMED);
  if (!files.isFile(other)) return undefined;
  throw new InputError(message("input.register-misnamed", { name: REGISTER_NAME }), {
    file: shortName(other, base),
  });
}
