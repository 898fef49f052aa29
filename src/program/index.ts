/** Programs as plans: a Node program is run in a process of its own, a YAML program is read. */
import { availableParallelism } from "node:os";
import { readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { firstOf } from "../base/collections";
import { InputError } from "../input/error";
import type { ReadPart } from "../plan/read/part";
import { readPreview } from "../plan/read/preview";
import { Cursor } from "../plan/read/shape";
import type { Urn } from "../plan/fact";
import type { Raw, RawProperties } from "../plan/raw";
import { message, type Message } from "../messages";
import { partsOfStackName } from "../names/stack-name";
import type { Answers, StackOutputs } from "./answers";
import { documentOf, type ProgramDocument } from "./document";
import { withoutCloudCredentials } from "./environment";
import { readFixtures, type Fixtures } from "./fixtures";
import type { Start } from "./node/run";
import { chooseStack, readProject, type ChosenStack, type Project } from "./project";
import { References } from "./references";
import { readStackOutputs, type ToldOutputs } from "./stack-outputs";
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
  /** Gives the processes in which programs run; new ones by default. */
  readonly start?: Start | undefined;
  /** In milliseconds. */
  readonly timeout: number;
  readonly began: (name: string, stack: ChosenStack) => void;
  readonly ended: (name: string) => void;
  /** Takes what a program prints. */
  readonly printed: (text: string) => void;
}

/** Programs as parts of a plan, and what there is to be said of how they were asked for. */
export interface ReadPrograms {
  readonly parts: readonly ReadPart[];
  readonly notes: readonly Message[];
}

/** The organisation of a stack of which nobody tells it: Pulumi's own default. */
const ORGANIZATION = "organization";

/**
 * Reads the programs in folders, as the user named them, and gives them in that order. Where one refers to the stack of
 * another it gets that one's outputs. Throws an `InputError` that says what is wrong with the first that cannot be read.
 */
export async function readPrograms(named: readonly string[], options: RunningPrograms): Promise<ReadPrograms> {
  const { cwd } = options;
  const told = readStackOutputs(options.stackOutputs, options.plans, cwd);
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
        const reading = read(program, { invoke: fixtures.invoke, stack: stackOf }, fixtures, options);
        return reading.finally(() => {
          options.ended(name);
        });
      },
    })),
    told.of,
    Math.max(1, availableParallelism()),
  );
  const parts = (await references.all()).map(({ part }) => part);
  return { parts, notes: unaskedNotes(told, fixtures) };
}

/** What was given and nobody has asked for: a key that is misspelt is seen. */
function unaskedNotes(told: ToldOutputs, fixtures: Fixtures): readonly Message[] {
  const [stacks, keys] = [told, fixtures].map(({ unasked }) => unasked().join(", "));
  return [
    ...(stacks ? [message("limit.outputs-unused", { stacks })] : []),
    ...(keys ? [message("limit.fixtures-unused", { keys })] : []),
  ];
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
  readonly part: ReadPart;
  readonly outputs: StackOutputs;
}

async function read(program: Program, answers: Answers, fixtures: Fixtures, options: RunningPrograms): Promise<Done> {
  const { project, stack, named } = program;
  const settings = stackSettings(project, stack, fixtures.config);
  const way = project.runtime === "yaml" ? readAsData : run;
  const found = way(program, settings, answers, options);
  const { document, unexpanded, outputs, configAsked, notes } = await found.catch((error: unknown) => {
    throw withStacks(error, program);
  });
  fixtures.configAsked(project.name, [...configAsked, ...settings.declared, REGION]);
  const plan = readPreview(new Cursor(named, "", document as unknown as Raw));
  const names = settings.environments.join(", ");
  const about = (plan: string): readonly Message[] => [
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
  return { part: withMore(plan, unexpanded, about(plan.part.id)), outputs };
}

/** What the reader of previews asks for in the configuration. */
const REGION = "alicloud:region";

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
  /** The full keys of the configuration that it asked for. */
  readonly configAsked: readonly string[];
  readonly notes: (plan: string) => readonly Message[];
}

async function run(
  { project, stack }: Program,
  settings: StackSettings,
  answers: Answers,
  options: RunningPrograms,
): Promise<FoundOut> {
  const { runProgram } = await import("./node/run.js");
  const { registered, unexpanded, outputs, configAsked, ...told } = await runProgram({
    project,
    stack,
    organization: organizationIn(options.stack),
    settings,
    answers,
    env: options.keepEnv ? defined(options.env) : withoutCloudCredentials(options.env),
    start: options.start,
    timeout: options.timeout,
    printed: options.printed,
  });
  return {
    document: documentOf(registered, settings.values),
    unexpanded,
    outputs: { values: outputs ?? {}, secret: [] },
    configAsked,
    notes: (plan) => [
      ...(told.leftOpen.length > 0
        ? [message("limit.program-left-open", { plan, kinds: told.leftOpen.join(", ") })]
        : []),
      ...told.secretsRead.map((key) => message("limit.program-secret-read", { plan, key })),
      ...told.missingOutputs.map((one) => message("limit.program-no-output", { plan, ...one })),
      ...skippedNote(plan, told.skipped),
    ],
  };
}

/** So many places are named at most. */
const MOST_NAMED = 3;

function skippedNote(plan: string, skipped: readonly string[]): readonly Message[] {
  if (skipped.length === 0) return [];
  return [
    message("limit.program-unapplied", {
      plan,
      count: skipped.length,
      places: firstOf(skipped, MOST_NAMED).join(", "),
    }),
  ];
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
    const { document, unseen, outputs, configAsked } = readYamlProgram({
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
      return { document, unexpanded, outputs: { values: outputs, secret: [] }, configAsked, notes: () => [] };
    }
    for (const name of asked) known.set(name, await answers.stack(name));
  }
}

/** The outputs of a stack, those that are secret only marked. */
const outputsOf = (stack: StackOutputs | undefined): RawProperties | undefined =>
  stack && { ...stack.values, ...Object.fromEntries(stack.secret.map((name) => [name, SECRET_TEXT])) };

/** More than that is no part of a program. */
const MOST_BYTES = 16_000_000;

function textOf(file: string): string | undefined {
  try {
    const about = statSync(file);
    return about.isFile() && about.size <= MOST_BYTES ? readFileSync(file, "utf8") : undefined;
  } catch {
    // What cannot be read is said to be missing where it is needed.
    return undefined;
  }
}

/** A part with what no preview tells; `unexpanded`: its components that are made elsewhere. */
function withMore(read: ReadPart, unexpanded: readonly Urn[], notes: readonly Message[]): ReadPart {
  const part = { ...read.part, ...(unexpanded.length > 0 && { unexpanded }), notes };
  return { part, resources: read.resources.map((resource) => resource.as(part)) };
}

const organizationIn = (asked: string | undefined): string =>
  partsOfStackName(asked ?? "")?.organization ?? ORGANIZATION;

const defined = (env: RunningPrograms["env"]): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
