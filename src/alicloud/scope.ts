/**
 * What CDN and DCDN domains share: an edge that serves its own domain name, whose `scope` tells where. Left out, it
 * means domestic (the documented default of both APIs).
 */
import {
  itself,
  type Contribution,
  type EntryKind,
  type EntrySpec,
  type Reach,
  type Reader,
} from "../exposure/contribution";
import type { Location } from "../location/locate";
import type { Resource, Value } from "../plan/resource";
import { each, required, unreadable } from "./read";

/** Where a domain of this `scope` is served; `global` includes the mainland. */
export function scopeLocation(scope: Value): Location {
  const fact = scope.string();
  if (fact.state === "unknown") return { in: "undetermined", doubt: fact.doubt };
  const region = fact.state === "absent" ? "domestic" : fact.value;
  switch (region) {
    case "domestic":
    case "global":
      return { in: "mainland", region, by: "scope" };
    case "overseas":
      return { in: "outside", region, by: "scope" };
    default:
      return { in: "undetermined", doubt: unreadable(scope, "domestic, overseas, global") };
  }
}

/** A domain that was taken offline serves nobody. */
function reachOf(domain: Resource): Reach {
  const status = domain.string("status");
  if (status.state === "unknown") return status.doubt;
  return status.state === "known" && status.value === "offline" ? "private" : "public";
}

/** Reads an accelerated domain; `originOf` finds the origin in an element of `sources`. */
export const acceleratedDomain =
  (kind: EntryKind, originOf: (source: Value) => Value): Reader =>
  (domain): readonly Contribution[] => {
    const spec: EntrySpec = {
      kind,
      tier: "number",
      location: scopeLocation(domain.at("scope")),
      reach: reachOf(domain),
      edge: true,
    };
    return [
      { is: "entry", resource: domain, ...spec, addresses: [domain.output("cname")] },
      {
        is: "binding",
        by: domain,
        host: required(domain.string("domainName"), domain.at("domainName"), "text"),
        property: "domainName",
        to: itself(domain),
        standIn: spec,
      },
      ...each(domain.at("sources")).map((source): Contribution => ({
        is: "origin",
        of: domain,
        value: originOf(source),
      })),
    ];
  };
