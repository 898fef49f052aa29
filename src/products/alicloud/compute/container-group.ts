/**
 * Elastic Container Instance: a container group is public by an EIP, which it makes for itself or takes over. It is
 * where its vswitch is, in the region of its provider. It is paid as it goes, so it can obtain no filing (S3-13).
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution, type Reach } from "../../../graph/contribution";
import type { Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { contributesNothing } from "../../reading/values";
import { EIPS, SECURITY_GROUPS } from "../shared/tokens";

/** Reads what has an EIP of its own when `made` says so, or the one that `eipInstanceId` names. */
const withEip =
  (made: string, addresses: (resource: Resource) => readonly Fact<string>[]) =>
  (resource: Resource, plan: Plan): readonly Contribution[] => {
    const address = plan.referred(resource, "eipInstanceId", { types: EIPS });
    const group = plan.referred(resource, "securityGroupId", { types: SECURITY_GROUPS });
    return [
      {
        is: "entry",
        resource,
        kind: "container-group",
        location: locate(resource, plan),
        reach: reachOf(resource, made),
        addresses: addresses(resource),
      },
      { is: "guard", of: referenceTo(resource), groups: group.is === "absent" ? [] : [group] },
      ...(address.is === "absent"
        ? []
        : [
            {
              is: "attachment",
              by: resource,
              address,
              to: referenceTo(resource),
              opens: "target",
              kind: "container-group",
            } as const,
          ]),
    ];
  };

/** The EIP it makes for itself; one that it takes over opens it in any case. */
function reachOf(resource: Resource, made: string): Reach {
  const own = resource.boolean(made);
  if (own.state === "unknown") return own.doubt;
  return own.state === "known" && own.value ? "public" : "private";
}

export const containerGroup = product({
  "alicloud:eci/containerGroup:ContainerGroup": withEip("autoCreateEip", (group) => [group.output("internetIp")]),
  // A node for a cluster's pods. Its address is in no property.
  "alicloud:eci/virtualNode:VirtualNode": withEip("enablePublicNetwork", () => []),
  "alicloud:eci/imageCache:ImageCache": contributesNothing,
  "alicloud:eci/openApiImageCache:OpenApiImageCache": contributesNothing,
});
