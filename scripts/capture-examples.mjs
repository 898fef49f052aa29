#!/usr/bin/env node
/**
 * Writes `preview.json` of examples, of the stacks in test/stacks and of the programs in test/programs: what
 * `pulumi preview --json --show-sames` says about each of them. What stands in a folder's `stack.json`, and what is
 * normalised, `engine/capture.cjs` says.
 *
 *     node scripts/capture-examples.mjs [name…]
 */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { captured, previewsOf } from "./engine/capture.cjs";
import { installPulumi } from "./engine/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const parents = ["examples", "test/stacks", "test/programs/awkward", "test/programs/real"];

const named = process.argv.slice(2);
const folders = parents.flatMap((parent) =>
  readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (named.length === 0 || named.includes(entry.name)))
    .map((entry) => join(root, parent, entry.name))
    .sort(),
);

installPulumi((line) => console.error(line));
for (const folder of folders) {
  for (const [file, stack] of previewsOf(folder)) {
    const { text, outputs } = await captured(folder, stack);
    writeFileSync(join(folder, file), text);
    if (Object.keys(outputs).length > 0) {
      writeFileSync(join(folder, "stack-outputs.json"), `${JSON.stringify(outputs, null, 2)}\n`);
    }
    console.error(`captured ${join(folder, file).slice(root.length)}`);
  }
}
