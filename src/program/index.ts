/** Programs as plans: a Node program is run in a process of its own, a YAML program is read. */
import { availableParallelism } from "node:os";
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../input/error";
import type { ReadPart } from "../plan/read/part";
import { readPreview } from "../plan/read/preview";
import { Cursor } from "../plan/read/shape";
import type { Urn } from "../plan/fact";
import type { Raw, RawProperties } from "../plan/raw";
import { message, type Message } from "../messages";
import type { Answers, StackOutputs } from "./answers";
import { documentOf, type ProgramDocument } from "./document";
import { withoutCloudCredentials } from "./environment";
import { readFixtures } from "./fixtures";
import type { Start } from "./node/run";
import { chooseStack, partsOfStack, readProject, type ChosenStack, type Project } from "./project";
import { References } from "./references";
import { readStackOutputs } from "./stack-outputs";
import { SECRET_TEXT, stackSettings, type StackSettings } from "./stack-settings";

/** How programs are judged. */
export interface RunningPrograms {
  readonly cwd: string;
  readonly stack?: string | undefined;
  /** `FILE`, or `STACK=FILE`. */
  readonly stackOutputs: readonly string[];
  /** The files of plans that are judged as well. */
  readonly plans: readonly string[];
  readonly fixtures?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly keepEnv: boolean;
  /** The folder in which compiled code of packages is kept; nowhere where it is left out. */
  readonly compiled?: string | undefined;
  /** Gives the processes in which programs run; new ones by default. */
  readonly start?: Start | undefined;
  /** In milliseconds. */
  readonly timeout: number;
  readonly began: (name: string, stack: ChosenStack) => void;
  readonly ended: (name: string) => void;
  /** Takes what a program prints. */
  readonly printed: (text: string) => void;
}

/** A program as a part of a plan, and what there is to be said of how it was read. */
export interface ProgramPlan {
  readonly read: ReadPart;
  readonly notes: readonly Message[];
}

/** The organisation of a stack of which nobody tells it: Pulumi's own default. */
const ORGANIZATION = "organization";

/**
 * Reads the programs in folders, as the user named them, and gives them in that order. Where one refers to the stack of
 * another it gets that one's outputs. Throws an `InputError` that says what is wrong with the first that cannot be read.
 */
export async function readPrograms(
  named: readonly string[],
  options: RunningPrograms,
): Promise<readonly ProgramPlan[]> {
  const { cwd } = options;
  const fixtures = readFixtures(options.fixtures, cwd);
  const programs = named.map((folder): Program => {
    const project = readProject(folder, cwd);
    return { named: folder, project, stack: chooseStack(project, options.stack) };
  });
  const references = new References<Done>(
    programs.map((program) => ({
      key: keyOf(program),
      read: (stackOf: Answers["stack"]) => {
        const name = join(program.named, "");
        options.began(name, program.stack);
        const reading = read(program, { invoke: fixtures.invoke, stack: stackOf }, fixtures.config, options);
        return reading.finally(() => {
          options.ended(name);
        });
      },
    })),
    readStackOutputs(options.stackOutputs, options.plans, cwd),
    Math.max(1, availableParallelism()),
  );
  return (await references.all()).map(({ plan }) => plan);
}

interface Program {
  readonly named: string;
  readonly project: Project;
  readonly stack: ChosenStack;
}

const keyOf = ({ project, stack }: Program): { readonly project: string; readonly stack: string } => ({
  project: project.name,
  stack: stack.name,
});

interface Done {
  readonly plan: ProgramPlan;
  readonly outputs: StackOutputs;
}

async function read(
  program: Program,
  answers: Answers,
  given: Readonly<Record<string, string>>,
  options: RunningPrograms,
): Promise<Done> {
  const { project, stack, named } = program;
  const settings = stackSettings(project, stack, given);
  const way = project.runtime === "yaml" ? readAsData : run;
  const found = way(program, settings, answers, options);
  const { document, unexpanded, outputs, notes } = await found.catch((error: unknown) => {
    throw withStacks(error, program);
  });
  const part = partOf(document, named, unexpanded);
  const plan = part.part.id;
  const names = settings.environments.join(", ");
  const about = [
    message("limit.program", { plan }),
    ...(stack.others.length === 0
      ? []
      : [
          message("limit.program-unconfigured", {
            plan,
            file: `Pulumi.${stack.name}.yaml`,
            stacks: stack.others.join(", "),
          }),
        ]),
    ...(names === "" ? [] : [message("limit.program-environments", { plan, names })]),
    ...notes(plan),
  ];
  return { plan: { read: part, notes: about }, outputs };
}

/** Where a stack has no file and others have, that may be why its program fails. */
function withStacks(error: unknown, { project, stack }: Program): unknown {
  if (stack.others.length === 0 || !(error instanceof InputError)) return error;
  if (!error.tells("input.program-failed", "input.yaml-config-missing")) return error;
  const problem = message("input.program-unconfigured", { stack: stack.name, stacks: stack.others.join(", ") });
  return error.and({ file: project.file, problem });
}

/** What a program would deploy, however that is found out. */
interface FoundOut {
  readonly document: ProgramDocument;
  readonly unexpanded: readonly Urn[];
  readonly outputs: StackOutputs;
  readonly notes: (plan: string) => readonly Message[];
}

async function run(
  { project, stack }: Program,
  settings: StackSettings,
  answers: Answers,
  options: RunningPrograms,
): Promise<FoundOut> {
  const { runProgram } = await import("./node/run.js");
  const { registered, unexpanded, outputs, leftOpen, secretsRead } = await runProgram({
    project,
    stack,
    organization: organizationIn(options.stack),
    settings,
    answers,
    env: options.keepEnv ? defined(options.env) : withoutCloudCredentials(options.env),
    compiled: options.compiled,
    start: options.start,
    timeout: options.timeout,
    printed: options.printed,
  });
  return {
    document: documentOf(registered, settings.values),
    unexpanded,
    outputs: { values: outputs ?? {}, secret: [] },
    notes: (plan) => [
      ...(leftOpen.length > 0 ? [message("limit.program-left-open", { plan, kinds: leftOpen.join(", ") })] : []),
      ...secretsRead.map((key) => message("limit.program-secret-read", { plan, key })),
    ],
  };
}

/** Which stacks a program refers to is seen as it is read: it is read again once these are known. */
async function readAsData(
  { project, stack }: Program,
  { values, secretKeys }: StackSettings,
  answers: Answers,
  options: RunningPrograms,
): Promise<FoundOut> {
  const { readYamlProgram } = await import("./yaml/index.js");
  const known = new Map<string, StackOutputs | undefined>();
  for (;;) {
    const asked = new Set<string>();
    const { document, unseen, outputs } = readYamlProgram({
      project: project.name,
      stack: stack.name,
      organization: organizationIn(options.stack),
      config: values,
      secretKeys,
      projectFile: { name: basename(project.file), text: project.text },
      read: (path) => textOf(resolve(project.root, path)),
      shown: (path) => join(dirname(project.file), path),
      folders: { root: project.root, program: resolve(project.root, project.main ?? ".") },
      invoked: answers.invoke,
      stackOutputs: (name) => {
        if (!known.has(name)) asked.add(name);
        return outputsOf(known.get(name));
      },
    });
    if (asked.size === 0) {
      const unexpanded = unseen.map(({ urn }) => urn);
      return { document, unexpanded, outputs: { values: outputs, secret: [] }, notes: () => [] };
    }
    for (const name of asked) known.set(name, await answers.stack(name));
  }
}

/** The outputs of a stack, those that are secret only marked. */
const outputsOf = (stack: StackOutputs | undefined): RawProperties | undefined =>
  stack && { ...stack.values, ...Object.fromEntries(stack.secret.map((name) => [name, SECRET_TEXT])) };

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // What cannot be read is said to be missing where it is needed.
    return undefined;
  }
}

/** The part of a plan that a document is; `unexpanded`: its components that are made elsewhere. */
function partOf(document: ProgramDocument, named: string, unexpanded: readonly Urn[]): ReadPart {
  const read = readPreview(new Cursor(named, "", document as unknown as Raw));
  if (unexpanded.length === 0) return read;
  const part = { ...read.part, unexpanded };
  return { part, resources: read.resources.map((resource) => resource.as(part)) };
}

const organizationIn = (asked: string | undefined): string =>
  (asked === undefined ? undefined : partsOfStack(asked).organization) ?? ORGANIZATION;

const defined = (env: RunningPrograms["env"]): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
