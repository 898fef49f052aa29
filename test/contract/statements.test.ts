/** Every statement that a plan can decide, alone or with the register, is a rule's source, and a pair of plans proves it. */
import { describe, expect, it } from "vitest";
import data from "../../data/statements.json";
import { judge, type Judged } from "../../src/judge";
import { rules } from "../../src/rules";
import type { Rule } from "../../src/judging/rule";
import { TODAY } from "../support/rule-tester";
import { proofs, type Proof } from "./statements";

const statements: Readonly<Record<string, { readonly en: string; readonly decidable?: string }>> = data.statements;
const decidable = Object.entries(statements).flatMap(([id, { decidable: by }]) =>
  by === "plan" || by === "plan-and-register" ? [id] : [],
);

const judged = ([plan, register]: Proof["breaks"]): Judged => judge(plan, { register, today: TODAY });
const verdictsOf = (of: Judged, rule: string): string[] =>
  of.findings.flatMap((finding) => (finding.rule === rule ? [finding.verdict] : []));

describe("every statement that can be decided", () => {
  it("is in the table, and the table has no others", () => {
    expect(decidable.length).toBeGreaterThan(50);
    expect(Object.keys(proofs).sort()).toEqual([...decidable].sort());
  });

  it("is marked in one of three ways, or not at all", () => {
    const marks = new Set(Object.values(statements).map(({ decidable: by }) => by ?? "not"));
    expect([...marks].sort()).toEqual(["not", "plan", "plan-and-register", "register"]);
  });

  it("is a source of every rule that it is proved with", () => {
    const all: Readonly<Record<string, Rule>> = rules;
    for (const [id, pairs] of Object.entries(proofs)) {
      for (const { rule } of pairs) expect(all[rule]?.sources, `${rule} rests on ${id}`).toContain(id);
    }
  });

  it("is proved with every rule that rests on it", () => {
    const proved = new Set(Object.entries(proofs).flatMap(([id, pairs]) => pairs.map(({ rule }) => `${rule} ${id}`)));
    const unproved = Object.values(rules)
      .flatMap(({ id, sources }) => sources.map((source: string) => ({ id, source })))
      .filter(({ id, source }) => decidable.includes(source) && !proved.has(`${id} ${source}`));
    expect(unproved).toEqual([]);
  });
});

describe.each(Object.entries(proofs))("%s", (_, pairs) => {
  it.each(pairs.map((pair) => [pair.rule, pair] as const))("makes the difference for %s", (rule, pair) => {
    const { breaks, keeps } = pair;
    expect(verdictsOf(judged(breaks), rule)).toContain("violation");
    expect(verdictsOf(judged(keeps), rule)).toEqual([]);
  });
});
