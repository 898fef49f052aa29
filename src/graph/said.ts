import { push } from "../base/collections";
import type { Doubt, Urn } from "../plan/fact";
import type { Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";

const NOTHING: readonly never[] = [];

/** Something that is said of a resource; `unsure` why it may be said of another. */
export interface Said<T> {
  readonly value: T;
  readonly unsure?: Doubt;
  /** It may be said of any resource of this type. */
  readonly ofAny?: true;
}

/** What is said, and of what. */
export interface Saying<T> {
  readonly of: Reference;
  readonly value: T;
}

/**
 * What is said of each resource. Of several candidates it may be said of each; where nothing tells of whom, of every
 * resource of the types that it can be about.
 */
export class Sayings<T> {
  private readonly byUrn = new Map<Urn, Said<T>[]>();
  private readonly byType = new Map<string, Said<T>[]>();

  constructor(all: readonly Saying<T>[]) {
    for (const { of, value } of all) {
      if (of.is === "resource") push(this.byUrn, of.resource.urn, { value });
      if (of.is !== "unknown") continue;
      const said = { value, unsure: of.doubt };
      for (const { urn } of of.candidates) push(this.byUrn, urn, said);
      if (of.candidates.length === 0)
        for (const type of of.types ?? []) push(this.byType, type, { ...said, ofAny: true });
    }
  }

  of({ urn, type }: Resource): readonly Said<T>[] {
    const own = this.byUrn.get(urn) ?? NOTHING;
    const any = this.byType.get(type);
    return any ? [...own, ...any] : own;
  }
}
