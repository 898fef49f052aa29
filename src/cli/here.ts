/** What is meant where nobody names a plan: the Pulumi project in which somebody stands. */
import { dirname, relative } from "node:path";
import { firstOf } from "../base/collections";
import { InputError } from "../input/error";
import { message } from "../messages";
import { isModule } from "../plan/read/terraform/source";
import { projectFolderAt } from "../input/project-file";

/** So many projects are named at most. */
const MOST_NAMED = 5;

/**
 * The folder of the project, from the working folder; standard input is never read unasked, since it may be a script that
 * somebody pipes into a shell. `programs`: whether one may be run. Throws an `InputError` that says what can be passed where there is no project.
 */
export async function projectHere(cwd: string, programs = true): Promise<string> {
  if (!programs) throw new InputError(message("input.no-plan-named", { expected: message("expected.plan", {}) }));
  const folder = projectFolderAt(cwd);
  if (folder !== undefined) return relative(cwd, folder) || ".";
  const { globSync } = await import("tinyglobby");
  const files = globSync(["{*,*/*}/Pulumi.{yaml,yml}"], { cwd, ignore: ["**/node_modules/**"] });
  const below = [...new Set(files.map((file) => dirname(file)))].sort();
  if (below.length === 0 && isModule(cwd)) throw new InputError(message("input.terraform-here", {}));
  if (below.length === 0) throw new InputError(message("input.nothing-here", {}));
  throw new InputError(message("input.programs-below", { folders: firstOf(below, MOST_NAMED).join(", ") }));
}
