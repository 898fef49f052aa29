/**
 * Elastic IP addresses: public addresses that serve nothing by themselves. What one is bound to becomes public; bound
 * to a NAT gateway it serves outgoing traffic, and single ports of it by DNAT. It is in the region of its provider.
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import { doubt, isOneOf, unknown } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { contributesNothing, keyword } from "../../reading/values";
import { CLASSIC_BALANCERS, EIPS, HA_VIPS, INSTANCES, NAT_GATEWAYS, NETWORK_INTERFACES } from "../shared/tokens";
import type { EntryKind } from "../../../vocabulary/kinds";

/** What an address can be bound to: the name of the API, the types here, and how ids begin. */
const TARGETS: readonly {
  readonly word: string;
  readonly kind: EntryKind;
  readonly types: readonly string[];
  readonly prefix: string;
}[] = [
  { word: "EcsInstance", kind: "instance", types: INSTANCES, prefix: "i-" },
  { word: "SlbInstance", kind: "clb", types: CLASSIC_BALANCERS, prefix: "lb-" },
  { word: "Nat", kind: "nat", types: NAT_GATEWAYS, prefix: "ngw-" },
  { word: "NetworkInterface", kind: "network-interface", types: NETWORK_INTERFACES, prefix: "eni-" },
  { word: "HaVip", kind: "ha-vip", types: HA_VIPS, prefix: "havip-" },
];
/** An EIP bound to a bare private address of a VPC. */
const IP_ADDRESS = "IpAddress";
const WORDS: readonly string[] = [...TARGETS.map((target) => target.word), IP_ADDRESS];
const ALL_TYPES = TARGETS.flatMap((target) => target.types);
/** The properties under which resources hold a private address. */
const PRIVATE_ADDRESS = {
  types: [...INSTANCES, ...NETWORK_INTERFACES, ...HA_VIPS],
  by: ["privateIp", "primaryIpAddress", "ipAddress"],
};

function address(eip: Resource, plan: Plan): Contribution {
  const chosen = eip.string("ipAddress");
  const value = chosen.state === "known" ? chosen : eip.output("ipAddress");
  return { is: "address", resource: eip, value, location: locate(eip, plan) };
}

/** A block of addresses: no property of it tells them, only a data source does. */
const segment = (block: Resource, plan: Plan): Contribution => ({
  is: "address",
  resource: block,
  value: unknown(doubt("not-in-plan", { what: "ipAddress" }, { urn: block.urn, waitsFor: [block.urn] })),
  location: locate(block, plan),
});

function association(binding: Resource, plan: Plan): readonly Contribution[] {
  const eip = plan.referred(binding, "allocationId", { types: EIPS });
  const type = keyword(binding.at("instanceType"), WORDS);
  if (isOneOf(type, [IP_ADDRESS]) === true) return bareAddress(binding, eip, plan);
  const stated = TARGETS.find((target) => type.state === "known" && target.word === type.value);
  const to = plan.referred(binding, "instanceId", { types: stated?.types ?? ALL_TYPES });
  // What it is bound to tells best; with nothing to go by, the documented default is an instance.
  const kind = kindOf(to) ?? stated?.kind ?? (type.state === "unknown" ? "eip" : "instance");
  return [{ is: "attachment", by: binding, address: eip, to, opens: kind === "nat" ? "nothing" : "target", kind }];
}

function kindOf(to: Reference): EntryKind | undefined {
  if (to.is === "resource") return TARGETS.find((target) => target.types.includes(to.resource.type))?.kind;
  return to.is === "elsewhere" ? TARGETS.find((target) => to.value.startsWith(target.prefix))?.kind : undefined;
}

/** Bound to a private address, the EIP stands for itself and leads to whatever holds that address. */
function bareAddress(binding: Resource, eip: Reference, plan: Plan): readonly Contribution[] {
  const to = plan.referred(binding, "privateIpAddress", PRIVATE_ADDRESS);
  const from = eip.is === "resource" ? eip : referenceTo(binding);
  return [
    { is: "attachment", by: binding, address: eip, to, opens: "address", kind: "eip" },
    { is: "link", by: binding, from, to },
  ];
}

export const eip = product({
  "alicloud:ecs/eipAddress:EipAddress": address,
  "alicloud:ecs/eip:Eip": address,
  "alicloud:ecs/eipSegmentAddress:EipSegmentAddress": segment,
  "alicloud:ecs/eipAssociation:EipAssociation": association,
  "alicloud:vpc/commonBandwithPackage:CommonBandwithPackage": contributesNothing,
  "alicloud:vpc/commonBandwithPackageAttachment:CommonBandwithPackageAttachment": contributesNothing,
  "alicloud:vpc/publicIpAddressPool:PublicIpAddressPool": contributesNothing,
  "alicloud:vpc/publicIpAddressPoolCidrBlock:PublicIpAddressPoolCidrBlock": contributesNothing,
});
