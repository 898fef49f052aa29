/**
 * Node pools of Kubernetes clusters: ECS instances that the pool makes, public by bandwidth or by an EIP for each. They
 * are in the region of the provider. A subscription can obtain a filing like any instance; nodes that are paid as they
 * go come and go, so they are no servers.
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Charge, type Contribution } from "../../../graph/contribution";
import { map, orElse, type Doubt } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { CLUSTERS } from "./ack";
import { linksTo } from "../shared/balancer";
import { isPublicBandwidth } from "../shared/launch-template";
import { referredBy, keyword } from "../../reading/values";
import { SECURITY_GROUPS } from "../shared/tokens";

function nodePool(pool: Resource, plan: Plan): readonly Contribution[] {
  const location = locate(pool, plan);
  const isPublic = hasPublicAddresses(pool);
  const ids = ["securityGroupIds", "securityGroupId"].flatMap((name) => pool.at(name).elements());
  const charge = chargeOf(pool);
  const server: Contribution = {
    is: "server",
    resource: pool,
    product: "ecs",
    location,
    charge,
    chargeProperty: "instanceChargeType",
    renewalProperty: "autoRenew",
    term: {
      months: pool.number("period"),
      renewal: map(orElse(pool.boolean("autoRenew"), false), (renews) => (renews ? "automatic" : "none")),
    },
    bandwidth: isPublic,
  };
  return [
    {
      is: "entry",
      resource: pool,
      kind: "scaling-group",
      location,
      reach: typeof isPublic === "boolean" ? (isPublic ? "public" : "private") : isPublic,
      addresses: [],
    },
    { is: "guard", of: referenceTo(pool), groups: referredBy(plan, ids, { types: SECURITY_GROUPS }) },
    ...linksTo(pool, plan.referred(pool, "clusterId", { types: CLUSTERS }), [referenceTo(pool)]),
    ...(charge === "pay-as-you-go" ? [] : [server]),
  ];
}

/** Bandwidth of its own, or an EIP for each node. */
function hasPublicAddresses(pool: Resource): boolean | Doubt {
  const bandwidth = isPublicBandwidth(pool.number("internetMaxBandwidthOut"));
  if (bandwidth === true) return true;
  const eip = pool.at("scalingConfig").at("isBondEip").boolean();
  if (eip.state === "unknown") return bandwidth === false ? eip.doubt : bandwidth;
  return eip.state === "known" && eip.value ? true : bandwidth;
}

function chargeOf(pool: Resource): Charge {
  const type = keyword(pool.at("instanceChargeType"), ["PrePaid", "PostPaid"]);
  if (type.state === "unknown") return type.doubt;
  return type.state === "known" && type.value === "PrePaid" ? "subscription" : "pay-as-you-go";
}

export const nodePools = product({
  "alicloud:cs/nodePool:NodePool": nodePool,
});
