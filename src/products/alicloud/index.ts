import { readerOf, type Product } from "../../graph/contribution";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import { ack } from "./compute/ack";
import { alb } from "./balancing/alb";
import { anycastEip } from "./network/anycast-eip";
import { apiGateway } from "./api-gateway/api-gateway";
import { cdn } from "./cdn/cdn";
import { clb } from "./balancing/clb";
import { containerGroup } from "./compute/container-group";
import { databaseHost } from "./compute/database-host";
import { dcdn } from "./cdn/dcdn";
import { ddos } from "./protection/ddos";
import { dns } from "./dns/dns";
import { ecs } from "./compute/ecs";
import { edas } from "./compute/edas";
import { eip } from "./network/eip";
import { ens } from "./ens/ens";
import { esa } from "./esa/esa";
import { functionCompute } from "./compute/function";
import { ga } from "./ga/ga";
import { basicGa } from "./ga/ga-basic";
import { gtm } from "./dns/gtm";
import { ipv6 } from "./network/ipv6";
import { live } from "./cdn/live";
import { mse } from "./api-gateway/mse";
import { nat } from "./network/nat";
import { networkInterface } from "./network/network-interface";
import { nlb } from "./balancing/nlb";
import { nodePools } from "./compute/node-pool";
import { oss } from "./oss/oss";
import { sae } from "./compute/sae";
import { scaling } from "./compute/scaling";
import { scdn } from "./cdn/scdn";
import { securityGroup } from "./network/security-group";
import { simpleServer } from "./compute/simple-server";
import { smartGateway } from "./network/smart-gateway";
import { mayServe } from "../../plan/undescribed";
import { vod } from "./cdn/vod";
import { waf } from "./protection/waf";

/** All described resource types, from one file a product family. */
export const alicloud: Product = {
  ...ack,
  ...alb,
  ...anycastEip,
  ...apiGateway,
  ...basicGa,
  ...cdn,
  ...clb,
  ...containerGroup,
  ...databaseHost,
  ...dcdn,
  ...ddos,
  ...dns,
  ...ecs,
  ...edas,
  ...eip,
  ...ens,
  ...esa,
  ...functionCompute,
  ...ga,
  ...gtm,
  ...ipv6,
  ...live,
  ...mse,
  ...nat,
  ...networkInterface,
  ...nlb,
  ...nodePools,
  ...oss,
  ...sae,
  ...scaling,
  ...scdn,
  ...securityGroup,
  ...simpleServer,
  ...smartGateway,
  ...vod,
  ...waf,
};

/** The types of a plan that may serve the public and that no product describes, with their resources. */
export function undescribedTypes(
  plan: Plan,
  products: Product,
): readonly { type: string; resources: readonly Resource[] }[] {
  return [...plan.byType]
    .filter(([type]) => readerOf(products, type) === undefined && mayServe(type))
    .map(([type, resources]) => ({ type, resources }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

/**
 * Types that decide the location or the reach of others before the whole plan is known: a custom domain is where its
 * bucket is, and public when the gateways are. A policy pack shows them along with a single resource.
 */
export const CONTEXT_TYPES: ReadonlySet<string> = new Set([
  "alicloud:oss/bucket:Bucket",
  "alicloud:apig/gateway:Gateway",
]);
