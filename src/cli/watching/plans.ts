/** Which files a judgement rests on, so that a change of one asks for it anew. */
import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { foldersUpward } from "../../base/repository";
import { readProject } from "../../program/project";
import { projectFileIn } from "../../program/project-file";
import { REGISTER_VARIABLE } from "../../register/find";
import { PATTERN } from "../paths";
import { unionOf, NOTHING, type Interest } from "./interest";

/** What is judged, as it stands on the command line and in settings. */
export interface RestsOn {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Plans: files, patterns, folders. */
  readonly plans: readonly string[];
  /** Other files that are read: the register, settings, fixtures; those that were not given are left out. */
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
  /^(?:icp\.ya?ml|alicloud-icp\.yaml|package\.json|package-lock\.json|yarn\.lock|pnpm-lock\.yaml|tsconfig.*\.json)$/;

export function interestIn({ cwd, env, plans, files, stackOutputs, outputs, loaded }: RestsOn): Interest {
  const at = (path: string): string => resolve(cwd, path);
  const given = [...files, env[REGISTER_VARIABLE]].filter((path) => path !== undefined && path !== "");
  const named = stackOutputs.flatMap((spec) => [spec, spec.slice(spec.indexOf("=") + 1)]);
  const own: Interest = {
    ...NOTHING,
    files: new Set([...given, ...named].map((path) => at(path ?? "")).concat([...loaded])),
    folders: upward(cwd),
    left: new Set(outputs.map(at)),
  };
  return plans.map((plan) => ofPlan(plan, cwd)).reduce(unionOf, own);
}

const upward = (folder: string): ReadonlyMap<string, RegExp> =>
  new Map(foldersUpward(folder).map((one) => [one, UPWARD]));

function ofPlan(plan: string, cwd: string): Interest {
  const path = resolve(cwd, plan);
  const about = statSync(path, { throwIfNoEntry: false });
  if (about?.isDirectory()) {
    const trees = projectFileIn(path) === undefined ? [] : [path, stacksOf(plan, cwd)];
    return unionOf(
      { ...NOTHING, trees: new Set(trees), folders: upward(path) },
      { ...NOTHING, folders: new Map([[path, PLANS]]) },
    );
  }
  if (about || !PATTERN.test(plan)) {
    return { ...NOTHING, files: new Set([path]), folders: upward(dirname(path)) };
  }
  return ofPattern(plan, cwd);
}

/** In the folder of a project all counts by itself. */
const PLANS = /\.json$|^Pulumi\.ya?ml$/;

/** The folder of the stacks' files, which need not lie in that of the project. */
function stacksOf(plan: string, cwd: string): string {
  try {
    return readProject(plan, cwd).stackFolder;
  } catch {
    // What is wrong with it is said when it is judged.
    return resolve(cwd, plan);
  }
}

/** The folder before the first part of a pattern that stands for several names; and all below it where more parts follow. */
function ofPattern(pattern: string, cwd: string): Interest {
  const parts = pattern.split(/[\\/]/);
  const first = parts.findIndex((part) => PATTERN.test(part));
  const folder = resolve(cwd, join(...parts.slice(0, first), "."));
  const folders = upward(folder);
  return first === parts.length - 1
    ? unionOf({ ...NOTHING, folders }, { ...NOTHING, folders: new Map([[folder, /(?:)/]]) })
    : { ...NOTHING, folders, trees: new Set([folder]) };
}
