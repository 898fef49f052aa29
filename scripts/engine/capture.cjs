/**
 * What the engine says of a program, in the form in which this repository keeps previews.
 *
 * A folder's `stack.json` says what there is besides the program:
 * - `stacks`: several stacks, each of which gives `preview.<stack>.json`; without it there is `preview.json` of the stack `dev`;
 * - `before`: a configuration to deploy before the preview, so that it shows what changes;
 * - `beside`: other stacks to deploy first, `{ folder, stack, config }`: what they give out, the program may refer to. The
 *   stack itself may be among them, where two refer to each other: it is empty again afterwards. What they give out is kept
 *   in `stack-outputs.json`;
 * - `fixtures`: a file that answers data sources;
 * - `layout`: how its packages are installed (`layouts.cjs`);
 * - `noPreview`: why there is none.
 *
 * Two captures give the same bytes. What is normalised, and nothing else:
 * - `duration` is left out;
 * - frames of `stackTrace` outside the program are left out: they lead through node_modules and change with Node;
 * - times of creation and change in states are left out;
 * - the program's folder, which the SDK tells for ES modules, is called `/workspace`; of a layout it is the temporary folder;
 * - ids of deployed providers, which are random, are counted;
 * - diagnostics that say which plugin was found where are left out;
 * - steps come sorted by URN, the root stack first: the engine lists them in the order in which they happened to be done;
 * - `dependencies` and the lists in `propertyDependencies` come sorted.
 */
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { parse } = require("yaml");
const { emptyStack, preview, stackOutputs, temporaryBackend, up } = require("./engine.cjs");
const { layOut } = require("./layouts.cjs");

/** How Pulumi writes "not known before the update". */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** What the folder is called in which a program is installed. */
const WORKSPACE = "/workspace";

/** What `stack.json` of a folder says. */
function settingsOf(dir) {
  const file = join(dir, "stack.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** The previews of a folder that are kept: the stack of each, by the name of its file. */
function previewsOf(dir) {
  const { stacks, noPreview } = settingsOf(dir);
  if (noPreview !== undefined || !existsSync(join(dir, "Pulumi.yaml"))) return new Map();
  return new Map((stacks ?? ["dev"]).map((stack) => [stacks ? `preview.${stack}.json` : "preview.json", stack]));
}

/** What the engine says now, as the text of the file that keeps it; with what other stacks give out. Throws where it fails. */
async function captured(dir, stack) {
  const { before, beside = [], fixtures, layout } = settingsOf(dir);
  const installed = layout === undefined ? { top: dir, dir, dispose: () => undefined } : layOut(dir, layout);
  const backend = temporaryBackend();
  const env = fixtures === undefined ? {} : { ICP_ENGINE_FIXTURES: join(dir, fixtures) };
  try {
    const outputs = await deployed(
      beside.map(({ folder, ...other }) => ({ dir: join(dir, folder), backend, env, ...other })),
    );
    if (beside.length > 0) emptyStack(dir, stack, backend);
    const where = { dir: installed.dir, stack, backend, env };
    if (before !== undefined) outputOf(await up({ ...where, config: before }));
    const plan = JSON.parse(outputOf(await preview({ ...where, json: true, showSames: true })));
    const text = counted(`${JSON.stringify(normalise(plan), null, 2)}\n`);
    return { text: text.replaceAll(installed.top, WORKSPACE), outputs };
  } finally {
    backend.dispose();
    installed.dispose();
  }
}

/** Deploys stacks one after another, and gives what they give out, by project and stack. */
async function deployed(stacks) {
  const outputs = {};
  for (const where of stacks) {
    outputOf(await up(where));
    const { name } = parse(readFileSync(join(where.dir, "Pulumi.yaml"), "utf8"));
    outputs[`${name}/${where.stack ?? "dev"}`] = JSON.parse(outputOf(await stackOutputs(where)));
  }
  return outputs;
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

/** A provider's id is told after its URN; the one that stands for an unknown value stays. */
function counted(text) {
  const ids = new Map([[UNKNOWN, UNKNOWN]]);
  for (const [, id] of text.matchAll(/::pulumi:providers:[^"]*::([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})"/g)) {
    if (!ids.has(id)) ids.set(id, `00000000-0000-4000-8000-${String(ids.size).padStart(12, "0")}`);
  }
  return [...ids].reduce((told, [id, number]) => told.replaceAll(id, number), text);
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

module.exports = { captured, previewsOf, settingsOf, WORKSPACE };
