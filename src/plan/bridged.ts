/** Resources of Alibaba Cloud's that come to Pulumi through Terraform. Nothing is read of them. */
import own from "../../data/index-types.json";

/** What Pulumi's own provider has in no module either. */
const OWN: ReadonlySet<string> = new Set(own.types);

/**
 * Whether a type is one of Alibaba Cloud's as Terraform names them, run by Pulumi: a resource of a Terraform module, or one of
 * the provider that Pulumi makes of any Terraform provider, which puts all of its types into one module.
 */
export const isBridged = (type: string): boolean =>
  /^[^:]+:tf:alicloud_\w+$/.test(type) || (type.startsWith("alicloud:index/") && !OWN.has(type));
