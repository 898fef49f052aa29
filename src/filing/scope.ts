/** Whether a plan serves hosts from the mainland: what makes a duty fall on it, whatever the register says. */
import type { Exposure } from "../graph/exposure";
import type { Exposures } from "../graph/exposures";
import { groupBy } from "../base/collections";
import { memo } from "../base/memo";
import type { Doubt } from "../plan/fact";
import type { Resource } from "../plan/resource";
import { answeringName, nameOf } from "../names/host-name";

/** Served from the mainland, perhaps, or not at all; with the exposure that shows it. */
export type Scope =
  | { readonly is: "mainland"; readonly exposure: Exposure }
  | { readonly is: "unsure"; readonly exposure: Exposure; readonly doubt: Doubt }
  | { readonly is: "out" };

/** The scope of the hosts that have these exposures: what is certain goes before what is not. */
export function scopeOf(exposures: readonly Exposure[]): Scope {
  const certain = exposures.find(isServed);
  if (certain) return { is: "mainland", exposure: certain };
  for (const exposure of exposures) {
    const why = doubtOf(exposure);
    if (why && !exposure.claims && !isClosed(exposure)) return { is: "unsure", exposure, doubt: why };
  }
  return { is: "out" };
}

/** Whether the public certainly reaches the host through a mainland entry. */
export const isServed = (exposure: Exposure): boolean => !exposure.claims && isDue(exposure);

/** Whether a filing is certainly due for it: the public reaches the host through a mainland entry, or one is given its domain. */
export const isDue = (exposure: Exposure): boolean =>
  exposure.location.in === "mainland" &&
  exposure.doubts.length === 0 &&
  exposure.foreign === undefined &&
  !isClosed(exposure);

/**
 * Whether nothing at the entry lets in what could be the web. A host bound on a product means that something listens for
 * it, whatever listeners the plan shows.
 */
export const isClosed = ({ entry, binding }: Exposure): boolean => binding !== "product" && entry?.opening === "none";

/** Why it is unknown whether a host is served from the mainland; undefined when it certainly is, or is not. */
export function doubtOf({ location, doubts, foreign }: Exposure): Doubt | undefined {
  if (location.in === "outside" || foreign !== undefined) return undefined;
  return doubts[0] ?? (location.in === "undetermined" ? location.doubt : undefined);
}

/** The exposures of a host: its own, else those of the wildcard that answers for it. */
export function exposuresOf(host: string, exposures: Exposures): readonly Exposure[] {
  const name = nameOf(host);
  if (name.is !== "public") return [];
  const all = exposures.ofApex(name.apex);
  const hosts = new Set(all.map(({ host }) => host));
  const answering = answeringName(name.host, (one) => hosts.has(one) || exposures.targets.hasRecords(one));
  return answering === undefined ? [] : all.filter(({ host }) => host === answering);
}

/**
 * Whether a host may be outside by this exposure. What leads to nothing that is known, such as an address that nothing
 * holds or a name that no plan has, is the DNS rule's matter: alone it says nothing about leaving the mainland.
 */
export function mayBeOutside({ location, doubts, unmatched, ledBy, path }: Exposure): boolean {
  if (location.in === "mainland" || unmatched !== undefined) return false;
  const here = ledBy?.location?.in === "mainland" ? ledBy.owner : undefined;
  // Where the way ends at such an address, what may bind it may be in doubt as well.
  const endsHere = here !== undefined && path.at(-1)?.resource === here;
  const isUnboundHere = ({ why, urn }: Doubt): boolean => why === "own-name" || (endsHere && urn !== undefined);
  return doubts.length === 0 || !doubts.every(isUnboundHere);
}

/** An exposure of which the host is not known, and why. */
export interface Nameless {
  readonly exposure: Exposure;
  readonly doubt: Doubt;
}

/** The exposures of which the host is not known. */
export const namelessIn = memo(({ all }: Exposures): readonly Nameless[] =>
  all.flatMap((exposure) => {
    const why = exposure.host === undefined ? (exposure.label ?? exposure.doubts[0]) : undefined;
    return why ? [{ exposure, doubt: why }] : [];
  }),
);

/** The exposures of unknown hosts that a resource ties. */
export const namelessBy = (resource: Resource | undefined, exposures: Exposures): readonly Exposure[] =>
  namelessByResource(exposures).get(resource?.urn) ?? [];

const namelessByResource = memo(({ all }: Exposures) =>
  groupBy(
    all.filter(({ host }) => host === undefined),
    ({ by }) => by?.urn,
  ),
);

/** Why something that is served from the mainland, certainly or perhaps, may be any host of an apex: its name is not known. */
export const namelessOf = (apex: string, exposures: Exposures): Doubt | undefined =>
  namelessIn(exposures).find(
    ({ exposure }) => (exposure.apex === undefined || exposure.apex === apex) && scopeOf([exposure]).is !== "out",
  )?.doubt;
