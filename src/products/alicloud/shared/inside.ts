/** What traffic is forwarded to inside a VPC: the types, and the properties that hold their addresses there. */
import {
  APPLICATION_BALANCERS,
  CLASSIC_BALANCERS,
  CONTAINER_GROUPS,
  HA_VIPS,
  INSTANCES,
  NETWORK_BALANCERS,
  NETWORK_INTERFACES,
} from "./tokens";

/** What has an address inside a VPC. A balancer's counts where it is private. */
export const INSIDE = {
  types: [
    ...INSTANCES,
    ...NETWORK_INTERFACES,
    ...HA_VIPS,
    ...CONTAINER_GROUPS,
    ...CLASSIC_BALANCERS,
    ...APPLICATION_BALANCERS,
    ...NETWORK_BALANCERS,
  ],
  by: [
    "privateIp",
    "primaryIpAddress",
    "ipAddress",
    "intranetIp",
    "address",
    // In each zone, as a program fixes them and as the provider answers.
    "zoneMappings.intranetAddress",
    "zoneMappings.loadBalancerAddresses.intranetAddress",
    "zoneMappings.privateIpv4Address",
  ],
} as const;
