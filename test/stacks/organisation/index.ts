import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";
import { Network, server } from "./team";

const record = (name: string, rr: string, domainName: string, value: pulumi.Input<string>) =>
  new alicloud.dns.AlidnsRecord(name, { domainName, rr, type: "A", value });

/** Each team deploys its own stack. They know little of each other, and call things by the same names. */
const teams: Record<string, () => void> = {
  shop: () => {
    const network = new Network("web", { cidrBlock: "10.1.0.0/24", zoneId: "cn-hangzhou-j" });
    const address = server("web", network, { months: 12 });
    record("web", "www", "example.com", address.ipAddress);
    record("cart", "cart", "example.com", address.ipAddress);
  },

  // The domain's own records are with another DNS provider; the register says where they lead.
  blog: () => {
    const network = new Network("web", { cidrBlock: "10.2.0.0/24", zoneId: "cn-hangzhou-k" });
    const address = server("web", network, "by the hour");
    record("web", "blog", "example.com", address.ipAddress);
  },

  // The server has been given up; the old site lives behind a load balancer, with a machine of the platform team.
  legacy: () => {
    const network = new Network("web", { cidrBlock: "10.3.0.0/24", zoneId: "cn-hangzhou-j" });
    const balancer = new alicloud.slb.ApplicationLoadBalancer("web", {
      addressType: "intranet",
      vswitchId: network.vswitch.id,
      loadBalancerSpec: "slb.s2.small",
      paymentType: "PayAsYouGo",
    });
    new alicloud.slb.BackendServer("web", {
      loadBalancerId: balancer.id,
      backendServers: [{ serverId: "i-bp1000000000000009", weight: 100, type: "ecs" }],
    });
    new alicloud.slb.Listener("web", {
      loadBalancerId: balancer.id,
      protocol: "http",
      frontendPort: 80,
      backendPort: 80,
      bandwidth: -1,
    });
    const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" });
    new alicloud.ecs.EipAssociation("web", {
      allocationId: address.id,
      instanceId: balancer.id,
      instanceType: "SlbInstance",
    });
    record("web", "www", "example.cn", address.ipAddress);
  },
};

teams[pulumi.getStack()]?.();
