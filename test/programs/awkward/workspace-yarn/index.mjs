import { recordOf } from "@acme/records";
import * as alicloud from "@pulumi/alicloud";

const balancer = new alicloud.slb.ApplicationLoadBalancer("web", {
  addressType: "internet",
  loadBalancerSpec: "slb.s2.small",
});
new alicloud.slb.Listener("web", {
  loadBalancerId: balancer.id,
  protocol: "https",
  frontendPort: 443,
  backendPort: 80,
  bandwidth: -1,
});
recordOf("www", balancer.address);
