import * as alicloud from "@pulumi/alicloud";

const domainName = "example.com";
const vswitchId = "vsw-bp10000000000000000";

const securityGroup = new alicloud.ecs.SecurityGroup("web", { vpcId: "vpc-bp10000000000000000" });
const balancer = new alicloud.slb.ApplicationLoadBalancer("web", {
  addressType: "internet",
  loadBalancerSpec: "slb.s2.small",
});
const listener = new alicloud.slb.Listener("web", {
  loadBalancerId: balancer.id,
  protocol: "http",
  frontendPort: 80,
  backendPort: 80,
  bandwidth: 10,
});
const group = new alicloud.ess.ScalingGroup(
  "web",
  { minSize: 2, maxSize: 6, vswitchIds: [vswitchId], loadbalancerIds: [balancer.id] },
  { dependsOn: listener },
);
new alicloud.ess.ScalingConfiguration("web", {
  scalingGroupId: group.id,
  imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
  instanceType: "ecs.g7.large",
  securityGroupId: securityGroup.id,
  active: true,
});

new alicloud.dns.AlidnsRecord("www", { domainName, rr: "www", type: "A", value: balancer.address });
