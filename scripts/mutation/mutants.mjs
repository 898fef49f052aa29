// Puts all mutants of some folders into the code, each behind a switch, and lets tests be collected instead of run.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const here = fileURLToPath(new URL(".", import.meta.url));
const src = fileURLToPath(new URL("../../src/", import.meta.url));

const filesOf = (name) =>
  statSync(src + name).isDirectory()
    ? readdirSync(src + name, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => `${src}${name}/${file}`)
    : [src + name];

const nothing = () => undefined;
const quiet = { debug: nothing, info: nothing, isDebugEnabled: () => false };

/** What stands in for what, in tests and in the code: the ends of the names that they import. */
const STAND_INS = [
  [/^vitest$/, `${here}collect.mjs`],
  [/\/base\/memo$/, `${here}memo.mjs`],
];
const MUTANTS = "virtual:mutants";

/** The Vite plugin that does it. */
export function mutants(names) {
  let made;
  return {
    name: "mutants",
    enforce: "pre",
    async buildStart() {
      const files = names.flatMap(filesOf).map((name) => ({ name, mutate: true, content: readFileSync(name, "utf8") }));
      made = await new Instrumenter(quiet).instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
    },
    resolveId(source, importer) {
      if (source === MUTANTS) return `\0${MUTANTS}`;
      if (importer === undefined || importer.startsWith(here)) return undefined;
      return STAND_INS.find(([name]) => name.test(source))?.[1];
    },
    load(id) {
      if (id !== `\0${MUTANTS}`) return made.files.find(({ name }) => name === id)?.content;
      const told = made.mutants.map(({ id, fileName, location, mutatorName, replacement }) => {
        const { line, column } = location.start;
        return { id, at: `${fileName.slice(src.length)}:${line + 1}:${column + 1}`, mutatorName, replacement };
      });
      return `export const mutants = ${JSON.stringify(told)};`;
    },
  };
}
