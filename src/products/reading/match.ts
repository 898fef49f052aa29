import type { Doubt } from "../../plan/fact";
import { valuesAt, type Holder } from "./path";

/** Tells something by a property: it does when the property has one of these values, whatever their case. */
export interface Mark {
  readonly path: string;
  readonly is: readonly string[];
}

/** Whether any value at its path is one of those it asks for; the doubt when that is unknown. */
export function marked(place: Holder, { path, is }: Mark): boolean | Doubt {
  const facts = valuesAt(place, path).map((value) => {
    const flag = value.boolean();
    return flag.state === "known" ? ({ state: "known", value: String(flag.value) } as const) : value.string();
  });
  if (
    facts.some((fact) => fact.state === "known" && is.some((word) => word.toLowerCase() === fact.value.toLowerCase()))
  )
    return true;
  for (const fact of facts) if (fact.state === "unknown") return fact.doubt;
  return false;
}

/** Whether any of several marks is there; a doubt counts only when none does. */
export function markedAny(place: Holder, marks: readonly Mark[]): boolean | Doubt {
  const results = marks.map((mark) => marked(place, mark));
  return results.includes(true) || (results.find((result): result is Doubt => typeof result !== "boolean") ?? false);
}
