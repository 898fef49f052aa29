/** Resources that make the readers of others read what one alone does not make them read, by value or by what they refer to. */
import * as tokens from "../../src/products/alicloud/shared/tokens";
import { ref, unknownValue, type ResourceSpec } from "../support/plan";

/** One plan in each row. */
export const TOGETHER: readonly (readonly ResourceSpec[])[] = [
  [
    { type: "alicloud:vpc/natGateway:NatGateway", name: "nat" },
    { type: "alicloud:vpc/forwardEntry:ForwardEntry", inputs: { forwardTableId: ref("nat"), externalIp: "47.96.0.1" } },
  ],
  [
    {
      type: "alicloud:ecs/eipAssociation:EipAssociation",
      inputs: { instanceType: "IpAddress", privateIpAddress: "x" },
    },
  ],
  [
    { type: "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate", name: "template", rest: { id: "lt-1" } },
    {
      type: "alicloud:ess/scalingGroup:ScalingGroup",
      inputs: { launchTemplateId: ref("template"), launchTemplateVersion: "Default" },
    },
  ],
  [
    { type: "alicloud:ens/network:Network", name: "network" },
    { type: "alicloud:ens/vswitch:Vswitch", name: "switch" },
    {
      type: "alicloud:ens/instance:Instance",
      inputs: { ensRegionId: ref("network"), vswitchId: ref("switch"), netWorkId: ref("network") },
    },
  ],
  ...["ScalingConfiguration", "EciScalingConfiguration"].map((name): ResourceSpec[] => [
    {
      type: `alicloud:ess/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`,
      inputs: { active: true },
    },
  ]),
  ...tokens.LAUNCH_TEMPLATES.map((type): ResourceSpec[] => [
    { type, name: "template" },
    { type: "alicloud:ecs/instance:Instance", inputs: { launchTemplateId: ref("template") } },
  ]),
  ...tokens.NETWORK_INTERFACES.map((type): ResourceSpec[] => [
    { type, name: "interface" },
    { type: "alicloud:ecs/instance:Instance", inputs: { networkInterfaceId: ref("interface") } },
  ]),
  [
    { type: "alicloud:wafv3/instance:Instance", name: "waf" },
    { type: "alicloud:wafv3/domain:Domain", inputs: { instanceId: ref("waf") } },
  ],
  [
    { type: "alicloud:waf/instance:Instance", name: "waf" },
    { type: "alicloud:waf/domain:Domain", inputs: { instanceId: ref("waf"), domain: "www.example.com" } },
  ],
  [
    { type: "alicloud:ddos/ddosCooInstance:DdosCooInstance", name: "ddos" },
    { type: "alicloud:ddos/domainResource:DomainResource", inputs: { instanceIds: [ref("ddos")] } },
    {
      type: "alicloud:ddos/schedulerRule:SchedulerRule",
      name: "rule",
      inputs: { rules: [{ value: "x", valueType: 2 }] },
    },
  ],
  [
    { type: "alicloud:fc/v3Trigger:V3Trigger", inputs: { triggerType: "http" } },
    { type: "alicloud:fc/trigger:Trigger", name: "former", inputs: { type: "http" } },
  ],
  [
    { type: "alicloud:apig/gateway:Gateway", name: "gateway" },
    { type: "alicloud:apig/environment:Environment", name: "prod", inputs: { gatewayId: ref("gateway") } },
    { type: "alicloud:apig/domain:Domain", name: "domain" },
    { type: "alicloud:apig/httpApi:HttpApi", name: "api", inputs: { deployConfigs: ["{}"] } },
    {
      type: "alicloud:apig/route:Route",
      inputs: { domainIds: [ref("domain")], environmentInfo: { environmentId: ref("prod") } },
    },
  ],
  [
    { type: "alicloud:edas/k8sApplication:K8sApplication", inputs: { internetSlbPort: 80 } },
    { type: "alicloud:cs/kubernetesAddon:KubernetesAddon", inputs: { name: "nginx-ingress-controller" } },
  ],
  ...["alicloud:dns/alidnsDomain:AlidnsDomain", "alicloud:dns/dnsDomain:DnsDomain", "alicloud:dns/domain:Domain"].map(
    (type): ResourceSpec[] => [
      { type, name: "zone" },
      { type: "alicloud:dns/alidnsRecord:AlidnsRecord", inputs: { domainName: ref("zone"), rr: "www", type: "A" } },
    ],
  ),
  [
    { type: "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", name: "lb" },
    { type: "alicloud:slb/listener:Listener", name: "listener", inputs: { loadBalancerId: ref("lb") } },
    { type: "alicloud:slb/rule:Rule", inputs: { loadBalancerId: ref("lb"), frontendPort: 80, domain: "x" } },
  ],
  [
    { type: "alicloud:alb/loadBalancer:LoadBalancer", name: "lb" },
    { type: "alicloud:alb/listener:Listener", name: "listener", inputs: { loadBalancerId: ref("lb") } },
    { type: "alicloud:alb/rule:Rule", inputs: { listenerId: ref("listener") } },
  ],
  [
    {
      type: "alicloud:nlb/listener:Listener",
      inputs: { listenerProtocol: "TCP", listenerPort: 0, startPort: 1, endPort: 2 },
    },
  ],
  [{ type: "alicloud:slb/listener:Listener", inputs: { protocol: "tcp", frontendPort: 22 } }],
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

/** Some of what is read only so, as `type property`: shows that it is found out. */
export const READ_TOGETHER: readonly string[] = [
  "alicloud:ecs/eipAssociation:EipAssociation privateIpAddress",
  "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate autoRenew",
  "alicloud:ess/scalingConfiguration:ScalingConfiguration internetMaxBandwidthOut",
  "alicloud:ens/network:Network ensRegionId",
  "alicloud:vpc/natGateway:NatGateway networkType",
  "alicloud:waf/instance:Instance packageCode",
  "alicloud:apig/environment:Environment gatewayId",
  "alicloud:fc/v3Trigger:V3Trigger httpTrigger",
  "alicloud:nlb/listener:Listener endPort",
  "alicloud:slb/rule:Rule domain",
  "alicloud:dns/dnsDomain:DnsDomain domainName",
  "alicloud:dns/gtmInstance:GtmInstance publicUserDomainName",
  "alicloud:dns/accessStrategy:AccessStrategy failoverAddrPools",
  "alicloud:ecs/instance:Instance ipv6AddressCount",
  "alicloud:esa/ratePlanInstance:RatePlanInstance coverage",
  "alicloud:esa/originPool:OriginPool originPoolId",
  "alicloud:ga/bandwidthPackageAttachment:BandwidthPackageAttachment acceleratorId",
  "alicloud:ga/ipSet:IpSet accelerateRegionId",
  "alicloud:ga/basicEndpoint:BasicEndpoint endpointAddress",
];
