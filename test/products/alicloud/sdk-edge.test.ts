import { alb } from "../../../src/products/alicloud/balancing/alb";
import { SERVERS } from "../../../src/products/alicloud/shared/balancer";
import { cdn } from "../../../src/products/alicloud/cdn/cdn";
import { clb } from "../../../src/products/alicloud/balancing/clb";
import { dcdn } from "../../../src/products/alicloud/cdn/dcdn";
import { dns } from "../../../src/products/alicloud/dns/dns";
import { nlb } from "../../../src/products/alicloud/balancing/nlb";
import { oss } from "../../../src/products/alicloud/oss/oss";
import { ref, type ResourceSpec } from "../../support/plan";
import { isInSdk } from "./sdk";

const products = { ...alb, ...cdn, ...clb, ...dcdn, ...dns, ...nlb, ...oss };

/** Resources whose readers look at others. */
const together: ResourceSpec[][] = [
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
];

isInSdk({
  products,
  together,
  tokens: [...SERVERS.types],
  reads: [
    "alicloud:nlb/listener:Listener endPort",
    "alicloud:slb/rule:Rule domain",
    "alicloud:dns/dnsDomain:DnsDomain domainName",
  ],
});
