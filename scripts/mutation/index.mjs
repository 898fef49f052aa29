// Mutation testing: changes the code of a folder in small ways, one at a time, and counts the changes that no test notices.
// Usage: npm run mutation -- FOLDER… [--survivors]   such as `filing`, or a file such as `filing/state.ts`, below src/
//
// The mutants are Stryker's, all of them in one build; the tests are run here. Stryker's runner starts Vitest anew for each
// mutant, which loads the house again: some seconds each. In one process it is milliseconds.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

const root = fileURLToPath(new URL("../..", import.meta.url));
const names = process.argv.slice(2).filter((name) => !name.startsWith("--"));
const wrong = names.filter((name) => !existsSync(`${root}src/${name}`));
if (names.length === 0 || wrong.length > 0) {
  console.error(
    `usage: npm run mutation -- FOLDER… [--survivors], each below src/${wrong.map((name) => `; no ${name}`)}`,
  );
  process.exit(2);
}
process.env.MUTATE = names.join(",");
process.env.SURVIVORS = process.argv.includes("--survivors") ? "1" : "";

const vitest = await startVitest("test", [], {
  root,
  config: `${root}scripts/mutation/vitest.config.mjs`,
  watch: false,
});
await vitest.close();
