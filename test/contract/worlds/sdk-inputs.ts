/** What the installed SDK says of the inputs of a type: which may be left out, and the words that they take. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { memo } from "../../../src/base/memo";

/** What is declared of an input. */
export interface DeclaredInput {
  readonly optional: boolean;
  /** The words of its enumeration, as far as its description lists them. */
  readonly words: readonly string[];
}

type Inputs = ReadonlyMap<string, DeclaredInput>;
type Interface = ReadonlyMap<string, DeclaredInput & { readonly written: string }>;

const SDK = dirname(require.resolve("@pulumi/alicloud/package.json"));
const known = new Map<string, Inputs>();

/** The inputs of a type by their paths; empty for types of other providers. */
export function sdkInputs(type: string): Inputs {
  let inputs = known.get(type);
  if (!inputs) {
    inputs = read(type);
    known.set(type, inputs);
  }
  return inputs;
}

function read(type: string): Inputs {
  const [, path] = /^alicloud:(\w+\/\w+):\w+$/.exec(type) ?? [];
  const file = join(SDK, `${path ?? "?"}.d.ts`.replace(/^index\//, ""));
  if (path === undefined || !existsSync(file)) return new Map();
  const args = [...interfacesIn(readFileSync(file, "utf8"))].find(([name]) => name.endsWith("Args"))?.[1] ?? new Map();
  return new Map(paths("", args, 0));
}

function* paths(above: string, properties: Interface, depth: number): Generator<[string, DeclaredInput]> {
  for (const [name, { written, optional, words }] of properties) {
    yield [above + name, { optional, words }];
    const nested = /inputs\.([\w.]+)/.exec(written)?.[1];
    const below = nested === undefined || depth > 4 ? undefined : nestedTypes(ALL).get(nested);
    if (below) yield* paths(`${above}${name}.`, below, depth + 1);
  }
}

const ALL = {};
const nestedTypes = memo((_: object) => new Map(interfacesIn(readFileSync(join(SDK, "types", "input.d.ts"), "utf8"))));

/** The interfaces of a file, each by its name below its namespace. */
function* interfacesIn(text: string): Generator<[string, Interface]> {
  let space = "";
  let comment: string[] = [];
  let current: Map<string, DeclaredInput & { written: string }> | undefined;
  for (const line of text.split("\n")) {
    space = /^export declare namespace (\w+)/.exec(line)?.[1] ?? space;
    const name = /^ *(?:export )?interface (\w+)/.exec(line)?.[1];
    if (name !== undefined) {
      current = new Map();
      yield [line.startsWith("export ") ? name : `${space}.${name}`, current];
    }
    if (/^ +\/\*\*/.test(line)) comment = [];
    else if (/^ +\* /.test(line)) comment.push(line.replace(/^ +\* /, ""));
    const [, property, optional, written] = /^ +(?:readonly )?(\w+)(\??): (.*)[;{]/.exec(line) ?? [];
    if (property !== undefined && written !== undefined && current) {
      current.set(property, { optional: optional === "?", words: wordsIn(comment.join("\n")), written });
      comment = [];
    }
  }
}

function wordsIn(description: string): readonly string[] {
  const [, listed] = /(?:values?|options?|supports?|enum)\b([^]*)/i.exec(description) ?? [];
  const words = [...(listed ?? "").matchAll(/`([A-Za-z][\w/-]*)`|\*\*([A-Za-z][\w-]*)\*\*|"(\w+)"/g)].map(
    ([, a, b, c]) => a ?? b ?? c ?? "",
  );
  return [...new Set(words)].filter((word) => word !== "true" && word !== "false").slice(0, 8);
}
