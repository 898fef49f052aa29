import type { Urn } from "../plan/fact";
import type { Resource } from "../plan/resource";

/** The type of Alibaba Cloud's provider. */
export const PROVIDER = "pulumi:providers:alicloud";

/** Only default providers take their region from the stack's configuration. */
export const usesDefaultProvider = ({ provider }: Pick<Resource, "provider">): boolean => isDefault(provider);

/**
 * Which provider configuration a resource belongs to, or is. The default providers of one stack, of whatever version,
 * are configured alike, and are one.
 */
export function configurationOf({ type, urn, provider, part }: Resource): string {
  const its = type === PROVIDER ? urn : provider;
  return `${part.id} ${its === undefined || isDefault(its) ? "default" : its}`;
}

/** The engine calls providers of its own `default`, and adds their version, or where they come from. */
const isDefault = (provider: Urn | undefined): boolean =>
  provider === undefined || /::default(?:_(?:\d|http)[\w.-]*)?$/.test(provider);
