/** The file of a plan that a user named. */
import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { InputError } from "../../input/error";
import { fileOfPlan } from "../../names/plan-name";
import { readNamed } from "../../input/files";
import { projectFileIn } from "../../input/project-file";
import { message } from "../../messages";

/** A plan's file as bytes, by the name that messages call it, and its folder. */
export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly folder: string;
}

/** A plan as it is taken: by the name of a file or folder that is there, and only else by a name before that of another one. */
export const planGiven = (path: string, base: string): string =>
  fileOfPlan(path) !== path && existsSync(resolve(base, path)) ? `./${path}` : path;

/**
 * Reads the file of a plan; `base` is where a relative path starts, and `expected` what else could be there than a plan.
 * Throws an `InputError` that says what to do.
 */
export function readPlanFile(path: string, base: string, expected = message("expected.plan", {})): PlanFile {
  const named = fileOfPlan(path);
  const file = resolve(base, named);
  if (path !== "" && statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw folderGiven(path, file);
  return { name: path, bytes: readNamed(named, base, expected), folder: dirname(file) };
}

/** How many bytes a file has that can be read more than once; undefined for what is no such file. */
export function sizeOfFile(path: string, base: string): number | undefined {
  const file = fileOfPlan(path);
  const about = file === "-" ? undefined : statSync(resolve(base, file), { throwIfNoEntry: false });
  return about?.isFile() ? about.size : undefined;
}

function folderGiven(path: string, folder: string): InputError {
  return new InputError(
    projectFileIn(folder) ? message("input.plan-folder-project", {}) : message("input.plan-folder", {}),
    {
      file: path,
    },
  );
}
