/** Runs the sources from scripts: as they are now, so that no build is needed and none can be stale. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));

/** What a module exports whose TypeScript is `contents`, with imports from the project's root. */
export async function bundled(contents) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    external: ["@pulumi/alicloud"],
    logLevel: "error",
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

let folder;

/** The folder of the command, and of what it starts programs with. It lies here, from where the packages are found. */
async function built() {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const made = mkdtempSync(join(root, ".cache", "command-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: { command: "src/cli/main.ts", "program-child": "src/program/node/child.ts" },
    outdir: made,
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["@pulumi/*"],
    logLevel: "error",
  });
  return made;
}

/** Runs the command in the project's root, with nothing of this environment, and gives what came of it. */
export async function ran(given) {
  folder ??= built();
  const command = join(await folder, "command.js");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...given],
      { cwd: root, env: { NODE_DISABLE_COMPILE_CACHE: "1" }, maxBuffer: Infinity },
      (error, stdout, stderr) => resolve({ status: error ? (error.code ?? 3) : 0, stdout, stderr }),
    );
  });
}
