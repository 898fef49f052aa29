/**
 * Anti-DDoS: a proxy in front of hosts and ports. A domain is served from the nodes of its instances and fetched from its
 * origins, a port is forwarded to them; an instance's product type tells where it is (F-22). Anti-DDoS Origin protects
 * addresses where they are and changes no exposure.
 */
import { referenceTo, product, type Contribution, type EntrySpec, type Opening } from "../../../graph/contribution";
import { locate, locationFrom, type Location } from "../../../location/locate";
import { doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { openingOfTransport } from "../shared/balancer";
import { boundDomain, originsOf, together } from "../shared/bound-domain";
import { contributesNothing, required, unreadable, keyword } from "../../reading/values";
import { CLASSIC_BALANCERS, EIPS, INSTANCES as ECS } from "../shared/tokens";
import type { Tier } from "../../../vocabulary/kinds";

const INSTANCE = "alicloud:ddos/ddosCooInstance:DdosCooInstance";
const FORMER_INSTANCE = "alicloud:dns/ddosCooInstance:DdosCooInstance";
const INSTANCES = [INSTANCE, FORMER_INSTANCE] as const;

const specAt = (location: Location): EntrySpec => ({
  kind: "ddos",
  location,
  reach: "public",
});

const readInstance = (instance: Resource): Contribution => ({
  is: "entry",
  resource: instance,
  ...specAt(instanceLocation(instance)),
  addresses: [instance.output("ip")],
});

/** The documentation of the SDK spells `ddoscoo_intl` in camel case as well. */
const PRODUCT_TYPES = ["ddoscoo", "ddoscoo_intl", "ddoscooIntl", "ddosDip"] as const;

/** Left out, the product type means `ddoscoo`, the documented default. */
function instanceLocation(instance: Resource): Location {
  const type = keyword(instance.at("productType"), PRODUCT_TYPES);
  if (type.state === "unknown") return { in: "undetermined", doubt: type.doubt };
  if (type.state === "absent") return { in: "mainland", region: "mainland", by: "scope", unsaid: "default" };
  return type.value === "ddosDip"
    ? { in: "outside", region: "overseas", by: "scope" }
    : { in: "mainland", region: "mainland", by: "scope" };
}

function readDomain(domain: Resource, plan: Plan): readonly Contribution[] {
  const instances = plan.referredAll(domain, "instanceIds", { types: INSTANCES });
  const location = together(instances.map(locationOfReference), unreadable(domain.at("instanceIds"), "text"));
  return [
    ...boundDomain(domain, domain.at("domain"), specAt(location), [domain.output("cname")]),
    { is: "listener", by: domain, on: referenceTo(domain), opening: "web" },
    ...originsOf(domain, domain.at("realServers").elements()),
  ];
}

function locationOfReference(reference: Reference): Location {
  if (reference.is === "resource") return instanceLocation(reference.resource);
  const elsewhere = reference.is === "elsewhere" ? { what: reference.value } : { what: INSTANCE };
  return { in: "undetermined", doubt: reference.is === "unknown" ? reference.doubt : doubt("not-in-plan", elsewhere) };
}

function readPort(port: Resource, plan: Plan): readonly Contribution[] {
  const on = plan.referred(port, "instanceId", { types: INSTANCES });
  const origins = on.is === "resource" ? originsOf(on.resource, port.at("realServers").elements()) : [];
  return [{ is: "listener", by: port, on, opening: openingOf(port) }, ...origins];
}

function openingOf(port: Resource): Opening {
  const [protocolValue, numberValue] = [port.at("frontendProtocol"), port.at("frontendPort")];
  const protocol = required(keyword(protocolValue, ["tcp", "udp"]), protocolValue, "tcp, udp");
  const number = required(numberValue.number(), numberValue, "a number");
  if (protocol.state === "unknown") return protocol.doubt;
  return number.state === "known" ? openingOfTransport(protocol.value, number.value, number.value) : number.doubt;
}

/** A scheduler answers with one of several addresses: an instance's, or a protected resource's that is reached directly. */
function readScheduler(scheduler: Resource, plan: Plan): readonly Contribution[] {
  const values = scheduler.at("rules").elements();
  const ways = values.map((rule) => wayOf(rule, plan));
  const location = together(
    // A protected resource in doubt asks for more than an instance in the mainland does.
    (ways.filter(isDoubtful).length > 0 ? ways.filter(isDoubtful) : ways).map((way) => way.location),
    unreadable(scheduler.at("rules"), "text"),
  );
  const tier = ways.some((way) => way.tier === "access" && way.location.in !== "outside") ? "access" : "number";
  return [
    { is: "entry", resource: scheduler, ...specAt(location), tier, addresses: [scheduler.output("cname")] },
    ...originsOf(
      scheduler,
      values.map((rule) => rule.at("value")),
    ),
  ];
}

/** Where a rule of a scheduler leads. */
interface Way {
  readonly location: Location;
  readonly tier: Tier;
}

const isDoubtful = ({ location, tier }: Way): boolean => tier === "access" && location.in === "undetermined";

/** The kinds of value that are nodes of Anti-DDoS; the others are addresses of what it protects. */
const NODES: readonly string[] = ["1", "3"];
const RESOURCES: readonly string[] = ["2", "6"];
const PROTECTED = { types: [...EIPS, ...ECS, ...CLASSIC_BALANCERS], by: ["ipAddress", "publicIp", "address"] };

function wayOf(rule: Value, plan: Plan): Way {
  const node = plan.refer(rule.at("value"), { types: INSTANCES, by: ["ip"] });
  const type = keyword(rule.at("valueType"), [...NODES, ...RESOURCES]);
  const isNode = node.is === "resource" || (type.state === "known" && NODES.includes(type.value));
  if (isNode) return { location: locationOfReference(node), tier: "number" };
  if (type.state === "unknown") return { location: { in: "undetermined", doubt: type.doubt }, tier: "access" };
  const target = plan.refer(rule.at("value"), PROTECTED);
  const region = locationFrom(rule.at("regionId").string(), "property");
  const found = target.is === "resource" ? locate(target.resource, plan) : locationOfReference(target);
  return { location: region ?? found, tier: "access" };
}

export const ddos = product({
  [INSTANCE]: readInstance,
  [FORMER_INSTANCE]: readInstance,
  "alicloud:ddos/domainResource:DomainResource": readDomain,
  "alicloud:ddos/port:Port": readPort,
  "alicloud:ddos/schedulerRule:SchedulerRule": readScheduler,
  "alicloud:ddos/cooDomainPreciseAccessRule:CooDomainPreciseAccessRule": contributesNothing,
  "alicloud:ddos/cooWebCcRule:CooWebCcRule": contributesNothing,
  "alicloud:ddos/basicDefenseThreshold:BasicDefenseThreshold": contributesNothing,
  "alicloud:ddos/basicThreshold:BasicThreshold": contributesNothing,
  "alicloud:ddos/bgpIp:BgpIp": contributesNothing,
  "alicloud:ddos/bgpPolicy:BgpPolicy": contributesNothing,
  "alicloud:ddos/ddosBgpInstance:DdosBgpInstance": contributesNothing,
});
