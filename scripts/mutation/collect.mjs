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
      (name, ...rest) =>
        rows.forEach((row, at) => {
          const body = rest.find((one) => typeof one === "function");
          make(`${name} [${at}]`, () => body(...(Array.isArray(row) ? row : [row])));
        }),
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
