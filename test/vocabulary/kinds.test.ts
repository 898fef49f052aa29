/** The table of kinds: every column is answered, and what a row says is what happens to entries of that kind. */
import { describe, expect, it } from "vitest";
import endpoints from "../../data/endpoints.json";
import type { Context } from "../../src/filing/context";
import { evaluate } from "../../src/filing/evaluate";
import { filingStates } from "../../src/filing/state-of";
import { violates } from "../../src/filing/verdict";
import { referenceTo, type Product } from "../../src/graph/contribution";
import { Exposures } from "../../src/graph/exposures";
import type { Entry } from "../../src/graph/entry";
import { locationOf } from "../../src/location/locate";
import { known } from "../../src/plan/fact";
import { rules } from "../../src/rules";
import type { Rule } from "../../src/judging/rule";
import { KINDS, kindsThat, tierOf, type EntryKind, type Kind } from "../../src/vocabulary/kinds";
import { statementOf } from "../../src/vocabulary/statements";
import { planOf } from "../support/plan";
import { TODAY, unfiled } from "../support/rule-tester";

const kinds = kindsThat(() => true);

/** The columns that a row could leave out. */
type Forgettable = { [Column in keyof Kind]: Omit<Kind, Column> extends Kind ? Column : never }[keyof Kind];

it("lets no row forget a column", () => {
  // Checked by the compiler: `true` does not satisfy `false`.
  true satisfies [Forgettable] extends [never] ? true : false;
  expect(kinds.flatMap((kind) => Object.keys(KINDS[kind]).length)).toEqual(kinds.map(() => 11));
});

describe("each kind", () => {
  it.each(kinds)("%s rests on statements that there are", (kind) => {
    const { ground, lapse, source } = KINDS[kind];
    const missing = [ground, ...(lapse === undefined ? [] : [lapse])].filter((id) => !statementOf(id, "en"));
    expect(missing).toEqual([]);
    // Only where no document tells, the source is a note that says so.
    const tells = source.every((id) => statementOf(id, "en") !== undefined);
    expect(tells).toBe(KINDS[kind].requirement !== "unknown");
  });

  it.each(kinds)("a host on %s is judged by the rule of its row", (kind) => {
    const context = contextOf(kind);
    const [exposure] = context.exposures.all;
    if (!exposure) throw new Error("the host is not exposed");
    expect(evaluate(exposure, context)).toEqual({ rule: KINDS[kind].rule, verdict: violates(undefined) });
    const all: Readonly<Record<string, Rule>> = rules;
    const judged = [...(all[KINDS[kind].rule]?.judge(context) ?? [])];
    expect(judged.map(({ verdict, subject }) => [verdict, subject.host])).toEqual([["violation", "www.example.com"]]);
  });

  it.each(kinds)("an entry of %s asks for what its row says, unless it says otherwise", (kind) => {
    expect(entryOf(kind).tier).toBe(tierOf(kind));
    expect(entryOf(kind, "none").tier).toBe("none");
  });

  it.each(kinds)("an entry of %s that nothing opens serves the web only by what it is", (kind) => {
    expect(entryOf(kind).opening === "web").toBe(KINDS[kind].serves === "web");
  });
});

/** The names that Alibaba Cloud gives, by kind; what they ask for is said of them only where their kind does not tell. */
describe("the endpoint names", () => {
  const { endpoints: rows } = endpoints;

  it("are of kinds that there are", () => {
    expect(rows.filter(({ kind }) => !Object.hasOwn(KINDS, kind))).toEqual([]);
  });

  it("say what they ask for only where their kind does not, because they serve no web", () => {
    const telling = rows.filter((row) => "tier" in row);
    expect(telling.map(({ kind, tier, opening }) => ({ kind, tier, opening }))).toEqual(
      rows
        .filter(({ kind, opening }) => tierOf(kind as EntryKind) === undefined && opening === "none")
        .map(() => ({ kind: "service", tier: "none", opening: "none" })),
    );
  });
});

/** A host of an unfiled domain, bound on an entry of a kind in the mainland. */
function contextOf(kind: EntryKind, tier?: "none"): Context {
  const spec = {
    kind,
    ...(tier ? { tier } : {}),
    location: locationOf("cn-hangzhou", "property"),
    reach: "public",
  } as const;
  const products: Product = {
    "test:index:Thing": (resource) => [
      { is: "entry", resource, ...spec, addresses: [] },
      {
        is: "binding",
        by: resource,
        host: known("www.example.com"),
        property: "domain",
        to: referenceTo(resource),
        standIn: spec,
      },
    ],
  };
  const plan = planOf([{ type: "test:index:Thing" }]);
  const register = unfiled();
  return {
    plan,
    register,
    today: TODAY,
    exposures: new Exposures(plan, products, register),
    stateOf: filingStates(register, TODAY),
    problems: [],
    speaking: new Set(),
    usedWaivers: new Set(),
    registerAlone: false,
  };
}

function entryOf(kind: EntryKind, tier?: "none"): Entry {
  const [entry] = contextOf(kind, tier).exposures.graph.entries.values();
  if (!entry) throw new Error("there is no entry");
  return entry;
}
