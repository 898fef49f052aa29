/** The programs of this folder, of the examples and of the stacks: each is run by the command, and held against its preview. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { previewsOf, settingsOf, WORKSPACE } from "../../scripts/engine/capture.cjs";
import { layOut } from "../../scripts/engine/layouts.cjs";
import { cli, repository, type Ran } from "../cli/terminal";
import { TODAY } from "../support/rule-tester";

const PARENTS = ["test/programs/awkward", "test/programs/real", "examples", "test/stacks"] as const;

/** A program with one of its previews. */
export interface Captured {
  readonly name: string;
  readonly folder: string;
  readonly file: string;
  readonly stack: string;
}

const foldersIn = (parent: string): string[] =>
  readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Every program that the engine could preview, once for each of its stacks. */
export const captures: readonly Captured[] = PARENTS.flatMap((parent) =>
  foldersIn(parent).flatMap((name) => {
    const folder = join(parent, name);
    return [...previewsOf(folder)].map(([file, stack]) => ({ name, folder, file, stack }));
  }),
);

/** The awkward programs of which there is no preview. */
export const withoutPreview: readonly string[] = foldersIn(PARENTS[0]).filter(
  (name) => previewsOf(join(PARENTS[0], name)).size === 0,
);

export const awkward = (name: string): string => join(PARENTS[0], name);

/** What a report says, as far as these tests ask for it. */
export interface Reported {
  readonly plans: readonly { readonly source: string }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly verdict: string;
    readonly hosts: readonly string[];
    readonly resources: readonly { readonly name: string }[];
  }[];
  readonly limits: readonly { readonly messageId: string }[];
}

const BUNDLE = join(repository, "dist", "cli.js");

/** Runs the built command as a process, as it is; what judges, on the day of the tests. */
export function command(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [BUNDLE, ...argv, ...(argv[0] === "check" ? ["--now", TODAY] : [])], {
    cwd,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], LANG: "C", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => {
      done({ code: code ?? -1, out, err });
    });
  });
}

/** The options with which a program gets what its preview was given: the stack, what data sources and other stacks say. */
function optionsFor(folder: string, stack: string | undefined): string[] {
  const { stacks, fixtures } = settingsOf(folder);
  return [
    ...(stacks && stack !== undefined ? ["--stack", stack] : []),
    ...(fixtures === undefined ? [] : ["--fixtures", fixtures]),
    ...(existsSync(join(folder, OUTPUTS)) ? ["--stack-output", OUTPUTS] : []),
  ];
}
const OUTPUTS = "stack-outputs.json";

/** What the command reports of a program that it runs, and of its preview. */
export interface BothDoors {
  readonly program: Ran;
  readonly preview: Ran;
}

/** Runs a program, and judges its preview, each from the program's folder. */
export async function bothDoors({ folder, file, stack }: Captured): Promise<BothDoors> {
  const { layout } = settingsOf(folder);
  const here = resolve(folder);
  const { top, dir, dispose } = layout
    ? layOut(here, layout)
    : { top: here, dir: here, dispose: (): void => undefined };
  try {
    const format = ["--format", "json"];
    const program = await command(["check", ".", ...optionsFor(folder, stack), ...format], dir);
    const text = readFileSync(join(folder, file), "utf8").replaceAll(WORKSPACE, top);
    const preview = await cli(["check", "-", ...format], { cwd: dir, stdin: text });
    return { program, preview };
  } finally {
    dispose();
  }
}

/** A report without what tells its door: how the plan was named, and what is said of programs alone. */
export function comparable({ out, err }: Ran): Reported {
  if (out === "") throw new Error(err);
  const { plans, limits, ...report } = JSON.parse(out) as Reported;
  return {
    ...report,
    plans: plans.map((plan) => ({ ...plan, source: "" })),
    limits: limits.filter(({ messageId }) => !messageId.startsWith("limit.program")),
  };
}

/** Findings in short, one line each. */
export const linesOf = ({ findings }: Reported): string[] =>
  findings
    .map(({ rule, verdict, hosts, resources }) => {
      const about = hosts.length > 0 ? hosts : resources.map(({ name }) => name);
      return `${rule} ${verdict} ${about.join("+")}`;
    })
    .sort();
