/** What the readers of several product families share. */
import type { Contribution, Reader } from "../../graph/contribution";
import { doubt, unknown, type Doubt, type Fact, type Known, type Unknown } from "../../plan/fact";
import type { ReferenceOptions } from "../../plan/by-value";
import type { Plan, Reference } from "../../plan/plan";
import type { Resource, Value } from "../../plan/resource";

/** Reads a resource type that is known to contribute nothing. */
export const contributesNothing: Reader = (): readonly Contribution[] => [];

/** The doubt about a value that is none of those its property can have. */
export const unreadable = (value: Value, expected: string): Doubt =>
  doubt("malformed", { property: value.path, expected }, { property: value.path, urn: value.owner.urn });

/** A fact whose absence is not foreseen: the property is required. */
export function required<T>(fact: Fact<T>, value: Value, expected: string): Known<T> | Unknown {
  return fact.state === "absent" ? unknown(unreadable(value, expected)) : fact;
}

/** One of the given words, whatever its case: as it is written here. Another text is unknown. */
export function keyword<const W extends string>(value: Value, words: readonly W[]): Fact<W> {
  const fact = value.string();
  if (fact.state !== "known") return fact;
  const found = words.find((candidate) => candidate.toLowerCase() === fact.value.toLowerCase());
  return found === undefined ? unknown(unreadable(value, words.join(", "))) : { state: "known", value: found };
}

/**
 * What values of one property refer to, each once. Of unknown values, the resources from which the property was
 * computed; unknown only when there are none.
 */
export function referredBy(plan: Plan, values: readonly Value[], options: ReferenceOptions): readonly Reference[] {
  const found = new Set<Resource>();
  const others: Reference[] = [];
  for (const value of values) {
    const reference = plan.refer(value, options);
    if (reference.is === "resource") found.add(reference.resource);
    else if (reference.is === "unknown" && reference.candidates.length > 0) {
      for (const candidate of reference.candidates) found.add(candidate);
    } else if (reference.is !== "absent") others.push(reference);
  }
  return [...[...found].map((resource): Reference => ({ is: "resource", resource })), ...others];
}
