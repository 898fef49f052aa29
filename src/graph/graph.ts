import { doubt, type Doubt, type Urn } from "../plan/fact";
import { groupBy } from "../base/collections";
import type { Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { locate, type Location } from "../location/locate";
import {
  readerOf,
  type AddressContribution,
  type AttachmentContribution,
  type BindingContribution,
  type Contribution,
  type EntryContribution,
  type EntryKind,
  type EntrySpec,
  type ForeignContribution,
  type Opening,
  type OriginContribution,
  type Product,
  type Reach,
  type RecordContribution,
  type ServerContribution,
} from "./contribution";
import { Links, meant, type Ends } from "./links";
import { closedSoFar, Openings } from "./openings";
import { settled } from "./fallback";

/** A resource through which the public reaches something, with all that the plan says about it. */
export interface Entry extends EntrySpec {
  readonly resource: Resource;
  /** What it is called: its resource's name, the host name that tells of it, or several where any of them may be meant. */
  readonly name: string;
  readonly kind: EntryKind;
  readonly location: Location;
  readonly reach: Reach;
  readonly edge: boolean;
  /** What is open to the world. */
  readonly opening: Opening;
  /** The addresses bound to it, with what binds them. */
  readonly attached: readonly Attached[];
}

export interface Attached {
  readonly address: Resource;
  readonly by: Resource;
}

/** A binding together with the entry it leads to. */
export interface BoundHost extends BindingContribution {
  readonly entry: Entry;
}

/** How an address that is a resource of its own is used. */
export interface AddressUse {
  readonly entry?: Entry;
  readonly by: Resource;
}

/** A public entry before another one. */
export interface Front {
  readonly entry: Entry;
  /** Why it is not sure that it leads there. */
  readonly doubt: Doubt | undefined;
}

type Of<K extends Contribution["is"]> = Extract<Contribution, { is: K }>;

/** All contributions of a plan, joined. */
export class Graph {
  readonly entries: ReadonlyMap<Urn, Entry>;
  readonly bindings: readonly BoundHost[];
  readonly records: readonly RecordContribution[];
  /** The domains of the plan's DNS zones. */
  readonly zones: readonly string[];
  readonly servers: ReadonlyMap<Urn, ServerContribution>;
  readonly addresses: ReadonlyMap<Urn, AddressContribution>;
  /** Addresses of other providers. */
  readonly foreign: ReadonlyMap<Urn, ForeignContribution>;
  /** Entry addresses: the contributions that declare them, for the target resolver. */
  readonly declared: readonly EntryContribution[];
  /** What each address resource is bound to. */
  readonly uses: ReadonlyMap<Urn, readonly AddressUse[]>;
  /** Literal addresses that the plan opens without showing their resource. */
  readonly literals: ReadonlyMap<string, Entry>;
  readonly origins: ReadonlyMap<Urn, readonly OriginContribution[]>;
  /** The buckets that are opened to everybody and for which nothing forbids it: certainly, or perhaps. */
  readonly shared: ReadonlyMap<Urn, "certainly" | Doubt>;
  readonly links: Links;
  private found: ReadonlyMap<Urn, readonly Front[]> | undefined;
  private unbound: readonly BindingContribution[] | undefined;

  constructor(
    readonly plan: Plan,
    private readonly products: Product,
  ) {
    const of = pickBy(this.read(plan.resources));
    this.records = settled(of("record"), plan.absenceDoubt);
    this.zones = of("zone").flatMap(({ domain }) => (domain.state === "known" ? [domain.value] : []));
    this.declared = of("entry");
    this.servers = new Map(of("server").map((server) => [server.resource.urn, server]));
    this.addresses = new Map(of("address").map((address) => [address.resource.urn, address]));
    this.foreign = new Map(of("foreign").map((foreign) => [foreign.resource.urn, foreign]));
    this.origins = groupBy(of("origin"), (origin) => origin.of.urn);
    this.links = new Links(plan, [...of("link"), ...of("attachment").flatMap(mayLead)]);
    this.shared = sharedOf(of("sharing"), plan);

    const openings = new Openings(plan, of("listener"), of("guard"), of("opening"), this.links);
    const joined = joinAttachments(plan, of("entry"), this.addresses, of("attachment"), openings);
    const entries = joined.entries;
    this.uses = joined.uses;
    this.literals = joined.literals;
    this.bindings = of("binding").map((binding) => {
      const target = binding.to.is === "resource" ? entries.get(binding.to.resource.urn) : undefined;
      const entry = target ?? standIn(binding.by, binding.standIn, openings);
      if (!target) entries.set(binding.by.urn, entry);
      return { ...binding, entry };
    });
    this.entries = entries;
  }

  /** Why an address that nothing seems to hold may be one of the plan's: one of those is secret. */
  get secretAddress(): Doubt | undefined {
    const facts = [
      ...this.declared.flatMap((entry) => entry.addresses),
      ...[...this.addresses.values()].map((one) => one.value),
    ];
    for (const fact of facts) if (fact.state === "unknown" && fact.doubt.why === "secret") return fact.doubt;
    return undefined;
  }

  /** The hosts bound on what this plan removes. */
  get removedBindings(): readonly BindingContribution[] {
    return (this.unbound ??= pickBy(this.read(this.plan.removed))("binding"));
  }

  private read(resources: readonly Resource[]): readonly Contribution[] {
    return resources.flatMap((resource) => {
      const read = readerOf(this.products, resource.type);
      return read ? asList(read(resource, this.plan)) : [];
    });
  }

  /**
   * The entries that the public reaches and from which traffic goes on to a resource: a network load balancer, an
   * accelerator or a DNAT entry before a private balancer. With a doubt where it is not sure that it does.
   */
  frontsOf(resource: Resource): readonly Front[] {
    return this.fronts.get(resource.urn) ?? [];
  }

  private get fronts(): ReadonlyMap<Urn, readonly Front[]> {
    return (this.found ??= this.findFronts());
  }

  private findFronts(): ReadonlyMap<Urn, readonly Front[]> {
    const isBound = new Set(this.bindings.map(({ entry }) => entry.resource.urn));
    const pairs = [...this.entries.values()].flatMap((entry) => {
      if (entry.reach === "private") return [];
      const sure = new Set(this.links.behind(entry.resource).map(({ urn }) => urn));
      return this.links
        .reached(entry.resource)
        .filter(({ urn }) => isBound.has(urn))
        .map(({ urn }) => ({
          urn,
          front: { entry, doubt: sure.has(urn) ? undefined : doubt("may-lead", { what: entry.name }) },
        }));
    });
    return new Map([...groupBy(pairs, ({ urn }) => urn)].map(([urn, all]) => [urn, all.map(({ front }) => front)]));
  }
}

const asList = (read: Contribution | readonly Contribution[]): readonly Contribution[] =>
  Array.isArray(read) ? (read as readonly Contribution[]) : [read as Contribution];

function pickBy(all: readonly Contribution[]): <K extends Contribution["is"]>(is: K) => Of<K>[] {
  const groups = groupBy(all, (contribution) => contribution.is);
  return <K extends Contribution["is"]>(is: K) => (groups.get(is) ?? []) as Of<K>[];
}

/** An address leads to whatever it may be bound to. */
const mayLead = ({ address, to }: AttachmentContribution): readonly Ends[] =>
  to.is === "unknown" ? [{ from: address, to }] : [];

function sharedOf(all: readonly Of<"sharing">[], plan: Plan): ReadonlyMap<Urn, "certainly" | Doubt> {
  const said = all.flatMap(({ of, shared, unsure }) =>
    meant(of, plan).map(({ urn }) => ({ urn, shared, unsure: of.is === "unknown" ? of.doubt : unsure })),
  );
  const shared = new Map<Urn, "certainly" | Doubt>();
  for (const [urn, group] of groupBy(said, (one) => one.urn)) {
    const opened = group.filter((one) => one.shared === "everybody").map(({ unsure }) => unsure);
    const blocked = group.filter((one) => one.shared === "nobody").map(({ unsure }) => unsure);
    if (opened.length === 0 || blocked.includes(undefined)) continue;
    const [perhaps] = [...(opened.includes(undefined) ? [] : opened), ...blocked];
    shared.set(urn, perhaps ?? "certainly");
  }
  return shared;
}

interface Joined {
  readonly entries: Map<Urn, Entry>;
  readonly uses: Map<Urn, AddressUse[]>;
  readonly literals: Map<string, Entry>;
}

/** Binds addresses to entries: what an address is bound to becomes public, or the address becomes an entry itself. */
function joinAttachments(
  plan: Plan,
  declared: readonly EntryContribution[],
  addresses: ReadonlyMap<Urn, AddressContribution>,
  attachments: readonly AttachmentContribution[],
  openings: Openings,
): Joined {
  const attachedTo = new Map<Urn, Attached[]>();
  const publicTargets = new Set<Urn>();
  const perhaps = new Map<Urn, Doubt>();
  for (const attachment of attachments) {
    if (attachment.opens !== "target") continue;
    if (attachment.to.is === "unknown") {
      for (const candidate of meant(attachment.to, plan)) perhaps.set(candidate.urn, attachment.to.doubt);
    }
    if (attachment.to.is !== "resource") continue;
    const target = attachment.to.resource.urn;
    publicTargets.add(target);
    if (attachment.address.is !== "resource") continue;
    const list = attachedTo.get(target) ?? [];
    list.push({ address: attachment.address.resource, by: attachment.by });
    attachedTo.set(target, list);
  }
  const entries = new Map<Urn, Entry>();
  for (const entry of declared) {
    const { urn } = entry.resource;
    entries.set(urn, {
      ...entry,
      name: entry.resource.name,
      edge: entry.edge ?? false,
      reach: reachOf(entry.reach, publicTargets.has(urn), perhaps.get(urn)),
      opening: openings.of(entry.resource, entry.kind),
      attached: attachedTo.get(urn) ?? [],
    });
  }
  const uses = new Map<Urn, AddressUse[]>();
  const literals = new Map<string, Entry>();
  for (const attachment of attachments) {
    const use = useOf(plan, attachment, entries, addresses, openings);
    if (attachment.address.is === "resource") {
      const list = uses.get(attachment.address.resource.urn) ?? [];
      list.push(use);
      uses.set(attachment.address.resource.urn, list);
      if (use.entry) entries.set(use.entry.resource.urn, use.entry);
    } else if (use.entry && attachment.opens === "address") {
      entries.set(use.entry.resource.urn, use.entry);
      if (attachment.address.is === "elsewhere") literals.set(attachment.address.value, use.entry);
    }
  }
  return { entries, uses, literals };
}

/** An address makes public what it is bound to; one that is perhaps bound to it leaves a private entry in doubt. */
function reachOf(own: Reach, bound: boolean, perhaps: Doubt | undefined): Reach {
  if (bound) return "public";
  return own === "private" && perhaps ? perhaps : own;
}

function useOf(
  plan: Plan,
  attachment: AttachmentContribution,
  entries: ReadonlyMap<Urn, Entry>,
  addresses: ReadonlyMap<Urn, AddressContribution>,
  openings: Openings,
): AddressUse {
  const { by, opens, to, kind } = attachment;
  if (opens === "nothing") return { by };
  const leads = opens === "target" || opens === "as-is";
  const target = leads && to.is === "resource" ? entries.get(to.resource.urn) : undefined;
  if (target) return { by, entry: target };
  const owner = attachment.address.is === "resource" ? attachment.address.resource : (attachment.owner ?? by);
  const existing = entries.get(owner.urn);
  if (existing) return { by, entry: existing };
  const location = addresses.get(owner.urn)?.location ?? locate(owner, plan);
  const entry = standIn(owner, { kind, tier: "access", location, reach: "public" }, openings);
  // Of an address whose resource and gateway are elsewhere, more may be opened there.
  const isAllShown = entry.opening !== "none" || addresses.has(owner.urn) || to.is === "resource";
  return { by, entry: isAllShown ? entry : { ...entry, opening: closedSoFar({ urn: owner.urn, waitsFor: [] }) } };
}

const standIn = (resource: Resource, spec: EntrySpec, openings: Openings): Entry => ({
  ...spec,
  resource,
  name: resource.name,
  edge: spec.edge ?? false,
  opening: openings.of(resource, spec.kind),
  attached: [],
});
