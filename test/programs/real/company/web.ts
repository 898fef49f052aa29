import * as alicloud from "@pulumi/alicloud";
import type * as pulumi from "@pulumi/pulumi";
import { env, isProduction, tags, web } from "./config";
import { group, vswitches } from "./network";

const charge: Pick<alicloud.ecs.InstanceArgs, "instanceChargeType" | "period" | "renewalStatus" | "autoRenewPeriod"> =
  web.charge === "PrePaid"
    ? { instanceChargeType: "PrePaid", period: 12, renewalStatus: "AutoRenewal", autoRenewPeriod: 12 }
    : { instanceChargeType: "PostPaid" };

export const servers = Array.from({ length: web.count }, (_, index) => {
  const vswitch = vswitches[index % vswitches.length];
  return new alicloud.ecs.Instance(
    `web-${index}`,
    {
      instanceName: `web-${env}-${index}`,
      instanceType: web.type,
      imageId: "aliyun_3_x64_20G_alibase_20240819.vhd",
      systemDiskCategory: "cloud_essd",
      securityGroups: [group.id],
      ...(vswitch && { vswitchId: vswitch.id }),
      // Several share a balancer; a single one is reached itself.
      internetMaxBandwidthOut: web.count > 1 ? 0 : web.bandwidth,
      ...charge,
      tags,
    },
    { protect: isProduction },
  );
});

function balanced(): pulumi.Output<string> {
  const balancer = new alicloud.slb.ApplicationLoadBalancer("web", {
    loadBalancerName: `web-${env}`,
    addressType: "internet",
    loadBalancerSpec: "slb.s2.small",
    paymentType: "PayAsYouGo",
    internetChargeType: "PayByTraffic",
    bandwidth: web.bandwidth,
    tags,
  });
  new alicloud.slb.BackendServer("web", {
    loadBalancerId: balancer.id,
    backendServers: servers.map(({ id }) => ({ serverId: id, weight: 100 })),
  });
  new alicloud.slb.Listener("https", {
    loadBalancerId: balancer.id,
    protocol: "https",
    frontendPort: 443,
    backendPort: 80,
    bandwidth: -1,
    serverCertificateId: "1234567890_company",
  });
  return balancer.address;
}

const [only] = servers;
export const address: pulumi.Output<string> = servers.length > 1 || !only ? balanced() : only.publicIp;
