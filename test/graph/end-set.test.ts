import { expect, it } from "vitest";
import { EndSet } from "../../src/graph/end-set";
import type { ForeignTarget } from "../../src/graph/target";
import { doubt } from "../../src/plan/fact";

const foreign = (place: "mainland" | "outside", more: Partial<ForeignTarget> = {}): ForeignTarget => ({
  is: "foreign",
  name: "web",
  location: { in: place, region: "there", by: "vendor" },
  steps: [],
  ...more,
});

/** What is kept of targets that are added in this order. */
function kept(...targets: readonly ForeignTarget[]): readonly unknown[] {
  const set = new EndSet(() => doubt("many-ends"));
  for (const target of targets) set.add(target);
  return set.targets;
}

it("two strangers of one name in two places are two ends", () => {
  expect(kept(foreign("mainland"), foreign("outside"))).toEqual([foreign("mainland"), foreign("outside")]);
});

it("one end is told once, by the surest way, whichever came first", () => {
  const unsure = foreign("outside", { doubt: doubt("offline") });
  expect(kept(unsure, foreign("outside"))).toEqual([foreign("outside")]);
  expect(kept(foreign("outside"), unsure)).toEqual([foreign("outside")]);
});
