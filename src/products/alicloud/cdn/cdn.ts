/**
 * Content Delivery Network: a domain is served from edge nodes and fetched from its origins. Its `scope` decides where,
 * not the provider's region. Function configurations change how it serves and which Host it asks for, not where.
 */
import { product } from "../../../graph/contribution";
import { contributesNothing } from "../../reading/values";
import { acceleratedDomain, formerDomain } from "./scope";

export const cdn = product({
  "alicloud:cdn/domainNew:DomainNew": acceleratedDomain("cdn"),
  "alicloud:cdn/domain:Domain": formerDomain("cdn"),
  // Read together with the domain: it may set the Host that origins are asked for.
  "alicloud:cdn/domainConfig:DomainConfig": contributesNothing,
});
