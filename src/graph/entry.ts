import type { Doubt } from "../plan/fact";
import type { Resource } from "../plan/resource";
import type { Location } from "../location/locate";
import { isEdge, tierOf, type EntryKind, type Tier } from "../vocabulary/kinds";
import type { BindingContribution, EntrySpec, Opening, Reach } from "./contribution";

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
  /** The addresses bound to it, with what binds them. */
  readonly attached: readonly Attached[];
}

/** An address that is bound to an entry, and what binds it. */
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

/** What the kind of an entry tells of it, unless it says so itself. */
export const ofKind = ({ kind, tier }: Pick<EntrySpec, "kind" | "tier">): Pick<Entry, "tier" | "edge"> => ({
  tier: tier ?? tierOf(kind),
  edge: isEdge(kind),
});
