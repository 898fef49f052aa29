// Builds dist/: three CommonJS bundles (policy pack, library, command), their types, and the JSON Schemas.
// The bundles hold every library but Pulumi's own, so the pack and the command start fast and resolve nothing else.
import { spawnSync } from "node:child_process";
import { chmodSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const options = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["@pulumi/*"],
  legalComments: "none",
  logLevel: "warning",
};

rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  ...options,
  entryPoints: { "policy-pack": "policy-pack/index.ts", index: "src/index.ts", cli: "src/cli/main.ts" },
  outdir: "dist",
  minify: true,
  keepNames: true,
});
chmodSync(`${root}dist/cli.js`, 0o755);

if (!process.argv.includes("--no-types")) {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const tsc = spawnSync(process.execPath, [compiler, "-p", `${root}tsconfig.json`], { stdio: "inherit" });
  if (tsc.status !== 0) process.exit(tsc.status ?? 1);
}

// The schemas are written from the same source that validates: editors and CI read them.
const { outputFiles } = await build({
  ...options,
  stdin: {
    contents:
      'export { registerJsonSchema } from "./src/register/schema"; export { reportJsonSchema } from "./src/report/schema";',
    resolveDir: root,
  },
  write: false,
});
const schemas = { exports: {} };
new Function("module", "exports", "require", outputFiles[0].text)(
  schemas,
  schemas.exports,
  createRequire(import.meta.url),
);
const write = (name, schema) => {
  writeFileSync(`${root}${name}`, `${JSON.stringify(schema, null, 2)}\n`);
};
write("icp.schema.json", schemas.exports.registerJsonSchema());
write("report.schema.json", schemas.exports.reportJsonSchema());
