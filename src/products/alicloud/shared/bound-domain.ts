/** What resources share that bind one host on themselves: the resource is the entry, and the host is bound on it. */
import { referenceTo, type Contribution, type EntrySpec } from "../../../graph/contribution";
import type { Location } from "../../../location/locate";
import type { Doubt, Fact } from "../../../plan/fact";
import type { Resource, Value } from "../../../plan/resource";
import { required } from "../../reading/values";

/** Reads a resource that binds a host on itself, and that is reached under `addresses`. */
export const boundDomain = (
  domain: Resource,
  host: Value,
  spec: EntrySpec,
  addresses: readonly Fact<string>[] = [],
): readonly Contribution[] => [
  { is: "entry", resource: domain, ...spec, addresses },
  {
    is: "binding",
    by: domain,
    host: required(host.string(), host, "text"),
    property: host.path,
    to: referenceTo(domain),
    standIn: spec,
  },
];

/** What an edge fetches from. */
export const originsOf = (edge: Resource, values: readonly Value[]): readonly Contribution[] =>
  values.map((value) => ({ is: "origin", of: edge, value }));

/** Where something is that is in several places at once: one place in the mainland is enough, one in doubt leaves it so. */
export function together(locations: readonly Location[], ifNone: Doubt): Location {
  return (
    locations.find((location) => location.in === "mainland") ??
    locations.find((location) => location.in === "undetermined") ??
    locations[0] ?? { in: "undetermined", doubt: ifNone }
  );
}
