import { ack } from "../../../src/products/alicloud/compute/ack";
import { apiGateway } from "../../../src/products/alicloud/api-gateway/api-gateway";
import { ddos } from "../../../src/products/alicloud/protection/ddos";
import { edas } from "../../../src/products/alicloud/compute/edas";
import { functionCompute } from "../../../src/products/alicloud/compute/function";
import { mse } from "../../../src/products/alicloud/api-gateway/mse";
import { nodePools } from "../../../src/products/alicloud/compute/node-pool";
import { sae } from "../../../src/products/alicloud/compute/sae";
import { waf } from "../../../src/products/alicloud/protection/waf";
import { ref, type ResourceSpec } from "../../support/plan";
import { isInSdk } from "./sdk";

const products = {
  ...ack,
  ...apiGateway,
  ...ddos,
  ...edas,
  ...functionCompute,
  ...mse,
  ...nodePools,
  ...sae,
  ...waf,
};

/** Resources whose readers look at others, or at more than a resource alone makes them look at. */
const together: ResourceSpec[][] = [
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
];

isInSdk({
  products,
  together,
  reads: [
    "alicloud:waf/instance:Instance packageCode",
    "alicloud:apig/environment:Environment gatewayId",
    "alicloud:fc/v3Trigger:V3Trigger httpTrigger",
  ],
});
