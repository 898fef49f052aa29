import { fileURLToPath } from "node:url";
import type { Plugin } from "vitest/config";

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What a test file gets in place of what makes tests, by the end of the name that it imports. */
const STAND_INS: readonly (readonly [RegExp, string])[] = [
  [/^vitest$/, fileOf("no-vitest.ts")],
  [/\/rule-tester$/, fileOf("table-reader.ts")],
];

/**
 * Lets tests read the tables of others: a test file that is imported as `FILE?cases` is run anew, makes no tests, and what it
 * hands to `ruleTester` is kept by `table-reader.ts`.
 */
export const tables: Plugin = {
  name: "tables",
  enforce: "pre",
  resolveId: (source, importer) =>
    importer?.endsWith("?cases") ? STAND_INS.find(([name]) => name.test(source))?.[1] : undefined,
};
