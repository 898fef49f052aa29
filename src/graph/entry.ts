import type { Doubt, Fact } from "../plan/fact";
import type { Resource } from "../plan/resource";
import type { Location } from "../location/locate";
import { isEdge, tierOf, type EntryKind, type Tier } from "../vocabulary/kinds";
import type { AddressContribution, BindingContribution, EntrySpec, Opening, Reach } from "./contribution";

/** A resource through which the public reaches something, with all that the plan says about it. */
export interface Entry extends Omit<EntrySpec, "tier"> {
  readonly resource: Resource;
  /** What it is called: its resource's name, the host name that tells of it, or several where any of them may be meant. */
  readonly name: string;
  readonly kind: EntryKind;
  readonly location: Location;
  readonly reach: Reach;
  /** What filing it asks for. Undefined where no document says: it may ask for either. */
  readonly tier: Tier | undefined;
  /** An edge serves hosts from its own nodes and fetches from origins. */
  readonly edge: boolean;
  /** What is open to the world. */
  readonly opening: Opening;
  /** The IP addresses and host names of its own under which it is reached. */
  readonly addresses: readonly Fact<string>[];
  /** The addresses of the plan that are bound to it. */
  readonly attached: readonly AddressContribution[];
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

/** What the kind of an entry tells of it, unless it says so itself. */
export const ofKind = ({ kind, tier }: Pick<EntrySpec, "kind" | "tier">): Pick<Entry, "tier" | "edge"> => ({
  tier: tier ?? tierOf(kind),
  edge: isEdge(kind),
});
