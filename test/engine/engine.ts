/** The gate in front of every test that runs the real Pulumi engine. */
import { describe } from "vitest";
import { engine } from "../../scripts/engine/engine.cjs";

/** How long a test may take that starts the engine: a run takes 2 to 8 seconds, more when several share a machine. */
export const engineTimeout = 120_000;

/** The violations that Pulumi prints, sorted: `level policy resource`, the stack's own resource for what names none. */
export const violationsIn = (output: string): string[] =>
  [...output.matchAll(/- \[(mandatory|advisory)\](?: \[severity: \w+\])?\s+(\S+)\s+\((.*)\)$/gm)]
    .map(([, level, policy, resource = ""]) => `${level} ${policy} ${resource.split(": ").at(-1) ?? ""}`)
    .sort();

/**
 * A group of tests that need the engine. Where there is none it is skipped and says why; with ICP_ENGINE_REQUIRED=1 it fails.
 */
export function describeEngine(name: string, tests: () => void): void {
  const { available, reason } = engine();
  if (!available) {
    const message = `no Pulumi engine: ${reason ?? "unknown reason"}`;
    if (process.env["ICP_ENGINE_REQUIRED"] === "1") throw new Error(message);
    console.warn(`${name}: skipped, ${message}`);
  }
  describe.skipIf(!available)(name, { timeout: engineTimeout }, tests);
}
