/** What was wrong once, in its smallest form: by the fuzz, by hand, or as the ways of breaking the tool were thought of. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { check } from "./check";
import { inputOf, readSeeds, type Input } from "./inputs";
import { shrink } from "./shrink";

const folder = "test/fuzz/corpus";

it.each(readdirSync(folder).sort())("%s is judged or refused, and nothing else happens", (file) => {
  expect(["judged", "refused"]).toContain(check(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")) as Input));
});

it("makes the same input of the same seed, and others of others", () => {
  const seeds = readSeeds();
  expect(inputOf(7, seeds)).toEqual(inputOf(7, seeds));
  expect(inputOf(7, seeds)).not.toEqual(inputOf(8, seeds));
});

it("finds what is wrong, and makes it small", () => {
  const names = (input: Input): string => JSON.stringify(input);
  const input = inputOf(7, readSeeds());
  const marked: Input = { plans: [...input.plans, { steps: [{ a: ["x", "needle in here", 1] }] }] };
  expect(shrink(marked, (one) => names(one).includes("needle"))).toEqual({ plans: [{ steps: [{ a: ["needle "] }] }] });
});
