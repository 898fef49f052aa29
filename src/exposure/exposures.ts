import type { Location } from "../location/locate";
import { doubt, type Doubt, type Fact, type Urn } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Resource, Value } from "../plan/resource";
import { nameOf, type HostName } from "../filing/domains";
import type { Naming } from "../register/naming";
import { resourcesNamed } from "../register/naming";
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
  /** Its registrable domain, in punycode; undefined when no such domain can be told. */
  readonly apex: string | undefined;
  /** Why the host is unknown, where its apex is not: no doubt for what the apex decides. */
  readonly label?: Doubt;
  readonly binding: BindingKind;
  /** The resource that ties the host: the record or the product. Undefined for `externalDns`. */
  readonly by: Resource | undefined;
  /** The property of that resource which holds the host or leads on. */
  readonly property: string;
  readonly entry: Entry | undefined;
  /** The private entry on which the host is bound, where `entry` is a public one that leads to it. */
  readonly on?: Entry;
  /** Other entries of which any may be meant as well; they agree with `entry` in place, requirement and reach. */
  readonly others?: readonly Entry[];
  /** The stranger's name to which the host leads: no entry here, and no filing due. */
  readonly foreign?: string;
  /** The product is given the host's domain, but serves no host of that name by it. */
  readonly claims?: true;
  /** What is at fault for all hosts bound together. */
  readonly cause?: Resource;
  readonly location: Location;
  readonly tier: Tier | undefined;
  readonly path: readonly Step[];
  /** What is unknown about it, location apart: its host, its target, whether the public reaches the entry. */
  readonly doubts: readonly Doubt[];
  /** Why not every visitor comes this way: the line of a DNS record, or an entry of the register that may be of another stack. */
  readonly some?: Doubt;
  /** A public address that matched nothing in plan or register. */
  readonly unmatched?: string;
}

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
    declared: DeclaredHosts = {},
  ) {
    this.graph = new Graph(plan, products);
    const own = new Set([...(declared.apexes ?? []), ...apexesIn(this.graph)]);
    this.targets = new Targets(this.graph, (apex) => own.has(apex));
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
    const { entry, by, property, claims, cause } = binding;
    const steps: Step[] = [
      { resource: by, why: "hosts" },
      ...(binding.through ?? []).map((resource): Step => ({ resource, why: "through" })),
      ...(entry.resource === by ? [] : [{ resource: entry.resource, why: "entry" } as const]),
    ];
    const from = { binding: "product", by, property, ...(claims && { claims }), ...(cause && { cause }) } as const;
    const targets: readonly Target[] =
      entry.reach === "private" ? this.throughFronts(entry, steps) : [{ is: "entry", entry, steps }];
    return targets.flatMap((target) =>
      this.eachName(binding.host, (name, doubts) => ({
        ...this.toExposure(name, from, target, doubts),
        ...(target.is === "entry" && target.entry !== entry ? { on: entry } : {}),
      })),
    );
  }

  /** A host bound on a private entry is served where the public entries are that lead there. */
  private throughFronts(entry: Entry, steps: readonly Step[]): readonly Target[] {
    const fronts = this.graph.frontsOf(entry.resource);
    if (fronts.length === 0) return mayBecomePublic(this.plan, entry) ? [{ is: "entry", entry, steps }] : [];
    return fronts.map((front): Target => ({
      is: "entry",
      entry: front.entry,
      steps: [...steps, { resource: front.entry.resource, why: "entry" }],
      ...(front.doubt ? { doubt: front.doubt } : {}),
    }));
  }

  private ofRecord(record: RecordContribution): Exposure[] {
    if (record.active.state === "known" && !record.active.value) return [];
    if (record.type.state === "known" ? !leadsToAddress(record.type.value) : isUrl(record.value)) return [];
    const unsure = [record.active, record.type].flatMap((fact) => (fact.state === "unknown" ? [fact.doubt] : []));
    const line = lineOf(record);
    const start: Step = { resource: record.by, why: "record" };
    return this.targets.resolve(record.value).flatMap((target) =>
      this.eachName(record.host, (name, doubts) => {
        const from = { binding: "dns", by: record.by, property: record.value.path } as const;
        const through = { ...target, steps: [start, ...target.steps] };
        return { ...this.toExposure(name, from, through, [...unsure, ...doubts]), ...(line && { some: line }) };
      }).filter(() => target.is !== "nowhere"),
    );
  }

  private ofDeclared(entry: DeclaredDns): Exposure[] {
    // Without its stack the entry names a resource of that name in every stack, and may mean another one.
    const loose = entry.stack === undefined ? doubt("stack-not-said", { host: entry.host }) : undefined;
    const owners = resourcesNamed(entry, this.plan, (one) => this.targets.holdsAddress(one));
    return owners.flatMap((owner) =>
      this.targets
        .resolveHolder(owner, "declared")
        .filter((target) => target.is !== "nowhere")
        .flatMap((target) =>
          this.eachName({ state: "known", value: entry.host }, (name, doubts) => ({
            ...this.toExposure(name, { binding: "declared", by: undefined, property: "externalDns" }, target, doubts),
            ...(loose && { some: loose }),
          })),
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
    if (host.state === "unknown") return this.underDomain(host.doubt, make);
    const name = nameOf(host.value);
    if (name.is === "not-public") return [];
    return [make(name, name.is === "undetermined" ? [doubt("bad-name", { host: host.value })] : [])];
  }

  /** Of an unknown host the domain may be known that it is under: then its apex is, and only the label is in doubt. */
  private underDomain(
    label: Doubt,
    make: (name: HostName | undefined, doubts: readonly Doubt[]) => Exposure,
  ): Exposure[] {
    const domain = label.under === undefined ? undefined : nameOf(label.under);
    if (domain?.is === "not-public") return [];
    const exposure = make(undefined, domain?.is === "public" ? [] : [label]);
    return [domain?.is === "public" ? { ...exposure, apex: domain.apex, label } : exposure];
  }

  private toExposure(
    name: HostName | undefined,
    from: Pick<Exposure, "binding" | "by" | "property" | "claims" | "cause">,
    target: Target,
    doubts: readonly Doubt[],
  ): Exposure {
    const about = {
      ...from,
      host: name?.host,
      apex: name?.is === "public" ? name.apex : undefined,
      path: target.steps,
    };
    if (target.is === "foreign") {
      const { name: foreign, location } = target;
      return { ...about, foreign, entry: undefined, location, tier: undefined, doubts };
    }
    const entry = target.is === "entry" ? target.entry : undefined;
    const absence = entry?.reach === "private" ? this.plan.absenceDoubt : undefined;
    const perhaps = target.is === "entry" && target.doubt ? [target.doubt] : [];
    const closed =
      entry && from.binding !== "product" && isDoubt(entry.opening) && entry.opening.why === "closed-so-far";
    const unreachable = entry && isDoubt(entry.reach) ? [entry.reach] : absence ? [absence] : [];
    return {
      ...about,
      entry,
      ...(target.is === "entry" && target.others ? { others: target.others } : {}),
      location: entry?.location ?? { in: "undetermined", doubt: targetDoubt(target) },
      tier: entry?.tier,
      doubts: [
        ...doubts,
        ...(entry ? [...perhaps, ...unreachable, ...(closed ? [entry.opening as Doubt] : [])] : [targetDoubt(target)]),
      ],
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
    const add = (...all: readonly (Entry | undefined)[]): void => {
      for (const entry of all) if (entry) entries.add(entry.resource.urn);
    };
    const addTarget = (target: Target): void => {
      if (target.is === "entry") add(target.entry, ...(target.others ?? []));
    };
    for (const { entry, on, others = [] } of this.all) add(entry, on, ...others);
    // A record that is held off tells the host all the same.
    for (const { value } of this.graph.records.filter(isOff)) this.targets.resolve(value).forEach(addTarget);
    for (const { target } of this.origins) addTarget(target);
    return this.graph.reached(entries);
  }
}

const isOff = ({ active, type }: RecordContribution): boolean =>
  active.state === "known" && !active.value && type.state === "known" && leadsToAddress(type.value);

/** A URL is no address: a record of unknown type that holds one forwards to it. */
function isUrl(value: Value): boolean {
  const text = value.string();
  return text.state === "known" && text.value.includes("://");
}

/** The registrable domains of a plan's zones, records and bound hosts. */
function apexesIn({ zones, records, bindings }: Graph): readonly string[] {
  const hosts = [...records, ...bindings].flatMap(({ host }) => {
    if (host.state === "known") return [host.value];
    return host.state === "unknown" && host.doubt.under !== undefined ? [host.doubt.under] : [];
  });
  return [...new Set([...zones, ...hosts])].flatMap((text) => {
    const name = nameOf(text);
    return name.is === "public" ? [name.apex] : [];
  });
}

/** Why a record does not answer every visitor: its line is one that only some get, or unknown. */
function lineOf({ line }: RecordContribution): Doubt | undefined {
  if (line.state === "unknown") return line.doubt;
  return line.state === "known" && line.value !== "default" ? doubt("line", { line: line.value }) : undefined;
}

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
