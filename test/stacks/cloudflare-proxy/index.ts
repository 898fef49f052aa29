import * as alicloud from "@pulumi/alicloud";
import * as pulumi from "@pulumi/pulumi";

class DnsRecord extends pulumi.CustomResource {
  constructor(name: string, args: pulumi.Inputs) {
    super("cloudflare:index/dnsRecord:DnsRecord", name, args);
  }
}

const balancer = new alicloud.slb.ApplicationLoadBalancer("web", {
  addressType: "internet",
  loadBalancerSpec: "slb.s2.small",
  paymentType: "PayAsYouGo",
});
new alicloud.slb.Listener("web", {
  loadBalancerId: balancer.id,
  protocol: "http",
  frontendPort: 80,
  backendPort: 80,
  bandwidth: 10,
});

function record(host: string, isProxied: boolean): void {
  new DnsRecord(host, {
    zoneId: "0123456789abcdef0123456789abcdef",
    name: host,
    type: "A",
    content: balancer.address,
    proxied: isProxied,
    ttl: 1,
  });
}

record("www.example.com", true);
record("direct.example.com", false);
record("www.example.net", true);
