/**
 * What the names that Alibaba Cloud gives lead to: the plan's own bucket, balancer or domain, one that the plan removes, or
 * one that no plan shows.
 */
import type { BindingContribution } from "./contribution";
import type { BoundHost, Entry } from "./entry";
import { groupBy } from "../base/collections";
import { urnOf } from "../names/urn";
import type { Fact } from "../plan/fact";
import { Resource } from "../plan/resource";
import { endpointOf, type Endpoint, type FormEndpoint } from "./endpoints";
import type { Graph } from "./graph";
import { KINDS, tierOf, type EntryKind } from "../vocabulary/kinds";

/** The type of what stands for a name in paths and reports. */
const NAME_TYPE = "icp:name:Endpoint";

/** The entries that names of Alibaba Cloud's own lead to. */
export class NamedEntries {
  private bound: ReadonlyMap<string, readonly BoundHost[]> | undefined;
  private unbound: ReadonlyMap<string, readonly BindingContribution[]> | undefined;

  /** `spell` gives the one spelling of a name. */
  constructor(
    private readonly graph: Graph,
    private readonly spell: (name: string) => string,
  ) {}

  /**
   * The entry that a name of Alibaba Cloud's leads to; `private` for a form that never leads to the public, `removed` when
   * the plan removes what has the name, undefined when it is none of theirs. `from` is the resource that names it.
   */
  entryOf(name: string, from: Resource): Entry | "private" | "removed" | undefined {
    const endpoint = endpointOf(name);
    if (!endpoint) return undefined;
    const own = endpoint.is === "form" ? this.ownOf(endpoint) : undefined;
    if (own && endpoint.is === "form") return placed(own, endpoint);
    if (endpoint.is === "form" && this.isRemoved(endpoint)) return "removed";
    return endpoint.reach === "private" ? "private" : standingFor(name, endpoint, from);
  }

  /** The plan's entry that a name was given to. */
  private ownOf({ host, kind, names }: FormEndpoint): Entry | undefined {
    const { plan, entries } = this.graph;
    const only = names && plan.onlyMatching(names.values, names);
    const entry = only && entries.get(only.urn);
    return entry ?? (host === undefined ? undefined : this.boundOn(host, kind));
  }

  /** Whether what has a name goes with this plan. */
  private isRemoved({ host, kind, names }: FormEndpoint): boolean {
    const { plan, removedBindings } = this.graph;
    if (names?.values.some((value) => plan.isRemoved(value, names))) return true;
    this.unbound ??= this.bySpelling(removedBindings);
    const bound = host === undefined ? undefined : this.unbound.get(host);
    return bound?.some(({ standIn }) => isOfKind(standIn.kind, kind)) ?? false;
  }

  /** The edge of the plan on which a host is bound, of a kind that gives such names. */
  private boundOn(host: string, kind: EntryKind): Entry | undefined {
    this.bound ??= this.bySpelling(this.graph.bindings.filter(({ entry }) => entry.edge));
    return this.bound.get(host)?.find(({ entry }) => isOfKind(entry.kind, kind))?.entry;
  }

  /** By the one spelling of their hosts; those of unknown hosts are under the empty name. */
  private bySpelling<T extends { readonly host: Fact<string> }>(
    bindings: readonly T[],
  ): ReadonlyMap<string, readonly T[]> {
    return groupBy(bindings, ({ host }) => (host.state === "known" ? this.spell(host.value) : ""));
  }
}

/** Whether an entry of a kind can have a name that is of the form of another. */
const isOfKind = (own: EntryKind, form: EntryKind): boolean =>
  own === form || (form === "cdn" && KINDS[own].edge === "cdn-like");

/** The plan's entry under a name: where it is itself, unless the name has a place of its own. */
function placed(entry: Entry, { location, placeOfNamed }: FormEndpoint): Entry {
  if (placeOfNamed) return entry;
  const isSettled = location.in !== "undetermined" && entry.location.in !== "undetermined";
  return isSettled ? entry : { ...entry, location };
}

/** An entry that no plan shows, called by its name. */
function standingFor(name: string, endpoint: Endpoint, from: Resource): Entry {
  const { dialect, stack, project } = from.part;
  const urn = urnOf({ dialect, stack, project, type: NAME_TYPE, name });
  const resource = new Resource({ urn, type: NAME_TYPE, name, inputs: {} }, from.part);
  const { kind, location, reach, opening } = endpoint;
  const tier = endpoint.is === "form" ? endpoint.tier : tierOf(kind);
  return { kind, tier, location, reach, opening, resource, name, edge: false, addresses: [], attached: [] };
}
