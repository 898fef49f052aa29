import { doubt, known, type Doubt, type Urn } from "../plan/fact";
import { flat, groupBy } from "../base/collections";
import { memoized } from "../base/memo";
import type { Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { Budget } from "./budget";
import { ByResource } from "./by-resource";
import { addressUses } from "./build/address-uses";
import { boundHosts } from "./build/bound-hosts";
import { boundTargets } from "./build/bound-targets";
import { contributedEntries } from "./build/contributed-entries";
import { sharedBuckets } from "./build/shared-buckets";
import {
  readerOf,
  type AddressContribution,
  type AttachmentContribution,
  type BindingContribution,
  type Contribution,
  type EntryContribution,
  type ForeignContribution,
  type OriginContribution,
  type Product,
  type Reader,
  type RecordContribution,
  type ServerContribution,
} from "./contribution";
import type { AddressUse, BoundHost, Entry, Front } from "./entry";
import { withFallbacks } from "./fallback";
import { Links, type Ends } from "./links";
import { Openings } from "./openings";
import type { LeadingAddress } from "./target";

/** What a resource may contribute without its being counted. */
const FEW = 20;

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
  readonly contributed: readonly EntryContribution[];
  /** What each address resource is bound to. */
  readonly uses: ReadonlyMap<Urn, readonly AddressUse[]>;
  /** Why an address may be bound by what does not tell which one it binds. */
  private readonly looseUses: ByResource<undefined>;
  /** Literal addresses that the plan opens without showing their resource. */
  readonly literals: ReadonlyMap<string, Entry>;
  readonly origins: ReadonlyMap<Urn, readonly OriginContribution[]>;
  /** The buckets that are opened to everybody and for which nothing forbids it: certainly, or perhaps. */
  readonly shared: ReadonlyMap<Urn, "certainly" | Doubt>;
  readonly links: Links;
  private found: ReadonlyMap<Urn, readonly Front[]> | undefined;
  private unbound: readonly BindingContribution[] | undefined;
  private secret: { readonly doubt: Doubt | undefined } | undefined;

  constructor(
    readonly plan: Plan,
    private readonly products: Product,
  ) {
    const of = pickBy(this.read(plan.resources));
    this.records = withFallbacks(of("record"), plan.absenceDoubt);
    this.zones = flat(of("zone"), ({ domain }) => (domain.state === "known" ? [domain.value] : []));
    this.contributed = of("entry");
    this.servers = new Map(of("server").map((server) => [server.resource.urn, server]));
    this.addresses = new Map(of("address").map((address) => [address.resource.urn, address]));
    this.foreign = new Map(of("foreign").map((foreign) => [foreign.resource.urn, foreign]));
    this.origins = groupBy(of("origin"), (origin) => origin.of.urn);
    this.links = new Links(plan, [...of("link"), ...flat(of("attachment"), mayLead)]);
    this.shared = sharedBuckets(of("sharing"), plan);

    const openings = new Openings(plan, of("listener"), of("guard"), of("opening"), this.links);
    const attachments = of("attachment");
    const entries = contributedEntries(this.contributed, boundTargets(attachments, this.addresses, plan), openings);
    const { uses, literals } = addressUses(attachments, { plan, addresses: this.addresses, openings, entries });
    this.uses = uses;
    this.looseUses = new ByResource(attachments.map(({ address }) => ({ of: address, value: undefined })));
    this.literals = literals;
    this.bindings = boundHosts(of("binding"), entries, openings);
    this.entries = entries;
  }

  /** What a resource has as an address; `text` is the address where that is known from what names it. */
  addressOf(owner: Resource, text?: string): LeadingAddress | undefined {
    const held = this.addresses.get(owner.urn);
    const value = text === undefined ? held?.value : known(text);
    return value && { owner, value, ...(held && { location: held.location }) };
  }

  /** Why an address that nothing seems to bind may be bound all the same: what binds does not tell which one. */
  mayBeBound(address: Resource): Doubt | undefined {
    return this.looseUses.of(address).find(({ unsure }) => unsure)?.unsure;
  }

  /** Why an address that nothing seems to hold may be one of the plan's: one of those is secret. */
  get secretAddress(): Doubt | undefined {
    return (this.secret ??= { doubt: this.findSecret() }).doubt;
  }

  private findSecret(): Doubt | undefined {
    const facts = [
      ...flat(this.contributed, (entry) => entry.addresses),
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
    const readOf = memoized((type): Reader | undefined => readerOf(this.products, type));
    const all: Contribution[] = [];
    const budget = new Budget(this.plan);
    for (const resource of resources) {
      const read = readOf(resource.type)?.(resource, this.plan);
      if (!read) continue;
      if (!isList(read)) all.push(read);
      else {
        if (read.length > FEW) budget.spend(read.length);
        for (const contribution of read) all.push(contribution);
      }
    }
    return all;
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
    const pairs = flat(this.entries.values(), (entry) => {
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

const isList = (read: Contribution | readonly Contribution[]): read is readonly Contribution[] => Array.isArray(read);

function pickBy(all: readonly Contribution[]): <K extends Contribution["is"]>(is: K) => Of<K>[] {
  const groups = groupBy(all, (contribution) => contribution.is);
  return <K extends Contribution["is"]>(is: K) => (groups.get(is) ?? []) as Of<K>[];
}

/** An address leads to whatever it may be bound to. */
const mayLead = ({ address, to }: AttachmentContribution): readonly Ends[] =>
  to.is === "unknown" ? [{ from: address, to }] : [];
