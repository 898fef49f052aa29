import { gtm } from "../../../src/products/alicloud/dns/gtm";
import { ipv6 } from "../../../src/products/alicloud/network/ipv6";
import { ref, unknownValue, type ResourceSpec } from "../../support/plan";
import { isInSdk } from "./sdk";

const products = { ...gtm, ...ipv6 };

/** Resources whose readers look at others. */
const together: ResourceSpec[][] = [
  [
    { type: "alicloud:dns/gtmInstance:GtmInstance", name: "gtm" },
    {
      type: "alicloud:dns/addressPool:AddressPool",
      name: "pool",
      inputs: { instanceId: ref("gtm"), addresses: [{ address: "203.0.113.1" }] },
    },
    {
      type: "alicloud:dns/accessStrategy:AccessStrategy",
      name: "strategy",
      inputs: { instanceId: ref("gtm"), defaultAddrPools: [{ addrPoolId: ref("pool") }] },
    },
  ],
  [
    { type: "alicloud:vpc/ipv6Address:Ipv6Address", name: "address" },
    { type: "alicloud:ecs/instance:Instance", name: "web", inputs: { ipv6Addresses: ["2408::1"] } },
    { type: "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface", name: "eni", inputs: { ipv6AddressCount: 1 } },
    { type: "alicloud:vpc/networkInterface:NetworkInterface", name: "former" },
    {
      type: "alicloud:vpc/ipv6InternetBandwidth:Ipv6InternetBandwidth",
      name: "bandwidth",
      inputs: { ipv6AddressId: unknownValue },
    },
  ],
];

isInSdk({
  products,
  together,
  reads: [
    "alicloud:dns/gtmInstance:GtmInstance publicUserDomainName",
    "alicloud:dns/accessStrategy:AccessStrategy failoverAddrPools",
    "alicloud:ecs/instance:Instance ipv6AddressCount",
  ],
});
