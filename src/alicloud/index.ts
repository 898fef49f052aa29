import publicTypes from "../../data/public-types.json";
import type { Product } from "../exposure/contribution";
import { groupBy, type Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { alb } from "./alb";
import { cdn } from "./cdn";
import { clb } from "./clb";
import { dcdn } from "./dcdn";
import { dns } from "./dns";
import { ecs } from "./ecs";
import { eip } from "./eip";
import { esa } from "./esa";
import { live } from "./live";
import { nat } from "./nat";
import { networkInterface } from "./network-interface";
import { nlb } from "./nlb";
import { oss } from "./oss";
import { scdn } from "./scdn";
import { securityGroup } from "./security-group";
import { simpleServer } from "./simple-server";
import { vod } from "./vod";

/** All described resource types, from one file a product family. */
export const products: Product = {
  ...alb,
  ...cdn,
  ...clb,
  ...dcdn,
  ...dns,
  ...ecs,
  ...eip,
  ...esa,
  ...live,
  ...nat,
  ...networkInterface,
  ...nlb,
  ...oss,
  ...scdn,
  ...securityGroup,
  ...simpleServer,
  ...vod,
};

const PUBLIC: ReadonlySet<string> = new Set(publicTypes.types);

/** The types of a plan that can serve the public and that nobody has described, with their resources. */
export function undescribedTypes(plan: Plan): readonly { type: string; resources: readonly Resource[] }[] {
  const strange = plan.resources.filter(
    ({ type }) => PUBLIC.has(type) && !Object.prototype.hasOwnProperty.call(products, type),
  );
  return [...groupBy(strange, (resource) => resource.type)]
    .map(([type, resources]) => ({ type, resources }))
    .sort((a, b) => (a.type < b.type ? -1 : 1));
}

/**
 * Types that decide the location of others before the whole plan is known: a custom domain is where its bucket is. A
 * policy pack shows them along with a single resource.
 */
export const CONTEXT_TYPES: ReadonlySet<string> = new Set(["alicloud:oss/bucket:Bucket"]);
