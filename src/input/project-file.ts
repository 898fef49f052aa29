/** Where projects lie: found without reading them, for what reads them is loaded only for one. */
import { statSync } from "node:fs";
import { join } from "node:path";
import { foldersUpward } from "../base/repository";

/** The names that a project's file may have. */
export const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml"] as const;

/** The file of the project that a folder holds; undefined where it holds none. */
export const projectFileIn = (folder: string): string | undefined =>
  PROJECT_FILES.map((name) => join(folder, name)).find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());

/** The folder of the project in which somebody stands: this one, or one above it in the repository. */
export const projectFolderAt = (folder: string): string | undefined =>
  foldersUpward(folder).find((one) => projectFileIn(one) !== undefined);
