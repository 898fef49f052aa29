// Writes the JSON Schemas from the same source that validates: editors and CI read them.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

const { outputFiles } = await build({
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  stdin: {
    contents:
      'export { registerJsonSchema } from "./src/register/schema"; export { reportJsonSchema } from "./src/report/schema"; export { settingsJsonSchema } from "./src/cli/settings-file"; export { extractJsonSchema } from "./src/cli/extract-schema"; export { verifiedJsonSchema } from "./src/register/verified-schema";',
    resolveDir: root,
  },
  logLevel: "warning",
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
const { registerJsonSchema, reportJsonSchema, settingsJsonSchema, extractJsonSchema, verifiedJsonSchema } =
  schemas.exports;
write("icp.schema.json", registerJsonSchema());
write("icp.zh.schema.json", registerJsonSchema(undefined, "zh"));
write("report.schema.json", reportJsonSchema());
write("extract.schema.json", extractJsonSchema());
write("icp.verified.schema.json", verifiedJsonSchema());
write("alicloud-icp.schema.json", settingsJsonSchema());
write("alicloud-icp.zh.schema.json", settingsJsonSchema("zh"));
