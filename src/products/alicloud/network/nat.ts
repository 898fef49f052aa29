/**
 * NAT gateways: alone they serve outgoing traffic only. A DNAT entry opens ports of a public address and leads to a
 * private one, so the address is the entry; it is where the gateway is, in the region of the provider. A VPC NAT
 * gateway (network type intranet) is never public.
 */
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import { inOneSpelling, isAddress, isPublic } from "../../../names/ip-address";
import { memo } from "../../../base/memo";
import { groupBy } from "../../../base/collections";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { isOneOf } from "../../../plan/fact";
import { INSIDE } from "../shared/inside";
import { contributesNothing } from "../../reading/values";
import { EIPS, NAT_GATEWAYS } from "../shared/tokens";
import { openingOf } from "../shared/transport";

const FORWARD_ENTRY = "alicloud:vpc/forwardEntry:ForwardEntry";

function forwardEntry(entry: Resource, plan: Plan): readonly Contribution[] {
  const gateway = plan.referred(entry, "forwardTableId", { types: NAT_GATEWAYS, by: ["forwardTableIds"] });
  if (isIntranet(gateway) || hasPrivateAddress(entry)) return [];
  const address = addressOf(entry, plan);
  const owner = address.is === "elsewhere" ? firstOf(address.value, entry, plan) : entry;
  const from = address.is === "resource" ? address : referenceTo(owner);
  const opening = openingOf(entry.at("ipProtocol"), entry.at("externalPort"));
  return [
    { is: "attachment", by: entry, address, owner, to: gateway, opens: "address", kind: "nat" },
    { is: "listener", by: entry, on: from, opening },
    // An address that is not known may be any of those that it was computed from, or any at all.
    ...(address.is === "unknown" ? [{ is: "listener", by: entry, on: address, opening } as const] : []),
    { is: "link", by: entry, from, to: plan.referred(entry, "internalIp", INSIDE) },
  ];
}

/** What is known only as an address is that, in one spelling; what is not known may be one that another entry stands for. */
function addressOf(entry: Resource, plan: Plan): Reference {
  const address = plan.referred(entry, "externalIp", { types: EIPS, by: ["ipAddress"] });
  if (address.is === "elsewhere") return { is: "elsewhere", value: inOneSpelling(address.value) };
  return address.is === "unknown" ? { ...address, types: [...EIPS, FORWARD_ENTRY] } : address;
}

/** The entry that stands for an address whose resource no plan shows: all entries of that address open it together. */
const firstOf = (address: string, entry: Resource, plan: Plan): Resource => entriesAt(plan).get(address)?.[0] ?? entry;

const entriesAt = memo((plan: Plan) =>
  groupBy(plan.ofType(FORWARD_ENTRY), (entry) => {
    const address = entry.string("externalIp");
    return address.state === "known" ? inOneSpelling(address.value) : undefined;
  }),
);

const isIntranet = (gateway: Reference): boolean =>
  gateway.is === "resource" && isOneOf(gateway.resource.string("networkType"), ["intranet"]) === true;

/** The address of a VPC NAT gateway's entry is private, which tells even when the gateway is not in the plan. */
function hasPrivateAddress(entry: Resource): boolean {
  const address = entry.string("externalIp");
  return address.state === "known" && isAddress(address.value) && !isPublic(address.value);
}

export const nat = product({
  "alicloud:vpc/natGateway:NatGateway": contributesNothing,
  [FORWARD_ENTRY]: forwardEntry,
  "alicloud:vpc/snatEntry:SnatEntry": contributesNothing,
});
