/** One cause, one finding: which exposures say something of their own. */
import type { Exposure } from "../graph/exposure";
import type { Exposures } from "../graph/exposures";
import type { Entry } from "../graph/entry";
import type { Location } from "../location/locate";
import { LONGEST_NAME } from "../names/host-name";
import type { Urn } from "../plan/fact";

/** All exposures but the records of a host that only lead to where the host is bound: those are that product's. */
export function distinctCauses({ all }: Exposures): readonly Exposure[] {
  const bound = new Map<string, BoundPlaces>();
  for (const exposure of all) {
    const { binding, entry, host, claims } = exposure;
    if (binding !== "product" || !entry || host === undefined || claims) continue;
    const places = bound.get(host) ?? new BoundPlaces();
    bound.set(host, places);
    places.add(entry, exposure.location);
  }
  if (bound.size === 0) return all;
  return all.filter((exposure) => {
    const { binding, host } = exposure;
    if (binding === "product" || host === undefined) return true;
    return ![host, ...wildcardsOf(host)].some((name) => bound.get(name)?.isWhere(exposure));
  });
}

/** The wildcards that a name is under. */
function wildcardsOf(host: string): readonly string[] {
  if (host.length > LONGEST_NAME) return [];
  const labels = host.split(".");
  return labels.slice(1, -1).map((_, at) => `*.${labels.slice(at + 1).join(".")}`);
}

/** Where one host is bound on products. */
class BoundPlaces {
  /** By resource, whether it is bound there outside the mainland alone. */
  private readonly outside = new Map<Urn, boolean>();
  /** By kind and place, the resources. */
  private readonly resources = new Map<string, Set<Urn>>();

  add({ kind, resource: { urn } }: Entry, location: Location): void {
    this.outside.set(urn, (this.outside.get(urn) ?? true) && location.in === "outside");
    const key = `${kind} ${location.in}`;
    this.resources.set(key, (this.resources.get(key) ?? new Set()).add(urn));
  }

  /**
   * Whether a record leads to an entry on which the host is bound: to the resource, or to a name of that product's. Not where
   * it goes through doors that the binding has not, as accelerated names of buckets do.
   */
  isWhere({ entry, location, path }: Exposure): boolean {
    if (!entry) return false;
    const { urn } = entry.resource;
    const outside = this.outside.get(urn);
    if (outside !== undefined && (!outside || location.in === "outside")) return true;
    // A name that Alibaba Cloud gave tells the product, and perhaps the region, but not the resource.
    if (path.at(-1)?.why !== "endpoint") return false;
    const places = location.in === "undetermined" ? PLACES : [location.in];
    return places.some((place) => {
      const found = this.resources.get(`${entry.kind} ${place}`);
      return found !== undefined && found.size > (found.has(urn) ? 1 : 0);
    });
  }
}

const PLACES = ["mainland", "outside", "undetermined"] as const;
