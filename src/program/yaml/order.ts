/** The order in which a program is carried out: what refers to something comes after it. */
import { message } from "../../messages";
import type { Place, Problems } from "./problems";

/** Something that a program declares under a name, and the names that it refers to. */
export interface Declared {
  readonly name: string;
  readonly at: Place;
  readonly refersTo: ReadonlySet<string>;
}

/**
 * Everything that is declared, each after what it refers to; names of nothing that is declared are passed over. Notes what
 * refers to itself in a circle, which is left out.
 */
export function inOrder<T extends Declared>(declared: readonly T[], problems: Problems): readonly T[] {
  const byName = new Map(declared.map((one) => [one.name, one] as const));
  const order = new Set<T>();
  for (const first of declared) {
    // A way of its own: how long a chain of references is, is up to the program.
    const way = new Map<T, Iterator<string>>();
    const stack: T[] = [];
    const enter = (one: T): void => {
      way.set(one, one.refersTo.values());
      stack.push(one);
    };
    if (!order.has(first)) enter(first);
    for (let one = stack.at(-1); one !== undefined; one = stack.at(-1)) {
      const next = way.get(one)?.next();
      if (next === undefined || next.done === true) {
        stack.pop();
        way.delete(one);
        order.add(one);
        continue;
      }
      const other = byName.get(next.value);
      if (other === undefined || order.has(other)) continue;
      if (way.has(other)) noteCircle(stack.slice(stack.indexOf(other)), problems);
      else enter(other);
    }
  }
  return [...order];
}

/** So many names of a circle are shown. */
const MOST_SHOWN = 10;

function noteCircle(circle: readonly Declared[], problems: Problems): void {
  const [first] = circle;
  if (!first) return;
  const names = [
    ...circle.slice(0, MOST_SHOWN).map(({ name }) => name),
    ...(circle.length > MOST_SHOWN ? ["…"] : []),
    first.name,
  ];
  problems.add(message("input.yaml-circle", { way: names.join(" → ") }), first.at);
}
