/** The type tokens that resources of several families refer to. */

export const EIPS = [
  "alicloud:ecs/eipAddress:EipAddress",
  "alicloud:ecs/eip:Eip",
  "alicloud:ecs/eipSegmentAddress:EipSegmentAddress",
] as const;

export const INSTANCES = ["alicloud:ecs/instance:Instance", "alicloud:ecs/ecsInstanceSet:EcsInstanceSet"] as const;

export const LAUNCH_TEMPLATES = [
  "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate",
  "alicloud:ecs/launchTemplate:LaunchTemplate",
] as const;

export const NETWORK_INTERFACES = [
  "alicloud:ecs/ecsNetworkInterface:EcsNetworkInterface",
  "alicloud:vpc/networkInterface:NetworkInterface",
] as const;

export const IPV6_ADDRESSES = ["alicloud:vpc/ipv6Address:Ipv6Address"] as const;

export const HA_VIPS = ["alicloud:vpc/haVipv2:HaVipv2", "alicloud:vpc/hAVip:HAVip"] as const;

export const NAT_GATEWAYS = ["alicloud:vpc/natGateway:NatGateway"] as const;

export const SECURITY_GROUPS = ["alicloud:ecs/securityGroup:SecurityGroup"] as const;

export const CLASSIC_BALANCERS = [
  "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer",
  "alicloud:slb/loadBalancer:LoadBalancer",
] as const;

export const APPLICATION_BALANCERS = ["alicloud:alb/loadBalancer:LoadBalancer"] as const;

export const NETWORK_BALANCERS = ["alicloud:nlb/loadBalancer:LoadBalancer"] as const;

export const CONTAINER_GROUPS = ["alicloud:eci/containerGroup:ContainerGroup"] as const;

export const SIMPLE_SERVERS = ["alicloud:simpleapplicationserver/instance:Instance"] as const;

export const BUCKETS = ["alicloud:oss/bucket:Bucket"] as const;
