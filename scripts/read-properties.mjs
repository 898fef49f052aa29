#!/usr/bin/env node
/**
 * Writes data/read-properties.json: which properties of which types are read, which is what an extract keeps. The tests are
 * run and everything that they make the code read is written down; among them are those that tell readers all that they know
 * how to ask for (test/contract/reads.test.ts). A test then fails that reads what is not listed.
 *
 *     node scripts/read-properties.mjs           takes as long as these tests
 *     node scripts/read-properties.mjs --check   fails where the file is another
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { bundled } from "./bundled.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const path = join(root, "data/read-properties.json");

/** What is kept although nothing reads it yet, or not by name: outputs of a stack, by which others may be joined to it. */
const KEPT = { "pulumi:pulumi:Stack": ["*"] };
const DEPENDENCIES = "&dependencies";
const TYPE_ALONE = "&type";

const { products, contributesNothing, unversioned } = await bundled(`
  export { products } from "./src/products";
  export { contributesNothing } from "./src/products/reading/values";
  export { unversioned } from "./src/plan/type-name";`);

/** The types that stand in quotes in the code. */
const TYPE = /"([a-z][\w.-]*:[\w.-]+(?:\/[\w.-]+)*:\w+)"/g;
const named = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .flatMap((name) => [...readFileSync(join(root, "src", name), "utf8").matchAll(TYPE)].map(([, type]) => type));
const types = new Set([...named, ...Object.keys(products)].filter((type) => !type.startsWith("icp:")));

const folder = mkdtempSync(join(tmpdir(), "icp-reads-"));
const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "daily", "--project", "contract"];
const { status } = spawnSync(process.execPath, vitest, {
  cwd: root,
  stdio: "ignore",
  env: { ...process.env, ICP_RECORD_READS: folder },
});
const recorded = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n"));
rmSync(folder, { recursive: true });
if (recorded.length < 500) throw new Error("the tests did not run: nothing is written");
if (status !== 0) console.error("Tests fail; those about extracts pass once this is written.");

const read = new Map([...types].map((type) => [type, new Set(KEPT[type])]));
const dependencies = new Set();
const asked = new Set();
for (const line of recorded) {
  const [given, name] = line.split(" ");
  const type = unversioned(given);
  if (name === DEPENDENCIES) dependencies.add(type);
  else if (name === TYPE_ALONE) asked.add(type);
  else if (type.startsWith("pulumi:providers:") || read.has(type)) {
    if (!read.has(type)) read.set(type, new Set());
    read.get(type).add(name);
  }
}
// Of what contributes nothing, and is nothing that others name, it is enough to know that it is there.
for (const [type, names] of read) {
  if (names.size === 0 && !asked.has(type) && products[type] === contributesNothing) read.delete(type);
}
const sorted = (set) => [...set].sort();
const content = {
  writtenBy: "scripts/read-properties.mjs, from what all tests read",
  read: Object.fromEntries(sorted(read.keys()).map((type) => [type, sorted(read.get(type))])),
  dependencies: sorted(dependencies),
};
const text = await format(JSON.stringify(content), { ...(await resolveConfig(path)), parser: "json" });
if (text === readFileSync(path, "utf8")) process.exit();
if (process.argv.includes("--check")) throw new Error("data/read-properties.json is not what is read: write it again");
writeFileSync(path, text);
console.log("wrote data/read-properties.json");
