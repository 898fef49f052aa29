/**
 * What CDN and DCDN domains share: an edge that serves its own domain name, whose `scope` tells where. Left out, it
 * means domestic (the documented default of both APIs).
 */
import { itself, type Contribution, type EntryKind, type EntrySpec, type Reach } from "../exposure/contribution";
import type { Location } from "../location/locate";
import type { Fact } from "../plan/fact";
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

/** What differs between the generations of the resource types. */
interface Details {
  readonly reach: Reach;
  readonly addresses: readonly Fact<string>[];
  readonly origins: readonly Value[];
}

function domainWith(kind: EntryKind, domain: Resource, details: Details): readonly Contribution[] {
  const { reach, addresses, origins } = details;
  const spec: EntrySpec = { kind, tier: "number", location: scopeLocation(domain.at("scope")), reach, edge: true };
  return [
    { is: "entry", resource: domain, ...spec, addresses },
    {
      is: "binding",
      by: domain,
      host: required(domain.string("domainName"), domain.at("domainName"), "text"),
      property: "domainName",
      to: itself(domain),
      standIn: spec,
    },
    ...origins.map((value): Contribution => ({ is: "origin", of: domain, value })),
  ];
}

/** Reads an accelerated domain: it can be taken offline, tells its CNAME, and describes its origins. */
export const acceleratedDomain =
  (kind: EntryKind) =>
  (domain: Resource): readonly Contribution[] =>
    domainWith(kind, domain, {
      reach: reachOf(domain),
      addresses: [domain.output("cname")],
      origins: each(domain.at("sources")).map((source) => source.at("content")),
    });

/** Reads an accelerated domain of the former generation: it is always online, and lists its origins as text. */
export const formerDomain =
  (kind: EntryKind) =>
  (domain: Resource): readonly Contribution[] =>
    domainWith(kind, domain, { reach: "public", addresses: [], origins: each(domain.at("sources")) });
