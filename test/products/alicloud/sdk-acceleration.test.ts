import { anycastEip } from "../../../src/products/alicloud/network/anycast-eip";
import { dcdn } from "../../../src/products/alicloud/cdn/dcdn";
import { esa } from "../../../src/products/alicloud/esa/esa";
import { ga } from "../../../src/products/alicloud/ga/ga";
import { basicGa } from "../../../src/products/alicloud/ga/ga-basic";
import { live } from "../../../src/products/alicloud/cdn/live";
import { scdn } from "../../../src/products/alicloud/cdn/scdn";
import { vod } from "../../../src/products/alicloud/cdn/vod";
import { ref, type ResourceSpec } from "../../support/plan";
import { isInSdk } from "./sdk";

const products = { ...anycastEip, ...basicGa, ...dcdn, ...esa, ...ga, ...live, ...scdn, ...vod };

/** Resources whose readers look at others. */
const together: ResourceSpec[][] = [
  [
    { type: "alicloud:esa/ratePlanInstance:RatePlanInstance", name: "plan" },
    { type: "alicloud:esa/site:Site", name: "site", inputs: { instanceId: ref("plan") } },
    { type: "alicloud:esa/originRule:OriginRule", name: "rule", inputs: { siteId: ref("site") } },
    { type: "alicloud:esa/originPool:OriginPool", name: "pool" },
    {
      type: "alicloud:esa/loadBalancer:LoadBalancer",
      name: "balancer",
      inputs: { siteId: ref("site"), defaultPools: [ref("pool")], fallbackPool: "1" },
    },
    {
      type: "alicloud:esa/record:Record",
      name: "balanced",
      inputs: { siteId: ref("site"), sourceType: "LB", data: { value: "lb" } },
    },
    {
      type: "alicloud:esa/record:Record",
      name: "pooled",
      inputs: { siteId: ref("site"), sourceType: "OP", data: { value: "web" } },
    },
  ],
  [
    { type: "alicloud:ga/accelerator:Accelerator", name: "accelerator" },
    {
      type: "alicloud:ga/bandwidthPackageAttachment:BandwidthPackageAttachment",
      name: "bandwidth",
      inputs: { acceleratorId: ref("accelerator") },
    },
    { type: "alicloud:ga/ipSet:IpSet", name: "set", inputs: { acceleratorId: ref("bandwidth") } },
    {
      type: "alicloud:ga/listener:Listener",
      name: "listener",
      inputs: { acceleratorId: ref("bandwidth"), protocol: "TCP", portRanges: [{ fromPort: 1, toPort: 2 }] },
    },
    {
      type: "alicloud:ga/endpointGroup:EndpointGroup",
      name: "group",
      inputs: { acceleratorId: ref("listener"), endpointConfigurations: [{ type: "ECS", endpoint: "i-1" }] },
    },
    {
      type: "alicloud:ga/forwardingRule:ForwardingRule",
      name: "rule",
      inputs: {
        acceleratorId: ref("group"),
        ruleConditions: [{ ruleConditionType: "Host", ruleConditionValue: "[]" }],
      },
    },
  ],
  [
    { type: "alicloud:ga/basicAccelerator:BasicAccelerator", name: "accelerator" },
    { type: "alicloud:ga/basicIpSet:BasicIpSet", name: "set", inputs: { acceleratorId: ref("accelerator") } },
    {
      type: "alicloud:ga/basicAccelerateIp:BasicAccelerateIp",
      name: "ip",
      inputs: { acceleratorId: ref("accelerator"), ipSetId: ref("set") },
    },
    { type: "alicloud:ga/basicEndpoint:BasicEndpoint", name: "endpoint" },
    {
      type: "alicloud:ga/basicEndpointGroup:BasicEndpointGroup",
      name: "group",
      inputs: { acceleratorId: ref("accelerator"), endpointAddress: "i-1" },
    },
    {
      type: "alicloud:ga/basicAccelerateIpEndpointRelation:BasicAccelerateIpEndpointRelation",
      name: "relation",
      inputs: { accelerateIpId: ref("ip"), endpointId: ref("endpoint") },
    },
  ],
];

isInSdk({
  products,
  together,
  reads: [
    "alicloud:esa/ratePlanInstance:RatePlanInstance coverage",
    "alicloud:esa/originPool:OriginPool originPoolId",
    "alicloud:ga/bandwidthPackageAttachment:BandwidthPackageAttachment acceleratorId",
    "alicloud:ga/ipSet:IpSet accelerateRegionId",
    "alicloud:ga/basicEndpoint:BasicEndpoint endpointAddress",
  ],
});
