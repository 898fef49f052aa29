// Runs the tests that come by each mutant until one of them notices, and counts.
import { mutants } from "virtual:mutants";
import { expect, it } from "vitest";
import { tests } from "./collect.mjs";

/** Left out: what reads sources or the SDK, starts processes or has hooks. It takes long and judges nothing besides. */
const files = import.meta.glob([
  "../../test/**/*.test.ts",
  "!../../test/{cli,contract,docs,engine,package,parity,policy-pack}/**",
  "!../../test/products/alicloud/sdk-*",
  "!../../test/products/others/length.test.ts",
  "!../../test/register/find.test.ts",
  "!../../test/stacks/**",
]);

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

/** Runs all tests without a mutant: which of them come by each, quick ones first, and how often. */
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
  for (const by of found.values()) by.tests.sort((a, b) => a.took - b.took);
  return found;
}

/** Whether any of the tests notices a mutant. */
async function isNoticed(id, by) {
  Object.assign(state, { activeMutant: id, hitCount: 0, hitLimit: by.hits * ROUNDS });
  try {
    for (const test of by.tests) if (!(await isPassed(test))) return true;
    return false;
  } finally {
    state.activeMutant = undefined;
  }
}

const lineOf = ({ at, mutatorName, replacement }, by) =>
  `${at} ${mutatorName}: ${replacement.replace(/\s+/g, " ").slice(0, 100)} (${by.tests.length} tests come by)`;

it("the tests notice mutants", async () => {
  for (const load of Object.values(files)) await load();
  const found = await comeBy();
  const isMetLoading = ({ id }) => found.get(id).tests.length === 0 && id in (state.mutantCoverage?.static ?? {});
  const judged = mutants.filter((mutant) => !isMetLoading(mutant));
  const survivors = [];
  for (const mutant of judged) {
    const by = found.get(mutant.id);
    if (await isNoticed(mutant.id, by)) continue;
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
