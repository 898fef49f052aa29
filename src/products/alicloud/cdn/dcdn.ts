/**
 * Dynamic Route for CDN: a domain is served from edge nodes and fetched from its origins, if it has any. Its `scope`
 * decides where, as for CDN. IP Application Accelerator (IPA) does the same for any protocol over TCP or UDP; it needs
 * the same filing.
 */
import { product } from "../../../graph/contribution";
import { nothing } from "../../reading/values";
import { acceleratedDomain } from "./scope";

export const dcdn = product({
  "alicloud:dcdn/domain:Domain": acceleratedDomain("dcdn"),
  "alicloud:dcdn/ipaDomain:IpaDomain": acceleratedDomain("dcdn", { addresses: () => [] }),

  // What follows changes how an accelerated domain serves; the domain is judged itself, wherever it is declared.
  "alicloud:dcdn/domainConfig:DomainConfig": nothing,
  "alicloud:dcdn/er:Er": nothing,
  "alicloud:dcdn/kv:Kv": nothing,
  "alicloud:dcdn/kvNamespace:KvNamespace": nothing,
  "alicloud:dcdn/wafDomain:WafDomain": nothing,
  "alicloud:dcdn/wafPolicy:WafPolicy": nothing,
  "alicloud:dcdn/wafPolicyDomainAttachment:WafPolicyDomainAttachment": nothing,
  "alicloud:dcdn/wafRule:WafRule": nothing,
});
