import { partsOfUrn } from "../names/urn";
import type { Resource } from "../plan/resource";

/** The type of Alibaba Cloud's provider. */
export const PROVIDER = "pulumi:providers:alicloud";

/** Only default providers take their region from the stack's configuration. */
export const usesDefaultProvider = (resource: Pick<Resource, "provider" | "part">): boolean =>
  isUnconfigured(resource) && !isForeign(resource);

/** Whether no provider of the program's own is named. */
export const isUnconfigured = ({ provider, part }: Pick<Resource, "provider" | "part">): boolean =>
  provider === undefined || part.isDefaultProvider(provider);

/** A Terraform module runs the provider of Terraform, which does not look into the stack's configuration. */
const isForeign = ({ provider }: Pick<Resource, "provider">): boolean =>
  provider !== undefined && (partsOfUrn(provider)?.type ?? PROVIDER) !== PROVIDER;

/**
 * Which provider configuration a resource belongs to, or is. The default providers of one stack, of whatever version,
 * are configured alike, and are one.
 */
export function configurationOf({ type, urn, provider, part }: Resource): string {
  // Where nothing tells which it belongs to, what one of them shows is true of that one alone.
  if (part.untoldProviders) return `${part.id} ${urn}`;
  const its = type === PROVIDER ? urn : provider;
  return `${part.id} ${usesDefaultProvider({ provider: its, part }) ? "default" : its}`;
}
