#!/usr/bin/env node
/**
 * Writes `preview.json` of examples and of the stacks in test/stacks: what `pulumi preview --json --show-sames` says about
 * each of them.
 *
 *     node scripts/capture-examples.mjs [name…]
 *
 * A folder's `stack.json` may name several stacks of its program, each of which gives `preview.<stack>.json`, and a
 * configuration to deploy `before` the preview, so that it shows what changes.
 *
 * Two runs give the same bytes. What is normalised, and nothing else:
 * - `duration` is left out;
 * - frames of `stackTrace` outside the program are left out: they lead through node_modules and change with Node;
 * - times of creation and change in states are left out;
 * - diagnostics that say which plugin was found where are left out;
 * - steps come sorted by URN, the root stack first: the engine lists them in the order in which they happened to be done;
 * - `dependencies` and the lists in `propertyDependencies` come sorted.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview, temporaryBackend, up } from "./engine/index.mjs";
import { installPulumi } from "./engine/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} dir */
async function capture(dir) {
  const settings = join(dir, "stack.json");
  const { stacks, before } = existsSync(settings) ? JSON.parse(readFileSync(settings, "utf8")) : {};
  for (const stack of stacks ?? ["dev"]) {
    const plan = await previewed(dir, stack, before);
    const file = join(dir, stacks === undefined ? "preview.json" : `preview.${stack}.json`);
    writeFileSync(file, `${JSON.stringify(normalise(plan), null, 2)}\n`);
  }
}

async function previewed(dir, stack, before) {
  const backend = temporaryBackend();
  try {
    if (before !== undefined) outputOf(await up({ dir, stack, backend, config: before }));
    return JSON.parse(outputOf(await preview({ dir, stack, backend, json: true, showSames: true })));
  } finally {
    backend.dispose();
  }
}

function outputOf({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(`pulumi failed:\n${stderr}${stdout}`);
  return stdout;
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

function normaliseState({ stackTrace = [], dependencies, propertyDependencies, created: _, modified: __, ...state }) {
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
const folders = ["examples", "test/stacks"].flatMap((parent) =>
  readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (named.length === 0 || named.includes(entry.name)))
    .map((entry) => join(root, parent, entry.name))
    .sort(),
);

installPulumi((line) => console.error(line));
for (const folder of folders) {
  await capture(folder);
  console.error(`captured ${folder.slice(root.length)}`);
}
