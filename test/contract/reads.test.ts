/** The table of what is read has all of it: whatever a reader is told, it asks for nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { neededOf } from "../../src/plan/read-properties";
import { products } from "../../src/products";
import { contributesNothing } from "../../src/products/reading/values";
import { explore } from "./worlds/explored";

describe("data/read-properties.json", () => {
  // What is not listed fails where it is read, which test/support/reads.ts sees to.
  it("has what readers ask for, whatever they are told", { timeout: 600_000 }, () => {
    const runs = Object.keys(products).reduce((sum, type) => sum + explore(type), 0);
    expect(runs).toBeGreaterThan(100_000);
  });

  it("has every type that the code names", () => {
    const named = readdirSync("src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [
        ...readFileSync(`src/${name}`, "utf8").matchAll(/"([a-z][\w.-]*:[\w.-]+(?:\/[\w.-]+)*:\w+)"/g),
      ])
      .map(([, type = ""]) => type)
      .filter((type) => !type.startsWith("icp:"));
    expect([...new Set(named)].filter((type) => !neededOf(type) && products[type] !== contributesNothing)).toEqual([]);
  });
});
