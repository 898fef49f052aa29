#!/usr/bin/env node
/**
 * Writes the data that the installed @pulumi/alicloud decides. A test fails where a new version of it decides otherwise:
 *
 *     node scripts/data.mjs
 *
 * - data/witnesses.json: by which of its properties a resource shows in which region its provider works;
 * - data/kept-properties.json: what the provider keeps when an update no longer says it;
 * - data/index-types.json: the types that it has in no module, as those that Pulumi makes of a Terraform provider are;
 * - data/holding-types.json: the types that hold an address or a name and that no product describes.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { bundled } from "./bundled.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { witnesses, keptProperties, holdingTypes, indexTypes, sdkVersion } = await bundled(`
  export { witnesses } from "./scripts/witnesses";
  export { keptProperties } from "./scripts/kept";
  export { holdingTypes } from "./scripts/holding";
  export { indexTypes, sdkVersion } from "./scripts/sdk";`);

const source = `@pulumi/alicloud ${sdkVersion}: the declarations of its types; written by scripts/data.mjs`;
const today = new Date().toLocaleDateString("sv", { timeZone: "Asia/Shanghai" });

for (const [name, content] of [
  ["witnesses", witnesses()],
  ["kept-properties", { kept: keptProperties(root) }],
  ["index-types", { types: indexTypes() }],
  ["holding-types", { types: holdingTypes() }],
]) {
  const path = join(root, "data", `${name}.json`);
  const old = existsSync(path) ? readFileSync(path, "utf8") : "{}";
  const { asOf, ...rest } = JSON.parse(old);
  const same = JSON.stringify(rest) === JSON.stringify({ source, ...content });
  const text = JSON.stringify({ asOf: same ? asOf : today, source, ...content });
  const written = await format(text, { ...(await resolveConfig(path)), parser: "json" });
  if (written === old) continue;
  writeFileSync(path, written);
  console.log(`wrote data/${name}.json`);
}
