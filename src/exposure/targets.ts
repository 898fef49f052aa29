/** What records, origins and references lead to: one resolver, from which nothing is dropped. */
import { isAddress, isPublic, plainAddress } from "../address";
import { nameOf, toAscii } from "../filing/domains";
import type { Location } from "../location/locate";
import { doubt, type Doubt, type Urn } from "../plan/fact";
import { groupBy, type Plan } from "../plan/plan";
import { topLevel, type Resource, type Value } from "../plan/resource";
import type { RecordContribution } from "./contribution";
import type { Entry, Graph } from "./graph";
import { NamedEntries } from "./named-entries";
import { RecordNames } from "./record-names";
import { vendorOf } from "./vendor-names";

/** Why one step of a path follows from the one before. */
export type Why =
  | "record"
  | "refers"
  | "equals"
  | "binds"
  | "follows"
  | "hosts"
  | "through"
  | "declared"
  | "fetches"
  | "entry"
  | "endpoint";

/** One step of the evidence: a resource, and how the path came to it. */
export interface Step {
  readonly resource: Resource;
  readonly why: Why;
}

/**
 * What a record, an origin or a reference leads to: an entry; a stranger's name; a public address that matches nothing;
 * `nowhere` public, such as a private address; or nobody knows.
 */
export type Target =
  | {
      readonly is: "entry";
      readonly entry: Entry;
      readonly steps: readonly Step[];
      /** Why it is not sure that it leads there. */
      readonly doubt?: Doubt;
      /** Others of which any may be meant as well, and which agree with this one in place, requirement and reach. */
      readonly others?: readonly Entry[];
    }
  | {
      readonly is: "foreign";
      readonly name: string;
      /** Where the stranger serves from, as far as the form of its name tells. */
      readonly location: Location;
      readonly steps: readonly Step[];
    }
  | { readonly is: "unmatched"; readonly address: string; readonly steps: readonly Step[] }
  | { readonly is: "nowhere"; readonly steps: readonly Step[] }
  | { readonly is: "unknown"; readonly doubt: Doubt; readonly steps: readonly Step[] };

/** How a known address or a resource leads on. */
interface Holder {
  readonly owner: Resource;
  readonly why: Why;
}

const ADDRESS_RECORDS: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME", "ALIAS", "ANAME"]);

const FORWARDS: ReadonlySet<string> = new Set(["REDIRECT_URL", "FORWARD_URL"]);

/** Whether a record of this type leads visitors to an address. */
export const leadsToAddress = (type: string): boolean => ADDRESS_RECORDS.has(type);
/** Whether a record of this type leads visitors to a service that forwards them to a URL. */
export const isForward = (type: string): boolean => FORWARDS.has(type);

/** Resolves values to targets: one resolver for DNS records, origins and declared references. */
export class Targets {
  private readonly byAddress = new Map<string, Resource>();
  private readonly records: RecordNames;
  /** The records that answer for the name of a resource. */
  private readonly answers: ReadonlyMap<Urn | undefined, readonly RecordContribution[]>;
  private readonly names: NamedEntries;
  private readonly resolved = new Map<string, readonly Target[]>();
  /** The names that are being followed, each with how many were open before it. */
  private readonly open = new Map<string, number>();
  /** The outermost open name that the present one has led back to. */
  private circle = Infinity;
  private steps = 0;
  private readonly plan: Plan;

  /** `isOwn`: whether a domain is one that plan or register knows, so that names under it are no stranger's. */
  constructor(
    private readonly graph: Graph,
    private readonly isOwn: (apex: string) => boolean,
  ) {
    this.plan = graph.plan;
    for (const entry of graph.declared) {
      for (const address of entry.addresses) {
        if (address.state === "known") this.byAddress.set(normal(address.value), entry.resource);
      }
    }
    for (const address of graph.addresses.values()) {
      if (address.value.state === "known") this.byAddress.set(normal(address.value.value), address.resource);
    }
    this.records = new RecordNames(graph.records, normal);
    this.answers = groupBy(
      graph.records.filter((record) => record.of !== undefined),
      (record) => record.of?.urn,
    );
    this.names = new NamedEntries(graph, normal);
  }

  /** What a value leads to. Unknown values are followed through what they were computed from. */
  resolve(value: Value): readonly Target[] {
    const text = value.string();
    if (text.state === "absent") return [];
    if (text.state === "known") return this.resolveText(text.value, value.owner);
    if (text.doubt.why !== "computed") return [{ is: "unknown", doubt: text.doubt, steps: [] }];
    return this.resolveDependencies(value, text.doubt);
  }

  /** What a known address or host name leads to. `from` is the resource that names it. */
  resolveText(text: string, from: Resource): readonly Target[] {
    const name = normal(text);
    const holder = this.byAddress.get(name);
    if (holder) return this.resolveHolder(holder, "equals");
    const literal = this.graph.literals.get(name);
    if (literal) return [{ is: "entry", entry: literal, steps: [{ resource: literal.resource, why: "equals" }] }];
    if (isAddress(name)) {
      return [isPublic(name) ? { is: "unmatched", address: name, steps: [] } : { is: "nowhere", steps: [] }];
    }
    return this.resolveName(name, from);
  }

  /** What a resource leads to when something refers to it. */
  resolveHolder(owner: Resource, why: Why): readonly Target[] {
    const step: Step = { resource: owner, why };
    const foreign = this.graph.foreign.get(owner.urn);
    if (foreign?.doubt) return [{ is: "unknown", doubt: foreign.doubt, steps: [step] }];
    if (foreign) return [{ is: "foreign", name: owner.name, location: foreign.location, steps: [step] }];
    const entry = this.graph.entries.get(owner.urn);
    const uses = this.graph.uses.get(owner.urn) ?? [];
    if (!entry && this.answers.has(owner.urn)) {
      return this.resolveAnswers(owner).map((target) => ({ ...target, steps: [step, ...target.steps] }));
    }
    if (entry) {
      const opened = uses.filter((use) => use.entry === entry).slice(0, 1);
      return this.throughEntry(entry, [step, ...opened.map((use): Step => ({ resource: use.by, why: "binds" }))]);
    }
    const entered = uses.flatMap((use) =>
      use.entry
        ? this.throughEntry(use.entry, [
            step,
            { resource: use.by, why: "binds" },
            ...(use.entry.resource === owner ? [] : [{ resource: use.entry.resource, why: "entry" } as const]),
          ])
        : [],
    );
    if (entered.length > 0) return entered;
    // An address that is bound to something which lets nobody in is given a name for a reason that no plan shows.
    const loose = doubt(uses.length > 0 ? "no-dnat" : "unbound", {}, { urn: owner.urn });
    return [{ is: "unknown", doubt: this.plan.absenceDoubt ?? loose, steps: [step] }];
  }

  /** An entry, unless it is private; one that was taken offline leads to its origins besides. */
  private throughEntry(entry: Entry, steps: readonly Step[]): readonly Target[] {
    if (entry.reach !== "private") return [{ is: "entry", entry, steps }, ...this.behindOffline(entry, steps)];
    const absence = entry.edge ? undefined : this.plan.absenceDoubt;
    return [absence ? { is: "unknown", doubt: absence, steps } : { is: "nowhere", steps }];
  }

  private behindOffline(entry: Entry, steps: readonly Step[]): readonly Target[] {
    const why = entry.offline;
    const key = `offline ${entry.resource.urn}`;
    if (!why || this.open.has(key)) return [];
    this.open.set(key, this.open.size);
    const origins = (this.graph.origins.get(entry.resource.urn) ?? []).flatMap(({ value }) => this.resolve(value));
    this.open.delete(key);
    return origins.flatMap((target) =>
      target.is === "entry" && target.entry !== entry
        ? [{ ...target, doubt: why, steps: [...steps, ...fetched(target.steps)] }]
        : [],
    );
  }

  private resolveDependencies(value: Value, why: Doubt): readonly Target[] {
    const holders = new Map<Urn, Holder>();
    for (const urn of value.owner.dependenciesOf(topLevel(value.path))) {
      const owner = this.plan.resource(urn);
      if (owner && this.holdsAddress(owner)) holders.set(urn, { owner, why: "refers" });
    }
    const unseen = this.plan.unseen(value);
    if (unseen) return [{ is: "unknown", doubt: unseen, steps: [] }];
    const own = elementsHolder(value, [...holders.values()]);
    if (own) return this.resolveHolder(own.owner, own.why);
    const targets = [...holders.values()].flatMap((holder) => this.resolveHolder(holder.owner, holder.why));
    const distinct = new Set(targets.map((target) => (target.is === "entry" ? target.entry.resource.urn : target.is)));
    if (holders.size === 0) return [{ is: "unknown", doubt: why, steps: [] }];
    if (holders.size === 1 || distinct.size === 1) return targets;
    const agreed = anyOf(targets);
    if (agreed) return [agreed];
    const names = [...holders.values()].map((holder) => holder.owner.name).join(", ");
    const several = doubt("several-candidates", { property: value.path, names }, { ...about(why) });
    return [{ is: "unknown", doubt: several, steps: [] }];
  }

  /** Whether a name has records, or is above one that has: no wildcard answers for it. */
  hasRecords(name: string): boolean {
    return this.records.has(name);
  }

  /** Whether a reference to a resource leads anywhere: to an entry, through an address, or by what answers for it. */
  holdsAddress(resource: Resource): boolean {
    const { urn } = resource;
    const { entries, addresses, foreign } = this.graph;
    return entries.has(urn) || addresses.has(urn) || foreign.has(urn) || this.answers.has(urn);
  }

  /** Follows the records that answer for the name of a resource, whatever that name is. */
  private resolveAnswers({ urn }: Resource): readonly Target[] {
    const done = this.resolved.get(urn);
    if (done) return done;
    const depth = this.open.get(urn);
    if (depth !== undefined) {
      this.circle = Math.min(this.circle, depth);
      return [];
    }
    const outer = this.circle;
    this.circle = Infinity;
    this.open.set(urn, this.open.size);
    const targets = this.followAll((this.answers.get(urn) ?? []).filter(serves));
    this.close(urn, targets);
    this.circle = Math.min(outer, this.circle);
    return targets;
  }

  /**
   * Follows a name through the plan's records. Each name is resolved once, so that chains cost no more than their length;
   * what was found while a name of its own circle was still open is not kept, for it may lack what that name leads to.
   */
  private resolveName(start: string, from: Resource): readonly Target[] {
    const outer = this.circle;
    this.circle = Infinity;
    const chain: Link[] = [];
    const last = this.followChain(start, from, chain);
    let targets = last;
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      if (link.record) targets = this.followed(link.record, targets);
      this.close(link.name, targets);
    }
    this.circle = Math.min(outer, this.circle);
    return targets;
  }

  /** Keeps what a name leads to, unless it is part of a circle that is still open. */
  private close(name: string, targets: readonly Target[]): void {
    this.open.delete(name);
    if (this.circle < this.open.size) return;
    this.resolved.set(name, targets);
    this.circle = Infinity;
  }

  /** Straight chains are followed in a loop, so that their length does not matter; forks recurse. */
  private followChain(start: string, from: Resource, chain: Link[]): readonly Target[] {
    for (let name = start; ;) {
      const done = this.resolved.get(name);
      if (done) return done;
      const depth = this.open.get(name);
      if (depth !== undefined) {
        this.circle = Math.min(this.circle, depth);
        return [];
      }
      if (++this.steps > MOST_STEPS) return [{ is: "unknown", doubt: doubt("cycle"), steps: [] }];
      this.open.set(name, this.open.size);
      const records = this.records.at(name).filter(serves);
      const next = this.onlyName(records);
      if (next === undefined) {
        chain.push({ name });
        return records.length > 0 ? this.followAll(records) : this.outsideName(name, from);
      }
      chain.push({ name, record: next.record });
      name = next.name;
    }
  }

  /** The one name that records lead to, if it is one and no address of the plan. */
  private onlyName(records: readonly RecordContribution[]): { name: string; record: RecordContribution } | undefined {
    const [record, second] = records;
    const value = record && !second && !forwards(record) ? record.value.string() : undefined;
    const name = value?.state === "known" ? normal(value.value) : undefined;
    if (record === undefined || name === undefined || isAddress(name) || this.byAddress.has(name)) return undefined;
    return { name, record };
  }

  private followAll(records: readonly RecordContribution[]): readonly Target[] {
    return records.flatMap((record) =>
      this.followed(record, forwards(record) ? this.resolveHolder(record.by, "entry") : this.resolve(record.value)),
    );
  }

  private followed(record: RecordContribution, targets: readonly Target[]): readonly Target[] {
    const step: Step = { resource: record.by, why: "follows" };
    const why = [record.active, record.type].find((fact) => fact.state === "unknown");
    // A chain of a thousand names needs no thousand lines of evidence: the last ones tell where it ends.
    return targets
      .map((target) => (why?.state === "unknown" ? inDoubt(target, why.doubt) : target))
      .map((target) => ({ ...target, steps: [step, ...target.steps].slice(-MAX_STEPS) }));
  }

  /** A name of which the plan has no record: Alibaba Cloud's own, one of the user's own domains, or a stranger's. */
  private outsideName(name: string, from: Resource): readonly Target[] {
    const entry = this.names.entryOf(name, from);
    if (entry === "private" || this.records.isOff(name)) return [{ is: "nowhere", steps: [] }];
    if (entry) return this.throughEntry(entry, [{ resource: entry.resource, why: "endpoint" }]);
    const known = nameOf(name);
    if (known.is === "not-public" && known.reason !== "vendor-owned") return [{ is: "nowhere", steps: [] }];
    if (known.is === "undetermined") return [{ is: "unknown", doubt: doubt("bad-name", { host: name }), steps: [] }];
    const vendor = vendorOf(name);
    if (vendor) return [{ is: "foreign", name, location: vendor.location, steps: [] }];
    const missing = known.is === "public" && this.isOwn(known.apex) ? doubt("own-name", { name }) : undefined;
    const why = this.plan.absenceDoubt ?? missing;
    if (why) return [{ is: "unknown", doubt: why, steps: [] }];
    const location: Location = { in: "undetermined", doubt: doubt("foreign-place", { name }) };
    return [{ is: "foreign", name, location, steps: [] }];
  }
}

/** A target to which it is not sure that something leads. */
export function inDoubt(target: Target, why: Doubt): Target {
  if (target.is === "unknown") return target;
  return target.is === "entry"
    ? { ...target, doubt: target.doubt ?? why }
    : { is: "unknown", doubt: why, steps: target.steps };
}

/** Several entries of which any may be meant, as one: when all agree in place, requirement and reach. */
function anyOf(targets: readonly Target[]): Target | undefined {
  const entries = targets.flatMap((target) => (target.is === "entry" && !target.doubt ? [target] : []));
  const [first, ...rest] = entries;
  if (!first || entries.length < targets.length) return undefined;
  const agree = ({ entry }: (typeof entries)[number]): boolean =>
    entry.location.in !== "undetermined" &&
    entry.location.in === first.entry.location.in &&
    entry.tier === first.entry.tier &&
    entry.reach === "public" &&
    entry.edge === first.entry.edge &&
    (entry.opening === "none") === (first.entry.opening === "none");
  if (!entries.every(agree)) return undefined;
  const others = rest.map(({ entry }) => entry);
  const name = [...new Set(entries.map(({ entry }) => entry.name))].sort().join(" / ");
  return { ...first, entry: { ...first.entry, name }, others };
}

/** Where a list has as many unknown elements as resources it was computed from, each stands for one of them. */
function elementsHolder({ owner, path }: Value, holders: readonly Holder[]): Holder | undefined {
  const place = holders.length > 1 ? /^(\w+)(\[\d+\])(?:\.(\w+))?$/.exec(path) : undefined;
  const [, list = "", index = "", property] = place ?? [];
  const items = place ? owner.items(list) : undefined;
  if (items?.state !== "known") return undefined;
  const unknowns = items.value.filter(
    (item) => (property === undefined ? item : item.at(property)).string().state === "unknown",
  );
  if (unknowns.length !== holders.length) return undefined;
  return holders[unknowns.findIndex((item) => item.path === list + index)];
}

const MAX_STEPS = 12;
/** Circles with many forks can take long to follow; nobody has so many names on purpose. */
const MOST_STEPS = 1_000_000;

/** A name on the way, and the one record that leads on from it. */
interface Link {
  readonly name: string;
  readonly record?: RecordContribution;
}

const fetched = (steps: readonly Step[]): readonly Step[] => steps.map((step) => ({ ...step, why: "fetches" }));

const about = (why: Doubt) => ({
  ...(why.property === undefined ? {} : { property: why.property }),
  ...(why.urn === undefined ? {} : { urn: why.urn }),
  waitsFor: why.waitsFor,
});

const serves = (record: RecordContribution): boolean =>
  !(record.active.state === "known" && !record.active.value) &&
  !(record.type.state === "known" && !leadsToAddress(record.type.value) && !isForward(record.type.value));

const forwards = ({ type }: RecordContribution): boolean => type.state === "known" && isForward(type.value);

/** One spelling for addresses and names. */
function normal(text: string): string {
  if (isAddress(text)) return plainAddress(text);
  return toAscii(text) ?? text.toLowerCase().replace(/\.$/, "");
}
