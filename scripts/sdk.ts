/** What the installed @pulumi/alicloud declares: its resource types, with all their inputs and outputs. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { nameInData } from "../src/plan/type-name";

const SDK = dirname(require.resolve("@pulumi/alicloud/package.json"));

/** A property as a path: `nodeGroups.withPublicIp` is one of the objects in `nodeGroups`. */
export type PropertyPath = string;

/** Nested types by the name under which others use them, `inputs.module.Name`: each property with its type as written. */
type Nested = ReadonlyMap<string, ReadonlyMap<string, string>>;

function nestedTypes(file: string, prefix: string): Nested {
  const found = new Map<string, Map<string, string>>();
  let space = "";
  let current: Map<string, string> | undefined;
  for (const line of readFileSync(join(SDK, "types", file), "utf8").split("\n")) {
    const entered = /^export declare namespace (\w+)/.exec(line)?.[1];
    if (entered !== undefined) space = entered;
    const [, indent, name] = /^( *)(?:export )?interface (\w+)/.exec(line) ?? [];
    if (name !== undefined) {
      current = new Map();
      found.set(indent === "" ? `${prefix}.${name}` : `${prefix}.${space}.${name}`, current);
    }
    const [, property, type] = /^ +(?:readonly )?(\w+)\??: (.*);/.exec(line) ?? [];
    if (property !== undefined && type !== undefined) current?.set(property, type);
  }
  return found;
}

const DEEPEST = 5;

/** The paths below a property whose type as written names nested types. */
function pathsBelow(path: PropertyPath, written: string, nested: Nested, depth = 0): PropertyPath[] {
  if (depth === DEEPEST) return [];
  return [...written.matchAll(/(?:inputs|outputs)\.(?:\w+\.)?\w+/g)].flatMap(([name]) =>
    [...(nested.get(name) ?? [])].flatMap(([property, type]) => {
      const below = `${path}.${property}`;
      return [below, ...pathsBelow(below, type, nested, depth + 1)];
    }),
  );
}

/** The files that declare resources, without those of data sources. */
const resourceFiles = (): readonly string[] =>
  [
    "",
    ...readdirSync(SDK).filter((name) => statSync(join(SDK, name)).isDirectory() && name !== "node_modules"),
  ].flatMap((module) =>
    readdirSync(join(SDK, module))
      .filter((name) => name.endsWith(".js") && !name.startsWith("get"))
      .map((name) => join(SDK, module, name)),
  );

/** The declaration of each resource type of the installed SDK, as written. */
function* declarations(): Generator<readonly [type: string, declared: string]> {
  for (const file of resourceFiles()) {
    const token = /__pulumiType = '([^']+:[^']+:[^']+)'/.exec(readFileSync(file, "utf8"))?.[1];
    if (token !== undefined) yield [token, readFileSync(file.replace(/\.js$/, ".d.ts"), "utf8")];
  }
}

/** The version of the installed SDK. */
export const sdkVersion = (JSON.parse(readFileSync(join(SDK, "package.json"), "utf8")) as { version: string }).version;

/** What is read of the SDK is read once: it stays as it is while anything runs. */
function once<T>(read: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: read() }).value;
}

/** All resource types of the installed SDK. */
export const sdkTypes = once((): ReadonlyMap<string, ReadonlySet<PropertyPath>> => {
  const nested: Nested = new Map([...nestedTypes("input.d.ts", "inputs"), ...nestedTypes("output.d.ts", "outputs")]);
  const types = new Map<string, ReadonlySet<PropertyPath>>();
  for (const [token, declared] of declarations()) {
    const properties = [...declared.matchAll(/^ {4}(?:readonly )?(\w+)\??: (pulumi\.(?:Output|Input)<.*);/gm)];
    types.set(
      token,
      new Set(properties.flatMap(([, path = "", written = ""]) => [path, ...pathsBelow(path, written, nested)])),
    );
  }
  return types;
});

/** How a type declares one of its own properties. */
export interface Declared {
  /** Whether a program says it; `never` for what only the provider can say. */
  readonly input: "required" | "optional" | "never";
  /** Whether a resource that exists always has it: then the provider fills it in where the program does not. */
  readonly always: boolean;
}

/** How all resource types of the installed SDK declare their own properties. */
export const sdkDeclarations = once((): ReadonlyMap<string, ReadonlyMap<string, Declared>> => {
  const types = new Map<string, ReadonlyMap<string, Declared>>();
  for (const [token, declared] of declarations()) {
    const [outputs = "", ...interfaces] = declared.split(/^export interface /m);
    const args = interfaces.find((text) => /^\w+Args /.test(text)) ?? "";
    const inputs = new Map(
      [...args.matchAll(/^ {4}(\w+)(\??): /gm)].map(([, name = "", optional]) => [
        name,
        optional === "?" ? ("optional" as const) : ("required" as const),
      ]),
    );
    const properties = [...outputs.matchAll(/^ {4}readonly (\w+): pulumi\.Output<(.*)>;/gm)];
    types.set(
      token,
      new Map(
        properties.map(([, name = "", written = ""]) => [
          name,
          { input: inputs.get(name) ?? "never", always: !written.endsWith("| undefined") },
        ]),
      ),
    );
  }
  return types;
});

/** The types that the SDK has in no module of their own. */
export const indexTypes = (): readonly string[] =>
  [...sdkTypes().keys()].filter((type) => type.startsWith("alicloud:index/")).sort();

/** Types by property path, as data names them. */
export type ByPath = Readonly<Record<PropertyPath, readonly string[]>>;

/** Turns types with their paths into paths with their types, both in order. */
export function byPath(types: Iterable<readonly [type: string, paths: readonly PropertyPath[]]>): ByPath {
  const found = new Map<PropertyPath, string[]>();
  for (const [type, paths] of types) {
    for (const path of paths) found.set(path, [...(found.get(path) ?? []), nameInData(type) ?? type]);
  }
  const inOrder = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inOrder.map(([path, all]) => [path, all.sort()]));
}
