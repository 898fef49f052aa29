/**
 * Builds the library: one bundle, a door to it for what is promised and one for its parts, and the declarations of both.
 * Each door has one file of declarations, which imports nothing.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const DOORS = ["index", "parts"];

export async function buildLibrary(options) {
  await build({
    ...options,
    stdin: { contents: DOORS.map((door) => `export * as ${door} from "./src/${door}";`).join(""), resolveDir: root },
    outfile: "dist/library.js",
    minify: true,
  });
  const library = createRequire(import.meta.url)(`${root}dist/library.js`);
  for (const door of DOORS) {
    // The last line says to ES modules which names there are; it never runs.
    const lines = [
      '"use strict";',
      `module.exports = require("./library.js").${door};`,
      `0 && (module.exports = { ${Object.keys(library[door]).join(", ")} });`,
    ];
    writeFileSync(`${root}dist/${door}.js`, `${lines.join("\n")}\n`);
  }
}

export async function declareLibrary() {
  const [{ rollup }, { dts }] = await Promise.all([import("rollup"), import("rollup-plugin-dts")]);
  for (const door of DOORS) {
    const bundle = await rollup({
      input: `${root}src/${door}.ts`,
      plugins: [dts({ tsconfig: `${root}tsconfig.json` })],
      onwarn: ({ message }) => {
        throw new Error(message);
      },
    });
    await bundle.write({ file: `${root}dist/${door}.d.ts`, format: "es" });
    await bundle.close();
  }
}
