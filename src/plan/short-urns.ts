/** URNs without what all those of a stack begin with. */
import { partsOfEnd, startOfUrns } from "../names/urn";
import type { Urn } from "./fact";
import type { PlanPart } from "./resource";

/** What begins a URN that is written whole. */
const WHOLE = "=";

/** Writes the URNs of a stack short, and others whole. */
export class ShortUrns {
  private readonly start: string;

  constructor(stack: Pick<PlanPart, "project" | "stack">) {
    this.start = startOfUrns(stack);
  }

  /** Whether a URN is one of the stack's. */
  isOwn(urn: Urn): boolean {
    return urn.startsWith(this.start);
  }

  short(urn: Urn): string {
    const end = this.isOwn(urn) ? urn.slice(this.start.length) : WHOLE;
    return end.startsWith(WHOLE) ? WHOLE + urn : end;
  }

  long(text: string): Urn {
    return text.startsWith(WHOLE) ? text.slice(WHOLE.length) : this.start + text;
  }
}

/** What a short URN is made of; undefined for one that is written whole. */
export const partsOfShort = (short: string): ReturnType<typeof partsOfEnd> =>
  short.startsWith(WHOLE) ? undefined : partsOfEnd(short);
