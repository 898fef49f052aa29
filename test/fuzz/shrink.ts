/** Makes an input as small as it can be while something is still wrong with it. */
import { at, pathsOf, withAt, type Json } from "./json";
import type { Input } from "./inputs";

/** Inputs that lack something that this one has, the largest parts first. */
function* smaller(input: Input): Generator<Input> {
  const { plans, register } = input;
  if (register !== undefined) yield { plans };
  for (const index of plans.keys()) {
    if (plans.length > 1) yield { ...input, plans: plans.filter((_, other) => other !== index) };
  }
  for (const [index, plan] of plans.entries()) {
    for (const other of smallerValues(plan)) {
      yield { ...input, plans: plans.map((one, at) => (at === index ? other : one)) };
    }
  }
  if (register !== undefined) for (const other of smallerValues(register)) yield { plans, register: other };
}

function* smallerValues(root: Json): Generator<Json> {
  if (typeof root === "string") {
    for (let size = Math.floor(root.length / 2); size > 0; size = Math.floor(size / 2)) {
      for (let from = 0; from < root.length; from += size) yield root.slice(0, from) + root.slice(from + size);
    }
    return;
  }
  for (const path of pathsOf(root)) {
    if (path.length === 0) continue;
    yield withAt(root, path, undefined);
    const value = at(root, path);
    if (typeof value === "string" && value.length > 1)
      yield withAt(root, path, value.slice(0, Math.floor(value.length / 2)));
  }
}

/** The smallest input found for which `isWrong` holds, within so many tries. */
export function shrink(input: Input, isWrong: (one: Input) => boolean, tries = 3_000): Input {
  let best = input;
  let left = tries;
  for (let again = true; again;) {
    again = false;
    for (const candidate of smaller(best)) {
      if (left-- <= 0) return best;
      if (!isWrong(candidate)) continue;
      best = candidate;
      again = true;
      break;
    }
  }
  return best;
}
