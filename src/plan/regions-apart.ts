/** Whether two resources of one type and id are in different regions, so that they are two things. */
import { kindOf, own } from "./raw";
import type { Urn } from "./fact";
import type { Resource } from "./resource";

/** The services that have no regions: what one provider asks them for is what another asks for, wherever it works. */
const GLOBAL: ReadonlySet<string> = new Set(
  "alidns alidnscloudgtm cas cdn dcdn ddos dns domain esa ga live pvtz ram scdn vod"
    .split(" ")
    .concat(["sslcertificatesservicecertificate", "sslcertificatesserviceinstance"]),
);

/** Whether a type is one of a service that has no regions. */
export const isGlobal = (type: string): boolean => GLOBAL.has(/^alicloud:(\w+)\//.exec(type)?.[1] ?? "");

/** The regions of resources, as far as they or their providers tell. */
export class ProvidedRegions {
  private readonly providers: ReadonlyMap<Urn, Resource>;

  constructor(resources: readonly Resource[]) {
    this.providers = new Map(
      resources.filter(({ type }) => type === "pulumi:providers:alicloud").map((one) => [one.urn, one]),
    );
  }

  /** Whether nothing tells that two resources are in different regions. */
  mayBeOne(one: Resource, other: Resource): boolean {
    if (isGlobal(one.type)) return true;
    const region = this.of(one);
    const another = this.of(other);
    return !region || !another || region === another;
  }

  private of(resource: Resource): string | undefined {
    const { provider, part } = resource;
    return (
      textIn(resource, "regionId") ??
      textIn(provider === undefined ? undefined : this.providers.get(provider), "region") ??
      (provider === undefined || part.isDefaultProvider(provider) ? part.region : undefined)
    );
  }
}

function textIn(resource: Resource | undefined, name: string): string | undefined {
  if (!resource) return undefined;
  const { inputs, outputs } = resource.data;
  return [outputs, inputs]
    .map((all) => all && own(all, name))
    .find((raw): raw is string => typeof raw === "string" && raw !== "" && kindOf(raw) === "value");
}
