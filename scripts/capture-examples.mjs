#!/usr/bin/env node
/**
 * Writes `examples/<name>/preview.json`: what `pulumi preview --json --show-sames` says about each example.
 *
 *     node scripts/capture-examples.mjs [name…]
 *
 * Two runs give the same bytes. What is normalised, and nothing else:
 * - `duration` is left out;
 * - frames of `stackTrace` outside the program are left out: they lead through node_modules and change with Node;
 * - diagnostics that say which plugin was found where are left out;
 * - steps come sorted by URN, the root stack first: the engine lists them in the order in which they happened to be done;
 * - `dependencies` and the lists in `propertyDependencies` come sorted.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview } from "./engine/index.mjs";
import { installPulumi } from "./engine/install.mjs";

const examplesDir = join(dirname(fileURLToPath(import.meta.url)), "..", "examples");

/** @param {string} name */
async function capture(name) {
  const { status, stdout, stderr } = await preview({ dir: join(examplesDir, name), json: true, showSames: true });
  if (status !== 0) throw new Error(`pulumi preview of ${name} failed:\n${stderr}${stdout}`);
  writeFileSync(join(examplesDir, name, "preview.json"), `${JSON.stringify(normalise(JSON.parse(stdout)), null, 2)}\n`);
}

function normalise({ duration: _duration, diagnostics = [], steps, ...plan }) {
  const kept = diagnostics.filter(({ message }) => !/using pulumi-\S+ from \$PATH/.test(message ?? ""));
  const sorted = steps.map(normaliseStep).sort((left, right) => compare(sortKey(left), sortKey(right)));
  return { ...plan, steps: sorted, ...(kept.length > 0 && { diagnostics: kept }) };
}

function normaliseStep({ oldState, newState, ...step }) {
  return {
    ...step,
    ...(oldState && { oldState: normaliseState(oldState) }),
    ...(newState && { newState: normaliseState(newState) }),
  };
}

function normaliseState({ stackTrace = [], dependencies, propertyDependencies, ...state }) {
  const frames = stackTrace.filter(({ sourcePosition }) => sourcePosition?.includes("/node_modules/") === false);
  return {
    ...state,
    ...(dependencies && { dependencies: [...dependencies].sort() }),
    ...(propertyDependencies && { propertyDependencies: mapValues(propertyDependencies, (urns) => [...urns].sort()) }),
    ...(frames.length > 0 && { stackTrace: frames }),
  };
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

const sortKey = ({ urn, op }) => `${urn.includes("::pulumi:pulumi:Stack::") ? 0 : 1} ${urn} ${op}`;
const compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

const named = process.argv.slice(2);
const everyExample = readdirSync(examplesDir, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

installPulumi((line) => console.error(line));
for (const name of named.length > 0 ? named : everyExample.sort()) {
  await capture(name);
  console.error(`captured ${name}`);
}
