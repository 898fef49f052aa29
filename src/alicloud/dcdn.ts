/**
 * Dynamic Route for CDN: a domain is served from edge nodes and fetched from its origins, if it has any. Its `scope`
 * decides where, as for CDN.
 */
import { product } from "../exposure/contribution";
import { nothing } from "./read";
import { acceleratedDomain } from "./scope";

export const dcdn = product({
  "alicloud:dcdn/domain:Domain": acceleratedDomain("dcdn"),
  "alicloud:dcdn/domainConfig:DomainConfig": nothing,
});
