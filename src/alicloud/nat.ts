/**
 * NAT gateways: alone they serve outgoing traffic only. A DNAT entry opens ports of a public address and leads to a
 * private one, so the address is the entry; it is where the gateway is, in the region of the provider. A VPC NAT
 * gateway (network type intranet) is never public.
 */
import { itself, product, type Contribution } from "../exposure/contribution";
import { isAddress, isPublic } from "../address";
import type { Plan, Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { isOneOf } from "../plan/fact";
import { nothing } from "./read";
import { CLASSIC_BALANCERS, EIPS, HA_VIPS, INSTANCES, NAT_GATEWAYS, NETWORK_INTERFACES } from "./tokens";
import { openingOf } from "./transport";

const INSIDE = {
  types: [...INSTANCES, ...NETWORK_INTERFACES, ...HA_VIPS, ...CLASSIC_BALANCERS],
  by: ["privateIp", "primaryIpAddress", "ipAddress", "address"],
};

function forwardEntry(entry: Resource, plan: Plan): readonly Contribution[] {
  const gateway = plan.referred(entry, "forwardTableId", { types: NAT_GATEWAYS, by: ["forwardTableIds"] });
  if (isIntranet(gateway) || hasPrivateAddress(entry)) return [];
  const address = plan.referred(entry, "externalIp", { types: EIPS, by: ["ipAddress"] });
  const from = address.is === "resource" ? address : itself(entry);
  const opening = openingOf(entry.at("ipProtocol"), entry.at("externalPort"));
  return [
    { is: "attachment", by: entry, address, to: gateway, opens: "address", kind: "nat" },
    { is: "listener", by: entry, on: from, opening },
    { is: "link", by: entry, from, to: plan.referred(entry, "internalIp", INSIDE) },
  ];
}

const isIntranet = (gateway: Reference): boolean =>
  gateway.is === "resource" && isOneOf(gateway.resource.string("networkType"), ["intranet"]) === true;

/** The address of a VPC NAT gateway's entry is private, which tells even when the gateway is not in the plan. */
function hasPrivateAddress(entry: Resource): boolean {
  const address = entry.string("externalIp");
  return address.state === "known" && isAddress(address.value) && !isPublic(address.value);
}

export const nat = product({
  "alicloud:vpc/natGateway:NatGateway": nothing,
  "alicloud:vpc/forwardEntry:ForwardEntry": forwardEntry,
  "alicloud:vpc/snatEntry:SnatEntry": nothing,
});
