import { isAddress, isPublic, plainAddress } from "../address";
import { toAscii } from "../filing/domains";
import { doubt, type Doubt, type Urn } from "../plan/fact";
import { groupBy, type Plan } from "../plan/plan";
import { topLevel, type Resource, type Value } from "../plan/resource";
import type { RecordContribution } from "./contribution";
import { endpointOf } from "./endpoints";
import type { Entry, Graph } from "./graph";

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

/** What a record, an origin or a reference leads to. */
export type Target =
  | { readonly is: "entry"; readonly entry: Entry; readonly steps: readonly Step[] }
  | { readonly is: "foreign"; readonly name: string; readonly steps: readonly Step[] }
  | { readonly is: "unmatched"; readonly address: string; readonly steps: readonly Step[] }
  | { readonly is: "nowhere"; readonly steps: readonly Step[] }
  | { readonly is: "unknown"; readonly doubt: Doubt; readonly steps: readonly Step[] };

/** How a known address or a resource leads on. */
interface Holder {
  readonly owner: Resource;
  readonly why: Why;
}

const ADDRESS_RECORDS: ReadonlySet<string> = new Set(["A", "AAAA", "CNAME", "ALIAS", "ANAME"]);

/** Whether a record of this type leads visitors to an address. */
export const leadsToAddress = (type: string): boolean => ADDRESS_RECORDS.has(type);

/** Resolves values to targets: one resolver for DNS records, origins and declared references. */
export class Targets {
  private readonly byAddress = new Map<string, Resource>();
  private readonly records: ReadonlyMap<string, readonly RecordContribution[]>;
  private readonly resolved = new Map<string, readonly Target[]>();
  private readonly open = new Set<string>();
  private readonly plan: Plan;

  constructor(private readonly graph: Graph) {
    this.plan = graph.plan;
    for (const entry of graph.declared) {
      for (const address of entry.addresses) {
        if (address.state === "known") this.byAddress.set(normal(address.value), entry.resource);
      }
    }
    for (const address of graph.addresses.values()) {
      if (address.value.state === "known") this.byAddress.set(normal(address.value.value), address.resource);
    }
    this.records = groupBy(
      graph.records.filter((record) => record.host.state === "known"),
      (record) => (record.host.state === "known" ? normal(record.host.value) : ""),
    );
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
    const entry = this.graph.entries.get(owner.urn);
    const uses = this.graph.uses.get(owner.urn) ?? [];
    if (entry) {
      const opened = uses.filter((use) => use.entry === entry).slice(0, 1);
      return [this.throughEntry(entry, [step, ...opened.map((use): Step => ({ resource: use.by, why: "binds" }))])];
    }
    const entered = uses.flatMap((use) =>
      use.entry
        ? [
            this.throughEntry(use.entry, [
              step,
              { resource: use.by, why: "binds" },
              ...(use.entry.resource === owner ? [] : [{ resource: use.entry.resource, why: "entry" } as const]),
            ]),
          ]
        : [],
    );
    if (entered.length > 0) return entered;
    const absence = this.plan.absenceDoubt ?? (uses.length > 0 ? undefined : doubt("unbound", {}, { urn: owner.urn }));
    return [absence ? { is: "unknown", doubt: absence, steps: [step] } : { is: "nowhere", steps: [step] }];
  }

  /** A resource without public address is no entry, unless something the plan hides might give it one. */
  private throughEntry(entry: Entry, steps: readonly Step[]): Target {
    if (entry.reach !== "private") return { is: "entry", entry, steps };
    const absence = entry.edge ? undefined : this.plan.absenceDoubt;
    return absence ? { is: "unknown", doubt: absence, steps } : { is: "nowhere", steps };
  }

  private resolveDependencies(value: Value, why: Doubt): readonly Target[] {
    const holders = new Map<Urn, Holder>();
    for (const urn of value.owner.dependenciesOf(topLevel(value.path))) {
      const owner = this.plan.resource(urn);
      if (owner && this.holdsAddress(owner)) holders.set(urn, { owner, why: "refers" });
    }
    const targets = [...holders.values()].flatMap((holder) => this.resolveHolder(holder.owner, holder.why));
    const distinct = new Set(targets.map((target) => (target.is === "entry" ? target.entry.resource.urn : target.is)));
    if (holders.size === 0) return [{ is: "unknown", doubt: why, steps: [] }];
    if (holders.size === 1 || distinct.size === 1) return targets;
    const names = [...holders.values()].map((holder) => holder.owner.name).join(", ");
    const several = doubt("several-candidates", { property: value.path, names }, { ...about(why) });
    return [{ is: "unknown", doubt: several, steps: [] }];
  }

  private holdsAddress(resource: Resource): boolean {
    return this.graph.entries.has(resource.urn) || this.graph.addresses.has(resource.urn);
  }

  /** Follows a name through the plan's records; each name once, so chains and cycles cost no more than their length. */
  private resolveName(start: string, from: Resource): readonly Target[] {
    const chain: { name: string; records: readonly RecordContribution[] }[] = [];
    let name = start;
    // Straight chains are followed in a loop, so that their length does not matter; forks recurse.
    for (;;) {
      const done = this.resolved.get(name);
      if (done) return this.close(chain, done);
      if (this.open.has(name)) return this.close(chain, [{ is: "nowhere", steps: [] }]);
      const records = (this.records.get(name) ?? this.records.get(wildcardOf(name)) ?? []).filter(serves);
      chain.push({ name, records });
      this.open.add(name);
      const only = records.length === 1 ? records[0] : undefined;
      const next = only?.value.string();
      const nextName = next?.state === "known" ? normal(next.value) : undefined;
      if (only === undefined || nextName === undefined || isAddress(nextName) || this.byAddress.has(nextName)) {
        const last =
          records.length > 0
            ? records.flatMap((record) => this.followed(record, this.resolve(record.value)))
            : this.outsideName(name, from);
        chain.pop();
        this.open.delete(name);
        this.resolved.set(name, last);
        return this.close(chain, last);
      }
      name = nextName;
    }
  }

  private close(chain: { name: string; records: readonly RecordContribution[] }[], last: readonly Target[]) {
    let targets = last;
    for (let link = chain.pop(); link !== undefined; link = chain.pop()) {
      const record = link.records[0];
      targets = record ? this.followed(record, targets) : targets;
      this.open.delete(link.name);
      this.resolved.set(link.name, targets);
    }
    return targets;
  }

  private followed(record: RecordContribution, targets: readonly Target[]): readonly Target[] {
    const step: Step = { resource: record.by, why: "follows" };
    // A chain of a thousand names needs no thousand lines of evidence: the last ones tell where it ends.
    return targets.map((target) => ({ ...target, steps: [step, ...target.steps].slice(-MAX_STEPS) }));
  }

  private outsideName(name: string, from: Resource): readonly Target[] {
    const spec = endpointOf(name);
    if (!spec) return [{ is: "foreign", name, steps: [] }];
    if (spec.reach === "private") return [{ is: "nowhere", steps: [] }];
    const entry: Entry = { ...spec, resource: from, edge: false, opening: "web", attached: [] };
    return [{ is: "entry", entry, steps: [{ resource: from, why: "endpoint" }] }];
  }
}

const MAX_STEPS = 12;

const about = (why: Doubt) => ({
  ...(why.property === undefined ? {} : { property: why.property }),
  ...(why.urn === undefined ? {} : { urn: why.urn }),
  waitsFor: why.waitsFor,
});

const serves = (record: RecordContribution): boolean =>
  !(record.active.state === "known" && !record.active.value) &&
  !(record.type.state === "known" && !leadsToAddress(record.type.value));

const wildcardOf = (name: string): string => `*.${name.slice(name.indexOf(".") + 1)}`;

/** One spelling for addresses and names. */
function normal(text: string): string {
  if (isAddress(text)) return plainAddress(text);
  return toAscii(text) ?? text.toLowerCase().replace(/\.$/, "");
}
