// Runs the tests that come by each mutant until one of them notices, and counts.
import { mutants } from "virtual:mutants";
import { expect, it } from "vitest";
import { HasHooks, tests } from "./collect.mjs";

/** Left out: what reads sources or the SDK, or starts processes. It takes long and judges nothing besides. */
const files = import.meta.glob([
  "../../test/**/*.test.ts",
  "!../../test/{cli,contract,docs,engine,package,parity,policy-pack}/**",
  "!../../test/products/alicloud/sdk-*",
  "!../../test/products/others/length.test.ts",
  "!../../test/register/find.test.ts",
  "!../../test/stacks/**",
]);
Object.assign(files, import.meta.glob("../../test/contract/statements.test.ts"));

/** Loads all tests; of a file with hooks none. */
async function loadTests() {
  for (const load of Object.values(files)) {
    const before = tests.length;
    try {
      await load();
    } catch (error) {
      if (!(error instanceof HasHooks)) throw error;
      tests.length = before;
    }
  }
}

/** What the switches of the mutants read: which one is on, and how often it may be come by. */
const state = (globalThis.__stryker__ ??= {});
/** A mutant that is come by that many times as often as without it goes round in circles. */
const ROUNDS = 100;

async function isPassed({ run }) {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}

/** Runs all tests without a mutant: which of them come by each, and how often. */
async function comeBy() {
  const found = new Map(mutants.map(({ id }) => [id, { tests: [], hits: 0 }]));
  for (const [at, test] of tests.entries()) {
    state.currentTestId = `t${at}`;
    const start = performance.now();
    expect([test.name, await isPassed(test)]).toEqual([test.name, true]);
    test.took = performance.now() - start;
    for (const [id, count] of Object.entries(state.mutantCoverage?.perTest[`t${at}`] ?? {})) {
      const by = found.get(id);
      by.tests.push(test);
      by.hits += count;
    }
  }
  state.currentTestId = undefined;
  return found;
}

/** Which mutant a test noticed last, by its place among them. */
const noticed = new Map();
/** Those first that noticed a mutant lately, which most often was a neighbour; then the quick ones. */
const inOrder = (found) => found.sort((a, b) => (noticed.get(b) ?? -1) - (noticed.get(a) ?? -1) || a.took - b.took);

/** Whether any of the tests notices a mutant. */
async function isNoticed(at, id, by) {
  Object.assign(state, { activeMutant: id, hitCount: 0, hitLimit: by.hits * ROUNDS });
  try {
    for (const test of inOrder(by.tests)) {
      if (await isPassed(test)) continue;
      noticed.set(test, at);
      return true;
    }
    return false;
  } finally {
    state.activeMutant = undefined;
  }
}

const lineOf = ({ at, mutatorName, replacement }, by) =>
  `${at} ${mutatorName}: ${replacement.replace(/\s+/g, " ").slice(0, 100)} (${by.tests.length} tests come by)`;

it("the tests notice mutants", async () => {
  await loadTests();
  const found = await comeBy();
  const isMetLoading = ({ id }) => found.get(id).tests.length === 0 && id in (state.mutantCoverage?.static ?? {});
  const judged = mutants.filter((mutant) => !isMetLoading(mutant));
  const survivors = [];
  for (const [at, mutant] of judged.entries()) {
    const by = found.get(mutant.id);
    if (await isNoticed(at, mutant.id, by)) continue;
    survivors.push(mutant);
    // Said at once: a run that is broken off has told what it found.
    if (process.env.SURVIVORS) console.log(lineOf(mutant, by));
  }
  const unmet = survivors.filter(({ id }) => found.get(id).tests.length === 0).length;
  const score = ((1 - survivors.length / judged.length) * 100).toFixed(1);
  console.log(
    `${process.env.MUTATE}: ${score} % of ${judged.length} mutants are noticed by ${tests.length} tests.`,
    `Of ${survivors.length} survivors no test comes by ${unmet}.`,
    `${mutants.length - judged.length} more are only met while a module loads, and were not tried.`,
  );
});
