/**
 * Where files are, from the root of their repository: so that who reads a report elsewhere finds them. Where there is none, they
 * are named from the working folder.
 */
import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, posix, relative, resolve } from "node:path";
import { repositoryOf } from "../base/repository";
import type { PlanPart } from "../plan/resource";
import { programFinder } from "../plan/read/program-folder";
import { shortName } from "../register/find";

/** Where files are, from the root of their repository. */
export interface Whereabouts {
  /** The path of a file of a part's program. */
  readonly program: (file: string, part: PlanPart | undefined) => string;
  /** The path of the register. */
  readonly register: string | undefined;
}

/** A plan as the user named it, and its folder; standard input has none. */
interface Located {
  readonly name: string;
  readonly folder: string | undefined;
}

/**
 * Where the programs of plans and the register are. A program that is not found keeps the names that its plan tells; what
 * lies outside the repository keeps its path.
 */
export function whereaboutsOf(
  plans: readonly Located[],
  registerFile: string | undefined,
  workingFolder: string,
): Whereabouts {
  const programs = new Map<PlanPart, Program>();
  const programFolder = programFinder();
  const programOf = (part: PlanPart): Program => {
    let program = programs.get(part);
    if (program === undefined) {
      const own = plans.find(({ name }) => name === part.source)?.folder;
      const folder = programFolder(part.project, [...(own === undefined ? [] : [own]), workingFolder]);
      const prefix = folder === undefined ? "" : (fromRoot(folder) ?? slashed(relative(workingFolder, folder)));
      program = { folder, prefix };
      programs.set(part, program);
    }
    return program;
  };
  return {
    program: (file, part) => {
      if (part === undefined) return file;
      // Files of Terraform are told from where the user stands.
      if (part.dialect) return posix.join(fromRoot(workingFolder) ?? "", file);
      const { folder, prefix } = programOf(part);
      const whole = WHOLE.exec(file)?.[1];
      return whole === undefined ? posix.join(prefix, file) : fromWhole(whole, folder, prefix);
    },
    register: registerFile === undefined ? undefined : registerFrom(registerFile, workingFolder),
  };
}

/** The folder of a program, and how it is called from the root. */
interface Program {
  readonly folder: string | undefined;
  readonly prefix: string;
}

/** A file as Node calls modules: of ES modules the SDK tells the whole path, on the machine that made the plan. */
const WHOLE = /^file:\/*(\/.*|[A-Za-z]:\/.*)$/;

/** The path of such a file: as it lies in the repository, or as its end does in the program's folder, where it came from elsewhere. */
function fromWhole(whole: string, folder: string | undefined, prefix: string): string {
  if (folder === undefined) return whole;
  const root = repositoryOf(folder) ?? folder;
  const path = slashed(relative(root, whole));
  if (!path.startsWith("../") && !isAbsolute(path)) return root === folder ? posix.join(prefix, path) : path;
  const names = whole.split("/");
  const ends = names.slice(1).map((_, at) => names.slice(at + 1).join("/"));
  const end = ends.find((one) => one !== "" && existsSync(join(folder, one)));
  return end === undefined ? whole : posix.join(prefix, end);
}

/** The folder in which a reader is, from the root of the repository; empty at the root and where there is none. */
export const folderFromRoot = (folder: string): string => fromRoot(folder) ?? "";

function registerFrom(file: string, workingFolder: string): string {
  const path = resolve(workingFolder, file);
  const folder = fromRoot(dirname(path));
  return folder === undefined ? shortName(path, workingFolder) : posix.join(folder, posix.basename(slashed(path)));
}

/** With slashes on every system; undefined where the folder is in no repository. */
function fromRoot(folder: string): string | undefined {
  const root = repositoryOf(folder);
  return root === undefined ? undefined : slashed(relative(root, folder));
}

const slashed = (path: string): string => path.replaceAll("\\", "/");

/** A path from the root as the reader in `folder` calls it. */
export const seenFrom = (folder: string, file: string): string =>
  folder === "" || file.startsWith("/") ? file : posix.relative(posix.join("/", folder), posix.join("/", file));
