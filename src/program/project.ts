/** Pulumi projects: what `Pulumi.yaml` says of a program, and which of its stacks is meant. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { decode } from "../input/decode";
import { InputError } from "../input/error";
import { readNamed } from "../input/files";
import { partsOfStackName } from "../names/stack-name";
import { message } from "../messages";
import { isMap } from "../register/draft";
import { readYaml, type PlainDocument } from "../register/yaml";
import { mapAt, textAt, truthAt, unlike, valueAt, wrongAt, type ShapedFile } from "./shape";
import { projectFileIn } from "../input/project-file";

/** The programs that are read or run, and those that are not, by the name of their runtime. */
export type Runtime = "nodejs" | "yaml";

/** A project, as its file tells of it. */
export interface Project {
  readonly name: string;
  /** The folder of its file. */
  readonly root: string;
  /** The file, as messages call it. */
  readonly file: string;
  readonly text: string;
  readonly document: PlainDocument;
  readonly runtime: Runtime;
  /** Options of the runtime, such as `typescript` and `nodeargs`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the program begins, from the root; undefined for the root itself. */
  readonly main: string | undefined;
  /** The folder of the stacks' files. */
  readonly stackFolder: string;
}

const expected = message("expected.project", {});

/** What a program in YAML may have in the file of its project: the reader of such programs reads it. */
const PROGRAM_KEYS: ReadonlySet<string> = new Set(["resources", "variables", "outputs", "configuration", "components"]);

/** Where a folder lies that may be a link: from there its program runs, and finds its packages. */
function realFolder(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * Reads the project of a folder, which `named` is what the user called. Throws an `InputError` that says what is wrong with
 * its file, and what to do with a program that can neither be run nor read.
 */
export function readProject(named: string, cwd: string): Project {
  const root = realFolder(resolve(cwd, named));
  const path = projectFileIn(root);
  if (path === undefined) throw new InputError(message("input.program-no-project", {}), { file: named });
  const file = join(named, path.slice(dirname(path).length + 1));
  const text = decode(readNamed(file, cwd, expected), file, expected);
  const document = readYaml(text, file, ["name", "runtime"], PROGRAM_KEYS);
  const place = { file, document };
  const problem = document.problems.find(({ path: [key] }) => key === undefined || READ_KEYS.has(String(key)));
  if (problem) throw new InputError(problem.problem, { file, line: problem.at?.line, key: problem.path.join(".") });
  const name = textAt(place, ["name"]);
  if (name === undefined) throw unlike(place, ["name"], message("expected.project-name", {}));
  const { runtime, options } = runtimeOf(place);
  const main = textAt(place, ["main"]);
  const folder = textAt(place, ["stackConfigDir"]) ?? olderFolderIn(place);
  const stackFolder = folder === undefined ? root : resolve(root, folder);
  return { name, root, file, text, document, runtime, options, main, stackFolder };
}

/** The keys of the file that are read here. */
const READ_KEYS: ReadonlySet<string> = new Set(["name", "runtime", "main", "stackConfigDir", "config"]);

/** Under `config` older projects name the folder of their stacks. */
function olderFolderIn(place: ShapedFile): string | undefined {
  const value = valueAt(place, ["config"]);
  if (typeof value === "string") return textAt(place, ["config"]);
  mapAt(place, ["config"]);
  return undefined;
}

function runtimeOf(place: ShapedFile): Pick<Project, "runtime" | "options"> {
  const given = valueAt(place, ["runtime"]);
  const runtime = isMap(given) ? given["name"] : given;
  if (typeof runtime !== "string" || runtime === "") {
    throw unlike(place, ["runtime"], message("expected.project-runtime", {}));
  }
  if (runtime !== "nodejs" && runtime !== "yaml") {
    throw wrongAt(place, ["runtime"], message("input.program-runtime", { runtime }));
  }
  const path = ["runtime", "options"];
  const options = mapAt(place, path);
  if (runtime === "yaml") return { runtime, options };
  const said = {
    typescript: truthAt(place, [...path, "typescript"]),
    tsconfig: textAt(place, [...path, "tsconfig"]),
    nodeargs: textAt(place, [...path, "nodeargs"]),
  };
  return { runtime, options: { ...options, ...said } };
}

const STACK_FILE = /^Pulumi\.(.+)\.ya?ml$/;

/** A stack, and its file where it has one. */
export interface ChosenStack {
  readonly name: string;
  readonly file: string | undefined;
  /** Why it is this one: it was asked for, it is the only one with a file, or no stack has one. */
  readonly because: "asked" | "only" | "none";
  /** The stacks that have a file where this one has none. */
  readonly others: readonly string[];
}

/** The name of a stack of which nothing is said. */
const UNNAMED = "dev";

/** The stack that is meant. Throws an `InputError` where several have files and none is asked for. */
export function chooseStack(project: Project, asked: string | undefined): ChosenStack {
  const files = stackFilesIn(project.stackFolder);
  if (asked !== undefined) {
    const parts = partsOfStackName(asked);
    if (!parts) throw new InputError(message("input.program-stack-name", {}), { key: "--stack" });
    const { project: named = project.name, stack: name } = parts;
    if (named !== project.name) {
      const problem = message("input.program-stack-other", { stack: asked, named, project: project.name, name });
      throw new InputError(problem, { file: project.file, key: "--stack" });
    }
    const file = files.get(name);
    return { name, file, because: "asked", others: file === undefined ? [...files.keys()] : [] };
  }
  const [only, ...others] = files;
  if (!only) return { name: UNNAMED, file: undefined, because: "none", others: [] };
  if (others.length === 0) return { name: only[0], file: only[1], because: "only", others: [] };
  const names = [...files.keys()].join(", ");
  throw new InputError(message("input.program-stacks", { stacks: names }), { file: project.file });
}

function stackFilesIn(folder: string): ReadonlyMap<string, string> {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : [];
  return new Map(
    names.flatMap((name) => {
      const stack = STACK_FILE.exec(name)?.[1];
      return stack === undefined ? [] : [[stack, join(folder, name)] as const];
    }),
  );
}
