/** The file of a plan that a user named. */
import { message } from "../../messages";
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { InputError } from "../../input/error";
import { readNamed } from "../../input/files";

/** A plan's file as bytes, by the name that messages call it, and its folder. */
export interface PlanFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly folder: string;
}

/** Reads the file of a plan; `base` is where a relative path starts. Throws an `InputError` that says what to do. */
export function readPlanFile(path: string, base: string): PlanFile {
  const file = resolve(base, path);
  if (path !== "" && statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw folderGiven(path, file);
  const expected = message("expected.plan", {});
  return { name: path, bytes: readNamed(path, base, expected), folder: dirname(file) };
}

function folderGiven(path: string, folder: string): InputError {
  const isProject = ["Pulumi.yaml", "Pulumi.yml"].some((name) => isFile(join(folder, name)));
  return new InputError(
    isProject
      ? "is a folder; run pulumi preview --json --show-sames > plan.json there, and pass plan.json"
      : "is a folder without Pulumi.yaml; pass the JSON of pulumi preview --json --show-sames, run in a Pulumi project",
    { file: path },
  );
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
