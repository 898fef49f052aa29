/**
 * IPv6: an address in a VPC is private until Internet bandwidth is bought for it; then whatever holds it is public by
 * IPv6, however private it is by IPv4. Addresses are where their vswitch is, in the region of their provider.
 */
import { locate } from "../../../location/locate";
import { product, type Contribution } from "../../../graph/contribution";
import { memo } from "../../../base/memo";
import type { Doubt, Urn } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { contributesNothing } from "../../reading/values";
import { INSTANCES, IPV6_ADDRESSES, NETWORK_INTERFACES } from "../shared/tokens";
import type { EntryKind } from "../../../vocabulary/kinds";

/** What holds IPv6 addresses; sets of instances tell none. */
const HOLDERS = [INSTANCES[0], ...NETWORK_INTERFACES] as const;

function readAddress(address: Resource, plan: Plan): Contribution {
  const chosen = address.string("ipv6Address");
  const value = chosen.state === "known" ? chosen : address.output("ipv6Address");
  return { is: "address", resource: address, ipv6: true, value, location: locate(address, plan) };
}

/**
 * Bandwidth names an address of the plan, or one that was looked up by what holds it. While nothing tells which one, it
 * may be any.
 */
function readBandwidth(bandwidth: Resource, plan: Plan): Contribution {
  const named = plan.referred(bandwidth, "ipv6AddressId", { types: [...IPV6_ADDRESSES, ...HOLDERS] });
  const isAddress = named.is === "resource" && IPV6_ADDRESSES.some((type) => type === named.resource.type);
  const to = isAddress ? holderOf(named.resource, plan) : named.is === "unknown" ? anyHolder(named, plan) : named;
  const kind = to.is === "resource" ? kindOf(to.resource) : "ipv6-address";
  return { is: "attachment", by: bandwidth, address: isAddress ? named : { is: "absent" }, to, opens: "target", kind };
}

/** What may be meant: what the candidates are, or hold the addresses that they are, or whatever holds any. */
function anyHolder(named: Extract<Reference, { is: "unknown" }>, plan: Plan): Reference {
  const held = named.candidates.flatMap((candidate): readonly Resource[] => {
    if (!IPV6_ADDRESSES.some((type) => type === candidate.type)) return [candidate];
    const holder = holderOf(candidate, plan);
    return holder.is === "resource" ? [holder.resource] : holder.is === "unknown" ? holder.candidates : [];
  });
  const candidates = named.candidates.length > 0 ? held : holders(plan).all;
  return { is: "unknown", doubt: named.doubt, candidates, types: [] };
}

const kindOf = ({ type }: Resource): EntryKind => (type === INSTANCES[0] ? "instance" : "network-interface");

function holderOf(address: Resource, plan: Plan): Reference {
  const { of, loose } = holders(plan);
  const holder = of.get(address.urn);
  if (holder) return { is: "resource", resource: holder };
  const [first] = loose;
  return first
    ? { is: "unknown", doubt: first.doubt, candidates: loose.map((one) => one.holder), types: [] }
    : { is: "absent" };
}

interface Holders {
  readonly all: readonly Resource[];
  /** Which of them holds each address of the plan. */
  readonly of: ReadonlyMap<Urn, Resource>;
  /** Those that hold one of which nothing tells which it is. */
  readonly loose: readonly { readonly holder: Resource; readonly doubt: Doubt }[];
}

/** What holds IPv6 addresses. */
const holders = memo((plan: Plan): Holders => {
  const all = plan.ofType(...HOLDERS).filter(mayHold);
  const types = { types: IPV6_ADDRESSES, by: ["ipv6Address"] };
  const held = all.flatMap((holder) =>
    holder
      .at("ipv6Addresses")
      .elements()
      .map((item) => ({ holder, reference: plan.refer(item, types) })),
  );
  return {
    all,
    of: new Map(
      held.flatMap(({ holder, reference }) =>
        reference.is === "resource" ? [[reference.resource.urn, holder] as const] : [],
      ),
    ),
    loose: held.flatMap(({ holder, reference }) =>
      reference.is === "unknown" ? [{ holder, doubt: reference.doubt }] : [],
    ),
  };
});

function mayHold(holder: Resource): boolean {
  const count = holder.number("ipv6AddressCount");
  const some = count.state === "unknown" || (count.state === "known" && count.value > 0);
  return some || holder.at("ipv6Addresses").presence().state !== "absent";
}

export const ipv6 = product({
  [IPV6_ADDRESSES[0]]: readAddress,
  "alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth": readBandwidth,
  "alicloud:vpc/ipv6Gateway:Ipv6Gateway": contributesNothing,
  "alicloud:vpc/ipv6EgressRule:Ipv6EgressRule": contributesNothing,
});
