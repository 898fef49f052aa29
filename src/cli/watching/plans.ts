/** Which files a judgement rests on, so that a change of one asks for it anew. */
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { foldersUpward } from "../../base/repository";
import { readProject } from "../../program/project";
import { projectFileIn } from "../../input/project-file";
import { REGISTER_VARIABLE, verifiedFileOf } from "../../register/find";
import { fileOfPlan } from "../../names/plan-name";
import { planGiven } from "../../plan/read/file";
import { PATTERN } from "../paths";
import { Interests, type Interest } from "./interest";

/** What is judged, as it stands on the command line and in settings. */
export interface RestsOn {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Plans: files, patterns, folders. */
  readonly plans: readonly string[];
  /** The register that was given; undefined where it is found. */
  readonly register?: string | undefined;
  /** Other files that are read: settings, fixtures; those that were not given are left out. */
  readonly files: readonly (string | undefined)[];
  /** `FILE`, or `STACK=FILE`. */
  readonly stackOutputs: readonly string[];
  /** What the command writes. */
  readonly outputs: readonly string[];
  /** What programs have loaded. */
  readonly loaded: Iterable<string>;
}

/** What decides, in a folder and those above it, by which register, settings, packages and compiler a program is judged. */
const UPWARD =
  /^(?:icp\.ya?ml|icp\.verified\.json|alicloud-icp\.yaml|package\.json|package-lock\.json|yarn\.lock|pnpm-lock\.yaml|tsconfig.*\.json)$/;

export function interestIn({ cwd, env, plans, register, files, stackOutputs, outputs, loaded }: RestsOn): Interest {
  const at = (path: string): string => resolve(cwd, path);
  const all = new Interests();
  for (const path of files) if (path !== undefined && path !== "") all.files.add(at(path));
  for (const path of [register, env[REGISTER_VARIABLE]])
    if (path !== undefined && path !== "") all.files.add(at(path)).add(at(verifiedFileOf(path)));
  for (const spec of stackOutputs) all.files.add(at(spec)).add(at(spec.slice(spec.indexOf("=") + 1)));
  for (const file of loaded) all.files.add(file);
  for (const file of outputs) all.left.add(at(file));
  all.add(foldersUpward(cwd), UPWARD);
  const known = new Set<string>();
  for (const plan of plans) addPlan(all, plan, cwd, known);
  return all;
}

/** `known`: the folders whose files of settings count already, with those above them. */
function addPlan(all: Interests, given: string, cwd: string, known: Set<string>): void {
  const plan = PATTERN.test(given) ? given : fileOfPlan(planGiven(given, cwd));
  // What is written later may be called so as a whole.
  all.files.add(resolve(cwd, given));
  const path = resolve(cwd, plan);
  const about = statSync(path, { throwIfNoEntry: false });
  const settingsFrom = (folder: string): void => {
    if (!known.has(folder)) all.add(foldersUpward(folder), UPWARD);
    known.add(folder);
  };
  if (about?.isDirectory()) {
    if (projectFileIn(path) !== undefined) all.trees.add(path).add(stacksOf(plan, cwd));
    settingsFrom(path);
    all.add([path], PLANS);
  } else if (about || !PATTERN.test(plan)) {
    all.files.add(path);
    settingsFrom(dirname(path));
  } else {
    const { folder, isDeep } = beforePattern(plan, cwd);
    settingsFrom(folder);
    if (isDeep) all.trees.add(folder);
    else all.add([folder], ANY);
  }
}

/** In the folder of a project all counts by itself. */
const PLANS = /\.json$|^Pulumi\.ya?ml$/;
const ANY = /(?:)/;

/** The folder of the stacks' files, which need not lie in that of the project. */
function stacksOf(plan: string, cwd: string): string {
  try {
    return readProject(plan, cwd).stackFolder;
  } catch {
    // What is wrong with it is said when it is judged.
    return resolve(cwd, plan);
  }
}

/** The folder before the first part of a pattern that stands for several names, and whether more parts follow. */
function beforePattern(pattern: string, cwd: string): { readonly folder: string; readonly isDeep: boolean } {
  let folder = pattern;
  let depth = 0;
  while (PATTERN.test(folder) && dirname(folder) !== folder) {
    folder = dirname(folder);
    depth++;
  }
  return { folder: resolve(cwd, folder), isDeep: depth > 1 };
}
