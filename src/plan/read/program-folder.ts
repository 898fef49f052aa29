/** Where the program of a plan lies: a plan tells the name of its project, and files as they are called from its folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { push } from "../../base/collections";
import { foldersUpward, repositoryOf } from "../../base/repository";
import { PROJECT_FILES } from "../../input/project-file";

/** What is looked at below the root of a repository at most: no more than what a person would call one. */
const MOST_FOLDERS = 4_000;
const DEEPEST = 6;
/** Folders that hold other people's programs, or none. */
const SKIPPED = new Set(["node_modules", "vendor", "dist", "build", "target", "__pycache__", "venv"]);

/**
 * Finds the folders of projects: upward from the folders to start from, to the root of their repository; else the only one of
 * that name in the repository, which is looked through once. Gives undefined where nothing tells.
 */
export function programFinder(): (project: string, startFolders: readonly string[]) => string | undefined {
  const below = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const projectsIn = (root: string): ReadonlyMap<string, readonly string[]> => {
    const known = below.get(root) ?? projectsBelow(root);
    below.set(root, known);
    return known;
  };
  return (project, startFolders) => {
    // A plan that somebody made by hand may have none.
    if (project === "") return undefined;
    for (const start of startFolders) {
      const found = foldersUpward(start).find((folder) => projectIn(folder) === project);
      if (found !== undefined) return found;
    }
    const roots = new Set(startFolders.flatMap((start) => repositoryOf(start) ?? []));
    const found = [...roots].flatMap((root) => projectsIn(root).get(project) ?? []);
    return found.length === 1 ? found[0] : undefined;
  };
}

/** The folders of each project, by name, level by level and in the order of their names. */
function projectsBelow(root: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  let level: readonly string[] = [root];
  let seen = 0;
  for (let depth = 0; depth <= DEEPEST && level.length > 0 && seen < MOST_FOLDERS; depth++) {
    seen += level.length;
    for (const folder of level) push(found, projectIn(folder), folder);
    level = level.flatMap(foldersIn);
  }
  return found;
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name))
      .map(({ name }) => join(folder, name))
      .sort();
  } catch {
    // What may not be read is nobody's program here.
    return [];
  }
}

const NAME = /^name:[ \t]*(["']?)([^"'#\r\n]+?)\1[ \t]*(?:#.*)?$/m;

/** The name of the project that a folder holds; empty where it holds none. */
function projectIn(folder: string): string {
  for (const name of PROJECT_FILES) {
    const project = NAME.exec(textOf(join(folder, name)))?.[2];
    if (project !== undefined) return project;
  }
  return "";
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
