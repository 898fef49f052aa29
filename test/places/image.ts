/** Follows the Dockerfile with copies of files, in folders that stand for its stages. */
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DockerfileParser } from "dockerfile-ast";

/** An instruction, and what stands after it; `from` is the stage that it copies from. */
export interface Line {
  readonly keyword: string;
  readonly values: readonly string[];
  readonly from: string | undefined;
}

/** The instructions of a Dockerfile. */
export const linesOf = (text: string): readonly Line[] =>
  DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction) => ({
      keyword: instruction.getKeyword(),
      values: instruction.getArguments().map((argument) => argument.getValue()),
      from: /^COPY\s+--from=(\S+)/.exec(instruction.toString())?.[1],
    }));

export interface Stage {
  readonly root: string;
  cwd: string;
  readonly env: Record<string, string>;
  user: string;
  entry: readonly string[];
}

/** Where a path of a stage lies. */
const within = (stage: Stage, path: string): string => join(stage.root, resolve(stage.cwd, path));

/** What each instruction does to its stage; `sourceOf` gives the folder that is copied from. */
const STEPS: Readonly<Record<string, (stage: Stage, line: Line, sourceOf: (from?: string) => string) => void>> = {
  WORKDIR: (stage, { values }) => {
    stage.cwd = resolve(stage.cwd, values[0] ?? "");
    mkdirSync(within(stage, "."), { recursive: true });
  },
  COPY: (stage, { values, from }, sourceOf) => {
    const target = values.at(-1) ?? "";
    const isFolder = /(?:^|\/)\.?\/?$/.test(target);
    for (const source of values.slice(0, -1)) copy(join(sourceOf(from), source), within(stage, target), isFolder);
  },
  RUN: (stage, { values: [command, ...args] }) => {
    if (command === "npm" && args[0] === "ci") {
      // The tests have them already.
      symlinkSync(resolve("node_modules"), within(stage, "node_modules"));
    } else if (command === "npm") {
      execFileSync("npm", args, { cwd: within(stage, "."), env: { ...process.env, ...stage.env }, stdio: "pipe" });
    } else if (command === "ln") {
      const [, target = "", link = ""] = args;
      mkdirSync(dirname(join(stage.root, link)), { recursive: true });
      symlinkSync(join(stage.root, target), join(stage.root, link));
    } else {
      throw new Error(`RUN ${command ?? ""} is not known here`);
    }
  },
  ENV: (stage, { values }) => {
    for (const one of values) stage.env[one.split("=")[0] ?? ""] = one.slice(one.indexOf("=") + 1);
  },
  USER: (stage, { values }) => {
    stage.user = values[0] ?? "";
  },
  ENTRYPOINT: (stage, { values }) => {
    stage.entry = JSON.parse(values.join(" ")) as readonly string[];
  },
  LABEL: () => undefined,
  CMD: () => undefined,
};

/** A file goes into a folder, or takes the name of the target; of a folder its content does. */
function copy(origin: string, target: string, isFolder: boolean): void {
  if (!existsSync(origin)) throw new Error(`COPY of ${origin}, which is not there`);
  const isContent = lstatSync(origin).isDirectory();
  cpSync(origin, isFolder && !isContent ? join(target, basename(origin)) : target, { recursive: true });
}

/** Top-level files and folders that the builder gets to see. Throws for rules other than `*` and `!NAME`. */
function contextOf(ignored: string): readonly string[] {
  const [first, ...rest] = ignored.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  if (first !== "*" || rest.some((line) => !/^![\w.-]+$/.test(line)))
    throw new Error("only * and !NAME are understood");
  return rest.map((line) => line.slice(1));
}

/** Builds in a folder and gives the last stage. Throws for an instruction that it does not know. */
export function follow(lines: readonly Line[], folder: string): Stage {
  const given = join(folder, "context");
  mkdirSync(given, { recursive: true });
  for (const name of contextOf(readFileSync(".dockerignore", "utf8")))
    cpSync(name, join(given, name), { recursive: true });
  const stages = new Map<string, Stage>();
  const sourceOf = (from?: string): string => (from === undefined ? given : (stages.get(from)?.root ?? ""));
  let last: Stage | undefined;
  for (const line of lines) {
    if (line.keyword === "FROM") {
      last = { root: join(folder, `stage-${stages.size}`), cwd: "/", env: {}, user: "root", entry: [] };
      mkdirSync(last.root);
      stages.set(line.values[2] ?? "", last);
      continue;
    }
    const step = STEPS[line.keyword];
    if (last === undefined || step === undefined) throw new Error(`${line.keyword} is not known here`);
    step(last, line, sourceOf);
  }
  if (last === undefined) throw new Error("no FROM");
  return last;
}
