// Builds dist/: three CommonJS bundles (policy pack, command, library), what they load late, what starts the command, the library's types, the
// notices of what is in them, and the JSON Schemas.
// The bundles hold every library but Pulumi's own, so the pack and the command start fast and resolve nothing else.
import { createHash } from "node:crypto";
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildLibrary, declareLibrary } from "./library.mjs";
import { bundledPackages } from "./notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Data goes into the bundles as text for JSON.parse, which is faster than evaluating it as code. */
const dataAsText = {
  name: "data-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\/data\/[^/]+\.json$/ }, ({ path }) => ({
      contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, "utf8"))))})`,
    }));
  },
};

/** Imports of the libraries that only a register needs become one file beside the bundle. */
const registerLibraries = {
  name: "register-libraries",
  setup({ onResolve }) {
    onResolve({ filter: /(?:^|\/)libraries$/ }, () => ({ path: "./register-libraries.js", external: true }));
  },
};

/** What draws pictures and writes pages is one file beside the bundle, which is read when something of it is called. */
const pages = {
  name: "pages",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.\/(?:html\/page|report\/(?:picture|terminal-page))$/ }, () => ({
      path: "pages",
      namespace: "late",
    }));
    onResolve({ filter: /^\.\/pages\.js$/, namespace: "late" }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^pages$/, namespace: "late" }, () => ({
      contents: ["pageText", "drawn", "pageLines"]
        .map((name) => `exports.${name} = (...given) => require("./pages.js").${name}(...given);`)
        .join("\n"),
      resolveDir: root,
    }));
  },
};

/** Threads that read say nothing: what is wrong with a file says the one that asked. */
const silent = {
  name: "silent",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:en|zh)$/ }, () => ({ path: `${root}scripts/no-texts.cjs` }));
  },
};

/** Their notices are stripped off, and written into a file of their own. */
const bundled = bundledPackages();

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["@pulumi/*"],
  legalComments: "none",
  // commander starts programs of its own for executable subcommands only, which this command has not; loading
  // child_process takes a tenth of its start.
  alias: {
    "node:child_process": `${root}scripts/nothing.cjs`,
    child_process: `${root}scripts/nothing.cjs`,
    // To load it takes as long as to judge a small plan, and only findings need it.
    "node:crypto": `${root}scripts/late-crypto.cjs`,
    // What yaml gives to browsers are its sources as ES modules: only what is used of them gets in.
    yaml: `${root}node_modules/yaml/browser/dist/index.js`,
    // The ES module asks where it lies, which no bundle knows.
    fdir: `${root}node_modules/fdir/dist/index.cjs`,
  },
  logLevel: "warning",
  plugins: [dataAsText, bundled.plugin],
};

/**
 * What the command starts with is read as Latin-1, which is faster than UTF-8, so it has to be ASCII. The bundler leaves
 * only regular expressions as they are, where an escape means the same.
 */
function keepAscii(bundle) {
  const file = `${root}dist/${bundle}.js`;
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/[^\0-\x7f]/g, escaped));
}

/** What the command is in. */
const FILES = ["command", "register-libraries", "pages", "reader"];

/** What starts the command: it keeps compiled code, by the bundles that it is of. */
async function buildLauncher() {
  const hash = createHash("sha256");
  for (const bundle of FILES) hash.update(readFileSync(`${root}dist/${bundle}.js`));
  await build({
    ...options,
    entryPoints: { cli: "src/cli/launch.ts" },
    outdir: "dist",
    define: { BUILD: JSON.stringify(hash.digest("hex").slice(0, 16)) },
    minify: true,
  });
}

rmSync(`${root}dist`, { recursive: true, force: true });
// What only a register needs, or only a page, is in files of their own: without one they are never read.
await build({
  ...options,
  entryPoints: ["src/register/libraries.ts"],
  outfile: "dist/register-libraries.js",
  minify: true,
});
await build({
  ...options,
  stdin: {
    contents:
      'export { pageText } from "./src/report/html/page"; export { drawn } from "./src/report/picture"; export { pageLines } from "./src/report/terminal-page";',
    resolveDir: root,
  },
  outfile: "dist/pages.js",
  minify: true,
});
// What threads run that read many plans.
await build({
  ...options,
  plugins: [...options.plugins, silent],
  entryPoints: { reader: "src/cli/reader.ts" },
  outdir: "dist",
  minify: true,
});
const late = { ...options, plugins: [...options.plugins, registerLibraries, pages] };
await build({
  ...late,
  entryPoints: { "policy-pack": "policy-pack/index.ts", command: "src/cli/main.ts" },
  outdir: "dist",
  minify: true,
});
// What runs inside of a program's own process has nothing in it but what Node and that program bring.
await build({
  ...options,
  entryPoints: { "program-child": "src/program/node/child.ts" },
  outdir: "dist",
  packages: "external",
  minify: true,
});
for (const bundle of FILES) keepAscii(bundle);
await buildLibrary(late);
await buildLauncher();
bundled.write();
chmodSync(`${root}dist/cli.js`, 0o755);

if (!process.argv.includes("--no-types")) await declareLibrary();

await import("./schemas.mjs");
