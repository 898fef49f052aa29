/** What values, names and resources lead to: one resolver, from which nothing is dropped. */
import type { Entry } from "./entry";
import { isAddress, isPublic, plainAddress } from "../names/ip-address";
import { nameOf, toAscii } from "../names/host-name";
import type { Location } from "../location/locate";
import { doubt, type Doubt, type Fact, type Urn } from "../plan/fact";
import { flat, groupBy } from "../base/collections";
import { severalOf, type Plan } from "../plan/plan";
import { topLevel, type Resource, type Value } from "../plan/resource";
import { Chains } from "./chains";
import type { RecordContribution } from "./contribution";
import type { Graph } from "./graph";
import { NamedEntries } from "./named-entries";
import { before, passTo, type Lead } from "./lead";
import { doubtsOf, forwards, lineOf, serves } from "./record";
import { RecordNames } from "./record-names";
import { anyOf, type Step, type Target, type Why } from "./target";
import { vendorOf } from "./vendor-names";

const MAX_STEPS = 12;
/** Of more resources that a value may stand for nobody looks whether all agree. */
const MOST_HOLDERS = 100;

/** How a known address or a resource leads on. */
interface Holder {
  readonly owner: Resource;
  readonly why: Why;
}

/** Resolves values to targets: one resolver for DNS records, origins and declared references. */
export class Targets {
  private readonly byAddress = new Map<string, Resource>();
  /** The resources of which an address is known, or that there is none. */
  private readonly shown = new Set<Urn>();
  private readonly records: RecordNames;
  /** The records that answer for the name of a resource. */
  private readonly answers: ReadonlyMap<Urn | undefined, readonly RecordContribution[]>;
  private readonly names: NamedEntries;
  private readonly chains = new Chains();
  private readonly plan: Plan;

  /** `isOwn`: whether a domain is one that plan or register knows, so that names under it are no stranger's. */
  constructor(
    private readonly graph: Graph,
    private readonly isOwn: (apex: string) => boolean,
  ) {
    this.plan = graph.plan;
    for (const entry of graph.contributed) {
      for (const address of entry.addresses) this.hold(address, entry.resource);
    }
    for (const address of graph.addresses.values()) this.hold(address.value, address.resource);
    this.records = new RecordNames(graph.records, normal);
    this.answers = groupBy(
      graph.records.filter((record) => record.of !== undefined),
      (record) => record.of?.urn,
    );
    this.names = new NamedEntries(graph, normal);
  }

  private hold(address: Fact<string>, held: Resource): void {
    const owner = this.plan.speakerOf(held);
    if (address.state === "known") this.byAddress.set(normal(address.value), owner);
    if (address.state === "known" || (address.state === "absent" && held.isShown)) this.shown.add(owner.urn);
  }

  /** What a value leads to. Unknown values are followed through what they were computed from. */
  resolve(value: Value): readonly Target[] {
    return this.chains.follow(this.leadsOf(value));
  }

  /** What a resource leads to when something refers to it. */
  resolveHolder(owner: Resource, why: Why): readonly Target[] {
    return this.chains.follow(this.behind({ owner, why }));
  }

  private leadsOf(value: Value): readonly Lead[] {
    const text = value.string();
    if (text.state === "absent") return [];
    if (text.state === "known") return this.leadsOfKnown(value, text.value);
    if (text.doubt.why !== "computed") return [{ is: "unknown", why: text.doubt, steps: [] }];
    return this.leadsOfComputed(value, text.doubt);
  }

  /**
   * An address that no resource shows may be that of the one from which it was computed, if the plan hides what that has: what
   * does not exist yet has none that anybody could know. One that another stack has given leads to what that stack replaces it by.
   */
  private leadsOfKnown(value: Value, text: string): readonly Lead[] {
    const [replacing, another] = this.plan.references.replacing(text, value).filter((one) => this.holdsAddress(one));
    if (replacing && !another) return this.behind({ owner: replacing, why: "refers" });
    const leads = this.leadsOfText(text, value.owner);
    if (!leads.every(({ is }) => is === "unmatched")) return leads;
    const holders = this.plan.references.areIn(value) ? [] : this.holdersOf(value);
    const [holder] = holders;
    return holder && holders.length === 1 && holder.owner.exists !== "no" && !this.shown.has(holder.owner.urn)
      ? this.behind(holder, addressIn(normal(text)))
      : leads;
  }

  /** The resources with addresses from which a value was computed. */
  private holdersOf({ owner, path }: Value): readonly Holder[] {
    const urns = new Set(owner.dependenciesOf(topLevel(path)));
    return flat(urns, (urn): readonly Holder[] => {
      const resource = this.plan.resource(urn);
      return resource && this.holdsAddress(resource) ? [{ owner: resource, why: "refers" }] : [];
    });
  }

  /** What a known address or host name leads to. `from` is the resource that names it. */
  private leadsOfText(text: string, from: Resource): readonly Lead[] {
    const name = normal(text);
    const holder = this.byAddress.get(name);
    if (holder) return this.behind({ owner: holder, why: "equals" }, addressIn(name));
    const literal = this.graph.literals.get(name);
    if (literal) return this.addressed(literal.resource, addressIn(name), [toLiteral(literal)]);
    if (isAddress(name)) {
      return [isPublic(name) ? { is: "unmatched", address: name, steps: [] } : { is: "nowhere", steps: [] }];
    }
    return [passTo({ key: `name ${name}`, leads: () => this.leadsOfName(name, from) })];
  }

  private leadsOfName(name: string, from: Resource): readonly Lead[] {
    const records = this.records.at(name).filter(serves);
    return records.length > 0 ? this.leadsOfRecords(records) : this.outsideName(name, from);
  }

  private leadsOfRecords(records: readonly RecordContribution[]): readonly Lead[] {
    return flat(records, (record) =>
      after(record, forwards(record) ? this.behind({ owner: record.by, why: "entry" }) : this.leadsOf(record.value)),
    );
  }

  /** What a resource leads to; `text` is its address, where that is known from what names it. */
  private behind({ owner, why }: Holder, text?: string): readonly Lead[] {
    return this.addressed(owner, text, this.leadsBehind(owner, { resource: owner, why }));
  }

  /** Targets to which the address of a resource leads, unless another one does further on. */
  private addressed(owner: Resource, text: string | undefined, leads: readonly Lead[]): readonly Lead[] {
    const ledBy = this.graph.addressOf(owner, text);
    return ledBy ? before(leads, (target) => ({ ledBy, ...target })) : leads;
  }

  private leadsBehind(owner: Resource, step: Step): readonly Lead[] {
    const foreign = this.graph.foreign.get(owner.urn);
    if (foreign?.doubt) return [{ is: "unknown", why: foreign.doubt, steps: [step] }];
    if (foreign) return [{ is: "foreign", name: owner.name, location: foreign.location, steps: [step] }];
    const entry = this.graph.entries.get(owner.urn);
    const uses = this.graph.uses.get(owner.urn) ?? [];
    const answers = this.answers.get(owner.urn);
    if (!entry && answers) {
      const leads = (): readonly Lead[] => this.leadsOfRecords(answers.filter(serves));
      return before([passTo({ key: `answers ${owner.urn}`, leads })], (target) => onWay([step], target));
    }
    if (entry) {
      const opened = uses.filter((use) => use.entry === entry).slice(0, 1);
      return this.throughEntry(entry, [step, ...opened.map((use): Step => ({ resource: use.by, why: "binds" }))]);
    }
    const entered = flat(uses, (use) =>
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
    return [{ is: "unknown", why: this.plan.absenceDoubt ?? loose, steps: [step] }];
  }

  /** An entry, unless it is private; one that was taken offline leads to its origins besides. */
  private throughEntry(entry: Entry, steps: readonly Step[]): readonly Lead[] {
    if (entry.reach !== "private") return [{ is: "entry", entry, steps }, ...this.behindOffline(entry, steps)];
    const absence = entry.edge ? undefined : this.plan.absenceDoubt;
    return [absence ? { is: "unknown", why: absence, steps } : { is: "nowhere", steps }];
  }

  private behindOffline(entry: Entry, steps: readonly Step[]): readonly Lead[] {
    const why = entry.offline;
    if (!why) return [];
    const { urn } = entry.resource;
    const leads = (): readonly Lead[] => flat(this.graph.origins.get(urn) ?? [], ({ value }) => this.leadsOf(value));
    return before([passTo({ key: `origins ${urn}`, leads })], (target) =>
      target.is === "entry" && target.entry !== entry
        ? onWay(steps, { ...target, doubt: why, steps: fetched(target.steps) })
        : undefined,
    );
  }

  private leadsOfComputed(value: Value, why: Doubt): readonly Lead[] {
    const unseen = this.plan.unseen(value);
    if (unseen) return [{ is: "unknown", why: unseen, steps: [] }];
    const holders = this.holdersOf(value);
    const [holder, second] = holders;
    if (!holder) return [{ is: "unknown", why: why, steps: [] }];
    // An output of another stack can be anything.
    if (this.plan.references.areIn(value)) return [{ is: "unknown", why: why, steps: [] }];
    const owners = ownersOf(holders);
    const strangers = this.plan.strangersBeside(owners, value);
    if (strangers.length > 0) return [anyOfThem([...owners, ...strangers], value, why)];
    const own = second ? elementsHolder(value, holders) : holder;
    if (own) return before(this.behind(own), throughAnyDoor);
    if (holders.length > MOST_HOLDERS) return [anyOfThem(owners, value, why)];
    // In which order references stand tells nothing.
    const inOrder = [...holders].sort((a, b) => (a.owner.urn < b.owner.urn ? -1 : a.owner.urn > b.owner.urn ? 1 : 0));
    const leads = (): readonly Lead[] => flat(inOrder, (one) => before(this.behind(one), throughAnyDoor));
    const weigh = (targets: readonly Target[]): readonly Target[] => oneOf(targets, value, inOrder, why);
    return [passTo({ key: `any ${JSON.stringify([value.path, value.owner.urn])}`, leads, weigh })];
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

  /** A name of which the plan has no record: Alibaba Cloud's own, one of the user's own domains, or a stranger's. */
  private outsideName(name: string, from: Resource): readonly Lead[] {
    const entry = this.names.entryOf(name, from);
    if (entry === "private" || entry === "removed" || this.records.isOff(name)) return [{ is: "nowhere", steps: [] }];
    if (entry) return this.throughEntry(entry, [{ resource: entry.resource, why: "endpoint" }]);
    const known = nameOf(name);
    if (known.is === "not-public" && known.reason !== "vendor-owned") return [{ is: "nowhere", steps: [] }];
    if (known.is === "undetermined") return [{ is: "unknown", why: doubt("bad-name", { host: name }), steps: [] }];
    const vendor = vendorOf(name);
    if (vendor) return [{ is: "foreign", name, location: vendor.location, steps: [] }];
    const missing = known.is === "public" && this.isOwn(known.apex) ? doubt("own-name", { name }) : undefined;
    const why = this.plan.absenceDoubt ?? missing;
    if (why) return [{ is: "unknown", why: why, steps: [] }];
    const location: Location = { in: "undetermined", doubt: doubt("foreign-place", { name }) };
    return [{ is: "foreign", name, location, steps: [] }];
  }
}

/**
 * Where a list has as many unknown elements as resources it was computed from, each stands for one of them. Which one is
 * not told: they are taken in their order, as programs mostly write them.
 */
function elementsHolder({ owner, path }: Value, holders: readonly Holder[]): Holder | undefined {
  const place = /^(\w+)(\[\d+\])(?:\.(\w+))?$/.exec(path);
  const [, list = "", index = "", property] = place ?? [];
  const items = place ? owner.items(list) : undefined;
  if (items?.state !== "known") return undefined;
  const unknowns = items.value.filter(
    (item) => (property === undefined ? item : item.at(property)).string().state === "unknown",
  );
  if (unknowns.length !== holders.length) return undefined;
  return holders[unknowns.findIndex((item) => item.path === list + index)];
}

/** A text that is not known may be an accelerated name of a bucket, which has doors everywhere. */
function throughAnyDoor(target: Target): Target {
  if (target.is !== "entry" || !target.entry.accelerated || target.entry.location.in !== "outside") return target;
  const location: Location = { in: "undetermined", doubt: doubt("everywhere", { name: target.entry.name }) };
  return { ...target, entry: { ...target.entry, location } };
}

/** What a value leads to that was computed from several resources: one of them is meant, and nothing tells which. */
function oneOf(targets: readonly Target[], value: Value, holders: readonly Holder[], why: Doubt): readonly Target[] {
  const distinct = new Set(targets.map((target) => (target.is === "entry" ? target.entry.resource.urn : target.is)));
  if (distinct.size === 1) return targets;
  const agreed = anyOf(targets);
  if (agreed) return [agreed];
  return [anyOfThem(ownersOf(holders), value, why)];
}

const ownersOf = (holders: readonly Holder[]): readonly Resource[] => holders.map(({ owner }) => owner);

const anyOfThem = (candidates: readonly Resource[], value: Value, why: Doubt): Target => ({
  is: "unknown",
  why: severalOf(candidates, value, why),
  steps: [],
});

/** What lies behind a record: its doubts and its line are those of all that it leads to. */
function after(record: RecordContribution, leads: readonly Lead[]): readonly Lead[] {
  const [perhaps] = doubtsOf(record);
  const line = lineOf(record);
  return before(leads, (target) => {
    const unsure = target.doubt ?? perhaps;
    const some = target.some ?? line;
    return onWay([{ resource: record.by, why: "follows" }], {
      ...target,
      ...(unsure ? { doubt: unsure } : {}),
      ...(some ? { some } : {}),
    });
  });
}

/** A target with the steps before it. A chain of a thousand names needs no thousand lines of evidence: the last ones do. */
const onWay = (steps: readonly Step[], target: Target): Target => ({
  ...target,
  steps: [...steps, ...target.steps].slice(-MAX_STEPS),
});

const toLiteral = (entry: Entry): Target => ({
  is: "entry",
  entry,
  steps: [{ resource: entry.resource, why: "equals" }],
});

const fetched = (steps: readonly Step[]): readonly Step[] => steps.map((step) => ({ ...step, why: "fetches" }));

/** A name in its one spelling where it is an address. */
const addressIn = (name: string): string | undefined => (isAddress(name) ? name : undefined);

/** One spelling for addresses and names. */
function normal(text: string): string {
  if (isAddress(text)) return plainAddress(text);
  return toAscii(text) ?? text.toLowerCase().replace(/\.$/, "");
}
