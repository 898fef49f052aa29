/**
 * Global Accelerator: requests enter an accelerator at its IP sets and go on to endpoints. Each IP set is in its own
 * acceleration region, which decides (C12, F-06); whether the lines behind it cross the border does not (F-78). Hosts are
 * bound as accelerated domains, by forwarding rules and by further certificates, or DNS leads them here.
 */
import { referenceTo, product, type Contribution, type Opening } from "../../../graph/contribution";
import { resourcesMeant } from "../../../graph/links";
import { memo } from "../../../base/memo";
import { doubt, orElse, unknown, type Doubt, type Fact } from "../../../plan/fact";
import { groupBy } from "../../../base/collections";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { acceleratorOf, placeOfIpSet, specAt, nowhereKnown } from "./accelerator";
import { linksTo, openingOfTransport, serversOf } from "../shared/balancer";
import { parsed } from "../../reading/json";
import { contributesNothing, required, unreadable, keyword } from "../../reading/values";

const ACCELERATOR = "alicloud:ga/accelerator:Accelerator";
const IP_SET = "alicloud:ga/ipSet:IpSet";
const LISTENER = "alicloud:ga/listener:Listener";
const ENDPOINT_GROUP = "alicloud:ga/endpointGroup:EndpointGroup";
const BANDWIDTH = "alicloud:ga/bandwidthPackageAttachment:BandwidthPackageAttachment";

const ownerOf = (resource: Resource, plan: Plan): Reference =>
  acceleratorOf(resource, plan, ACCELERATOR, [BANDWIDTH, IP_SET, LISTENER, ENDPOINT_GROUP]);

/** Where requests enter an accelerator: at the IP sets that the plan shows, and at others that there may be. */
interface Doors {
  readonly sets: readonly Resource[];
  /** Why there may be others. */
  readonly others: Doubt | undefined;
}

function doorsOf(accelerator: Reference, plan: Plan): Doors {
  const { of, loose } = setsIn(plan);
  const sets = of.get(keyOf(accelerator)) ?? [];
  if (accelerator.is === "unknown") return { sets, others: accelerator.doubt };
  if (accelerator.is !== "resource") {
    const what = accelerator.is === "elsewhere" ? accelerator.value : ACCELERATOR;
    return { sets, others: doubt("not-in-plan", { what }) };
  }
  const stray = loose.flatMap(({ owner }) => (mayBe(owner, accelerator.resource) ? [owner.doubt] : []))[0];
  const none = sets.length === 0 ? doubt("not-in-plan", { what: IP_SET }) : undefined;
  return { sets, others: stray ?? plan.absenceDoubt ?? none };
}

/** The IP sets of a plan by their accelerators, and the others, of which the accelerators are not known. */
interface Sets {
  readonly of: ReadonlyMap<Resource | string | undefined, readonly Resource[]>;
  readonly loose: readonly { readonly set: Resource; readonly owner: Reference }[];
}

const setsIn = memo((plan: Plan): Sets => {
  const owned = plan.ofType(IP_SET).map((set) => ({ set, owner: ownerOf(set, plan) }));
  const sure = owned.filter(({ owner }) => keyOf(owner) !== undefined);
  const groups = groupBy(sure, ({ owner }) => keyOf(owner));
  return {
    of: new Map([...groups].map(([key, group]) => [key, group.map(({ set }) => set)])),
    loose: owned.filter(({ owner }) => owner.is === "unknown"),
  };
});

/** What tells an accelerator from others: the resource, or its id. */
function keyOf(accelerator: Reference): Resource | string | undefined {
  if (accelerator.is === "resource") return accelerator.resource;
  return accelerator.is === "elsewhere" ? accelerator.value : undefined;
}

/** Whether a reference that is not known may mean a resource: one that it was computed from, or any. */
function mayBe(reference: Reference, resource: Resource): reference is Extract<Reference, { is: "unknown" }> {
  if (reference.is !== "unknown") return false;
  const { candidates, among } = reference;
  return candidates.length > 0 ? candidates.includes(resource) : (among?.includes(resource) ?? true);
}

/** A resource that stands for an accelerator, and why it may not. */
interface Door {
  readonly door: Resource;
  readonly unsure?: Doubt;
}

/**
 * The resources that stand for an accelerator in the plan: itself, for what may be others, and its IP sets; those of which
 * nothing tells whose they are as well.
 */
function standingFor(accelerator: Reference, plan: Plan): readonly Door[] {
  if (accelerator.is === "unknown") {
    return resourcesMeant(accelerator, plan).flatMap((one) =>
      standingFor(referenceTo(one), plan).map(({ door }) => ({ door, unsure: accelerator.doubt })),
    );
  }
  const doors = doorsOf(accelerator, plan).sets.map((door): Door => ({ door }));
  if (accelerator.is !== "resource") return doors;
  const { resource } = accelerator;
  const loose = setsIn(plan).loose.flatMap(({ set, owner }): readonly Door[] =>
    mayBe(owner, resource) ? [{ door: set, unsure: owner.doubt }] : [],
  );
  return [{ door: resource }, ...doors, ...loose];
}

/**
 * An accelerator is entered at its IP sets, to which its name leads; no property tells that name. Only where there may be
 * others does the accelerator stand for them, wherever they are.
 */
function readAccelerator(accelerator: Resource, plan: Plan): readonly Contribution[] {
  const { sets, others } = doorsOf(referenceTo(accelerator), plan);
  if (others) return [{ is: "entry", resource: accelerator, ...specAt(nowhereKnown(others)), addresses: [] }];
  const untold = doubt("not-in-plan", { what: "dnsName" }, { urn: accelerator.urn, waitsFor: [accelerator.urn] });
  return [
    { is: "address", resource: accelerator, value: unknown(untold), location: nowhereKnown(untold) },
    ...sets.map((set): Contribution => ({
      is: "attachment",
      by: set,
      address: referenceTo(accelerator),
      to: referenceTo(set),
      opens: "as-is",
      kind: "ga",
    })),
  ];
}

const ipSet = (set: Resource): Contribution => ({
  is: "entry",
  resource: set,
  ...specAt(placeOfIpSet(set)),
  addresses: set
    .at("ipAddressLists")
    .elements()
    .map((address) => address.string()),
});

function readListener(listener: Resource, plan: Plan): readonly Contribution[] {
  const openings = openingsOf(listener);
  return standingFor(ownerOf(listener, plan), plan).flatMap(({ door, unsure }) =>
    (unsure ? [unsure] : openings).map((opening): Contribution => ({
      is: "listener",
      by: listener,
      on: referenceTo(door),
      opening,
    })),
  );
}

const at = ({ door, unsure }: Door): Reference =>
  unsure ? { is: "unknown", doubt: unsure, candidates: [door] } : referenceTo(door);

/** What each range of ports opens. A listener that does not say otherwise is for TCP. */
function openingsOf(listener: Resource): readonly Opening[] {
  const protocol = orElse(keyword(listener.at("protocol"), ["TCP", "UDP", "HTTP", "HTTPS"]), "TCP");
  if (protocol.state === "unknown") return [protocol.doubt];
  if (protocol.value === "HTTP" || protocol.value === "HTTPS") return ["web"];
  const transport = protocol.value === "UDP" ? "udp" : "tcp";
  const ranges = listener.at("portRanges").elements();
  if (ranges.length === 0) return [unreadable(listener.at("portRanges"), "fromPort, toPort")];
  return ranges.map((range) => {
    const from = required(range.at("fromPort").number(), range.at("fromPort"), "a number");
    const to = required(range.at("toPort").number(), range.at("toPort"), "a number");
    if (from.state === "unknown") return from.doubt;
    return to.state === "unknown" ? to.doubt : openingOfTransport(transport, from.value, to.value);
  });
}

/** Endpoints that are reached over the Internet, as an edge reaches its origins. */
const PUBLIC_ENDPOINTS = ["Domain", "Ip", "IpTarget", "PublicIp", "OSS"] as const;
/** Endpoints that are reached inside their VPC, whether or not they are public as well. */
const VPC_ENDPOINTS = ["ECS", "SLB", "ALB", "NLB", "ENI"] as const;

function endpointGroup(group: Resource, plan: Plan): readonly Contribution[] {
  const endpoints = group
    .at("endpointConfigurations")
    .elements()
    .map((endpoint) => ({
      value: endpoint.at("endpoint"),
      type: required(
        keyword(endpoint.at("type"), [...PUBLIC_ENDPOINTS, ...VPC_ENDPOINTS]),
        endpoint.at("type"),
        "text",
      ),
    }));
  const isIn = (types: readonly string[], { type }: (typeof endpoints)[number]): boolean =>
    type.state === "unknown" || types.includes(type.value);
  const inside = endpoints.filter((endpoint) => isIn(VPC_ENDPOINTS, endpoint)).map(({ value }) => value);
  const links = serversOf(plan, inside);
  const origins = endpoints.filter((endpoint) => isIn(PUBLIC_ENDPOINTS, endpoint));
  return standingFor(ownerOf(group, plan), plan).flatMap(({ door, unsure }) => [
    ...origins.map(({ value, type }): Contribution => {
      const why = type.state === "unknown" ? type.doubt : unsure;
      return { is: "origin", of: door, value, ...(why ? { passesHost: why } : {}) };
    }),
    ...linksTo(group, at({ door, ...(unsure ? { unsure } : {}) }), links),
  ]);
}

/** When an acceleration region fails, the accelerator's name leads here instead. */
const spareIp = (spare: Resource, plan: Plan): readonly Contribution[] =>
  standingFor(ownerOf(spare, plan), plan).map(({ door, unsure }) => ({
    is: "origin",
    of: door,
    value: spare.at("spareIp"),
    ...(unsure ? { passesHost: unsure } : {}),
  }));

/** A host, and the property that holds it. */
interface Named {
  readonly host: Fact<string>;
  readonly property: string;
}

const namedBy = (value: Value): Named => ({ host: required(value.string(), value, "text"), property: value.path });

/** Binds hosts at every door of an accelerator, and at others that there may be. */
function bindings(
  by: Resource,
  plan: Plan,
  hosts: readonly Named[],
  through: readonly Resource[] = [],
): readonly Contribution[] {
  const owner = ownerOf(by, plan);
  const { sets, others } = doorsOf(owner, plan);
  const doors = [
    ...sets.map((set) => ({ to: referenceTo(set), standIn: specAt(placeOfIpSet(set)) })),
    ...(others ? [{ to: owner, standIn: specAt(nowhereKnown(others)) }] : []),
  ];
  return doors.flatMap((door) =>
    hosts.map((named): Contribution => ({
      is: "binding",
      by,
      ...named,
      ...door,
      ...(through.length > 0 ? { through } : {}),
    })),
  );
}

function listenerOf(resource: Resource, plan: Plan): readonly Resource[] {
  const listener = plan.referred(resource, "listenerId", { types: [LISTENER] });
  return listener.is === "resource" ? [listener.resource] : [];
}

const readDomain = (domain: Resource, plan: Plan): readonly Contribution[] =>
  bindings(domain, plan, [namedBy(domain.at("domain"))]);

const readCertificate = (certificate: Resource, plan: Plan): readonly Contribution[] =>
  bindings(certificate, plan, [namedBy(certificate.at("domain"))], listenerOf(certificate, plan));

const forwardingRule = (rule: Resource, plan: Plan): readonly Contribution[] =>
  bindings(rule, plan, rule.at("ruleConditions").elements().filter(mayBeHost).flatMap(hostsOf), listenerOf(rule, plan));

/** A condition whose type is not known may be one for hosts. */
function mayBeHost(condition: Value): boolean {
  const type = condition.at("ruleConditionType").string();
  return type.state !== "known" || type.value.toLowerCase() === "host";
}

/** The hosts that a condition asks for: in lists, or in JSON. */
function hostsOf(condition: Value): readonly Named[] {
  const listed = condition
    .at("hostConfigs")
    .elements()
    .flatMap((config) => config.at("values").elements());
  if (listed.length > 0) return listed.map(namedBy);
  const json = parsed(condition.at("ruleConditionValue"));
  if (json.state === "unknown") return [{ host: json, property: condition.at("ruleConditionValue").path }];
  return json.state === "known" ? json.value.elements().map(namedBy) : [];
}

export const ga = product({
  [ACCELERATOR]: readAccelerator,
  [IP_SET]: ipSet,
  [LISTENER]: readListener,
  [ENDPOINT_GROUP]: endpointGroup,
  "alicloud:ga/domain:Domain": readDomain,
  "alicloud:ga/forwardingRule:ForwardingRule": forwardingRule,
  "alicloud:ga/additionalCertificate:AdditionalCertificate": readCertificate,
  "alicloud:ga/acceleratorSpareIpAttachment:AcceleratorSpareIpAttachment": spareIp,

  [BANDWIDTH]: contributesNothing,
  "alicloud:ga/bandwidthPackage:BandwidthPackage": contributesNothing,

  // Custom routing leads to private addresses of a vswitch; what its listener opens is read there.
  "alicloud:ga/customRoutingEndpoint:CustomRoutingEndpoint": contributesNothing,
  "alicloud:ga/customRoutingEndpointGroup:CustomRoutingEndpointGroup": contributesNothing,
  "alicloud:ga/customRoutingEndpointGroupDestination:CustomRoutingEndpointGroupDestination": contributesNothing,
  "alicloud:ga/customRoutingEndpointTrafficPolicy:CustomRoutingEndpointTrafficPolicy": contributesNothing,

  "alicloud:ga/accessLog:AccessLog": contributesNothing,
  "alicloud:ga/acl:Acl": contributesNothing,
  "alicloud:ga/aclAttachment:AclAttachment": contributesNothing,
  "alicloud:ga/aclEntryAttachment:AclEntryAttachment": contributesNothing,
});
