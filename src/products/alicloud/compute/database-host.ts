/**
 * Hosts that are bought for databases but that their owners log on to, so that they can serve anything: RDS Custom and
 * the hosts of MyBase. They are public by their bandwidth and where their zone is, in the region of their provider. No
 * source says that one could obtain a filing.
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { isPublicBandwidth } from "../shared/launch-template";
import { referredBy } from "../../reading/values";
import { SECURITY_GROUPS } from "../shared/tokens";

const readHost =
  (groups: string) =>
  (host: Resource, plan: Plan): readonly Contribution[] => {
    const isPublic = isPublicBandwidth(host.number("internetMaxBandwidthOut"));
    return [
      {
        is: "entry",
        resource: host,
        kind: "instance",
        location: locate(host, plan),
        reach: typeof isPublic === "boolean" ? (isPublic ? "public" : "private") : isPublic,
        addresses: [],
      },
      {
        is: "guard",
        of: referenceTo(host),
        groups: referredBy(plan, host.at(groups).elements(), { types: SECURITY_GROUPS }),
      },
    ];
  };

export const databaseHost = product({
  "alicloud:rds/custom:Custom": readHost("securityGroupIds"),
  "alicloud:cddc/dedicatedPropreHost:DedicatedPropreHost": readHost("securityGroupId"),
});
