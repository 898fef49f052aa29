/**
 * Dynamic Route for CDN: a domain is served from edge nodes and fetched from its origins, if it has any. Its `scope`
 * decides where, as for CDN. IP Application Accelerator (IPA) does the same for any protocol over TCP or UDP; it needs
 * the same filing.
 */
import { product } from "../../../graph/contribution";
import { contributesNothing } from "../../reading/values";
import { acceleratedDomain } from "./scope";

export const dcdn = product({
  "alicloud:dcdn/domain:Domain": acceleratedDomain("dcdn"),
  "alicloud:dcdn/ipaDomain:IpaDomain": acceleratedDomain("dcdn", { addresses: () => [] }),

  // What follows changes how an accelerated domain serves; the domain is judged itself, wherever it is declared.
  "alicloud:dcdn/domainConfig:DomainConfig": contributesNothing,
  "alicloud:dcdn/er:Er": contributesNothing,
  "alicloud:dcdn/kv:Kv": contributesNothing,
  "alicloud:dcdn/kvNamespace:KvNamespace": contributesNothing,
  "alicloud:dcdn/wafDomain:WafDomain": contributesNothing,
  "alicloud:dcdn/wafPolicy:WafPolicy": contributesNothing,
  "alicloud:dcdn/wafPolicyDomainAttachment:WafPolicyDomainAttachment": contributesNothing,
  "alicloud:dcdn/wafRule:WafRule": contributesNothing,
});
