import type { Product } from "../exposure/contribution";
import { groupBy, type Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { ack } from "./ack";
import { alb } from "./alb";
import { anycastEip } from "./anycast-eip";
import { apiGateway } from "./api-gateway";
import { cdn } from "./cdn";
import { clb } from "./clb";
import { containerGroup } from "./container-group";
import { databaseHost } from "./database-host";
import { dcdn } from "./dcdn";
import { ddos } from "./ddos";
import { dns } from "./dns";
import { ecs } from "./ecs";
import { edas } from "./edas";
import { eip } from "./eip";
import { ens } from "./ens";
import { esa } from "./esa";
import { functionCompute } from "./function";
import { ga } from "./ga";
import { basicGa } from "./ga-basic";
import { gtm } from "./gtm";
import { ipv6 } from "./ipv6";
import { live } from "./live";
import { mse } from "./mse";
import { nat } from "./nat";
import { networkInterface } from "./network-interface";
import { nlb } from "./nlb";
import { nodePools } from "./node-pool";
import { oss } from "./oss";
import { sae } from "./sae";
import { scaling } from "./scaling";
import { scdn } from "./scdn";
import { securityGroup } from "./security-group";
import { simpleServer } from "./simple-server";
import { smartGateway } from "./smart-gateway";
import { mayServe } from "./undescribed";
import { vod } from "./vod";
import { waf } from "./waf";

/** All described resource types, from one file a product family. */
export const products: Product = {
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

/** The types of a plan that may serve the public and that nobody has described, with their resources. */
export function undescribedTypes(plan: Plan): readonly { type: string; resources: readonly Resource[] }[] {
  return [...groupBy(plan.resources, (resource) => resource.type)]
    .filter(([type]) => !Object.prototype.hasOwnProperty.call(products, type) && mayServe(type))
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
