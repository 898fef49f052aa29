#!/usr/bin/env node
/**
 * Provides a `pulumi` command line for the tests that run the real engine.
 *
 *     node scripts/engine/install.mjs        progress on stderr, the binary's path as the last line of stdout
 *
 * Uses the one there is (PULUMI_BIN, PATH, the cache), else builds one, which takes several minutes and needs Go 1.25 or later.
 */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { installPulumi } from "./binary.cjs";

export { installPulumi };

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(installPulumi((line) => console.error(line)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
