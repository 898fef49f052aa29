/** What readers know of providers. */
import { nameOfUrn } from "../../names/urn";
import type { Urn } from "../fact";
import type { Raw, RawProperties } from "../raw";

/** What tells where a provider's resources are. */
export const KEPT_OF_PROVIDERS = ["environment", "region", "zones"] as const;

/** Under which name the model has the id of the cluster that a kubeconfig leads to. */
export const CLUSTER_ID = "clusterId";

/** The id of a cluster of Container Service, which a kubeconfig has in the name of its context. */
const ID_OF_CLUSTER = /(?<![0-9a-z])c[0-9a-f]{32}(?![0-9a-z])/g;

/** A provider's configuration holds credentials: only what is needed enters the model. */
export function withoutCredentials(configuration: RawProperties): RawProperties {
  const kept: Record<string, Raw> = {};
  for (const key of KEPT_OF_PROVIDERS) {
    const value = configuration[key];
    if (value !== undefined) kept[key] = value;
  }
  const { kubeconfig } = configuration;
  const ids = typeof kubeconfig === "string" ? new Set(kubeconfig.match(ID_OF_CLUSTER)) : undefined;
  const [id] = ids?.size === 1 ? ids : [];
  if (id !== undefined) kept[CLUSTER_ID] = id;
  return kept;
}

/** The engine calls providers of its own `default`, and adds their version, or where they come from. */
export const isDefaultProvider = (provider: Urn): boolean =>
  /^default(?:_(?:\d|http|[a-z]+_\/)[\w./-]*)?$/.test(nameOfUrn(provider));
