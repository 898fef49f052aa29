/** What records, origins and references lead to, and how: the words of the evidence. */
import { flat } from "../base/collections";
import type { Entry } from "./entry";
import type { Location } from "../location/locate";
import type { Doubt, Fact } from "../plan/fact";
import type { Resource } from "../plan/resource";

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
  | "endpoint"
  // Instead of another reason: it was taken of several because both have the same key.
  | "same-key";

/** One step of the evidence: a resource, and how the path came to it. */
export interface Step {
  readonly resource: Resource;
  readonly why: Why;
}

/** An address that led somewhere. */
export interface LeadingAddress {
  /** The resource that holds it. */
  readonly owner: Resource;
  readonly value: Fact<string>;
  /** Where it is, when it is one that the plan has as a resource. */
  readonly location?: Location;
}

/** The way to a target. */
export interface Way {
  readonly steps: readonly Step[];
  /** The address that led there, when one did. */
  readonly ledBy?: LeadingAddress;
  /** Why it is not sure that it leads there. */
  readonly doubt?: Doubt;
  /** Why not everybody is led this way: the line of a record on it. */
  readonly some?: Doubt;
}

/** An entry of the plan, or one that a name tells of. */
export interface EntryTarget extends Way {
  readonly is: "entry";
  readonly entry: Entry;
  /** Others of which any may be meant as well, and which agree with this one in place, requirement and reach. */
  readonly others?: readonly Entry[];
}

/** A stranger's name, and where the stranger serves from, as far as the form of its name tells. */
export interface ForeignTarget extends Way {
  readonly is: "foreign";
  readonly name: string;
  readonly location: Location;
}

/** A public address that matches nothing. */
export interface UnmatchedTarget extends Way {
  readonly is: "unmatched";
  readonly address: string;
}

/** Nothing public, such as a private address. */
export interface NowhereTarget extends Way {
  readonly is: "nowhere";
}

/** Nobody knows. */
export interface UnknownTarget extends Way {
  readonly is: "unknown";
  readonly why: Doubt;
}

/** What a record, an origin or a reference leads to. */
export type Target = EntryTarget | ForeignTarget | UnmatchedTarget | NowhereTarget | UnknownTarget;

/** Several entries of which any may be meant, as one: when all agree in place, requirement and reach. The first speaks for them. */
export function anyOf(targets: readonly Target[]): EntryTarget | undefined {
  const entries = flat(targets, (target) => (target.is === "entry" && !target.doubt && !target.some ? [target] : []));
  if (entries.length === 0 || entries.length < targets.length) return undefined;
  const first = entries.reduce((a, b) => (b.entry.resource.urn < a.entry.resource.urn ? b : a));
  const agree = ({ entry }: EntryTarget): boolean =>
    entry.location.in !== "undetermined" &&
    entry.location.in === first.entry.location.in &&
    entry.tier === first.entry.tier &&
    entry.reach === "public" &&
    entry.edge === first.entry.edge &&
    (entry.opening === "none") === (first.entry.opening === "none");
  if (!entries.every(agree)) return undefined;
  const others = entries.filter((one) => one !== first).map(({ entry }) => entry);
  const name = [...new Set(entries.map(({ entry }) => entry.name))].sort().join(" / ");
  return { ...first, entry: { ...first.entry, name }, others };
}
