// Stands in for Vitest in test files: keeps the tests, to be run as often as there are mutants.
import { expect, vi } from "vitest";

/** All tests that were made so far. */
export const tests = [];

const path = [];

function it(name, ...rest) {
  const run = rest.find((one) => typeof one === "function");
  tests.push({ name: [...path, name].join(" > "), run });
}

function describe(name, ...rest) {
  path.push(name);
  rest.find((one) => typeof one === "function")?.();
  path.pop();
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

function noHooks() {
  throw new Error(`${path.join(" > ")}: tests with hooks are not run with mutants`);
}

export {
  test as it,
  test,
  suite as describe,
  expect,
  vi,
  noHooks as beforeAll,
  noHooks as beforeEach,
  noHooks as afterAll,
  noHooks as afterEach,
};
