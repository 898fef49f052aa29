import { defineConfig } from "vitest/config";
import { tables } from "./test/support/tables.mjs";

/** What holds for every plan of the suite, each judged again and again with something in it changed. */
const CONTRACT = [
  "test/contract/worlds-of-*.test.ts",
  "test/contract/same.test.ts",
  "test/contract/split.test.ts",
  "test/contract/extracts.test.ts",
  "test/contract/reads.test.ts",
  "test/contract/said.test.ts",
  "test/contract/terms.test.ts",
  "test/contract/length.test.ts",
  "test/contract/hostile-names.test.ts",
  "test/contract/language.test.ts",
];
/** Tests that start processes of the pack or the command, which take seconds. */
const PROCESSES = [
  "test/policy-pack/*.test.ts",
  "test/cli/bad-input.test.ts",
  "test/cli/code-cache.test.ts",
  "test/cli/many.test.ts",
  "test/cli/output.test.ts",
  "test/cli/run.test.ts",
  "test/cli/here.test.ts",
  "test/cli/no-network.test.ts",
  "test/cli/watch.test.ts",
  "test/cloud/output.test.ts",
  "test/program/copies.test.ts",
  "test/program/ending.test.ts",
  "test/docs/!(twins|blocks).test.ts",
  "test/package/*.test.ts",
  "test/places/*.test.ts",
  "test/stacks/pack.test.ts",
  "test/scaffold/*.test.ts",
];
/** Tests that run Pulumi programs through the command, each in a process of its own. */
const PROGRAMS = ["test/programs/check.test.ts"];
/** Tests that open pages in a browser. */
const BROWSER = ["test/browser/*.test.ts"];
/** Tests that run the real engine. */
const ENGINE = ["test/engine/*.test.ts"];

export default defineConfig({
  plugins: [tables],
  test: {
    globalSetup: "test/support/temporary.mts",
    setupFiles: ["test/support/reads.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ["default", "./test/support/closing-line.mts"],
    // Test files share the modules of their process: none keeps a state that another one could see.
    isolate: false,
    maxWorkers: "100%",
    // Tests make many small plans that nobody keeps: with room for more of them before the first is looked at, a quarter less
    // time goes into it.
    execArgv: ["--max-semi-space-size=64"],
    coverage: {
      include: ["src/**/*.ts", "policy-pack/**/*.ts"],
      reporter: ["text-summary", "html"],
      thresholds: { statements: 95, branches: 91, functions: 95, lines: 96 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: "daily",
          include: ["test/**/*.test.ts"],
          exclude: [...CONTRACT, ...PROCESSES, ...PROGRAMS, ...BROWSER, ...ENGINE],
        },
      },
      { extends: true, test: { name: "contract", include: CONTRACT } },
      { extends: true, test: { name: "process", include: PROCESSES } },
      { extends: true, test: { name: "programs", include: PROGRAMS } },
      { extends: true, test: { name: "browser", include: BROWSER } },
      { extends: true, test: { name: "engine", include: ENGINE } },
    ],
  },
});
