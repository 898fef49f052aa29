/** URNs without what all those of a stack begin with. */
import type { Urn } from "./fact";
import type { PlanPart } from "./resource";

/** What begins a URN that is written whole. */
const WHOLE = "=";

export class ShortUrns {
  private readonly prefix: string;

  constructor({ project, stack }: Pick<PlanPart, "project" | "stack">) {
    this.prefix = `urn:pulumi:${stack}::${project}::`;
  }

  /** Whether a URN is one of the stack's. */
  isOwn(urn: Urn): boolean {
    return urn.startsWith(this.prefix);
  }

  short(urn: Urn): string {
    const rest = this.isOwn(urn) ? urn.slice(this.prefix.length) : WHOLE;
    return rest.startsWith(WHOLE) ? WHOLE + urn : rest;
  }

  long(text: string): Urn {
    return text.startsWith(WHOLE) ? text.slice(WHOLE.length) : this.prefix + text;
  }
}

/** What a short URN is made of; undefined for one that is written whole. */
export function partsOfShort(
  short: string,
): { readonly types: string; readonly type: string; readonly name: string } | undefined {
  const end = short.indexOf("::");
  if (end < 0 || short.startsWith(WHOLE)) return undefined;
  // Parents' types stand before its own.
  return {
    types: short.slice(0, end),
    type: short.slice(short.lastIndexOf("$", end) + 1, end),
    name: short.slice(end + 2),
  };
}
