import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

/** A balancer with an address of its own choice, which sends each host to its pods. */
export class Entry extends pulumi.ComponentResource {
  readonly address: pulumi.Output<string>;

  constructor(name: string, hosts: pulumi.Output<string[]>, options?: pulumi.ComponentResourceOptions) {
    super("cluster:index:Entry", name, {}, options);
    const parent = { parent: this };
    const balancer = new alicloud.slb.ApplicationLoadBalancer(
      name,
      {
        addressType: "internet",
        address: "47.106.20.30",
        loadBalancerSpec: "slb.s3.small",
        paymentType: "PayAsYouGo",
      },
      parent,
    );
    const listener = new alicloud.slb.Listener(
      name,
      {
        loadBalancerId: balancer.id,
        protocol: "https",
        frontendPort: 443,
        backendPort: 80,
        bandwidth: -1,
        serverCertificateId: "1234567890_cluster",
      },
      parent,
    );
    const group = new alicloud.slb.ServerGroup(name, { loadBalancerId: balancer.id, name }, parent);
    for (const [index, rr] of ["www", "shop"].entries()) {
      new alicloud.slb.Rule(
        `${name}-${rr}`,
        {
          loadBalancerId: balancer.id,
          frontendPort: 443,
          name: rr,
          domain: hosts.apply((all) => all.find((host) => host.startsWith(`${rr}.`)) ?? "example.com"),
          url: index === 0 ? "/" : "/shop",
          serverGroupId: group.id,
        },
        { parent: listener, dependsOn: [listener] },
      );
    }
    this.address = balancer.address;
    this.registerOutputs({ address: this.address });
  }
}
