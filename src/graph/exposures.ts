/** All exposures of a plan: by what products bind, by DNS, and by what the register declares. */
import type { BoundHost, Entry } from "./entry";
import { flat, push } from "../base/collections";
import { doubt, type Doubt, type Fact } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Value } from "../plan/resource";
import { nameOf } from "../names/host-name";
import { resourcesNamed, type Naming } from "../register/naming";
import type { OriginContribution, Product, RecordContribution } from "./contribution";
import { Budget } from "./budget";
import { edgeEntry, type DeclaredEdge, type EdgeEntry } from "./declared-edges";
import { exposuresOfHost, type Exposure, type Tie } from "./exposure";
import { Graph } from "./graph";
import { hostsKnown, type HostsKnown, type Led } from "./hosts-known";
import { resourcesMeant } from "./links";
import { doubtsOf, isOff, leadsToAddress, lineOf } from "./record";
import type { EntryTarget, Step, Target } from "./target";
import { Targets } from "./resolve";
import type { EntryKind } from "../vocabulary/kinds";

/** An edge's origin: the edge's exposures lead on to it. */
export interface OriginExposure {
  readonly edge: Entry;
  readonly target: Target;
}

/** A host that the register says is served by a resource although no record is in the plan. */
export interface DeclaredDns extends Naming {
  readonly host: string;
}

/** What the register declares of hosts that no plan shows. */
export interface DeclaredHosts {
  readonly externalDns?: readonly DeclaredDns[];
  readonly edges?: readonly DeclaredEdge[];
  /** The registrable domains that it knows. */
  readonly apexes?: readonly string[];
}

/** All exposures of a plan. Throws an `InputError` where there are too many to judge. */
export class Exposures {
  readonly graph: Graph;
  readonly targets: Targets;
  readonly all: readonly Exposure[];
  readonly origins: readonly OriginExposure[];
  /** What records that are held off would lead to: they tell a host all the same. */
  readonly heldOff: readonly Target[];
  /** The resources for which some host is known or may be: entries, what is behind them, and edges' origins. */
  readonly named: HostsKnown;
  private readonly declaredEdges: EdgeEntry[] = [];
  private readonly exposed: Budget;
  /** What edges fetch, for each host that they serve. */
  readonly fetched: Budget;
  private readonly byKind = new Map<EntryKind, Exposure[]>();
  private readonly byApex = new Map<string, Exposure[]>();

  constructor(
    readonly plan: Plan,
    readonly products: Product,
    declared: DeclaredHosts = {},
  ) {
    this.graph = new Graph(plan, products);
    this.exposed = new Budget(plan);
    this.fetched = new Budget(plan);
    const own = new Set([...(declared.apexes ?? []), ...apexesIn(this.graph)]);
    this.targets = new Targets(this.graph, (apex) => own.has(apex));
    const shown = [
      ...flat(this.graph.bindings, (binding) => this.ofBinding(binding)),
      ...flat(this.graph.records, (record) => this.ofRecord(record)),
      ...(declared.externalDns ?? []).flatMap((entry, index) => this.ofDeclared(entry, index)),
    ];
    this.all = [...shown, ...this.ofEdges(declared.edges ?? [], shown)];
    for (const exposure of this.all) {
      if (exposure.entry) push(this.byKind, exposure.entry.kind, exposure);
      if (exposure.apex !== undefined) push(this.byApex, exposure.apex, exposure);
    }
    this.origins = this.collectOrigins();
    this.heldOff = flat(this.graph.records.filter(isOff), ({ value, type }) => {
      const why = type.state === "unknown" ? type.doubt : undefined;
      return this.targets.resolve(value).map((target) => (why ? { ...target, doubt: target.doubt ?? why } : target));
    });
    this.named = this.collectNamed();
  }

  /** The exposures through entries of the given kinds. */
  of(...kinds: readonly EntryKind[]): readonly Exposure[] {
    return flat(kinds, (kind) => this.byKind.get(kind) ?? []);
  }

  /** The exposures of an apex. */
  ofApex(apex: string): readonly Exposure[] {
    return this.byApex.get(apex) ?? [];
  }

  /** The apexes that have exposures, sorted. */
  get apexes(): readonly string[] {
    return [...this.byApex.keys()].sort();
  }

  private ofBinding({ entry, by, property, claims, cause, forwardsTo, host, through = [] }: BoundHost): Exposure[] {
    const steps: Step[] = [
      { resource: by, why: "hosts" },
      ...through.map((resource): Step => ({ resource, why: "through" })),
      ...(entry.resource === by ? [] : [{ resource: entry.resource, why: "entry" } as const]),
    ];
    const tie: Tie = {
      binding: "product",
      by,
      property,
      ...(claims && { claims }),
      ...(cause && { cause }),
      ...(forwardsTo && { forwardsTo }),
    };
    if (entry.reach !== "private") return this.exposuresOf(host, tie, this.toEntry(entry, steps));
    return flat(this.throughFronts(entry, steps), (target) =>
      this.exposuresOf(host, target.entry === entry ? tie : { ...tie, on: entry }, target),
    );
  }

  /** A host bound on a private entry is served where the public entries are that lead there. */
  private throughFronts(entry: Entry, steps: readonly Step[]): readonly EntryTarget[] {
    const fronts = this.graph.frontsOf(entry.resource);
    if (fronts.length === 0) return mayBecomePublic(this.plan, entry) ? [this.toEntry(entry, steps)] : [];
    return fronts.map((front): EntryTarget => ({
      ...this.toEntry(front.entry, [...steps, { resource: front.entry.resource, why: "entry" }]),
      ...(front.doubt ? { doubt: front.doubt } : {}),
    }));
  }

  /** An entry to which hosts are bound: where it is an address itself, that leads there. */
  private toEntry(entry: Entry, steps: readonly Step[]): EntryTarget {
    const ledBy = this.graph.addressOf(entry.resource);
    return { is: "entry", entry, steps, ...(ledBy && { ledBy }) };
  }

  private ofRecord(record: RecordContribution): Exposure[] {
    if (record.active.state === "known" && !record.active.value) return [];
    if (record.type.state === "known" ? !leadsToAddress(record.type.value) : isUrl(record.value)) return [];
    const some = lineOf(record);
    const doubts = doubtsOf(record);
    const tie: Tie = {
      binding: "dns",
      by: record.by,
      property: record.value.path,
      doubts,
      ...(some && { some }),
      ...(record.forwardsTo && { forwardsTo: record.forwardsTo }),
      // One that may be held off tells its host all the same.
      ...(record.type.state === "unknown" && { perhaps: record.type.doubt }),
    };
    const start: Step = { resource: record.by, why: "record" };
    return flat(this.targets.resolve(record.value), (target) =>
      this.exposuresOf(record.host, tie, { ...target, steps: [start, ...target.steps] }),
    );
  }

  private ofDeclared(entry: DeclaredDns, index: number): Exposure[] {
    // Without its stack the entry names a resource of that name in every stack, and may mean another one.
    const loose = entry.stack === undefined ? doubt("stack-not-said", { host: entry.host }) : undefined;
    const tie: Tie = { ...declaredBy("externalDns", index), ...(loose && { some: loose }) };
    return resourcesNamed(entry, this.plan, (one) => this.targets.holdsAddress(one))
      .flatMap((owner) => this.targets.resolveHolder(owner, "declared"))
      .flatMap((target) => this.exposuresOf({ state: "known", value: entry.host }, tie, target));
  }

  /** Declared edges are this plan's matter where it has their origin, or exposes their apex. */
  private ofEdges(edges: readonly DeclaredEdge[], shown: readonly Exposure[]): Exposure[] {
    if (edges.length === 0) return [];
    const apexes = new Set(shown.map(({ apex }) => apex));
    return edges.flatMap((edge, index) => {
      const found = edgeEntry(edge, this.plan, (resource) => this.targets.holdsAddress(resource));
      if (!found) return [];
      const { host, entry, origins } = found;
      const name = nameOf(host);
      if (origins.length === 0 && !(name.is === "public" && apexes.has(name.apex))) return [];
      this.declaredEdges.push(found);
      const target: Target = { is: "entry", entry, steps: [{ resource: entry.resource, why: "declared" }] };
      return this.exposuresOf({ state: "known", value: host }, declaredBy("edges", index), target);
    });
  }

  private exposuresOf(host: Fact<string>, tie: Tie, target: Target): Exposure[] {
    const found = exposuresOfHost(host, tie, target, this.plan.absenceDoubt);
    this.exposed.spend(found.length);
    return found;
  }

  /** What an edge fetches from. */
  originsOf({ resource }: Entry): readonly OriginContribution[] {
    const declared = this.declaredEdges.find(({ entry }) => entry.resource.urn === resource.urn);
    return declared?.origins ?? this.graph.origins.get(resource.urn) ?? [];
  }

  private collectOrigins(): OriginExposure[] {
    const edges = [...this.graph.entries.values()].filter((entry) => entry.edge);
    const fetched = new Budget(this.plan);
    return flat([...edges, ...this.declaredEdges.map(({ entry }) => entry)], (edge) =>
      flat(this.originsOf(edge), (origin) => {
        const targets = this.targets.resolve(origin.value);
        fetched.spend(targets.length);
        return targets.map((target) => ({ edge, target }));
      }),
    );
  }

  private collectNamed(): HostsKnown {
    const led: Led[] = [];
    const add = (why: Doubt | undefined, ...all: readonly (Entry | undefined)[]): void => {
      for (const entry of all)
        if (entry) for (const resource of this.plan.allOf(entry.resource)) led.push({ resource, doubt: why });
    };
    const addTarget = (target: Target): void => {
      if (target.is === "entry") add(target.doubt, target.entry, ...(target.others ?? []));
    };
    for (const { entry, on, others = [], perhaps } of this.all) add(perhaps, entry, on, ...others);
    // A host that is bound on something unknown may be bound on any of what that can be.
    for (const { to } of this.graph.bindings) {
      if (to.is === "unknown")
        for (const resource of resourcesMeant(to, this.plan)) led.push({ resource, doubt: to.doubt });
    }
    this.heldOff.forEach(addTarget);
    for (const { target } of this.origins) addTarget(target);
    return hostsKnown(led, this.graph.links);
  }
}

/** A URL is no address: a record of unknown type that holds one forwards to it. */
function isUrl(value: Value): boolean {
  const text = value.string();
  return text.state === "known" && text.value.includes("://");
}

/** The registrable domains of a plan's zones, records and bound hosts. */
function apexesIn({ zones, records, bindings }: Graph): readonly string[] {
  const hosts = flat([...records, ...bindings], ({ host }) => {
    if (host.state === "known") return [host.value];
    return host.state === "unknown" && host.doubt.under !== undefined ? [host.doubt.under] : [];
  });
  return flat([...new Set([...zones, ...hosts])], (text) => {
    const name = nameOf(text);
    return name.is === "public" ? [name.apex] : [];
  });
}

/** A tie that no resource shows: the register says it. */
const declaredBy = (section: "externalDns" | "edges", index: number): Tie => ({
  binding: "declared",
  by: undefined,
  property: section,
  registerKey: [section, index],
});

function mayBecomePublic(plan: Plan, entry: Entry): boolean {
  return !entry.edge && plan.absenceDoubt !== undefined;
}
