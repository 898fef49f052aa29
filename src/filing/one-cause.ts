/** One cause, one finding: which exposures say something of their own. */
import type { Exposure } from "../graph/exposure";
import type { Exposures } from "../graph/exposures";
import { groupBy } from "../base/collections";

/** All exposures but the records of a host that only lead to where the host is bound: those are that product's. */
export function distinctCauses({ all }: Exposures): readonly Exposure[] {
  const bound = groupBy(
    all.filter(({ binding, entry, host, claims }) => binding === "product" && entry && host !== undefined && !claims),
    (exposure) => exposure.host ?? "",
  );
  if (bound.size === 0) return all;
  const onProducts = (host: string): readonly Exposure[] =>
    [host, ...wildcardsOf(host)].flatMap((name) => bound.get(name) ?? []);
  return all.filter(
    (exposure) =>
      exposure.binding === "product" ||
      exposure.host === undefined ||
      !onProducts(exposure.host).some((product) => leadsTo(product, exposure)),
  );
}

/** The wildcards that a name is under. */
function wildcardsOf(host: string): readonly string[] {
  const labels = host.split(".");
  return labels.slice(1, -1).map((_, at) => `*.${labels.slice(at + 1).join(".")}`);
}

/**
 * Whether a record leads to the entry on which its host is bound: to the resource, or to a name of that product's. Not where
 * it goes through doors that the binding has not, as accelerated names of buckets do.
 */
function leadsTo(product: Exposure, { entry, location, path }: Exposure): boolean {
  if (!product.entry || !entry) return false;
  const isOutside = product.location.in === "outside";
  if (product.entry.resource.urn === entry.resource.urn) return !isOutside || location.in === "outside";
  // A name that Alibaba Cloud gave tells the product, and perhaps the region, but not the resource.
  const isName = path.at(-1)?.why === "endpoint" && entry.kind === product.entry.kind;
  return isName && (location.in === "undetermined" || location.in === product.location.in);
}
