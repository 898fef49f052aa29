/** Which changes count while a command watches. */
import { basename, dirname, isAbsolute, relative, sep } from "node:path";

/** What is watched; all paths are absolute. */
export interface Interest {
  /** Single files, also those that are not there yet. */
  readonly files: ReadonlySet<string>;
  /** Folders in which the files of some names count. */
  readonly folders: ReadonlyMap<string, readonly RegExp[]>;
  /** Folders in which all counts, in whatever folder below it lies. */
  readonly trees: ReadonlySet<string>;
  /** What never counts, because the command writes it. */
  readonly left: ReadonlySet<string>;
}

export const NOTHING: Interest = { files: new Set(), folders: new Map(), trees: new Set(), left: new Set() };

/** Collects what counts. */
export class Interests implements Interest {
  readonly files = new Set<string>();
  readonly folders = new Map<string, readonly RegExp[]>();
  readonly trees = new Set<string>();
  readonly left = new Set<string>();

  /** In these folders files of such names count. */
  add(folders: Iterable<string>, names: RegExp): void {
    for (const folder of folders) {
      const known = this.folders.get(folder) ?? [];
      if (!known.includes(names)) this.folders.set(folder, [...known, names]);
    }
  }
}

/** Whether a change of a file counts. */
export function counts({ files, folders, trees, left }: Interest, path: string): boolean {
  if (left.has(path)) return false;
  if (files.has(path)) return true;
  const name = basename(path);
  if (name === PACKAGES || isScratch(name)) return false;
  if (folders.get(dirname(path))?.some((names) => names.test(name)) === true) return true;
  return [...trees].some((tree) => isIn(tree, path));
}

/** Whether a path lies in a folder or below it, in no folder that is left out. */
function isIn(tree: string, path: string): boolean {
  const below = relative(tree, path);
  if (below === "" || below.startsWith("..") || isAbsolute(below)) return false;
  return !below.split(sep).slice(0, -1).some(isLeftOut);
}

const PACKAGES = "node_modules";

/** Folders of packages, of version control and of editors. */
export const isLeftOut = (folder: string): boolean => folder === PACKAGES || folder.startsWith(".");

/** What editors write beside a file for a moment. Of hidden files only those with variables are a program's. */
const isScratch = (name: string): boolean =>
  (name.startsWith(".") && !/^\.(?:env|npmrc)/.test(name)) || name.endsWith("~") || /^(?:4913|#.*#)$/.test(name);

/** The folders that have to be looked at for all of it, those of trees apart. */
export const foldersOf = ({ files, folders }: Interest): ReadonlySet<string> =>
  new Set([...[...files].map((file) => dirname(file)), ...folders.keys()]);
