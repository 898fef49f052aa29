/** Reads a Pulumi program in YAML as data: what it would deploy on an empty stack, without running anything. */
import { posix } from "node:path";
import { InputError } from "../../input/error";
import { message } from "../../messages";
import type { RawProperties } from "../../plan/raw";
import { withinStack } from "../../register/yaml";
import { documentOf, type ProgramDocument } from "../document";
import { programConfig } from "./config";
import { fieldsOf } from "./expression";
import { declarationsOf } from "./names";
import { inOrder } from "./order";
import { Problems } from "./problems";
import type { UnseenComponent } from "./registrar";
import { ProgramRun, type YamlProgram } from "./run";
import { readWritten, type WrittenMap } from "./syntax";
import { declaredConfig, yamlTemplateOf } from "./template";
import { answerOf, rawProperties } from "./value";

export type { UnseenComponent } from "./registrar";
export type { YamlProgram } from "./run";

/** What a program would deploy, and the components in it whose resources nobody sees. */
export interface YamlReading {
  readonly document: ProgramDocument;
  readonly unseen: readonly UnseenComponent[];
  /** The outputs of its stack as other programs get them. */
  readonly outputs: RawProperties;
  /** The full keys of the configuration that it declares or reads. */
  readonly configAsked: readonly string[];
}

/** Reads a program in YAML. Throws an `InputError` that names file, line and key of all that Pulumi would refuse. */
export function readYamlProgram(program: YamlProgram): YamlReading {
  const { projectFile, shown = (path: string) => path } = program;
  return withinStack(shown(projectFile.name), () => {
    const problems = new Problems();
    const project = readWritten(projectFile.text, shown(projectFile.name), problems, true);
    const { file, written } = programIn(project, program, problems);
    problems.refuse();
    const template = yamlTemplateOf(written, problems);
    const ofProject = declaredConfig(project, "config", problems);
    const config = programConfig(program, ofProject, template.config, problems);
    const nodes = inOrder(declarationsOf(template, problems), problems);
    problems.refuse();
    const run = new ProgramRun(program, { file, project, template, config: config.values, problems });
    const outputs = run.carryOut(nodes);
    problems.refuse();
    return {
      outputs: Object.fromEntries([...outputs].map(([name, value]) => [name, answerOf(value)])),
      document: documentOf(
        [run.registrar.stackResource(rawProperties(outputs)), ...run.registrar.registered],
        config.shown,
      ),
      unseen: run.registrar.unseen,
      configAsked: [...config.declared, ...run.configAsked],
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
  const named = main?.is === "scalar" && typeof main.value === "string" ? main.value : ".";
  const folder = /\.(?:json|ya?ml)$/.test(named) ? posix.dirname(named) : named;
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
