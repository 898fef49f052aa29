/**
 * Edge Node Service: servers, load balancers and NAT gateways in a node, which each names by an id of its own; the
 * provider's region says nothing. An instance is public unless told otherwise, anything else by an EIP, and a
 * subscription instance can obtain a filing (S3-16).
 */
import {
  isDoubt,
  referenceTo,
  product,
  type Charge,
  type Contribution,
  type Opening,
  type Reach,
} from "../../../graph/contribution";
import type { FirewallRule } from "../../../graph/firewall-rule";
import { doubt, map, orElse, unknown, type Doubt, type Fact } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { linksTo, openingOfTransport } from "../shared/balancer";
import { nodeLocation } from "./ens-location";
import { contributesNothing, referredBy, required, unreadable, keyword } from "../../reading/values";
import { firewallRules, sourcesIn, type RuleParts } from "../network/security-group";
import type { EntryKind } from "../../../vocabulary/kinds";

const INSTANCES = ["alicloud:ens/instance:Instance"] as const;
const BALANCERS = ["alicloud:ens/loadBalancer:LoadBalancer"] as const;
const NAT_GATEWAYS = ["alicloud:ens/natGateway:NatGateway"] as const;
const EIPS = ["alicloud:ens/eip:Eip"] as const;
const SECURITY_GROUPS = ["alicloud:ens/securityGroup:SecurityGroup"] as const;

function readInstance(instance: Resource, plan: Plan): readonly Contribution[] {
  const location = nodeLocation(instance, plan);
  const group = plan.referred(instance, "securityId", { types: SECURITY_GROUPS });
  const charge = chargeOf(instance);
  return [
    {
      is: "entry",
      resource: instance,
      kind: "ens-instance",
      location,
      reach: reachOf(instance),
      addresses: [],
    },
    { is: "guard", of: referenceTo(instance), groups: group.is === "absent" ? [] : [group] },
    {
      is: "server",
      resource: instance,
      product: "ens",
      location,
      charge,
      chargeProperty: "paymentType",
      renewalProperty: "autoRenew",
      term: {
        months: monthsOf(instance),
        renewal: map(orElse(instance.boolean("autoRenew"), false), (renews) => (renews ? "automatic" : "none")),
      },
      bandwidth: bandwidthOf(instance),
      // The provider takes a subscription out of the state and leaves it to run out.
      outlives: isDoubt(charge) ? charge : charge === "subscription",
    },
  ];
}

/** It gets a public address unless it is told not to; whether it gets one without bandwidth is not documented. */
function reachOf(instance: Resource): Reach {
  const address = orElse(instance.boolean("publicIpIdentification"), true);
  if (address.state === "unknown") return address.doubt;
  if (!address.value) return "private";
  const bandwidth = instance.number("internetMaxBandwidthOut");
  return bandwidth.state === "known" && bandwidth.value === 0 ? unsaidBandwidth(instance) : "public";
}

function bandwidthOf(instance: Resource): boolean | Doubt {
  const address = orElse(instance.boolean("publicIpIdentification"), true);
  if (address.state === "unknown") return address.doubt;
  if (!address.value) return false;
  const bandwidth = instance.number("internetMaxBandwidthOut");
  if (bandwidth.state === "unknown") return bandwidth.doubt;
  return bandwidth.state === "known" ? bandwidth.value > 0 : unsaidBandwidth(instance);
}

const unsaidBandwidth = (instance: Resource): Doubt => {
  const property = "internetMaxBandwidthOut";
  return doubt("default-unsourced", { property }, { property, urn: instance.urn });
};

function chargeOf(instance: Resource): Charge {
  const property = instance.at("paymentType");
  const type = required(keyword(property, ["Subscription", "PayAsYouGo"]), property, "Subscription, PayAsYouGo");
  if (type.state === "unknown") return type.doubt;
  if (type.value === "Subscription") return "subscription";
  const spot = instance.string("spotStrategy");
  return spot.state === "known" && spot.value !== "NoSpot" ? "spot" : "pay-as-you-go";
}

const DAYS_OF_MONTH = 30;

function monthsOf(instance: Resource): Fact<number> {
  const unit = orElse(keyword(instance.at("periodUnit"), ["Month", "Day"]), "Month");
  const period = instance.number("period");
  if (period.state !== "known") return period;
  return map(unit, (name) => (name === "Day" ? period.value / DAYS_OF_MONTH : period.value));
}

/** What a security group lets in, one permission at a time. One that says nothing may come with some of its own. */
function securityGroup(group: Resource): readonly Contribution[] {
  const permissions = group.at("permissions");
  const property = "permissions";
  const rules =
    permissions.presence().state === "absent"
      ? [anyRule(doubt("default-unsourced", { property }, { property, urn: group.urn }))]
      : permissions.elements().flatMap(rulesOf);
  return rules.map((rule) => ({ is: "opening", by: group, group: referenceTo(group), rule }));
}

/** The priority is 1 when nothing is said (API AuthorizeSecurityGroup of ENS, 2026-08). */
function rulesOf(permission: Value): readonly FirewallRule[] {
  const source = permission.at("sourceCidrIp");
  const sources = sourcesIn([source, permission.at("ipv6SourceCidrIp")]);
  const parts: RuleParts = {
    direction: permission.at("direction"),
    policy: permission.at("policy"),
    priority: permission.at("priority"),
    protocol: permission.at("ipProtocol"),
    ports: permission.at("portRange"),
  };
  return firewallRules(parts, sources.length > 0 ? sources : [unreadable(source, "a.b.c.d/n")]);
}

/** A rule that may let in anything. */
const anyRule = (why: Doubt): FirewallRule => ({
  policy: "accept",
  priority: why,
  transport: why,
  ports: why,
  sources: why,
});

/** A further security group of an instance. */
const groupAttachment = (attachment: Resource, plan: Plan): Contribution => ({
  is: "guard",
  of: plan.referred(attachment, "instanceId", { types: INSTANCES }),
  groups: [plan.referred(attachment, "securityGroupId", { types: SECURITY_GROUPS })],
});

/** A load balancer has private addresses only, until an EIP is bound to it. Its TCP and HTTPS listeners are in no SDK. */
const loadBalancer = (balancer: Resource, plan: Plan): readonly Contribution[] => [
  {
    is: "entry",
    resource: balancer,
    kind: "ens-balancer",
    location: nodeLocation(balancer, plan),
    reach: "private",
    addresses: [],
  },
  {
    is: "listener",
    by: balancer,
    on: referenceTo(balancer),
    opening: doubt("opening-unknown", {}, { urn: balancer.urn }),
  },
  ...linksTo(
    balancer,
    referenceTo(balancer),
    referredBy(
      plan,
      balancer
        .at("backendServers")
        .elements()
        .map((server) => server.at("serverId")),
      { types: INSTANCES },
    ),
  ),
];

const readListener =
  (openingOf: (listener: Resource) => Opening) =>
  (listener: Resource, plan: Plan): Contribution => ({
    is: "listener",
    by: listener,
    on: plan.referred(listener, "loadBalancerId", { types: BALANCERS }),
    opening: openingOf(listener),
  });

/** An HTTP listener is created stopped unless it is told to run. */
function openingOfHttp(listener: Resource): Opening {
  const running = orElse(
    map(listener.string("status"), (status) => status.toLowerCase() === "running"),
    false,
  );
  if (running.state === "unknown") return running.doubt;
  return running.value ? "web" : "none";
}

/** Over UDP only HTTP/3 carries the web; whether it is created running is not documented. */
function openingOfUdp(listener: Resource): Opening {
  const [port, status] = [listener.at("listenerPort"), listener.string("status")];
  if (status.state === "known" && /^stop/i.test(status.value)) return "none";
  const number = required(port.number(), port, "a number");
  return number.state === "known" ? openingOfTransport("udp", number.value, number.value) : number.doubt;
}

/** No property of an EIP tells its address. */
const address = (eip: Resource, plan: Plan): Contribution => ({
  is: "address",
  resource: eip,
  value: unknown(doubt("not-in-plan", { what: "ipAddress" }, { urn: eip.urn, waitsFor: [eip.urn] })),
  location: nodeLocation(eip, plan),
});

/** What an EIP can be bound to: the name of the API, and the types here. */
const TARGETS: readonly { readonly word: string; readonly kind: EntryKind; readonly types: readonly string[] }[] = [
  { word: "EnsInstance", kind: "ens-instance", types: INSTANCES },
  { word: "SlbInstance", kind: "ens-balancer", types: BALANCERS },
  { word: "Nat", kind: "nat", types: NAT_GATEWAYS },
  { word: "NetworkInterface", kind: "network-interface", types: [] },
];

/**
 * Binds an EIP. On a NAT gateway the address stands for itself: the gateway's DNAT rules are in no SDK, so there may be
 * some, on any port.
 */
function eipAttachment(binding: Resource, plan: Plan): readonly Contribution[] {
  const eip = plan.referred(binding, "allocationId", { types: EIPS });
  const type = keyword(
    binding.at("instanceType"),
    TARGETS.map((target) => target.word),
  );
  const stated = TARGETS.find((target) => type.state === "known" && target.word === type.value);
  const to = plan.referred(binding, "instanceId", { types: TARGETS.flatMap((target) => target.types) });
  const kind = kindOf(to) ?? stated?.kind ?? (type.state === "unknown" ? "eip" : "ens-instance");
  if (kind !== "nat") return [{ is: "attachment", by: binding, address: eip, to, opens: "target", kind }];
  const on = eip.is === "resource" ? eip : referenceTo(binding);
  return [
    { is: "attachment", by: binding, address: eip, to, opens: "address", kind },
    { is: "listener", by: binding, on, opening: "possible" },
  ];
}

const kindOf = (to: Reference): EntryKind | undefined =>
  to.is === "resource" ? TARGETS.find((target) => target.types.includes(to.resource.type))?.kind : undefined;

export const ens = product({
  [INSTANCES[0]]: readInstance,
  [EIPS[0]]: address,
  "alicloud:ens/eipInstanceAttachment:EipInstanceAttachment": eipAttachment,
  [BALANCERS[0]]: loadBalancer,
  "alicloud:ens/loadBalancerHttpListener:LoadBalancerHttpListener": readListener(openingOfHttp),
  "alicloud:ens/loadBalancerUdpListener:LoadBalancerUdpListener": readListener(openingOfUdp),
  [NAT_GATEWAYS[0]]: contributesNothing,
  [SECURITY_GROUPS[0]]: securityGroup,
  "alicloud:ens/instanceSecurityGroupAttachment:InstanceSecurityGroupAttachment": groupAttachment,
});
