// One test file, which runs all others with each mutant in turn.
import { defineConfig } from "vitest/config";
import { mutants } from "./mutants.mjs";

export default defineConfig({
  plugins: [mutants(process.env.MUTATE.split(","))],
  test: {
    include: ["scripts/mutation/run.mjs"],
    testTimeout: 0,
    hookTimeout: 0,
    disableConsoleIntercept: true,
    reporters: ["dot"],
  },
});
