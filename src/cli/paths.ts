/** The plans that a user means: files, patterns that a shell has left as they are, and folders of saved plans. */
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileOfPlan } from "../names/plan-name";
import { message } from "../messages";
import { planGiven } from "../plan/read/file";
import { isModule } from "../plan/read/terraform/source";
import { isVerifiedFile } from "../register/find";
import { InputError } from "../input/error";
import { projectFileIn } from "../input/project-file";

const expected = message("expected.plan", {});
/** Characters by which a path that does not exist is a pattern. */
export const PATTERN = /[*?[\]{}!]/;

/**
 * The files that are meant, in the order in which they are given and, of a pattern or folder, by name. A Pulumi project's
 * folder stays one path; `programs`: whether one may be run. Throws an `InputError` where none may, and where a pattern or a folder
 * holds no file.
 */
export async function plansAt(paths: readonly string[], cwd: string, programs = true): Promise<readonly string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const found = (await filesAt(path, cwd, programs)).map((file) => planGiven(file, cwd));
    const known = new Set(files.map((file) => resolve(cwd, file)));
    // Who names one file twice may mean it; two patterns that meet do not.
    files.push(...(found.length === 1 ? found : found.filter((file) => !known.has(resolve(cwd, file)))));
  }
  return files;
}

async function filesAt(path: string, cwd: string, programs: boolean): Promise<readonly string[]> {
  if (path === "-" || path === "") return [path];
  const about = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (about?.isDirectory()) return folderAt(path, cwd, programs);
  if (about || !PATTERN.test(path)) return [path];
  const { globSync } = await import("tinyglobby");
  const found = globSync([path], { cwd, onlyFiles: true, expandDirectories: false }).sort();
  if (found.length === 0 && fileOfPlan(path) === path)
    throw new InputError(message("input.no-match", { expected }), { file: path });
  return found.length === 0 ? [path] : found;
}

function folderAt(path: string, cwd: string, programs: boolean): readonly string[] {
  const folder = resolve(cwd, path);
  // What a project's folder needs is said where it is read.
  if (projectFileIn(folder) !== undefined) {
    if (programs) return [path];
    throw new InputError(message("input.program-left-out", { expected }), { file: path });
  }
  const plans = readdirSync(folder)
    .filter((name) => name.endsWith(".json") && !isVerifiedFile(name))
    .sort();
  if (plans.length > 0) return plans.map((name) => join(path, name));
  const problem = isModule(folder)
    ? message("input.terraform-folder", {})
    : message("input.folder-without-plans", { expected });
  throw new InputError(problem, { file: path });
}
