/** Runs the sources from scripts: as they are now, so that no build is needed and none can be stale. */
import { build } from "esbuild";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** What a module exports whose TypeScript is `contents`, with imports from the project's root. */
export async function bundled(contents) {
  const root = fileURLToPath(new URL("..", import.meta.url));
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
