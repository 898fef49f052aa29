/** Where traffic goes on to: balancer to server group to server, interface to instance, address to what it is bound to. */
import type { Urn } from "../plan/fact";
import type { Plan, Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { ByResource } from "./by-resource";

/** Where traffic goes on to: surely, to one of some candidates, or to any resource of its type for all that anybody knows. */
export interface Link {
  readonly to: Resource;
  readonly how: "surely" | "perhaps" | "by-type";
}

/** Both ends of a link, each of which may be unknown. */
export interface Ends {
  readonly from: Reference;
  readonly to: Reference;
}

/** The resources that a reference means, or may mean: where nothing tells which, all of the types that it can be of. */
export function resourcesMeant(reference: Reference, plan: Plan): readonly Resource[] {
  if (reference.is === "resource") return [reference.resource];
  if (reference.is !== "unknown") return [];
  return reference.candidates.length > 0
    ? reference.candidates
    : (reference.among ?? plan.ofType(...(reference.types ?? [])));
}

const RANK: Readonly<Record<Link["how"], number>> = { surely: 0, perhaps: 1, "by-type": 2 };

/** All links of a plan. */
export class Links {
  private readonly ends: ByResource<Reference>;
  private readonly known = new Map<Urn, readonly Link[]>();
  private readonly wide = new Map<Wide, readonly Link[]>();

  constructor(
    private readonly plan: Plan,
    ends: readonly Ends[],
  ) {
    this.ends = new ByResource(ends.map(({ from, to }) => ({ of: from, value: to })));
  }

  /** Where traffic goes on to from a resource, certainly or perhaps. */
  of(resource: Resource): readonly Link[] {
    const found = this.known.get(resource.urn) ?? this.toAny(resource) ?? this.next(resource);
    this.known.set(resource.urn, found);
    return found;
  }

  private next(resource: Resource): readonly Link[] {
    const found = new Map<Urn, Link>();
    const passed = new Set<Wide>();
    for (const { value, unsure, ofAny } of this.ends.of(resource)) {
      const wide = wideOf(value);
      // Many that may lead to anything of some types lead no further than one.
      if (wide !== undefined && passed.has(wide)) continue;
      if (wide !== undefined) passed.add(wide);
      const how = wide !== undefined || ofAny ? "by-type" : value.is === "resource" && !unsure ? "surely" : "perhaps";
      for (const to of resourcesMeant(value, this.plan)) {
        const before = found.get(to.urn);
        if (to.urn !== resource.urn && (!before || RANK[how] < RANK[before.how])) found.set(to.urn, { to, how });
      }
    }
    return [...found.values()];
  }

  /** All resources of some types, where a resource may lead to any of them and nowhere else: many such share the list. */
  private toAny(resource: Resource): readonly Link[] | undefined {
    const [only, other] = this.ends.of(resource);
    const key = only && !other ? wideOf(only.value) : undefined;
    if (!only || key === undefined) return undefined;
    const all = this.wide.get(key) ?? resourcesMeant(only.value, this.plan).map((to): Link => ({ to, how: "by-type" }));
    this.wide.set(key, all);
    return all.some(({ to }) => to === resource) ? all.filter(({ to }) => to !== resource) : all;
  }

  /** The resources that traffic certainly reaches behind one, itself not included. */
  behind(resource: Resource): readonly Resource[] {
    return this.from([resource], isSure).slice(1);
  }

  /** All that traffic reaches, or may reach, behind a resource, itself not included. */
  reached(resource: Resource): readonly Resource[] {
    return this.from([resource], isAny).slice(1);
  }

  /** Resources and all behind any of them, each once: what traffic certainly reaches, or may reach as well. */
  with(resources: readonly Resource[], how: "behind" | "reached"): readonly Resource[] {
    return this.from(resources, how === "behind" ? isSure : isAny);
  }

  private from(starts: readonly Resource[], follows: (link: Link) => boolean): readonly Resource[] {
    const found = new Map<Urn, Resource>(starts.map((start) => [start.urn, start]));
    // A map hands out what is added to it on the way, each once.
    for (const one of found.values()) {
      for (const link of this.of(one)) if (follows(link) && !found.has(link.to.urn)) found.set(link.to.urn, link.to);
    }
    return [...found.values()];
  }
}

/** Many resources that a reference may mean: the same for those that may mean the same. */
type Wide = string | readonly Resource[];

/** All that a reference may mean where nothing tells which; undefined where something does. */
const wideOf = (reference: Reference): Wide | undefined =>
  reference.is === "unknown" && reference.candidates.length === 0
    ? (reference.among ?? reference.types?.join() ?? "")
    : undefined;

const isSure = ({ how }: Link): boolean => how === "surely";
const isAny = (): boolean => true;
