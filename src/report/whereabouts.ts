/**
 * Where files are, from the root of their repository: so that who reads a report elsewhere finds them. Where there is none, they
 * are named from the working folder.
 */
import { dirname, posix, relative, resolve } from "node:path";
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
  const folders = new Map<PlanPart, string>();
  const programFolder = programFinder();
  const prefixOf = (part: PlanPart): string => {
    let prefix = folders.get(part);
    if (prefix === undefined) {
      const own = plans.find(({ name }) => name === part.source)?.folder;
      const folder = programFolder(part.project, [...(own === undefined ? [] : [own]), workingFolder]);
      prefix = folder === undefined ? "" : (fromRoot(folder) ?? slashed(relative(workingFolder, folder)));
      folders.set(part, prefix);
    }
    return prefix;
  };
  return {
    program: (file, part) => (part === undefined ? file : posix.join(prefixOf(part), file)),
    register: registerFile === undefined ? undefined : registerFrom(registerFile, workingFolder),
  };
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
