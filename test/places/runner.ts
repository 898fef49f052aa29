/** Runs a composite action as GitHub's runner does: its shell steps for real, and of other actions what they are given. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";
import { parse } from "yaml";
import { evaluate, filledIn, type Lookup } from "./expression";
import { execute, type Done } from "./shell";

export interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export const action = parse(readFileSync("action.yml", "utf8")) as Action;

const folder = mkdtempSync(join(tmpdir(), "icp-runner-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Where the action runs, and on what. */
export interface Job {
  readonly workspace: string;
  readonly with: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly content: object };
  readonly api?: string;
  readonly job?: string;
  /** Variables of the workflow. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface JobRun {
  /** Whether the action fails, and with which code. */
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  /** The steps that ran, by name; and those of other actions with their inputs. */
  readonly ran: readonly string[];
  readonly used: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
}

/** Where the runner keeps its files. */
interface Files {
  readonly summary: string;
  readonly event: string;
  readonly temp: string;
  readonly outputOf: (step: number) => string;
}

function filesIn(own: string, event: object): Files {
  const files = {
    summary: join(own, "summary"),
    event: join(own, "event.json"),
    temp: join(own, "temp"),
    outputOf: (step: number) => join(own, `output-${step}`),
  };
  writeFileSync(files.summary, "");
  writeFileSync(files.event, JSON.stringify(event));
  mkdirSync(files.temp);
  return files;
}

/** What expressions can ask for, to which the outputs of steps are added. Throws for an input that the action has not. */
function contextOf({ with: given, event }: Job): Map<string, string> {
  const unknown = Object.keys(given).filter((name) => !(name in action.inputs));
  if (unknown.length > 0) throw new Error(`no input ${unknown.join(", ")}`);
  return new Map([
    ["github.event_name", event?.name ?? "push"],
    ["github.token", "the-token"],
    ["strategy.job-index", "0"],
    ...Object.entries(action.inputs).map(
      ([name, { default: standard = "" }]) => [`inputs.${name}`, given[name] ?? standard] as const,
    ),
  ]);
}

const environmentOf = (job: Job, files: Files): Record<string, string> => ({
  ...inherited(),
  CI: "true",
  GITHUB_ACTIONS: "true",
  GITHUB_ACTION_PATH: resolve("."),
  GITHUB_API_URL: job.api ?? "http://127.0.0.1:9",
  GITHUB_EVENT_NAME: job.event?.name ?? "push",
  GITHUB_EVENT_PATH: files.event,
  GITHUB_JOB: job.job ?? "check",
  GITHUB_REPOSITORY: "shop/web",
  GITHUB_STEP_SUMMARY: files.summary,
  GITHUB_WORKFLOW: "ICP filing",
  GITHUB_WORKSPACE: job.workspace,
  RUNNER_TEMP: files.temp,
});

/** Runs all steps, and gives what came of them. */
export async function runAction(job: Job): Promise<JobRun> {
  const files = filesIn(mkdtempSync(join(folder, "job-")), job.event?.content ?? {});
  const known = contextOf(job);
  const lookup: Lookup = (name) => {
    if (!/^(?:inputs|github|strategy|steps)\.|^cancelled\(\)$/.test(name)) throw new Error(`no context ${name}`);
    return known.get(name) ?? "";
  };
  const filled = (texts: Step["env"] = {}): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, filledIn(text, lookup)]));

  const ran: string[] = [];
  const used: { uses: string; with: Record<string, string> }[] = [];
  let log = "";
  let code = 0;
  for (const [at, step] of action.runs.steps.entries()) {
    const test = step.if?.replace(/^\$\{\{(.*)\}\}$/s, "$1");
    const condition = test === undefined || evaluate(test, lookup);
    // A condition holds only while all before it went well, except where it asks how that went.
    if (code !== 0 && !/\b(?:always|cancelled|failure)\(\)/.test(test ?? "")) continue;
    if (condition === false || condition === "") continue;
    ran.push(step.name);
    if (step.run === undefined) {
      used.push({ uses: step.uses ?? "", with: filled(step.with) });
      continue;
    }
    const output = files.outputOf(at);
    writeFileSync(output, "");
    const env = { ...environmentOf(job, files), ...job.env, GITHUB_OUTPUT: output, ...filled(step.env) };
    const done = await bash(step.run, job.workspace, env);
    log += done.out;
    if (code === 0) code = done.code;
    for (const [name, value] of outputsIn(output)) known.set(`steps.${step.id ?? ""}.outputs.${name}`, value);
  }
  const outputs = Object.fromEntries(
    Object.entries(action.outputs).map(([name, { value }]) => [name, filledIn(value, lookup)]),
  );
  return { code, outputs, log, summary: readFileSync(files.summary, "utf8"), ran, used };
}

/** What a step wrote as its outputs. Throws for a line that is none. */
const outputsIn = (file: string): readonly (readonly [name: string, value: string])[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [, name, value = ""] = /^([\w-]+)=(.*)$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`not an output: ${line}`);
      return [name, value];
    });

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ["PATH", "HOME"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

/** As the runner starts `shell: bash`. */
function bash(script: string, cwd: string, env: Record<string, string>): Promise<Done> {
  const file = join(mkdtempSync(join(folder, "step-")), "step.sh");
  writeFileSync(file, script);
  return execute("bash", ["--noprofile", "--norc", "-eo", "pipefail", file], { cwd, env });
}
