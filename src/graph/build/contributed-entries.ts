/** The entries that products declare, as public as addresses make them. */
import type { Doubt, Urn } from "../../plan/fact";
import type { Resource } from "../../plan/resource";
import type { EntryContribution, EntrySpec, Reach } from "../contribution";
import { ofKind, type Entry } from "../entry";
import type { Openings } from "../openings";
import type { BoundTargets } from "./bound-targets";

/** The entries by URN; later steps add those that stand for addresses and for bindings. */
export function contributedEntries(
  contributed: readonly EntryContribution[],
  { certain, perhaps }: BoundTargets,
  openings: Openings,
): Map<Urn, Entry> {
  return new Map(
    contributed.map((entry): readonly [Urn, Entry] => {
      const { urn } = entry.resource;
      const attached = certain.get(urn);
      const reach = reachOf(entry.reach, attached !== undefined, perhaps.get(urn));
      const { addresses } = entry;
      return [urn, { ...standIn(entry.resource, entry, openings), reach, addresses, attached: attached ?? [] }];
    }),
  );
}

/** An address makes public what it is bound to; one that is perhaps bound to it leaves a private entry in doubt. */
function reachOf(own: Reach, bound: boolean, perhaps: Doubt | undefined): Reach {
  if (bound) return "public";
  return own === "private" && perhaps ? perhaps : own;
}

/** A resource as an entry of its own, by what is said of it. */
export const standIn = (resource: Resource, spec: EntrySpec, openings: Openings): Entry => ({
  ...spec,
  resource,
  name: resource.name,
  ...ofKind(spec),
  opening: openings.of(resource, spec.kind),
  addresses: [],
  attached: [],
});
