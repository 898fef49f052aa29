/**
 * What the domains of CDN, DCDN, VOD, Live and SCDN share: an edge that serves its own domain name, whose `scope` tells
 * where. Left out, it means domestic (the documented default of all APIs that have it).
 */
import { isDoubt, referenceTo, type Contribution, type EntrySpec, type Reach } from "../../../graph/contribution";
import type { Location } from "../../../location/locate";
import { doubt, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { hostAskedBy } from "./origin-host";
import { required, unreadable } from "../../reading/values";
import type { EntryKind } from "../../../vocabulary/kinds";

/** Where a scope or coverage is; `global` includes the mainland. Undefined for a word that is none. */
export function placeOfScope(scope: string): Location | undefined {
  switch (scope) {
    case "domestic":
    case "global":
      return { in: "mainland", region: scope, by: "scope" };
    case "overseas":
      return { in: "outside", region: scope, by: "scope" };
    default:
      return undefined;
  }
}

/** Where a scope or coverage is that is said. */
export function saidPlace(scope: Value): Location | undefined {
  const fact = scope.string();
  if (fact.state === "absent") return undefined;
  if (fact.state === "unknown") return { in: "undetermined", doubt: fact.doubt };
  return placeOfScope(fact.value) ?? { in: "undetermined", doubt: unreadable(scope, "domestic, overseas, global") };
}

/** Where a domain of this `scope` is served. */
const scopeLocation = (scope: Value): Location =>
  saidPlace(scope) ?? { in: "mainland", region: "domestic", by: "scope", unsaid: "default" };

/**
 * A domain that was taken offline is not gone: for some time its name leads visitors to the origin, and taking it online
 * again needs no plan (F-04).
 */
function reachOf(domain: Resource): Reach {
  const status = domain.string("status");
  if (status.state === "unknown") return status.doubt;
  const about = { property: "status", urn: domain.urn };
  return status.state === "known" && status.value === "offline" ? doubt("offline", {}, about) : "public";
}

/** What differs between the products. */
export interface DomainShape {
  readonly location: (domain: Resource) => Location;
  /** The names under which the edge is reached. */
  readonly addresses: (domain: Resource) => readonly Fact<string>[];
  readonly origins: (domain: Resource) => readonly Value[];
}

const USUAL: DomainShape = {
  location: (domain) => scopeLocation(domain.at("scope")),
  addresses: (domain) => [domain.output("cname")],
  origins: (domain) =>
    domain
      .at("sources")
      .elements()
      .map((source) => source.at("content")),
};

function domainWith(
  kind: EntryKind,
  domain: Resource,
  plan: Plan,
  shape: DomainShape,
  reach: Reach,
): readonly Contribution[] {
  const asks = hostAskedBy(domain, plan);
  const offline = isDoubt(reach) && reach.why === "offline" ? { offline: reach } : {};
  const spec: EntrySpec = { kind, location: shape.location(domain), reach, ...offline };
  return [
    { is: "entry", resource: domain, ...spec, addresses: shape.addresses(domain) },
    {
      is: "binding",
      by: domain,
      host: required(domain.string("domainName"), domain.at("domainName"), "text"),
      property: "domainName",
      to: referenceTo(domain),
      standIn: spec,
    },
    ...shape.origins(domain).map((value): Contribution => ({ is: "origin", of: domain, value, ...(asks && { asks }) })),
  ];
}

/**
 * Reads an accelerated domain: it can be taken offline. Unless its product differs, it has a scope, tells its CNAME, and
 * describes its origins.
 */
export const acceleratedDomain =
  (kind: EntryKind, shape: Partial<DomainShape> = {}) =>
  (domain: Resource, plan: Plan): readonly Contribution[] =>
    domainWith(kind, domain, plan, { ...USUAL, ...shape }, reachOf(domain));

/** Reads an accelerated domain of the former generation: it is always online, and lists its origins as text. */
export const formerDomain =
  (kind: EntryKind) =>
  (domain: Resource, plan: Plan): readonly Contribution[] =>
    domainWith(
      kind,
      domain,
      plan,
      { ...USUAL, addresses: () => [], origins: (at) => at.at("sources").elements() },
      "public",
    );
