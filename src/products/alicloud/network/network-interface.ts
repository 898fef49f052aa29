/**
 * Network interfaces and high-availability virtual IPs: private addresses in a VPC that an EIP can make public. They
 * are where their vswitch is, in the region of their provider, and lead to the instance they are attached to.
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { HA_VIPS, INSTANCES, NETWORK_INTERFACES, SECURITY_GROUPS } from "../shared/tokens";
import type { EntryKind } from "../../../vocabulary/kinds";

/** An entry that is private until an EIP, or bandwidth for IPv6, is bound to it. */
const privateEntry = (resource: Resource, kind: EntryKind, plan: Plan, addresses: readonly Value[]): Contribution => ({
  is: "entry",
  resource,
  kind,
  location: locate(resource, plan),
  reach: "private",
  addresses: addresses.map((address) => address.string()),
});

/** The security groups of a network interface, under their present and their former name. */
export const groupsOfInterface = (networkInterface: Resource, plan: Plan): readonly Reference[] =>
  ["securityGroupIds", "securityGroups"].flatMap((property) =>
    plan.referredAll(networkInterface, property, { types: SECURITY_GROUPS }),
  );

const attachable = (networkInterface: Resource, plan: Plan): readonly Contribution[] => [
  privateEntry(networkInterface, "network-interface", plan, networkInterface.at("ipv6Addresses").elements()),
  { is: "guard", of: referenceTo(networkInterface), groups: groupsOfInterface(networkInterface, plan) },
];

const interfaceAttachment = (attachment: Resource, plan: Plan): Contribution => ({
  is: "link",
  by: attachment,
  from: plan.referred(attachment, "networkInterfaceId", { types: NETWORK_INTERFACES }),
  to: plan.referred(attachment, "instanceId", { types: INSTANCES }),
});

const haVip = (vip: Resource, plan: Plan): Contribution => privateEntry(vip, "ha-vip", plan, []);

function haVipAttachment(attachment: Resource, plan: Plan): Contribution {
  const vip = plan.referred(attachment, "haVipId", { types: HA_VIPS });
  return {
    is: "link",
    by: attachment,
    from: vip.is === "absent" ? plan.referred(attachment, "havipId", { types: HA_VIPS }) : vip,
    to: plan.referred(attachment, "instanceId", { types: [...INSTANCES, ...NETWORK_INTERFACES] }),
  };
}

export const networkInterface = product({
  "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface": attachable,
  "alicloud:vpc/networkInterface:NetworkInterface": attachable,
  "alicloud:ecs/ecsNetworkInterfaceAttachment:EcsNetworkInterfaceAttachment": interfaceAttachment,
  "alicloud:vpc/networkInterfaceAttachment:NetworkInterfaceAttachment": interfaceAttachment,
  "alicloud:vpc/haVipv2:HaVipv2": haVip,
  "alicloud:vpc/hAVip:HAVip": haVip,
  "alicloud:vpc/hAVipAttachment:HAVipAttachment": haVipAttachment,
});
