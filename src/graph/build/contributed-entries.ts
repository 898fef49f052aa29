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
  const entries = new Map<Urn, Entry>();
  for (const entry of contributed) {
    const { resource, addresses } = entry;
    const attached = certain.get(resource.urn);
    const reach = reachOf(entry.reach, attached !== undefined, perhaps.get(resource.urn));
    entries.set(resource.urn, made(resource, entry, openings, { reach, addresses, attached: attached ?? [] }));
  }
  return entries;
}

/** An address makes public what it is bound to; one that is perhaps bound to it leaves a private entry in doubt. */
function reachOf(own: Reach, bound: boolean, perhaps: Doubt | undefined): Reach {
  if (bound) return "public";
  return own === "private" && perhaps ? perhaps : own;
}

/** A resource as an entry of its own, by what is said of it. */
export const standIn = (resource: Resource, spec: EntrySpec, openings: Openings): Entry =>
  made(resource, spec, openings, { reach: spec.reach, addresses: [], attached: [] });

function made(
  resource: Resource,
  spec: EntrySpec,
  openings: Openings,
  { reach, addresses, attached }: Pick<Entry, "reach" | "addresses" | "attached">,
): Entry {
  const { kind, location, offline, accelerated, created } = spec;
  const { tier, edge } = ofKind(spec);
  // What every entry has comes first, and what few have is added: the other way round takes many times as long.
  return {
    resource,
    name: resource.name,
    kind,
    location,
    reach,
    tier,
    edge,
    opening: openings.of(resource, kind),
    addresses,
    attached,
    ...(offline && { offline }),
    ...(accelerated !== undefined && { accelerated }),
    ...(created && { created }),
  };
}
