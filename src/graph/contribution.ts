/**
 * What a resource contributes to the picture: entries, hosts bound on them, addresses, links, servers, DNS records.
 * A product's file turns each of its resource types into these; the graph joins them and knows no product.
 */
import type { Location } from "../location/locate";
import type { Doubt, Fact } from "../plan/fact";
import type { Plan, Reference } from "../plan/plan";
import type { Resource, Value } from "../plan/resource";
import { unversioned } from "../plan/type-name";
import type { EntryKind, Tier } from "../vocabulary/kinds";
import type { FirewallRule } from "./firewall-rule";

/** Whether the public reaches it. */
export type Reach = "public" | "private" | Doubt;

/**
 * What is open to the public, the most first: `web` a listener or port for the web, to the world; a doubt where that may
 * be so or not; `restricted` a port for the web, to some public addresses only; `possible` another port that may carry
 * it; `none` nothing, or only protocols that are not web. Where it is unknown which of the last three holds, the first
 * of those that may.
 */
export type Opening = "web" | "restricted" | "possible" | "none" | Doubt;

/** What an entry is, whatever resource carries it. Its kind tells the rest. */
export interface EntrySpec {
  readonly kind: EntryKind;
  /** What filing it asks for, where that is not what its kind does. */
  readonly tier?: Tier;
  readonly location: Location;
  readonly reach: Reach;
  /** Why its name leads to its origins, as far as anybody knows: it was taken offline (F-04). */
  readonly offline?: Doubt;
  /** Whether it has, or may have, names besides its own that are served from everywhere. */
  readonly accelerated?: boolean;
  /** When it was made, where the provider has said so or that is secret. */
  readonly created?: Fact<string>;
}

/** A resource through which the public can reach something. */
export interface EntryContribution extends EntrySpec {
  readonly is: "entry";
  readonly resource: Resource;
  /** The IP addresses and host names under which it is reached. */
  readonly addresses: readonly Fact<string>[];
}

/** A public address that serves nothing by itself: an EIP, or an IPv6 address. */
export interface AddressContribution {
  readonly is: "address";
  readonly resource: Resource;
  readonly ipv6?: true;
  readonly value: Fact<string>;
  readonly location: Location;
}

/** Binds an address to something. */
export interface AttachmentContribution {
  readonly is: "attachment";
  readonly by: Resource;
  readonly address: Reference;
  /** What stands for the address when the plan does not show its resource; `by` when left out. */
  readonly owner?: Resource;
  readonly to: Reference;
  /**
   * `target`: what it is bound to becomes public. `address`: the address itself becomes the entry (DNAT).
   * `nothing`: bound, but lets nobody in (an EIP on a NAT gateway, for outgoing traffic). `as-is`: it leads there, and
   * what it is bound to stays as public as it is.
   */
  readonly opens: "target" | "address" | "nothing" | "as-is";
  /** What the address is an entry of when it stands for itself, or for something outside the plan. */
  readonly kind: EntryKind;
}

/** A host bound on a product itself, not through DNS. */
export interface BindingContribution {
  readonly is: "binding";
  readonly by: Resource;
  readonly host: Fact<string>;
  readonly property: string;
  readonly to: Reference;
  /** Resources between the binding and the entry, such as a listener. */
  readonly through?: readonly Resource[];
  /** What the entry is like when the plan does not show it. */
  readonly standIn: EntrySpec;
  /** The product is given the domain and must be filed for, but serves no host of this name by it. */
  readonly claims?: true;
  /** What is at fault for all hosts bound together; the entry when left out. */
  readonly cause?: Resource;
  /** The URL to which visitors are forwarded, by what binds it or may bind it. */
  readonly forwardsTo?: Fact<string>;
}

/** A listener, forward entry or the like that opens an entry. */
export interface ListenerContribution {
  readonly is: "listener";
  readonly by: Resource;
  readonly on: Reference;
  readonly opening: Opening;
}

/** What guards an instance or interface: its security groups. */
export interface GuardContribution {
  readonly is: "guard";
  readonly of: Reference;
  /** Which network interface of it, where it has several: the groups of one are weighed together. */
  readonly door?: string;
  readonly groups: readonly Reference[];
}

/** What a security group's rule lets in, or keeps out. */
export interface OpeningContribution {
  readonly is: "opening";
  readonly by: Resource;
  readonly group: Reference;
  readonly rule: FirewallRule;
}

/** Traffic goes on from one resource to another: balancer to server group to instance, interface to instance. */
export interface LinkContribution {
  readonly is: "link";
  readonly by: Resource;
  readonly from: Reference;
  readonly to: Reference;
}

/** An edge fetches from here. */
export interface OriginContribution {
  readonly is: "origin";
  readonly of: Resource;
  readonly value: Value;
  /** Whether the visitor's Host gets there, as it does unless said otherwise; a doubt also where the plan hides the origin. */
  readonly passesHost?: boolean | Doubt;
  /** The Host that the origin is asked for, where it is not the visitor's. */
  readonly asks?: Fact<string>;
}

/** A DNS zone: its domain is one of the user's own, so names under it are no stranger's. */
export interface ZoneContribution {
  readonly is: "zone";
  readonly domain: Fact<string>;
}

/** A public DNS record, or one answer of it. */
export interface RecordContribution {
  readonly is: "record";
  readonly by: Resource;
  readonly host: Fact<string>;
  /** The record's type in capitals: A, AAAA, CNAME, REDIRECT_URL, FORWARD_URL… */
  readonly type: Fact<string>;
  readonly value: Value;
  readonly active: Fact<boolean>;
  /** `default`, or the name of a line that only some visitors get. */
  readonly line: Fact<string>;
  /** The resource whose name the record answers: what refers to that resource leads on as the record does. */
  readonly of?: Resource;
  /** The URL to which it forwards visitors, where it does or may. */
  readonly forwardsTo?: Fact<string>;
  /** It holds only while the plan has no other record for this host. */
  readonly fallback?: true;
}

/** Opens a bucket to everybody, or forbids whatever does: `nobody` reads it without permission. */
export interface SharingContribution {
  readonly is: "sharing";
  readonly by: Resource;
  readonly of: Reference;
  readonly shared: "everybody" | "nobody";
  /** Why it is not certain that it does. */
  readonly unsure?: Doubt;
}

/** How a server is paid for. `unstated`: the provider decides, which means pay-as-you-go. */
export type Charge = "subscription" | "pay-as-you-go" | "spot" | "unstated" | Doubt;

/** A server's term: months bought, and whether it renews itself. */
export interface Term {
  /** Months bought at creation; part of a month for weeks. */
  readonly months: Fact<number>;
  readonly renewal: Fact<"automatic" | "none">;
}

/** A server: something that could obtain a filing. */
export interface ServerContribution {
  readonly is: "server";
  readonly resource: Resource;
  readonly product: "ecs" | "sas" | "ens";
  readonly location: Location;
  readonly charge: Charge;
  /** The property that tells how it is paid for. */
  readonly chargeProperty: string;
  /** The property that tells whether its subscription renews itself. */
  readonly renewalProperty: string;
  readonly term: Term;
  /** Whether it has public bandwidth of its own; an EIP is found by the graph. */
  readonly bandwidth: boolean | Doubt;
  /** Deleting it only takes it out of the state: it lives on to the end of its subscription. */
  readonly outlives?: boolean | Doubt;
}

/** Addresses of another provider, which nobody here answers for. */
export interface ForeignContribution {
  readonly is: "foreign";
  readonly resource: Resource;
  /** Where that provider serves from. */
  readonly location: Location;
  /** Why something may have to be filed all the same: it is, or may be, in the mainland. */
  readonly doubt?: Doubt;
}

export type Contribution =
  | EntryContribution
  | AddressContribution
  | AttachmentContribution
  | BindingContribution
  | ListenerContribution
  | GuardContribution
  | OpeningContribution
  | LinkContribution
  | OriginContribution
  | RecordContribution
  | ZoneContribution
  | SharingContribution
  | ForeignContribution
  | ServerContribution;

/** Turns one resource into what it contributes. */
export type Reader = (resource: Resource, plan: Plan) => Contribution | readonly Contribution[];

/** A product family: each of its resource types and how it is read. */
export type Product = Readonly<Record<string, Reader>>;

/** How a resource type is read; undefined for types that nobody has described. */
export function readerOf(products: Product, type: string): Reader | undefined {
  if (Object.hasOwn(products, type)) return products[type];
  const plain = unversioned(type);
  return plain !== type && Object.hasOwn(products, plain) ? products[plain] : undefined;
}

/** Declares a product family. */
export const product = <const P extends Product>(types: P): P => types;

/** The reference of a resource to itself. */
export const referenceTo = (resource: Resource): Reference => ({ is: "resource", resource });

export const isDoubt = (value: unknown): value is Doubt =>
  typeof value === "object" && value !== null && "why" in value;
