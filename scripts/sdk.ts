/** What the installed @pulumi/alicloud declares: its resource types, with all their inputs and outputs. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

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

/** All resource types of the installed SDK. */
export function sdkTypes(): ReadonlyMap<string, ReadonlySet<PropertyPath>> {
  const nested: Nested = new Map([...nestedTypes("input.d.ts", "inputs"), ...nestedTypes("output.d.ts", "outputs")]);
  const types = new Map<string, ReadonlySet<PropertyPath>>();
  for (const file of resourceFiles()) {
    const token = /__pulumiType = '([^']+:[^']+:[^']+)'/.exec(readFileSync(file, "utf8"))?.[1];
    if (token === undefined) continue;
    const declared = readFileSync(file.replace(/\.js$/, ".d.ts"), "utf8");
    const properties = [...declared.matchAll(/^ {4}(?:readonly )?(\w+)\??: (pulumi\.(?:Output|Input)<.*);/gm)];
    types.set(
      token,
      new Set(properties.flatMap(([, path = "", written = ""]) => [path, ...pathsBelow(path, written, nested)])),
    );
  }
  return types;
}
