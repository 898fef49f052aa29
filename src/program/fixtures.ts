/** Fixtures: what a user says a program would be told, by the functions of providers and by configuration that is not here. */
import { decode } from "../input/decode";
import { readNamed } from "../input/files";
import { message } from "../messages";
import { isObject, type Raw, type RawProperties } from "../plan/raw";
import { readYaml } from "../register/yaml";
import { fitsArguments, type Answers } from "./answers";
import { fullKey } from "./stack-settings";
import { mapAt, wrongAt, type ShapedFile } from "./shape";

/** What a file of fixtures says. */
export interface Fixtures {
  readonly invoke: Answers["invoke"];
  /** Values of the configuration by key, instead of those that are not here. */
  readonly config: Readonly<Record<string, string>>;
  /** Is told the full keys of the configuration that a program of a project asks for. */
  readonly configAsked: (project: string, keys: Iterable<string>) => void;
  /** What nothing has asked for so far, by where it stands in the file. */
  readonly unasked: () => readonly string[];
}

const nothing: Fixtures = {
  invoke: () => undefined,
  config: {},
  configAsked: () => undefined,
  unasked: () => [],
};
const expected = message("expected.fixtures", {});
const KEYS = ["functions", "config"] as const;

/**
 * Reads a file of fixtures, JSON or YAML. Under `functions` stands what each gives by its token, or a list of
 * `{ arguments, result }`, of which the first counts whose arguments were given. Throws an `InputError`.
 */
export function readFixtures(path: string | undefined, cwd: string): Fixtures {
  if (path === undefined) return nothing;
  const document = readYaml(decode(readNamed(path, cwd, expected), path, expected), path, KEYS);
  const place = { file: path, document };
  const [problem] = document.problems;
  if (problem) throw wrongAt(place, problem.path, problem.problem);
  const top = document.value as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(top).find((key) => !KEYS.some((one) => one === key));
  if (unknown !== undefined) throw wrongAt(place, [unknown], message("input.fixtures-key", {}));
  const functions = mapAt(place, ["functions"], "expected.object") as RawProperties;
  const answers = new Map(
    Object.entries(functions).map(([token, said]) => [normal(token), { token, cases: casesOf(token, said, place) }]),
  );
  const config = Object.entries(mapAt(place, ["config"], "expected.object") as RawProperties).map(
    ([key, value]) => [key, textOf(value)] as const,
  );
  const given = new Set<Case>();
  const asked = new Set<string>();
  return {
    invoke: (token, args) => {
      const found = answers.get(normal(token))?.cases.find((one) => fitsArguments(one.asked, args));
      if (found) given.add(found);
      return found?.result;
    },
    config: Object.fromEntries(config),
    configAsked: (project, keys) => {
      const all = new Set(keys);
      for (const [key] of config) if (all.has(fullKey(key, project))) asked.add(key);
    },
    unasked: () => [
      ...[...answers.values()].flatMap(({ token, cases }) =>
        notGiven(cases, given).map((at) => `functions.${token}${at}`),
      ),
      ...config.flatMap(([key]) => (asked.has(key) ? [] : [`config.${key}`])),
    ],
  };
}

/** Which cases of a function were not given, by where they stand; all of it where none was. What is for any other arguments may wait. */
function notGiven(cases: readonly Case[], given: ReadonlySet<Case>): readonly string[] {
  if (!cases.some((one) => given.has(one))) return [""];
  return cases.flatMap((one, at) => (given.has(one) || Object.keys(one.asked).length === 0 ? [] : [`[${at}]`]));
}

interface Case {
  readonly asked: RawProperties;
  readonly result: RawProperties;
}

function casesOf(token: string, said: Raw, place: ShapedFile): readonly Case[] {
  if (isObject(said)) return [{ asked: {}, result: said }];
  const problem = message("input.fixtures-case", {});
  if (!Array.isArray(said)) throw wrongAt(place, ["functions", token], problem);
  return (said as readonly Raw[]).map((one, index) => {
    const { arguments: asked = {}, result } = isObject(one) ? one : ({} as RawProperties);
    if (!isObject(asked) || !isObject(result ?? null)) throw wrongAt(place, ["functions", token, index], problem);
    return { asked, result: result as RawProperties };
  });
}

/** `alicloud:getZones` is short for `alicloud:index/getZones:getZones`, as `alicloud:ecs:getInstances` is for its own. */
function normal(token: string): string {
  const parts = token.split(":");
  const [name = "", module = "index", member = parts[1] ?? ""] = parts.length === 2 ? [parts[0]] : parts;
  if (parts.length < 2 || parts.length > 3 || module.includes("/")) return token;
  return `${name}:${module}/${member}:${member}`;
}

const textOf = (value: Raw): string => (typeof value === "string" ? value : JSON.stringify(value));
