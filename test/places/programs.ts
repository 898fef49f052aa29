/** The gate in front of tests that need a program which not every machine has. */
import { describe } from "vitest";
import { findProgram } from "../../scripts/places.cjs";

/**
 * A group of tests that need a program, whose path they get. Where there is none it is skipped and says why; with
 * ICP_PLACES_REQUIRED=1 it fails.
 */
export function describeWith(program: string, name: string, tests: (path: string) => void): void {
  const path = findProgram(program);
  if (path === undefined) {
    const message = `no ${program} on PATH; node scripts/places.cjs installs it`;
    if (process.env["ICP_PLACES_REQUIRED"] === "1") throw new Error(message);
    console.warn(`${name}: skipped, ${message}`);
  }
  describe.skipIf(path === undefined)(name, { timeout: 60_000 }, () => {
    tests(path ?? program);
  });
}
