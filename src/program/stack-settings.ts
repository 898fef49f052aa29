/** The configuration of a stack: what its file says in plain text, and which of its values are secret. */
import { relative } from "node:path";
import { decode } from "../input/decode";
import { InputError } from "../input/error";
import { readNamed } from "../input/files";
import { message } from "../messages";
import { isMap } from "../register/draft";
import { readYaml } from "../register/yaml";
import type { ChosenStack, Project } from "./project";
import { mapAt, truthAt, unlike, valueAt, type PlainMap, type ShapedFile } from "./shape";

/** The text that stands for a secret value, which nobody reads here. */
export const SECRET_TEXT = "[secret]";

/** What a stack is configured with. */
export interface StackSettings {
  /** Plain values by full key, such as `alicloud:region`; what is no text is JSON. In place of a secret stands `[secret]`. */
  readonly values: Readonly<Record<string, string>>;
  /** The keys whose value is secret, in whole or in part. */
  readonly secretKeys: readonly string[];
  /** The keys that the project itself declares. */
  readonly declared: readonly string[];
  /** The environments of Pulumi ESC that the stack imports: what they say is not known here. */
  readonly environments: readonly string[];
}

/**
 * The configuration of a stack: what the project says by default, the stack's own, and what was `given` besides. Throws an
 * `InputError` for a file that cannot be read.
 */
export function stackSettings(
  project: Project,
  stack: ChosenStack,
  given: Readonly<Record<string, string>> = {},
): StackSettings {
  const collected = new Collected(project.name);
  const ofProject = valueAt(project, ["config"]);
  if (isMap(ofProject)) collected.addDefaults(ofProject, project);
  const own = stack.file === undefined ? undefined : read(stack.file, project.root);
  for (const [key, value] of Object.entries(own ? mapAt(own, ["config"]) : {})) collected.add(key, value);
  for (const [key, value] of Object.entries(given)) collected.give(key, value);
  const declared = isMap(ofProject) ? Object.keys(ofProject).map((key) => fullKey(key, project.name)) : [];
  return { ...collected.result, declared, environments: own ? environmentsIn(own) : [] };
}

function read(file: string, root: string): ShapedFile | undefined {
  const name = relative(root, file) || file;
  const expected = message("expected.yaml", {});
  const text = decode(readNamed(name, root, expected), name, expected);
  // A stack that was only made has an empty file, or one of comments.
  if (text.split("\n").every((line) => /^\s*(?:#|$)/.test(line))) return undefined;
  const document = readYaml(text, name, ["config", "encryptionsalt"]);
  const [problem] = document.problems;
  if (problem)
    throw new InputError(problem.problem, { file: name, line: problem.at?.line, key: problem.path.join(".") });
  return { file: name, document };
}

/** The environments of a stack: a list of names, each perhaps with how it is imported, or an environment of its own. */
function environmentsIn(place: ShapedFile): readonly string[] {
  const given = valueAt(place, ["environment"]);
  if (given === undefined) return [];
  if (isMap(given)) return ["environment"];
  if (!Array.isArray(given)) throw unlike(place, ["environment"], message("expected.list", {}));
  return given.flatMap((one: unknown, index) => {
    if (typeof one === "string") return [one];
    if (isMap(one)) return Object.keys(one);
    throw unlike(place, ["environment", index], message("expected.text", {}));
  });
}

/** A key with its namespace: one without is the project's. Old files say `shop:config:domain`. */
export function fullKey(key: string, project: string): string {
  const [namespace = "", ...rest] = key.split(":");
  if (rest.length === 0) return `${project}:${namespace}`;
  return `${namespace}:${(rest[0] === "config" && rest.length > 1 ? rest.slice(1) : rest).join(":")}`;
}

class Collected {
  private readonly values: Record<string, string> = {};
  private readonly secret = new Set<string>();

  constructor(private readonly project: string) {}

  get result(): Pick<StackSettings, "values" | "secretKeys"> {
    return { values: this.values, secretKeys: [...this.secret].sort() };
  }

  /** What a project says of its configuration: a value, or a description that may have one. */
  addDefaults(section: PlainMap, place: ShapedFile): void {
    for (const [key, given] of Object.entries(section)) {
      const isSecret = isMap(given) && truthAt(place, ["config", key, "secret"]) === true;
      const said = isMap(given) ? (given["value"] ?? given["default"]) : given;
      if (said === undefined || said === null) continue;
      this.add(key, isSecret ? { secure: "" } : said);
    }
  }

  add(key: string, value: unknown): void {
    const full = fullKey(key, this.project);
    const secrets = { found: false };
    const plain = withoutSecrets(value, secrets);
    this.values[full] = typeof plain === "string" ? plain : JSON.stringify(plain ?? null);
    if (secrets.found) this.secret.add(full);
    else this.secret.delete(full);
  }

  /** A value that stands in for what the files do not tell. */
  give(key: string, value: string): void {
    const full = fullKey(key, this.project);
    this.values[full] = value;
    this.secret.delete(full);
  }
}

/** A value in which `[secret]` stands for everything that is encrypted. */
function withoutSecrets(value: unknown, secrets: { found: boolean }): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === "secure") {
    secrets.found = true;
    return SECRET_TEXT;
  }
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSecrets(inner, secrets)]));
}
