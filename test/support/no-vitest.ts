/** A Vitest that makes no tests, for test files of which only the tables are read: it enters groups, so that tables in them are. */
const nothing = (): undefined => undefined;
const quiet = Object.assign(nothing, { each: () => nothing });

/** How deep in groups it is. */
export const depth = { now: 0 };

function enter(_: string, body: () => void): void {
  depth.now += 1;
  body();
  depth.now -= 1;
}
const groups = Object.assign(enter, { each: () => nothing });

export { groups as describe, quiet as it, quiet as test, nothing as expect };
export { quiet as beforeAll, quiet as beforeEach, quiet as afterAll, quiet as afterEach };
export const vi = { mock: nothing };
