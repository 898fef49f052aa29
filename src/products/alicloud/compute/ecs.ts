/**
 * Elastic Compute Service: an instance is public by bandwidth of its own or by an EIP, and it can obtain a filing. It
 * is in the region of its provider. What it leaves out comes from its launch template, if it has one.
 */
import { locate } from "../../../location/locate";
import {
  isDoubt,
  referenceTo,
  product,
  type Charge,
  type Contribution,
  type GuardContribution,
  type Reach,
  type Reader,
  type Term,
} from "../../../graph/contribution";
import { absent, map, orElse, unknown, type Doubt, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import {
  fromTemplate,
  groupsOfTemplate,
  isPublicBandwidth,
  templateOf,
  type Template,
} from "../shared/launch-template";
import { groupsOfInterface } from "../network/network-interface";
import { contributesNothing, keyword } from "../../reading/values";
import { NETWORK_INTERFACES, SECURITY_GROUPS } from "../shared/tokens";

/** An instance together with the launch template that fills its gaps. */
interface Planned {
  readonly instance: Resource;
  readonly template: Template;
}

/** What differs between an instance and a set of equal instances. */
interface Shape {
  /** The property that lists security groups. */
  readonly groups: string;
  /** The security groups of a network interface that is made with it. */
  readonly groupsOf: (networkInterface: Value) => readonly Value[];
  readonly renewal: (planned: Planned) => Fact<boolean>;
  readonly renewalProperty: string;
  readonly addresses: (instance: Resource, reach: Reach) => readonly Fact<string>[];
  /** The ids of network interfaces made elsewhere that it takes as its own. */
  readonly interfaces: (instance: Resource) => readonly Value[];
}

const server =
  (shape: Shape): Reader =>
  (instance, plan): readonly Contribution[] => {
    const planned: Planned = { instance, template: templateOf(instance, plan, "by id or name") };
    const location = locate(instance, plan);
    const bandwidth = hasBandwidth(planned);
    const reach: Reach = isDoubt(bandwidth) ? bandwidth : bandwidth ? "public" : "private";
    const addresses = shape.addresses(instance, reach);
    const interfaces = shape
      .interfaces(instance)
      .map((id) => plan.refer(id, { types: NETWORK_INTERFACES }))
      .filter((reference) => reference.is === "resource");
    return [
      { is: "entry", resource: instance, kind: "instance", location, reach, addresses },
      ...guardsOf(planned, shape, interfaces, plan),
      ...interfaces.map((from): Contribution => ({ is: "link", by: instance, from, to: referenceTo(instance) })),
      {
        is: "server",
        resource: instance,
        product: "ecs",
        location,
        charge: chargeOf(planned),
        chargeProperty: "instanceChargeType",
        renewalProperty: shape.renewalProperty,
        term: termOf(planned, shape.renewal),
        bandwidth,
      },
    ];
  };

/** The public address that comes with bandwidth; one that has none gets no such address with what is done to it. */
function ownAddress(instance: Resource, reach: Reach): Fact<string> {
  const address = instance.output("publicIp");
  const isYetToCome = address.state === "unknown" && address.doubt.why === "computed";
  if (reach === "public" || !isYetToCome) return address;
  return isDoubt(reach) ? unknown(reach) : absent;
}

/** A property of the instance, else of its template. */
function read<T>({ instance, template }: Planned, property: string, as: (value: Value) => Fact<T>): Fact<T> {
  const own = as(instance.at(property));
  return own.state === "absent" ? fromTemplate(template, property, as) : own;
}

function hasBandwidth(planned: Planned): boolean | Doubt {
  return isPublicBandwidth(read(planned, "internetMaxBandwidthOut", (value) => value.number()));
}

/** Spot prices and automatic release go with pay-as-you-go only, which nobody who states neither has stated. */
function chargeOf(planned: Planned): Charge {
  const type = read(planned, "instanceChargeType", (value) => keyword(value, ["PrePaid", "PostPaid"]));
  if (type.state === "unknown") return type.doubt;
  if (type.state === "known" && type.value === "PrePaid") return "subscription";
  const spot = read(planned, "spotStrategy", (value) => value.string());
  if (spot.state === "known" && spot.value !== "NoSpot") return "spot";
  const released = read(planned, "autoReleaseTime", (value) => value.string());
  return type.state === "known" || released.state === "known" ? "pay-as-you-go" : "unstated";
}

function termOf(planned: Planned, renewal: Shape["renewal"]): Term {
  const unit = orElse(
    read(planned, "periodUnit", (value) => keyword(value, ["Month", "Week"])),
    "Month",
  );
  const period = read(planned, "period", (value) => value.number());
  return {
    months:
      period.state === "known"
        ? map(unit, (name) => (name === "Week" ? monthsOfWeeks(period.value) : period.value))
        : period,
    renewal: map(orElse(renewal(planned), false), (renews) => (renews ? "automatic" : "none")),
  };
}

const monthsOfWeeks = (weeks: number): number => (weeks * 7) / 30;

const autoRenew = ({ template }: Pick<Planned, "template">): Fact<boolean> =>
  fromTemplate(template, "autoRenew", (value) => value.boolean());

function renewalStatus({ instance, template }: Planned): Fact<boolean> {
  const status = keyword(instance.at("renewalStatus"), ["AutoRenewal", "Normal", "NotRenewal"]);
  return status.state === "absent" ? autoRenew({ template }) : map(status, (value) => value === "AutoRenewal");
}

/** The security groups of an instance: its own, else the template's; and of each further network interface its own. */
function guardsOf(
  { instance, template }: Planned,
  shape: Shape,
  interfaces: readonly { readonly resource: Resource }[],
  plan: Plan,
): readonly GuardContribution[] {
  const types = { types: SECURITY_GROUPS };
  const own = plan.referredAll(instance, shape.groups, types);
  const inline = instance
    .at("networkInterfaces")
    .elements()
    .map((made) => ({
      door: made.path,
      groups: shape
        .groupsOf(made)
        .map((id) => plan.refer(id, types))
        .filter((reference) => reference.is !== "absent"),
    }));
  const taken = interfaces.map(({ resource }) => ({ door: resource.urn, groups: groupsOfInterface(resource, plan) }));
  const further = [...inline, ...taken].filter(({ groups }) => groups.length > 0);
  const of = referenceTo(instance);
  return [
    { is: "guard", of, groups: own.length > 0 ? own : groupsOfTemplate(template, plan) },
    ...further.map((one) => ({ is: "guard", of, ...one }) as const),
  ];
}

export const ecs = product({
  "alicloud:ecs/instance:Instance": server({
    groups: "securityGroups",
    groupsOf: (networkInterface) => networkInterface.at("securityGroupIds").elements(),
    renewal: renewalStatus,
    renewalProperty: "renewalStatus",
    addresses: (instance, reach) => [
      ownAddress(instance, reach),
      ...instance
        .at("ipv6Addresses")
        .elements()
        .map((address) => address.string()),
    ],
    interfaces: (instance) => [
      instance.at("networkInterfaceId"),
      ...instance
        .at("networkInterfaces")
        .elements()
        .map((item) => item.at("networkInterfaceId")),
    ],
  }),
  "alicloud:ecs/ecsInstanceSet:EcsInstanceSet": server({
    groups: "securityGroupIds",
    groupsOf: (networkInterface) => [networkInterface.at("securityGroupId")],
    renewal: (planned) => read(planned, "autoRenew", (value) => value.boolean()),
    renewalProperty: "autoRenew",
    addresses: () => [],
    interfaces: () => [],
  }),
  "alicloud:ecs/ecsLaunchTemplate:EcsLaunchTemplate": contributesNothing,
  "alicloud:ecs/launchTemplate:LaunchTemplate": contributesNothing,
});
