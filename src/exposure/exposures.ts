import type { Location } from "../location/locate";
import { doubt, type Doubt, type Fact, type Urn } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { nameOf, type HostName } from "../filing/domains";
import { glob } from "../glob";
import {
  isDoubt,
  type EntryKind,
  type OriginContribution,
  type Product,
  type RecordContribution,
  type Tier,
} from "./contribution";
import { edgeEntry, type DeclaredEdge, type EdgeEntry } from "./declared-edges";
import { Graph, type BoundHost, type Entry } from "./graph";
import { leadsToAddress, Targets, type Step, type Target } from "./targets";

/** How a host is tied to an entry: on the product itself, through DNS, or by the register's `externalDns` and `edges`. */
export type BindingKind = "product" | "dns" | "declared";

/** A host that the public reaches through an entry, or that may: the doubts say what is not known. */
export interface Exposure {
  /** The host as written, in lower case; undefined when it is unknown. */
  readonly host: string | undefined;
  /** Its registrable domain, in punycode; undefined when the host is unknown or no such domain can be told. */
  readonly apex: string | undefined;
  readonly binding: BindingKind;
  /** The resource that ties the host: the record or the product. Undefined for `externalDns`. */
  readonly by: Resource | undefined;
  /** The property of that resource which holds the host or leads on. */
  readonly property: string;
  readonly entry: Entry | undefined;
  readonly location: Location;
  readonly tier: Tier | undefined;
  readonly path: readonly Step[];
  /** What is unknown about it, location apart: its host, its target, whether the public reaches the entry. */
  readonly doubts: readonly Doubt[];
  /** The line of a DNS record that only some visitors get. */
  readonly line?: string;
  /** A public address that matched nothing in plan or register. */
  readonly unmatched?: string;
}

/** An edge's origin: the edge's exposures lead on to it. */
export interface OriginExposure {
  readonly edge: Entry;
  readonly target: Target;
}

/** A host that the register says is served by a resource although no record is in the plan. */
export interface DeclaredDns {
  readonly host: string;
  readonly resource: string;
}

/** All exposures of a plan. */
export class Exposures {
  readonly graph: Graph;
  readonly targets: Targets;
  readonly all: readonly Exposure[];
  readonly origins: readonly OriginExposure[];
  /** The resources for which some host is known or may be: entries, what is behind them, and edges' origins. */
  readonly named: ReadonlySet<Urn>;
  private readonly declaredEdges: EdgeEntry[] = [];
  private readonly byKind = new Map<EntryKind, Exposure[]>();
  private readonly byApex = new Map<string, Exposure[]>();

  constructor(
    readonly plan: Plan,
    readonly products: Product,
    declared: { readonly externalDns?: readonly DeclaredDns[]; readonly edges?: readonly DeclaredEdge[] } = {},
  ) {
    this.graph = new Graph(plan, products);
    this.targets = new Targets(this.graph);
    const shown = [
      ...this.graph.bindings.flatMap((binding) => this.ofBinding(binding)),
      ...this.graph.records.flatMap((record) => this.ofRecord(record)),
      ...(declared.externalDns ?? []).flatMap((entry) => this.ofDeclared(entry)),
    ];
    this.all = [...shown, ...this.ofEdges(declared.edges ?? [], shown)];
    for (const exposure of this.all) {
      if (exposure.entry) push(this.byKind, exposure.entry.kind, exposure);
      if (exposure.apex !== undefined) push(this.byApex, exposure.apex, exposure);
    }
    this.origins = this.collectOrigins();
    this.named = this.collectNamed();
  }

  /** The exposures through entries of the given kinds. */
  of(...kinds: readonly EntryKind[]): readonly Exposure[] {
    return kinds.flatMap((kind) => this.byKind.get(kind) ?? []);
  }

  /** The exposures of an apex. */
  ofApex(apex: string): readonly Exposure[] {
    return this.byApex.get(apex) ?? [];
  }

  /** The apexes that have exposures, sorted. */
  get apexes(): readonly string[] {
    return [...this.byApex.keys()].sort();
  }

  /** The servers that stand behind an entry, the entry itself included, each with the path to it. */
  serversBehind(entry: Entry): readonly Resource[] {
    const found = [entry.resource, ...this.graph.behind(entry.resource)];
    return found.filter((resource) => this.graph.servers.has(resource.urn));
  }

  private ofBinding(binding: BoundHost): Exposure[] {
    if (binding.entry.reach === "private" && !mayBecomePublic(this.plan, binding.entry)) return [];
    const steps: Step[] = [
      { resource: binding.by, why: "hosts" },
      ...(binding.through ?? []).map((resource): Step => ({ resource, why: "through" })),
      ...(binding.entry.resource === binding.by ? [] : [{ resource: binding.entry.resource, why: "entry" } as const]),
    ];
    const target: Target = { is: "entry", entry: binding.entry, steps };
    return this.eachName(binding.host, (name, doubts) =>
      this.toExposure(name, { binding: "product", by: binding.by, property: binding.property }, target, doubts),
    );
  }

  private ofRecord(record: RecordContribution): Exposure[] {
    if (record.active.state === "known" && !record.active.value) return [];
    if (record.type.state === "known" && !leadsToAddress(record.type.value)) return [];
    const unsure = [record.active, record.type].flatMap((fact) => (fact.state === "unknown" ? [fact.doubt] : []));
    const line = record.line.state === "known" && record.line.value !== "default" ? { line: record.line.value } : {};
    const start: Step = { resource: record.by, why: "record" };
    return this.targets.resolve(record.value).flatMap((target) =>
      this.eachName(record.host, (name, doubts) => {
        const from = { binding: "dns", by: record.by, property: record.value.path } as const;
        const through = { ...target, steps: [start, ...target.steps] };
        return { ...this.toExposure(name, from, through, [...unsure, ...doubts]), ...line };
      }).filter(() => target.is !== "foreign" && target.is !== "nowhere"),
    );
  }

  private ofDeclared({ host, resource }: DeclaredDns): Exposure[] {
    const matches = glob(resource);
    const owners = this.plan.resources.filter(
      (candidate) => matches(candidate.urn) && this.targets.holdsAddress(candidate),
    );
    return owners.flatMap((owner) =>
      this.targets
        .resolveHolder(owner, "declared")
        .filter((target) => target.is !== "nowhere" && target.is !== "foreign")
        .flatMap((target) =>
          this.eachName({ state: "known", value: host }, (name, doubts) =>
            this.toExposure(name, { binding: "declared", by: undefined, property: "externalDns" }, target, doubts),
          ),
        ),
    );
  }

  /** Declared edges are this plan's matter where it has their origin, or exposes their apex. */
  private ofEdges(edges: readonly DeclaredEdge[], shown: readonly Exposure[]): Exposure[] {
    if (edges.length === 0) return [];
    const apexes = new Set(shown.map(({ apex }) => apex));
    return edges.flatMap((edge) => {
      const found = edgeEntry(edge, this.plan, (resource) => this.targets.holdsAddress(resource));
      if (!found) return [];
      const { host, entry, origins } = found;
      const name = nameOf(host);
      if (origins.length === 0 && !(name.is === "public" && apexes.has(name.apex))) return [];
      this.declaredEdges.push(found);
      const target: Target = { is: "entry", entry, steps: [{ resource: entry.resource, why: "declared" }] };
      return this.eachName({ state: "known", value: host }, (of, doubts) =>
        this.toExposure(of, { binding: "declared", by: undefined, property: "edges" }, target, doubts),
      );
    });
  }

  /** What an edge fetches from. */
  originsOf({ resource }: Entry): readonly OriginContribution[] {
    const declared = this.declaredEdges.find(({ entry }) => entry.resource.urn === resource.urn);
    return declared?.origins ?? this.graph.origins.get(resource.urn) ?? [];
  }

  /** Names that are no public names are not judged; names that cannot be told are, with the doubt. */
  private eachName(
    host: Fact<string>,
    make: (name: HostName | undefined, doubts: readonly Doubt[]) => Exposure,
  ): Exposure[] {
    if (host.state === "absent") return [];
    if (host.state === "unknown") return [make(undefined, [host.doubt])];
    const name = nameOf(host.value);
    if (name.is === "not-public") return [];
    return [make(name, name.is === "undetermined" ? [doubt("bad-name", { host: host.value })] : [])];
  }

  private toExposure(
    name: HostName | undefined,
    from: Pick<Exposure, "binding" | "by" | "property">,
    target: Target,
    doubts: readonly Doubt[],
  ): Exposure {
    const entry = target.is === "entry" ? target.entry : undefined;
    const absence = entry?.reach === "private" ? this.plan.absenceDoubt : undefined;
    const unreachable = entry && isDoubt(entry.reach) ? [entry.reach] : absence ? [absence] : [];
    return {
      ...from,
      host: name?.host,
      apex: name?.is === "public" ? name.apex : undefined,
      entry,
      location: entry?.location ?? { in: "undetermined", doubt: targetDoubt(target) },
      tier: entry?.tier,
      path: target.steps,
      doubts: [...doubts, ...(entry ? unreachable : [targetDoubt(target)])],
      ...(target.is === "unmatched" ? { unmatched: target.address } : {}),
    };
  }

  private collectOrigins(): OriginExposure[] {
    const edges = [...this.graph.entries.values()].filter((entry) => entry.edge);
    return [...edges, ...this.declaredEdges.map(({ entry }) => entry)].flatMap((edge) =>
      this.originsOf(edge).flatMap((origin) => this.targets.resolve(origin.value).map((target) => ({ edge, target }))),
    );
  }

  private collectNamed(): ReadonlySet<Urn> {
    const entries = new Set<Urn>();
    const add = (entry: Entry) => entries.add(entry.resource.urn);
    for (const exposure of this.all) if (exposure.entry) add(exposure.entry);
    // A record that is held off tells the host all the same.
    for (const target of this.graph.records.filter(isOff).flatMap(({ value }) => this.targets.resolve(value))) {
      if (target.is === "entry") add(target.entry);
    }
    for (const { target } of this.origins) if (target.is === "entry") add(target.entry);
    return this.graph.reached(entries);
  }
}

const isOff = ({ active, type }: RecordContribution): boolean =>
  active.state === "known" && !active.value && type.state === "known" && leadsToAddress(type.value);

function mayBecomePublic(plan: Plan, entry: Entry): boolean {
  return !entry.edge && plan.absenceDoubt !== undefined;
}

function targetDoubt(target: Target): Doubt {
  if (target.is === "unknown") return target.doubt;
  if (target.is === "unmatched") return doubt("unmatched-address", { address: target.address });
  return doubt("no-address");
}

function push<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
