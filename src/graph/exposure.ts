/** A host that the public reaches through an entry, or that it may reach: the evidence that findings show. */
import type { Entry } from "./entry";
import type { Location } from "../location/locate";
import { doubt, type Doubt, type Fact } from "../plan/fact";
import type { Resource } from "../plan/resource";
import { nameOf } from "../names/host-name";
import { isDoubt } from "./contribution";
import type { LeadingAddress, Step, Target, Way } from "./target";
import type { Tier } from "../vocabulary/kinds";

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
  /** The product is given the domain, but serves no host by that: `host` is undefined. */
  readonly claims?: true;
  /** What is at fault for all hosts bound together. */
  readonly cause?: Resource;
  readonly location: Location;
  readonly tier: Tier | undefined;
  readonly path: readonly Step[];
  /** What is unknown about it, location apart: its host, its target, whether the public reaches the entry. */
  readonly doubts: readonly Doubt[];
  /** Why it is not sure that the host leads to the entry at all. */
  readonly perhaps?: Doubt;
  /** Why not every visitor comes this way: the line of a DNS record, or an entry of the register that may be of another stack. */
  readonly some?: Doubt;
  /** The URL to which the record that ties the host forwards visitors, where it does or may. */
  readonly forwardsTo?: Fact<string>;
  /** The address that led to the entry, when one did. */
  readonly ledBy?: LeadingAddress;
  /** A public address that matched nothing in plan or register. */
  readonly unmatched?: string;
  /** Where the register says it, when no resource ties the host. */
  readonly registerKey?: readonly (string | number)[];
}

/** What ties a host to what it leads to. */
export interface Tie extends Pick<
  Exposure,
  "binding" | "by" | "property" | "on" | "claims" | "cause" | "forwardsTo" | "some" | "registerKey" | "perhaps"
> {
  /** Why it is not sure that it does. */
  readonly doubts?: readonly Doubt[];
}

/**
 * The exposure of a host that leads to a target; none for a name that is no public one, or when nothing is said of it.
 * `absence`: why nothing may be concluded from what is not there.
 */
export function exposuresOfHost(host: Fact<string>, tie: Tie, target: Target, absence: Doubt | undefined): Exposure[] {
  const named = namedBy(host);
  if (!named || target.is === "nowhere") return [];
  const doubts = [...(tie.doubts ?? []), ...named.doubts, ...(target.doubt ? [target.doubt] : [])];
  switch (target.is) {
    case "foreign": {
      const { name: foreign, location } = target;
      return [exposed(named, tie, target, { entry: undefined, location, tier: undefined, doubts, foreign })];
    }
    case "entry": {
      const { entry, others } = target;
      const { location, tier } = entry;
      doubts.push(...doubtsOfEntry(entry, tie.binding, absence));
      return [exposed(named, tie, target, { entry, location, tier, doubts, ...(others && { others }) })];
    }
    default: {
      const why = doubtOfTarget(target);
      const location: Location = { in: "undetermined", doubt: why };
      doubts.push(why);
      const unmatched = target.is === "unmatched" ? target.address : undefined;
      const end = { entry: undefined, location, tier: undefined, doubts };
      return [exposed(named, tie, target, unmatched === undefined ? end : { ...end, unmatched })];
    }
  }
}

/** What an exposure leads to. */
type End = Pick<Exposure, "entry" | "location" | "tier" | "doubts" | "foreign" | "others" | "unmatched">;

/** An exposure of all its parts. What every one has comes first: a large plan has very many. */
function exposed(
  { host, apex, label }: Named,
  { binding, by, property, on, claims, cause, forwardsTo, some: line, registerKey, perhaps: held }: Tie,
  { steps, doubt: open, some = line, ledBy }: Way,
  { entry, location, tier, doubts, foreign, others, unmatched }: End,
): Exposure {
  const perhaps = held ?? open;
  return {
    host: claims ? undefined : host,
    apex,
    binding,
    by,
    property,
    entry,
    location,
    tier,
    path: steps,
    doubts,
    ...(label && { label }),
    ...(on && { on }),
    ...(others && { others }),
    ...(foreign !== undefined && { foreign }),
    ...(claims && { claims }),
    ...(cause && { cause }),
    ...(perhaps && { perhaps }),
    ...(some && { some }),
    ...(forwardsTo && { forwardsTo }),
    ...(ledBy && { ledBy }),
    ...(unmatched !== undefined && { unmatched }),
    ...(registerKey && { registerKey }),
  };
}

/** What a host is called, as far as it is known. */
type Named = Pick<Exposure, "host" | "apex" | "label" | "doubts">;

/**
 * Names that are no public names are not judged; names that cannot be told are, with the doubt. Of an unknown host the domain
 * may be known that it is under: then its apex is, and only the label is in doubt.
 */
function namedBy(host: Fact<string>): Named | undefined {
  if (host.state === "absent") return undefined;
  if (host.state === "unknown") {
    const under = host.doubt.under === undefined ? undefined : nameOf(host.doubt.under);
    if (under?.is === "not-public") return undefined;
    if (under?.is === "public") return { host: undefined, apex: under.apex, label: host.doubt, doubts: [] };
    return { host: undefined, apex: undefined, doubts: [host.doubt] };
  }
  const name = nameOf(host.value);
  switch (name.is) {
    case "not-public":
      return undefined;
    case "undetermined":
      return { host: name.host, apex: undefined, doubts: [doubt("bad-name", { host: host.value })] };
    case "public":
      return isOfService(name.host) ? undefined : { host: name.host, apex: name.apex, doubts: [] };
  }
}

/** Whether a name is one that proves or configures something, such as `_acme-challenge` (RFC 8552): no website has it. */
const isOfService = (host: string): boolean => host.split(".").some((label) => label.startsWith("_"));

/** Why it is not sure that the public reaches an entry, or finds a port for the web there when DNS leads it there. */
function doubtsOfEntry({ reach, opening }: Entry, binding: BindingKind, absence: Doubt | undefined): readonly Doubt[] {
  const hidden = reach === "private" ? absence : undefined;
  const unreached = isDoubt(reach) ? reach : hidden;
  const closed = binding !== "product" && isDoubt(opening) && opening.why === "closed-so-far" ? opening : undefined;
  return [unreached, closed].filter((why) => why !== undefined);
}

function doubtOfTarget(target: Exclude<Target, { is: "entry" | "foreign" | "nowhere" }>): Doubt {
  return target.is === "unknown" ? target.why : doubt("unmatched-address", { address: target.address });
}
