/** Properties that hold JSON as text. */
import { known, unknown, type Fact } from "../../plan/fact";
import { Value } from "../../plan/resource";
import type { Raw } from "../../plan/raw";
import { unreadable } from "./values";

/** What the JSON in a text holds, to be read like any property; a text that is no JSON is unknown. */
export function parsed(value: Value): Fact<Value> {
  const text = value.string();
  if (text.state !== "known") return text;
  try {
    return known(new Value(value.owner, value.path, JSON.parse(text.value) as Raw, undefined));
  } catch {
    return unknown(unreadable(value, "JSON"));
  }
}
