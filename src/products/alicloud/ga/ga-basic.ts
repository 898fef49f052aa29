/**
 * Basic Global Accelerator: layer 3. An accelerated address is public in the acceleration region of its IP set and leads
 * to one endpoint inside a VPC. It binds no hosts; DNS leads them to the address.
 */
import { referenceTo, product, type Contribution, type Reach } from "../../../graph/contribution";
import { resourcesMeant } from "../../../graph/links";
import type { Location } from "../../../location/locate";
import { memo } from "../../../base/memo";
import { doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { acceleratorOf, placeOfIpSet, specAt, nowhereKnown } from "./accelerator";
import { linksTo } from "../shared/balancer";
import { contributesNothing, referredBy } from "../../reading/values";
import { CLASSIC_BALANCERS, INSTANCES, NETWORK_BALANCERS, NETWORK_INTERFACES } from "../shared/tokens";

const ACCELERATOR = "alicloud:ga/basicAccelerator:BasicAccelerator";
const IP_SET = "alicloud:ga/basicIpSet:BasicIpSet";
const ADDRESS = "alicloud:ga/basicAccelerateIp:BasicAccelerateIp";
const ENDPOINT = "alicloud:ga/basicEndpoint:BasicEndpoint";
const ENDPOINT_GROUP = "alicloud:ga/basicEndpointGroup:BasicEndpointGroup";
const RELATION = "alicloud:ga/basicAccelerateIpEndpointRelation:BasicAccelerateIpEndpointRelation";

const TARGETS = [...INSTANCES, ...NETWORK_INTERFACES, ...CLASSIC_BALANCERS, ...NETWORK_BALANCERS] as const;

const ownerOf = (resource: Resource, plan: Plan): Reference =>
  acceleratorOf(resource, plan, ACCELERATOR, [IP_SET, ADDRESS, ENDPOINT, ENDPOINT_GROUP]);

function readAddress(address: Resource, plan: Plan): readonly Contribution[] {
  const owner = ownerOf(address, plan);
  const spec = { ...specAt(locationOfAddress(address, plan)), reach: reachOf(address, owner, plan) };
  return [
    { is: "entry", resource: address, ...spec, addresses: [address.output("accelerateIpAddress")] },
    ...linksTo(address, referenceTo(address), owner.is === "resource" ? [owner] : []),
  ];
}

function locationOfAddress(address: Resource, plan: Plan): Location {
  const set = plan.referred(address, "ipSetId", { types: [IP_SET] });
  if (set.is === "resource") return placeOfIpSet(set.resource);
  if (set.is === "unknown") return nowhereKnown(set.doubt);
  return nowhereKnown(doubt("not-in-plan", { what: set.is === "elsewhere" ? set.value : IP_SET }));
}

/** An address that is bound to no endpoint leads nowhere yet, as an EIP that is bound to nothing. */
function reachOf(address: Resource, owner: Reference, plan: Plan): Reach {
  const ends = endsIn(plan);
  const grouped = owner.is === "resource" && ends.has(owner.resource);
  return grouped || ends.has(address) ? "public" : (plan.absenceDoubt ?? doubt("unbound", {}, { urn: address.urn }));
}

/** The addresses that relations bind to endpoints, and the accelerators whose groups name one; those that may be as well. */
const endsIn = memo((plan: Plan): ReadonlySet<Resource> => {
  const groups = plan.ofType(ENDPOINT_GROUP).filter((group) => given(group.at("endpointAddress")));
  const references = [
    ...plan.ofType(RELATION).map((relation) => addressOf(relation, plan)),
    ...groups.map((group) => ownerOf(group, plan)),
  ];
  return new Set(references.flatMap((reference) => resourcesMeant(reference, plan)));
});

const given = (value: Value): boolean => value.presence().state !== "absent";

const addressOf = (relation: Resource, plan: Plan): Reference =>
  plan.referred(relation, "accelerateIpId", { types: [ADDRESS] });

const targetsOf = (holder: Resource, plan: Plan): readonly Reference[] =>
  referredBy(plan, [holder.at("endpointAddress")], { types: TARGETS });

function readRelation(relation: Resource, plan: Plan): readonly Contribution[] {
  const endpoint = plan.referred(relation, "endpointId", { types: [ENDPOINT], by: ["endpointId"] });
  return resourcesMeant(endpoint, plan).flatMap((end) =>
    linksTo(relation, addressOf(relation, plan), targetsOf(end, plan)),
  );
}

/** A group that names its one endpoint itself stands for it at all addresses of the accelerator. */
const endpointGroup = (group: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(group, ownerOf(group, plan), targetsOf(group, plan));

export const basicGa = product({
  [ADDRESS]: readAddress,
  [RELATION]: readRelation,
  [ENDPOINT_GROUP]: endpointGroup,

  // Read together with the addresses and relations that refer to them.
  [ACCELERATOR]: contributesNothing,
  [ENDPOINT]: contributesNothing,
  [IP_SET]: contributesNothing,
});
