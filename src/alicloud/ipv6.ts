/**
 * IPv6: an address in a VPC is private until Internet bandwidth is bought for it; then whatever holds it is public by
 * IPv6, however private it is by IPv4. Addresses are where their vswitch is, in the region of their provider.
 */
import { product, type Contribution, type EntryKind } from "../exposure/contribution";
import { once } from "../once";
import type { Urn } from "../plan/fact";
import type { Plan, Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { each, nothing } from "./read";
import { INSTANCES, IPV6_ADDRESSES, NETWORK_INTERFACES } from "./tokens";

/** What holds IPv6 addresses; sets of instances tell none. */
const HOLDERS = [INSTANCES[0], ...NETWORK_INTERFACES] as const;

function address(address: Resource, plan: Plan): Contribution {
  const chosen = address.string("ipv6Address");
  const value = chosen.state === "known" ? chosen : address.output("ipv6Address");
  return { is: "address", resource: address, ipv6: true, value, location: plan.location(address) };
}

/**
 * Bandwidth names an address of the plan, or one that was looked up by what holds it. While nothing tells which one, it
 * may be any.
 */
function bandwidth(bandwidth: Resource, plan: Plan): Contribution {
  const named = plan.referred(bandwidth, "ipv6AddressId", { types: [...IPV6_ADDRESSES, ...HOLDERS] });
  const isAddress = named.is === "resource" && IPV6_ADDRESSES.some((type) => type === named.resource.type);
  const to: Reference = isAddress
    ? holderOf(named.resource, plan)
    : named.is === "unknown" && named.candidates.length === 0
      ? { ...named, candidates: holders(plan).all }
      : named;
  const kind = to.is === "resource" ? kindOf(to.resource) : "ipv6-address";
  return { is: "attachment", by: bandwidth, address: isAddress ? named : { is: "absent" }, to, opens: "target", kind };
}

const kindOf = ({ type }: Resource): EntryKind => (type === INSTANCES[0] ? "instance" : "network-interface");

function holderOf(address: Resource, plan: Plan): Reference {
  const holder = holders(plan).of.get(address.urn);
  return holder ? { is: "resource", resource: holder } : { is: "absent" };
}

/** What holds IPv6 addresses, and which of them holds each address of the plan. */
const holders = once((plan: Plan): { readonly all: readonly Resource[]; readonly of: ReadonlyMap<Urn, Resource> } => {
  const all = plan.ofType(...HOLDERS).filter(mayHold);
  const types = { types: IPV6_ADDRESSES, by: ["ipv6Address"] };
  const pairs = all.flatMap((holder) =>
    each(holder.at("ipv6Addresses")).flatMap((item) => {
      const reference = plan.refer(item, types);
      return reference.is === "resource" ? [[reference.resource.urn, holder] as const] : [];
    }),
  );
  return { all, of: new Map(pairs) };
});

function mayHold(holder: Resource): boolean {
  const count = holder.number("ipv6AddressCount");
  const some = count.state === "unknown" || (count.state === "known" && count.value > 0);
  return some || holder.at("ipv6Addresses").presence().state !== "absent";
}

export const ipv6 = product({
  [IPV6_ADDRESSES[0]]: address,
  "alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth": bandwidth,
  "alicloud:vpc/ipv6Gateway:Ipv6Gateway": nothing,
  "alicloud:vpc/ipv6EgressRule:Ipv6EgressRule": nothing,
});
