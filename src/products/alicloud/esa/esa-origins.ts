/** What the hosts of an ESA site are fetched from: addresses and names, origin pools, load balancers over such pools. */
import { memo } from "../../../base/memo";
import { isDoubt, referenceTo } from "../../../graph/contribution";
import { ByResource } from "../../../graph/by-resource";
import { doubt, isOneOf, map, orElse, type Doubt, type Fact } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import { Value, type Resource } from "../../../plan/resource";
import { keyword } from "../../reading/values";

const SITES = ["alicloud:esa/site:Site"] as const;
const POOLS = ["alicloud:esa/originPool:OriginPool"] as const;
const BALANCERS = ["alicloud:esa/loadBalancer:LoadBalancer"] as const;
const ORIGIN_RULE = "alicloud:esa/originRule:OriginRule";

/** An origin, and whether the visitor's Host gets there: it does unless said otherwise. */
export interface Origin {
  readonly value: Value;
  readonly passesHost?: false | Doubt;
}

/** The site that a resource belongs to. */
export const siteOf = (resource: Resource, plan: Plan): Reference =>
  plan.referred(resource, "siteId", { types: SITES });

/** The values of a property that holds several, with commas between them. */
export function splitValues(value: Value): readonly Value[] {
  const fact = value.string();
  if (fact.state !== "known") return fact.state === "absent" ? [] : [value];
  return fact.value.split(",").map((part) => new Value(value.owner, value.path, part.trim(), undefined));
}

/** The origins of a record. */
export function originsOfRecord(record: Resource, site: Reference, plan: Plan): readonly Origin[] {
  const value = record.at("data").at("value");
  const found = originsAt(record.at("sourceType"), value, plan);
  return underHost(found, any([followsOrigin(record), site.is === "resource" && rewritesHost(site.resource, plan)]));
}

/** The origins of a layer 4 application. */
export const originsOfApplication = (application: Resource, plan: Plan): readonly Origin[] =>
  application
    .at("rules")
    .elements()
    .flatMap((rule) => originsAt(rule.at("sourceType"), rule.at("source"), plan));

/** The origins of all pools that a load balancer chooses from. */
export function originsOfBalancer(balancer: Resource, plan: Plan): readonly Origin[] {
  const byId = { types: POOLS, by: ["originPoolId"] };
  const fallback = balancer.at("fallbackPool");
  const pools = [...plan.referredAll(balancer, "defaultPools", byId), plan.refer(fallback, byId)];
  const regional = REGIONAL.flatMap((property) => plan.candidates(balancer.at(property), POOLS)).map(referenceTo);
  return distinct([...pools, ...regional]).flatMap((pool) => originsOfPool(pool, fallback));
}

/** Properties that hold pools for regions, in one text. */
const REGIONAL = ["regionPools", "subRegionPools"] as const;

/** References, each resource once. */
const distinct = (references: readonly Reference[]): readonly Reference[] =>
  references.filter(
    (reference, index) =>
      reference.is !== "resource" ||
      references.findIndex((other) => other.is === "resource" && other.resource === reference.resource) === index,
  );

const SOURCES = ["Domain", "ip", "OSS", "S3", "OP", "LB"] as const;

/** What a source of a type leads to: an address, a name, or what stands behind the name of a pool or load balancer. */
function originsAt(type: Value, source: Value, plan: Plan): readonly Origin[] {
  const kind = orElse(keyword(type, SOURCES), "Domain");
  if (kind.state === "unknown") return [{ value: source, passesHost: kind.doubt }];
  switch (kind.value) {
    case "OP":
      return originsOfPool(plan.refer(source, { types: POOLS, by: ["originPoolName", "originPoolId"] }), source);
    case "LB": {
      const balancer = plan.refer(source, { types: BALANCERS, by: ["loadBalancerName", "loadBalancerId"] });
      return balancer.is === "resource" ? originsOfBalancer(balancer.resource, plan) : outOfSight(balancer, source);
    }
    default:
      return splitValues(source).map((value) => ({ value }));
  }
}

/** The origins of a pool that are on. The header of one sends it a Host of its own: no other header is possible. */
function originsOfPool(pool: Reference, named: Value): readonly Origin[] {
  if (pool.is !== "resource") return outOfSight(pool, named);
  if (isOneOf(pool.resource.boolean("enabled"), [false]) === true) return [];
  return pool.resource
    .at("origins")
    .elements()
    .filter((origin) => isOneOf(origin.at("enabled").boolean(), [false]) !== true)
    .flatMap((origin) => underHost([{ value: origin.at("address") }], truth(origin.at("header").presence())));
}

/** What the plan does not show of a pool or load balancer. */
function outOfSight(reference: Exclude<Reference, { is: "resource" }>, named: Value): readonly Origin[] {
  if (reference.is === "absent") return [];
  const why = reference.is === "unknown" ? reference.doubt : doubt("not-in-plan", { what: reference.value });
  return [{ value: named, passesHost: why }];
}

/** Origins that are sent another Host than the visitor's, if it is so. */
function underHost(origins: readonly Origin[], isRewritten: Truth): readonly Origin[] {
  if (isRewritten === false) return origins;
  return origins.map((origin) => ({
    ...origin,
    passesHost: isRewritten === true ? false : (origin.passesHost ?? isRewritten),
  }));
}

/** Yes, no, or not known. */
type Truth = boolean | Doubt;

const truth = (fact: Fact<boolean>): Truth =>
  fact.state === "unknown" ? fact.doubt : fact.state === "known" && fact.value;
const all = (truths: readonly Truth[]): Truth => !truths.includes(false) && (truths.find(isDoubt) ?? true);
const any = (truths: readonly Truth[]): Truth => truths.includes(true) || (truths.find(isDoubt) ?? false);

/** A CNAME record can send the name of its origin as Host. */
const followsOrigin = (record: Resource): Truth =>
  all([
    truth(map(record.string("recordType"), (type) => type.toUpperCase() === "CNAME")),
    truth(map(record.string("hostPolicy"), (policy) => policy === "follow_origin_domain")),
  ]);

/** Whether a rule that matches all requests to a site sends another Host to the origins. */
const rewritesHost = (site: Resource, plan: Plan): Truth =>
  any([
    ...rewritings(plan)
      .of(site)
      .map(({ value, unsure }) => all([unsure ?? true, value])),
    plan.absenceDoubt ?? false,
  ]);

/** What each rule says of its site. */
const rewritings = memo(
  (plan: Plan) =>
    new ByResource(
      plan.ofType(ORIGIN_RULE).map((rule) => ({
        of: siteOf(rule, plan),
        value: all([
          truth(map(orElse(rule.string("rule"), "true"), (expression) => expression === "true")),
          isOn(rule),
          truth(rule.at("originHost").presence()),
        ]),
      })),
    ),
);

const isOn = (rule: Resource): Truth => truth(map(orElse(rule.string("ruleEnable"), "on"), (state) => state !== "off"));

/** A rule can send requests to another origin, or send another Host along. */
export function originsOfRule(rule: Resource): readonly Origin[] {
  if (isOn(rule) === false) return [];
  const origins = splitValues(rule.at("dnsRecord")).map((value) => ({ value }));
  return underHost(origins, truth(rule.at("originHost").presence()));
}
