/** Reads a Pulumi program in YAML as data: what it would deploy on an empty stack, without running anything. */
import { posix } from "node:path";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { RawProperties } from "../../plan/raw";
import { withinStack } from "../../register/yaml";
import { documentOf, type ProgramDocument } from "../document";
import { configurationOf, type StackConfiguration } from "./config";
import { Evaluator } from "./evaluate";
import { fieldsOf } from "./expression";
import { LinkReader } from "./links";
import { namesOf, type Node } from "./names";
import { inOrder } from "./order";
import { componentsOf } from "./packages";
import { Problems } from "./problems";
import { Registrar, type UnseenComponent } from "./registrar";
import { readWritten, type WrittenMap } from "./syntax";
import { declaredConfig, templateOf, type Template } from "./template";
import { packageOf } from "./types";
import {
  answerOf,
  mapOf,
  NOWHERE,
  rawProperties,
  resourceValue,
  scalar,
  unknownFrom,
  type Made,
  type Value,
} from "./value";

export type { UnseenComponent } from "./registrar";

/** A program in YAML, and what it is run with. Paths lead from the project's folder and have slashes. */
export interface YamlProgram extends StackConfiguration {
  readonly projectFile: { readonly name: string; readonly text: string };
  /** The text of another file; undefined where there is none. A path that begins with a slash is that of the machine. */
  readonly read: (path: string) => string | undefined;
  /** What a file is called in messages: by default its path. */
  readonly shown?: (path: string) => string;
  readonly organization?: string | undefined;
  /** The project's folder and the program's, as the machine calls them; unknown to the program where they are not given. */
  readonly folders?: { readonly root: string; readonly program: string } | undefined;
  /** The outputs of another stack, by the name that the program gives it; undefined where nobody says. */
  readonly stackOutputs?: (stack: string) => RawProperties | undefined;
  /** What a provider answers to a call such as `alicloud:index/getZones:getZones`; undefined where nobody says. */
  readonly invoked?: (token: string, args: RawProperties) => RawProperties | undefined;
}

/** What a program would deploy, and the components in it whose resources nobody sees. */
export interface YamlReading {
  readonly document: ProgramDocument;
  readonly unseen: readonly UnseenComponent[];
  /** The outputs of its stack as other programs get them. */
  readonly outputs: RawProperties;
}

/** Reads a program in YAML. Throws an `InputError` that names file, line and key of all that Pulumi would refuse. */
export function readYamlProgram(program: YamlProgram): YamlReading {
  const { projectFile, shown = (path: string) => path } = program;
  return withinStack(shown(projectFile.name), () => {
    const problems = new Problems();
    const project = readWritten(projectFile.text, shown(projectFile.name), problems, true);
    const { file, written } = programIn(project, program, problems);
    problems.refuse();
    const template = templateOf(written, problems);
    const ofProject = declaredConfig(project, "config", problems);
    const config = configurationOf(program, ofProject, template.config, problems);
    const nodes = inOrder(namesOf(template, problems), problems);
    problems.refuse();
    const run = new Run(program, { file, project, template, config: config.values, problems });
    const outputs = run.carryOut(nodes);
    problems.refuse();
    return {
      outputs: Object.fromEntries([...outputs].map(([name, value]) => [name, answerOf(value)])),
      document: documentOf(
        [run.registrar.stackResource(rawProperties(outputs)), ...run.registrar.registered],
        config.shown,
      ),
      unseen: run.registrar.unseen,
    };
  });
}

/** The file that the program is in: the first of these in its folder. */
function programIn(
  project: WrittenMap,
  { projectFile, read, shown = (path: string) => path }: YamlProgram,
  problems: Problems,
): { readonly file: string; readonly written: WrittenMap } {
  const fields = fieldsOf(project);
  const compiler = fieldsOf(fieldsOf(fields.get("runtime")).get("options")).get("compiler");
  if (compiler) {
    const { file, line } = compiler.at;
    throw new InputError(message("input.yaml-compiler", {}), { file, line, key: "runtime.options.compiler" });
  }
  const main = fields.get("main");
  const folder = main?.is === "scalar" && typeof main.value === "string" ? main.value : ".";
  const inFolder = (name: string): string => posix.join(folder, name);
  for (const file of ["Main.json", "Main.yaml"].map(inFolder)) {
    const text = read(file);
    if (text !== undefined) return { file, written: readWritten(text, shown(file), problems, false) };
  }
  const file = inFolder("Pulumi.yaml");
  if (file === projectFile.name) return { file, written: project };
  const text = read(file);
  if (text !== undefined) return { file, written: readWritten(text, shown(file), problems, true) };
  throw new InputError(message("input.yaml-no-program", { files: [inFolder("Main.yaml"), file].join(", ") }), {
    file: shown(projectFile.name),
  });
}

interface RunOptions {
  readonly file: string;
  readonly project: WrittenMap;
  readonly template: Template;
  readonly config: ReadonlyMap<string, Value>;
  readonly problems: Problems;
}

/** One run of a program: what its names stand for so far. */
class Run {
  readonly registrar: Registrar;
  private readonly evaluator: Evaluator;
  private readonly resources = new Map<string, Value>();
  private readonly variables = new Map<string, Value>();
  private readonly defaultProviders = new Map<string, Made>();
  /** What is declared but could not be worked out. */
  private readonly declared: ReadonlySet<string>;

  constructor(
    private readonly program: YamlProgram,
    private readonly options: RunOptions,
  ) {
    const { file, problems, project, template } = options;
    const { read, stackOutputs, invoked } = program;
    const folder = posix.dirname(file);
    this.declared = new Set([
      ...template.resources.map(({ key }) => key),
      ...template.variables.map(({ name }) => name),
    ]);
    this.evaluator = new Evaluator({
      problems,
      find: (name) => this.find(name),
      stackReference: (stack, at) => this.registrar.stackReference(stack, at),
      invoked: (token, args) => invoked?.(token, args),
      readText: (path) => read(posix.isAbsolute(path) ? path : posix.join(folder, path)),
    });
    this.registrar = new Registrar({
      project: program.project,
      stack: program.stack,
      file,
      problems,
      evaluator: this.evaluator,
      links: new LinkReader(this.evaluator, problems, (name) => this.defaultProviders.get(name)),
      stackOutputs: (stack) => stackOutputs?.(stack),
      isComponent: componentsOf(project),
      versions: versionsIn(template),
    });
    this.variables.set("pulumi", this.pulumi());
  }

  /** Carries out a program in this order; gives the outputs of its stack. */
  carryOut(nodes: readonly Node[]): ReadonlyMap<string, Value> {
    for (const { name, resource, variable } of nodes) {
      if (variable) this.variables.set(name, this.evaluator.evaluate(variable.value));
      if (!resource) continue;
      const made = this.registrar.make(resource);
      this.resources.set(name, resourceValue(made));
      if (resource.isDefaultProvider) this.defaultProviders.set(packageOf(made.type), made);
    }
    return new Map(this.options.template.outputs.map(({ name, value }) => [name, this.evaluator.evaluate(value)]));
  }

  private find(name: string): Value | undefined {
    const { config } = this.options;
    const prefix = `${this.program.project}:`;
    return (
      this.resources.get(name) ??
      config.get(name) ??
      this.variables.get(name) ??
      (name.startsWith(prefix) ? config.get(name.slice(prefix.length)) : undefined) ??
      (this.declared.has(name) ? unknownFrom(NOWHERE) : undefined)
    );
  }

  /** What `${pulumi}` stands for. */
  private pulumi(): Value {
    const { project, stack, organization, folders } = this.program;
    const given = { project, stack, organization, cwd: folders?.program, rootDirectory: folders?.root };
    const entries = Object.entries(given).map(
      ([key, text]) => [key, text === undefined ? unknownFrom(NOWHERE) : scalar(text)] as const,
    );
    return mapOf(new Map(entries), true);
  }
}

/** The versions that a program asks for, by package: the first of each counts for resources that name none. */
function versionsIn({ resources }: Template): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const { type, options } of resources) {
    const name = packageOf(type);
    if (options.version !== undefined && !versions.has(name)) versions.set(name, options.version);
  }
  return versions;
}
