/** Where the program of a plan lies: a plan tells the name of its project, and files as they are called from its folder. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { foldersUpward, repositoryOf } from "../../base/repository";

const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml"];
/** What is looked at below the root of a repository at most: no more than what a person would call one. */
const MOST_FOLDERS = 4_000;
const DEEPEST = 6;
/** Folders that hold other people's programs, or none. */
const SKIPPED = new Set(["node_modules", "vendor", "dist", "build", "target", "__pycache__", "venv"]);

/**
 * The folder of a project: upward from the folders to start from, to the root of their repository; else the only one of
 * that name in the repository. Undefined where nothing tells.
 */
export function programFolder(project: string, startFolders: readonly string[]): string | undefined {
  for (const start of startFolders) {
    const found = foldersUpward(start).find((folder) => isProject(folder, project));
    if (found !== undefined) return found;
  }
  const roots = new Set(startFolders.flatMap((start) => repositoryOf(start) ?? []));
  const found = [...roots].flatMap((root) => projectsBelow(root, project));
  return found.length === 1 ? found[0] : undefined;
}

/** Level by level, and in the order of their names. */
function projectsBelow(root: string, project: string): readonly string[] {
  const found: string[] = [];
  let level: readonly string[] = [root];
  let seen = 0;
  for (let depth = 0; depth <= DEEPEST && level.length > 0 && seen < MOST_FOLDERS; depth++) {
    seen += level.length;
    found.push(...level.filter((folder) => isProject(folder, project)));
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

const isProject = (folder: string, project: string): boolean =>
  PROJECT_FILES.some((name) => NAME.exec(textOf(join(folder, name)))?.[2] === project);

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
