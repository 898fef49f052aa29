// Builds dist/: three CommonJS bundles (policy pack, library, command), their types and the JSON Schemas.
// The bundles hold every library but Pulumi's own, so the pack and the command start fast and resolve nothing else.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync } from "node:fs";
import { build } from "esbuild";

const root = new URL("..", import.meta.url).pathname;
rmSync(`${root}dist`, { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: { "policy-pack": "policy-pack/index.ts", index: "src/index.ts", cli: "src/cli/main.ts" },
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["@pulumi/*"],
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
});
chmodSync(`${root}dist/cli.js`, 0o755);

if (!process.argv.includes("--no-types")) {
  const tsc = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-p", `${root}tsconfig.json`], { stdio: "inherit" });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}
