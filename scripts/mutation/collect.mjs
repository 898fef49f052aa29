// Stands in for Vitest in test files: keeps the tests, to be run as often as there are mutants.
export * from "vitest";

/** All tests that were made so far. */
export const tests = [];

const path = [];

function it(name, ...rest) {
  const run = rest.find((one) => typeof one === "function");
  tests.push({ name: [...path, name].join(" > "), run });
}

function describe(name, ...rest) {
  path.push(name);
  try {
    rest.find((one) => typeof one === "function")?.();
  } finally {
    path.pop();
  }
}

const withEach = (make) =>
  Object.assign(make, {
    each:
      (rows) =>
      (name, ...rest) => {
        const body = rest.find((one) => typeof one === "function");
        // As in Vitest: rows are spread where all of them are lists.
        const areLists = rows.every((row) => Array.isArray(row));
        for (const [at, row] of rows.entries()) make(`${name} [${at}]`, () => body(...(areLists ? row : [row])));
      },
    skip: () => undefined,
  });

const test = withEach(it);
const suite = withEach(describe);

/** Thrown by what makes hooks: tests with hooks are not run with mutants. */
export class HasHooks extends Error {}

function noHooks() {
  throw new HasHooks();
}

export {
  test as it,
  test,
  suite as describe,
  noHooks as beforeAll,
  noHooks as beforeEach,
  noHooks as afterAll,
  noHooks as afterEach,
};
