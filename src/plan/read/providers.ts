/** What readers know of providers. */
import { nameOfUrn } from "../../names/urn";
import type { Urn } from "../fact";
import type { Raw, RawProperties } from "../raw";

/** What tells where a provider's resources are. */
export const KEPT_OF_PROVIDERS = ["environment", "region"] as const;

/** A provider's configuration holds credentials: only what is needed enters the model. */
export function withoutCredentials(configuration: RawProperties): RawProperties {
  const kept: Record<string, Raw> = {};
  for (const key of KEPT_OF_PROVIDERS) {
    const value = configuration[key];
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** The engine calls providers of its own `default`, and adds their version, or where they come from. */
export const isDefaultProvider = (provider: Urn): boolean =>
  /^default(?:_(?:\d|http)[\w.-]*)?$/.test(nameOfUrn(provider));
