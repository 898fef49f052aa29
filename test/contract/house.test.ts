/** The house stands on its floors: every file is in a room, no import goes round in a circle, no name is given twice. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type typescript from "typescript";
import { expect, it } from "vitest";
import floors from "../../scripts/floors.json";
import { ts } from "../support/typescript";

const files = ["src", "policy-pack"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file)),
);

/** Stand above all rooms, or beside them. */
const DOORS = new Set(["src/index.ts", "src/parts.ts", "src/version.ts"]);

const roomOf = (file: string): string =>
  (file.startsWith("src/") ? file.slice(4) : file).split("/")[0]?.replace(/\.ts$/, "") ?? "";

/** What each file imports of the others, types included. */
const imports = new Map(
  files.map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
    const found = importedFiles
      .filter(({ fileName }) => fileName.startsWith("."))
      .flatMap(({ fileName }) => {
        const base = normalize(join(dirname(file), fileName));
        return [`${base}.ts`, `${base}/index.ts`].filter((path) => existsSync(path)).slice(0, 1);
      });
    return [file, found] as const;
  }),
);

it("knows the room of every file", () => {
  const rooms = new Set(floors.flat());
  expect(files.filter((file) => !DOORS.has(file) && !rooms.has(roomOf(file)))).toEqual([]);
  expect([...rooms].filter((room) => !files.some((file) => roomOf(file) === room))).toEqual([]);
});

it("has no circle, types included", () => {
  const settled = new Set<string>();
  const way: string[] = [];
  const circles: string[] = [];
  const visit = (file: string): void => {
    if (settled.has(file)) return;
    const at = way.indexOf(file);
    if (at >= 0) {
      circles.push([...way.slice(at), file].join(" → "));
      return;
    }
    way.push(file);
    imports.get(file)?.forEach(visit);
    way.pop();
    settled.add(file);
  };
  files.forEach(visit);
  expect(circles).toEqual([]);
});

/** The names that a file declares and exports, as opposed to those that it passes on. */
function exportsOf(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const isExported = (node: typescript.Statement): boolean =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);
  return source.statements.filter(isExported).flatMap((node) => {
    if (ts.isVariableStatement(node)) {
      return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    }
    const named = node as { readonly name?: typescript.Node };
    return named.name && ts.isIdentifier(named.name) ? [named.name.text] : [];
  });
}

it("gives no exported name twice", () => {
  const owners = new Map<string, Set<string>>();
  for (const file of files) {
    for (const name of exportsOf(file)) owners.set(name, (owners.get(name) ?? new Set()).add(file));
  }
  const twice = [...owners]
    .filter(([, where]) => where.size > 1)
    .map(([name, where]) => `${name}: ${[...where].join(", ")}`);
  expect(twice).toEqual([]);
});
