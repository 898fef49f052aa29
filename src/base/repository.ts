/** Repositories on a file system: what lies above their root, or above a folder that is in none, belongs to somebody else. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder and those above it up to the root of its repository, which has `.git`; the folder alone where none has. */
export function foldersUpward(start: string, exists: (path: string) => boolean = existsSync): readonly string[] {
  const root = repositoryOf(start, exists);
  if (root === undefined) return [start];
  const folders = [start];
  for (let folder = start; folder !== root;) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}

/** The root of the repository that a folder is in; undefined where it is in none. */
export function repositoryOf(start: string, exists: (path: string) => boolean = existsSync): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (exists(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
