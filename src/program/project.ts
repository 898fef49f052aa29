/** Pulumi projects: what `Pulumi.yaml` says of a program, and which of its stacks is meant. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { decode } from "../input/decode";
import { InputError } from "../input/error";
import { readNamed } from "../input/files";
import { message } from "../messages";
import { readYaml, type PlainDocument } from "../register/yaml";
import { projectFileIn } from "./project-file";

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
  const top = mapOf(document.value);
  const name = textAt(top, "name", place);
  if (name === undefined) throw wrong("name", "expected.project-name", place);
  const { runtime, options } = runtimeOf(top, place);
  const main = textAt(top, "main", place);
  const folder = textAt(top, "stackConfigDir", place) ?? textAt(top, "config", place, "optional");
  const stackFolder = folder === undefined ? root : resolve(root, folder);
  return { name, root, file, text, document, runtime, options, main, stackFolder };
}

interface Place {
  readonly file: string;
  readonly document: PlainDocument;
}

function runtimeOf(top: Readonly<Record<string, unknown>>, place: Place): Pick<Project, "runtime" | "options"> {
  const given = top["runtime"];
  const runtime = typeof given === "object" ? mapOf(given)["name"] : given;
  if (typeof runtime !== "string" || runtime === "") throw wrong("runtime", "expected.project-runtime", place);
  const options = typeof given === "object" ? mapOf(mapOf(given)["options"]) : {};
  if (runtime === "nodejs" || runtime === "yaml") return { runtime, options };
  throw new InputError(message("input.program-runtime", { runtime }), {
    file: place.file,
    line: place.document.positions(["runtime"])?.line,
    key: "runtime",
  });
}

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The text under a key; `optional`: something else there has a meaning of its own. */
function textAt(
  top: Readonly<Record<string, unknown>>,
  key: string,
  place: Place,
  kind?: "optional",
): string | undefined {
  const value = top[key];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (kind === "optional") return undefined;
  throw wrong(key, "expected.text", place);
}

const wrong = (
  key: string,
  what: "expected.text" | "expected.project-name" | "expected.project-runtime",
  { file, document }: Place,
): InputError =>
  new InputError(message("input.program-key", { expected: message(what, {}) }), {
    file,
    line: document.positions([key])?.line,
    key,
  });

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
    // The organisation and the project may stand before it, as in `acme/shop/dev`.
    const name = asked.slice(asked.lastIndexOf("/") + 1);
    if (name === "") throw new InputError(message("input.program-stack-name", {}), { key: "--stack" });
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
