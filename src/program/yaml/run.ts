/** Carries out a program in YAML: works out its variables, makes its resources, gives the outputs of its stack. */
import { posix } from "node:path";
import type { RawProperties } from "../../plan/raw";
import { fullKey } from "../stack-settings";
import type { StackConfiguration } from "./config";
import { Evaluator } from "./evaluate";
import { LinkReader } from "./links";
import type { NamedDeclaration } from "./names";
import { componentsOf } from "./packages";
import type { Problems } from "./problems";
import { Registrar } from "./registrar";
import type { WrittenMap } from "./syntax";
import type { YamlTemplate } from "./template";
import { providedPackage } from "./types";
import { mapOf, NOWHERE, resourceValue, scalar, unknownFrom, type Made, type Worked } from "./value";

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

interface RunOptions {
  readonly file: string;
  readonly project: WrittenMap;
  readonly template: YamlTemplate;
  readonly config: ReadonlyMap<string, Worked>;
  readonly problems: Problems;
}

/** One run of a program: what its names stand for so far. */
export class ProgramRun {
  readonly registrar: Registrar;
  /** The full keys of the configuration that were read so far. */
  readonly configAsked = new Set<string>();
  private readonly evaluator: Evaluator;
  private readonly resources = new Map<string, Worked>();
  private readonly variables = new Map<string, Worked>();
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
  carryOut(nodes: readonly NamedDeclaration[]): ReadonlyMap<string, Worked> {
    for (const { name, resource, variable } of nodes) {
      if (variable) this.variables.set(name, this.evaluator.evaluate(variable.value));
      if (!resource) continue;
      const made = this.registrar.make(resource);
      this.resources.set(name, resourceValue(made));
      if (resource.isDefaultProvider) this.defaultProviders.set(providedPackage(made.type), made);
    }
    return new Map(this.options.template.outputs.map(({ name, value }) => [name, this.evaluator.evaluate(value)]));
  }

  private find(name: string): Worked | undefined {
    const prefix = `${this.program.project}:`;
    return (
      this.resources.get(name) ??
      this.configured(name) ??
      this.variables.get(name) ??
      (name.startsWith(prefix) ? this.configured(name.slice(prefix.length)) : undefined) ??
      (this.declared.has(name) ? unknownFrom(NOWHERE) : undefined)
    );
  }

  private configured(name: string): Worked | undefined {
    const found = this.options.config.get(name);
    if (found) this.configAsked.add(fullKey(name, this.program.project));
    return found;
  }

  /** What `${pulumi}` stands for. */
  private pulumi(): Worked {
    const { project, stack, organization, folders } = this.program;
    const given = { project, stack, organization, cwd: folders?.program, rootDirectory: folders?.root };
    const entries = Object.entries(given).map(
      ([key, text]) => [key, text === undefined ? unknownFrom(NOWHERE) : scalar(text)] as const,
    );
    return mapOf(new Map(entries), true);
  }
}

/** The versions that a program asks for, by package: the first of each counts for resources that name none. */
function versionsIn({ resources }: YamlTemplate): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const { type, options } of resources) {
    const name = providedPackage(type);
    if (options.version !== undefined && !versions.has(name)) versions.set(name, options.version);
  }
  return versions;
}
