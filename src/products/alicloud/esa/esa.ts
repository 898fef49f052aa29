/**
 * Edge Security Acceleration: a site covers a domain. Its `coverage` decides where, or that of its rate plan when it is
 * left out (F-08, F-81); how DNS reaches it (NS or CNAME) does not matter. Its hosts are its proxied records and the like.
 * A record that is not proxied, or of a paused site, is plain DNS.
 */
import {
  isDoubt,
  referenceTo,
  product,
  type Contribution,
  type EntrySpec,
  type Reach,
} from "../../../graph/contribution";
import { resourcesMeant } from "../../../graph/links";
import type { Location } from "../../../location/locate";
import { doubt, known, map, orElse, unknown, type Fact } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import {
  originsOfApplication,
  originsOfBalancer,
  originsOfRecord,
  originsOfRule,
  siteOf,
  splitValues,
  type Origin,
} from "./esa-origins";
import { contributesNothing, required } from "../../reading/values";
import { placeOfScope, saidPlace } from "../cdn/scope";

const RATE_PLANS = ["alicloud:esa/ratePlanInstance:RatePlanInstance"] as const;

const specAt = (location: Location, reach: Reach): EntrySpec => ({
  kind: "esa",
  location,
  reach,
});

const coverageOf = (site: Resource, plan: Plan): Location =>
  saidPlace(site.at("coverage")) ?? coverageOfRatePlan(site, plan);

/** A rate plan can cover several places; then it does not tell which of them the site has. */
function coverageOfRatePlan(site: Resource, plan: Plan): Location {
  const about = { property: "coverage", urn: site.urn };
  const unsourced: Location = {
    in: "undetermined",
    doubt: doubt("default-unsourced", { property: "coverage" }, about),
  };
  const ratePlan = plan.referred(site, "instanceId", { types: RATE_PLANS });
  if (ratePlan.is === "unknown") return { in: "undetermined", doubt: ratePlan.doubt };
  const coverage = ratePlan.is === "resource" ? ratePlan.resource.string("coverage") : undefined;
  if (coverage?.state === "unknown") return { in: "undetermined", doubt: coverage.doubt };
  if (coverage?.state !== "known") return unsourced;
  const places = coverage.value.split(",").map((word) => placeOfScope(word.trim()));
  const [first] = places;
  const agree = first && first.in !== "undetermined" && places.every((place) => place?.in === first.in);
  return agree ? { ...first, unsaid: "rate-plan" } : unsourced;
}

/** While a site is paused, requests go straight to the origins. */
function reachOf(site: Resource): Reach {
  const paused = site.boolean("paused");
  if (paused.state === "unknown") return paused.doubt;
  return paused.state === "known" && paused.value ? "private" : "public";
}

function readSite(site: Resource, plan: Plan): readonly Contribution[] {
  const spec = specAt(coverageOf(site, plan), reachOf(site));
  return [
    { is: "entry", resource: site, ...spec, addresses: [] },
    {
      is: "binding",
      by: site,
      host: required(site.string("siteName"), site.at("siteName"), "text"),
      property: "siteName",
      to: referenceTo(site),
      standIn: spec,
      // The site is given the domain; which of its hosts it serves is said by its records.
      claims: true,
      cause: site,
    },
  ];
}

function locationOfSite(site: Reference, plan: Plan): Location {
  switch (site.is) {
    case "resource":
      return coverageOf(site.resource, plan);
    case "unknown":
      return { in: "undetermined", doubt: site.doubt };
    case "elsewhere":
      return { in: "undetermined", doubt: doubt("not-in-plan", { what: site.value }) };
    case "absent":
      return { in: "undetermined", doubt: doubt("default-unsourced", { property: "siteId" }) };
  }
}

/**
 * A host that ESA serves: an entry of its own, where its site is. The site decides for all its hosts, so it is what binds
 * them, where the plan has it.
 */
function host(on: Resource, name: Value, plan: Plan, own: Reach, origins: readonly Origin[]): readonly Contribution[] {
  const at = siteOf(on, plan);
  const reach = both(own, at.is === "resource" ? reachOf(at.resource) : "public");
  if (reach === "private") return [];
  const spec = specAt(locationOfSite(at, plan), reach);
  return [
    { is: "entry", resource: on, ...spec, addresses: [] },
    {
      is: "binding",
      by: at.is === "resource" ? at.resource : on,
      host: required(name.string(), name, "text"),
      property: at.is === "resource" ? "siteName" : name.path,
      to: referenceTo(on),
      standIn: spec,
      ...(at.is === "resource" ? { cause: at.resource } : {}),
    },
    ...origins.map((origin): Contribution => ({ is: "origin", of: on, ...origin })),
  ];
}

/** What is reached only if it is reached both ways. */
function both(one: Reach, other: Reach): Reach {
  if (one === "private" || other === "private") return "private";
  return isDoubt(one) ? one : other;
}

function readRecord(record: Resource, plan: Plan): readonly Contribution[] {
  const type = required(record.string("recordType"), record.at("recordType"), "text");
  const at = siteOf(record, plan);
  const reach = both(proxied(record, type), at.is === "resource" ? reachOf(at.resource) : "public");
  const edge = host(record, record.at("recordName"), plan, reach, originsOfRecord(record, at, plan));
  return reach === "public" ? edge : [...edge, ...plainRecords(record, type, reach)];
}

/** The types of record that can be proxied. */
const PROXIABLE: readonly string[] = ["A/AAAA", "CNAME"];

/** Whether the edge answers for a record. What leaving `proxied` out means is not documented. */
function proxied(record: Resource, type: Fact<string>): Reach {
  if (type.state === "known" && !PROXIABLE.includes(type.value.toUpperCase())) return "private";
  const property = "proxied";
  const fact = record.boolean(property);
  if (fact.state === "unknown") return fact.doubt;
  if (fact.state === "absent") return doubt("default-unsourced", { property }, { property, urn: record.urn });
  return fact.value ? "public" : "private";
}

/** A record as DNS answers it: `A/AAAA` is one type, with addresses of both kinds. */
function plainRecords(record: Resource, type: Fact<string>, edge: Exclude<Reach, "public">): readonly Contribution[] {
  return splitValues(record.at("data").at("value")).map((value) => ({
    is: "record",
    by: record,
    host: required(record.string("recordName"), record.at("recordName"), "text"),
    type: map(type, (word) => (word.toUpperCase() === "A/AAAA" ? "A" : word.toUpperCase())),
    value,
    active: edge === "private" ? known(true) : unknown(edge),
    line: known("default"),
  }));
}

function readBalancer(balancer: Resource, plan: Plan): readonly Contribution[] {
  const enabled = orElse(balancer.boolean("enabled"), true);
  const reach: Reach = enabled.state === "unknown" ? enabled.doubt : enabled.value ? "public" : "private";
  return host(balancer, balancer.at("loadBalancerName"), plan, reach, originsOfBalancer(balancer, plan));
}

/** Over TCP and UDP there is no Host that could be rewritten; what TLS names is passed on as it is. */
const transport = (application: Resource, plan: Plan): readonly Contribution[] =>
  host(application, application.at("recordName"), plan, "public", originsOfApplication(application, plan));

/** A host for which code or a container at the edge answers, without an origin. */
const edgeHost = (record: Resource, plan: Plan): readonly Contribution[] =>
  host(record, record.at("recordName"), plan, "public", []);

/** Which requests a rule matches is not read: its origin counts for the site as a whole. */
function originRule(rule: Resource, plan: Plan): readonly Contribution[] {
  const at = siteOf(rule, plan);
  const unsure = at.is === "unknown" ? { passesHost: at.doubt } : {};
  return resourcesMeant(at, plan).flatMap((of) =>
    originsOfRule(rule).map((origin) => ({ is: "origin" as const, of, ...unsure, ...origin })),
  );
}

export const esa = product({
  "alicloud:esa/site:Site": readSite,
  "alicloud:esa/record:Record": readRecord,
  "alicloud:esa/loadBalancer:LoadBalancer": readBalancer,
  "alicloud:esa/transportLayerApplication:TransportLayerApplication": transport,
  "alicloud:esa/edgeContainerAppRecord:EdgeContainerAppRecord": edgeHost,
  "alicloud:esa/routineRelatedRecord:RoutineRelatedRecord": edgeHost,
  "alicloud:esa/originRule:OriginRule": originRule,

  // Read together with the sites and hosts that refer to them.
  "alicloud:esa/originPool:OriginPool": contributesNothing,
  "alicloud:esa/ratePlanInstance:RatePlanInstance": contributesNothing,

  // Code and containers are reached through the records above; the rest changes how hosts of the site are served.
  "alicloud:esa/edgeContainerApp:EdgeContainerApp": contributesNothing,
  "alicloud:esa/redirectRule:RedirectRule": contributesNothing,
  "alicloud:esa/routine:Routine": contributesNothing,
  "alicloud:esa/routineRoute:RoutineRoute": contributesNothing,
  "alicloud:esa/waitingRoom:WaitingRoom": contributesNothing,
});
