/**
 * Paths among properties: `a.b` a property of an object, `a[]` each element of a list, `a{}` each value of an object,
 * `a:json` what the JSON in a text holds. Where the way is unknown, its end is unknown as well.
 */
import { parsed } from "./json";
import type { Value } from "../../plan/resource";

/** Something with properties: a resource, or a value of one. */
export type Holder = Pick<Value, "at">;

/** The values at a path; none where the way ends early. */
export function valuesAt(from: Holder, path: string): readonly Value[] {
  let found: readonly Holder[] = [from];
  for (const segment of path.split(".")) {
    const [, key = "", steps = ""] = /^([^[{:]*)(.*)$/.exec(segment) ?? [];
    found = found.flatMap((place) => walk(place.at(key), steps));
  }
  return found as readonly Value[];
}

function walk(value: Value, steps: string): readonly Value[] {
  const [step] = /^(?:\[\]|\{\}|:json)/.exec(steps) ?? [];
  if (step === undefined) return [value];
  return STEPS[step as keyof typeof STEPS](value).flatMap((next) => walk(next, steps.slice(step.length)));
}

const STEPS = {
  "[]": (list) => list.elements(),
  "{}": members,
  ":json": fromJson,
} satisfies Readonly<Record<string, (value: Value) => readonly Value[]>>;

/** The values of an object. An unknown one stands for them, as an unknown list does for its elements. */
function members(object: Value): readonly Value[] {
  const keys = object.keys();
  return keys.state === "known" ? keys.value.map((key) => object.at(key)) : keys.state === "unknown" ? [object] : [];
}

function fromJson(text: Value): readonly Value[] {
  const found = parsed(text);
  return found.state === "known" ? [found.value] : found.state === "unknown" ? [text] : [];
}

/** The values at several paths. */
export const valuesAtAll = (from: Holder, paths: readonly string[]): readonly Value[] =>
  paths.flatMap((path) => valuesAt(from, path));
