import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

class Network extends pulumi.ComponentResource {
  constructor(name: string) {
    super("net:index:Network", name);
    const vpc = new alicloud.vpc.Network(name, { cidrBlock: "10.0.0.0/16" }, { parent: this });
    new alicloud.vpc.Switch(
      name,
      { vpcId: vpc.id, zoneId: "cn-hangzhou-j", cidrBlock: "10.0.1.0/24" },
      { parent: this },
    );
    this.registerOutputs();
  }
}

const network = new Network("main");
const address = new alicloud.ecs.EipAddress("web", { bandwidth: "5" }, { dependsOn: network });
const balancer = new alicloud.slb.ApplicationLoadBalancer(
  "web",
  { addressType: "internet", loadBalancerSpec: "slb.s2.small" },
  { dependsOn: [network, address] },
);
new alicloud.slb.Listener(
  "web",
  { loadBalancerId: balancer.id, protocol: "https", frontendPort: 443, backendPort: 80, bandwidth: -1 },
  { dependsOn: pulumi.output([network, balancer]) },
);
new alicloud.dns.AlidnsRecord(
  "www",
  { domainName: "example.com", rr: "www", type: "A", value: balancer.address },
  { dependsOn: Promise.resolve([balancer]) },
);
