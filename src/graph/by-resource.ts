import { push } from "../base/collections";
import type { Doubt, Urn } from "../plan/fact";
import type { Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";

const NOTHING: readonly never[] = [];

/** Something that is true of a resource; `unsure` why it may be true of another. */
export interface Attributed<T> {
  readonly value: T;
  readonly unsure?: Doubt;
  /** It may be true of any resource of this type, or of any of some stacks. */
  readonly ofAny?: true;
}

/** What is true, and of what. */
export interface Attribution<T> {
  readonly of: Reference;
  readonly value: T;
}

/**
 * What is true of each resource. Of several candidates it may be true of each; where nothing tells of which, of every
 * resource of the types that it can be about.
 */
export class ByResource<T> {
  private readonly byUrn = new Map<Urn, Attributed<T>[]>();
  private readonly byType = new Map<string, Attributed<T>[]>();
  /** What may be true of any of some resources: the same list for all that is. */
  private readonly byGroup = new Map<readonly Resource[], Attributed<T>[]>();
  private readonly groupsOf = new Map<Urn, Attributed<T>[][]>();

  constructor(all: readonly Attribution<T>[]) {
    for (const { of, value } of all) {
      if (of.is === "resource") push(this.byUrn, of.resource.urn, { value });
      if (of.is !== "unknown") continue;
      const attributed = { value, unsure: of.doubt };
      for (const { urn } of of.candidates) push(this.byUrn, urn, attributed);
      if (of.candidates.length > 0) continue;
      const any = { ...attributed, ofAny: true } as const;
      if (of.among) this.pushAmong(of.among, any);
      else for (const type of of.types ?? []) push(this.byType, type, any);
    }
  }

  private pushAmong(among: readonly Resource[], any: Attributed<T>): void {
    const known = this.byGroup.get(among);
    if (known) return void known.push(any);
    const group = [any];
    this.byGroup.set(among, group);
    for (const { urn } of among) push(this.groupsOf, urn, group);
  }

  of({ urn, type }: Resource): readonly Attributed<T>[] {
    const own = this.byUrn.get(urn) ?? NOTHING;
    const any = this.byType.get(type) ?? NOTHING;
    const among = this.groupsOf.get(urn)?.flat() ?? NOTHING;
    return any.length + among.length > 0 ? [...own, ...any, ...among] : own;
  }
}
