/** Which resources of a plan stand in its extract. */
import { push } from "../base/collections";
import { modelTypeIn } from "./bridged";
import type { Urn } from "./fact";
import { own } from "./raw";
import { ANY_NAME, isLinked, neededOf, type Needed } from "./read-properties";
import type { Resource, ResourceData } from "./resource";
import { partsOfShort, type ShortUrns } from "./short-urns";
import { STACK_TYPE } from "../names/own-types";

/** What is needed of a resource, by its type; it may have been of another before. */
const needsOf = ({ type, previous }: Pick<Resource, "type" | "previous">): readonly (Needed | undefined)[] =>
  previous && previous.type !== type ? [neededOf(type), neededOf(previous.type)] : [neededOf(type)];

/** Whether there is more to say of a resource than that it is there. */
const isWhole = (resource: Resource): boolean => needsOf(resource).some((needed) => needed !== undefined);

/** Whether a finding may be about a resource, so that it matters where it is written. */
const isFound = (resource: Resource): boolean => needsOf(resource).some((needed) => needed?.of === "each");

/** The resources that stand in an extract, and the others, of which it has the names alone. */
export class Chosen {
  readonly rows = new Set<Resource>();
  private readonly living = new Map<Urn, Resource>();
  private readonly gone = new Map<Urn, Resource[]>();
  private readonly parents = new Set<Resource>();

  /** `contentOf` gives what a resource says, without what it is called. */
  constructor(
    private readonly resources: readonly Resource[],
    private readonly of: { readonly urns: ShortUrns; readonly unexpanded: ReadonlySet<Urn> },
    private readonly contentOf: (resource: Resource) => string,
  ) {
    for (const one of resources) {
      if (one.change === "delete" || one.change === "forget") push(this.gone, one.urn, one);
      else this.living.set(one.urn, one);
    }
    for (const one of resources) if (this.isAskedFor(one)) this.rows.add(one);
    for (const one of this.firsts()) this.rows.add(one);
    // A set goes on over what is added while it is gone through.
    for (const one of this.rows) if (isWhole(one)) this.addNamed(one);
    for (const one of [...this.rows]) if (this.isPlaced(one)) this.addParents(one);
  }

  /** Those that do not stand in it. */
  get others(): readonly Resource[] {
    return this.resources.filter((one) => !this.rows.has(one));
  }

  /** The resource around one, where it tells where that is written. */
  parentOf(resource: Resource): Resource | undefined {
    const parent = resource.parent === undefined ? undefined : this.living.get(resource.parent);
    return parent && this.parents.has(parent) ? parent : undefined;
  }

  /** Whether it matters where a resource is written: a finding may be about it, or about what stands in it. */
  isPlaced(resource: Resource): boolean {
    return isFound(resource) || this.of.unexpanded.has(resource.urn) || this.isParent(resource);
  }

  /** Whether a resource is around one that a finding may be about. */
  isParent(resource: Resource): boolean {
    return this.parents.has(resource);
  }

  private isAskedFor(resource: Resource): boolean {
    if (isFound(resource) || this.of.unexpanded.has(resource.urn)) return true;
    // What its URN alone does not tell.
    const parts = partsOfShort(this.of.urns.short(resource.urn));
    return resource.aliases.length > 0 || !parts || modelTypeIn(parts.types) !== resource.type;
  }

  /** Of those that only show where their provider works, one for each thing that they show. */
  private firsts(): Iterable<Resource> {
    const showing = this.resources.filter(({ type }) => neededOf(type)?.of === "first");
    const firsts = new Map<string, Resource>();
    for (const one of showing) {
      const key = `${one.type} ${this.contentOf(one)}`;
      const first = firsts.get(key);
      if (!first || one.urn < first.urn) firsts.set(key, one);
    }
    return firsts.values();
  }

  /** What a resource and its former self name. */
  private addNamed({ data }: Resource): void {
    this.addNamedBy(data);
    if (data.previous) this.addNamedBy(data.previous);
  }

  private addNamedBy({ type, provider, dependencies, propertyDependencies, hidden }: ResourceData): void {
    this.add(provider);
    if (dependencies && (isLinked(type) || hidden === "computed")) for (const urn of dependencies) this.add(urn);
    const names = neededOf(type)?.names;
    if (!propertyDependencies || !names) return;
    for (const name in propertyDependencies) {
      if (names.includes(name) || names.includes(ANY_NAME))
        for (const urn of own(propertyDependencies, name) as readonly Urn[]) this.add(urn);
    }
  }

  /** Those that go count as well: what was judged before has them. */
  private add(urn: Urn | undefined): void {
    if (urn === undefined) return;
    const living = this.living.get(urn);
    if (living) this.rows.add(living);
    for (const gone of this.gone.get(urn) ?? []) this.rows.add(gone);
  }

  private addParents(resource: Resource): void {
    if (resource.previous) this.addParents(resource.previous);
    for (let next = this.around(resource); next && !this.parents.has(next); next = this.around(next)) {
      this.parents.add(next);
      this.rows.add(next);
    }
  }

  private around({ parent }: Resource): Resource | undefined {
    const around = parent === undefined ? undefined : this.living.get(parent);
    return around?.type === STACK_TYPE ? undefined : around;
  }
}
