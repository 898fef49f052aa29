/**
 * Auto Scaling and provisioning groups: they make instances whose public bandwidth and security groups come from a
 * scaling configuration or a launch template, and put them behind load balancers. They are in the region of their
 * provider. What they make is paid as it goes and is replaced at any time, so it can obtain no filing (S3-13).
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution, type Reach } from "../../../graph/contribution";
import { doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { linksTo } from "../shared/balancer";
import {
  fromTemplate,
  groupsOfTemplate,
  isPublicBandwidth,
  templateOf,
  type Template,
} from "../shared/launch-template";
import { contributesNothing, referredBy } from "../../reading/values";
import { CLASSIC_BALANCERS, INSTANCES, SECURITY_GROUPS } from "../shared/tokens";

const SCALING_GROUPS = ["alicloud:ess/scalingGroup:ScalingGroup"] as const;
const ALB_GROUPS = ["alicloud:alb/serverGroup:ServerGroup"] as const;
const SERVER_GROUPS = [
  ...ALB_GROUPS,
  "alicloud:nlb/serverGroup:ServerGroup",
  "alicloud:gwlb/serverGroup:ServerGroup",
] as const;
const CLASSIC_GROUPS = ["alicloud:slb/serverGroup:ServerGroup"] as const;

/** The instances that a resource describes: an entry, private unless they get public addresses. */
function described(
  resource: Resource,
  of: Resource,
  reach: boolean | Exclude<Reach, string>,
  groups: readonly Reference[],
  plan: Plan,
): readonly Contribution[] {
  return [
    {
      is: "entry",
      resource,
      kind: "scaling-group",
      location: locate(of, plan),
      reach: typeof reach === "boolean" ? (reach ? "public" : "private") : reach,
      addresses: [],
    },
    { is: "guard", of: referenceTo(resource), groups },
  ];
}

function fromTemplateOf(resource: Resource, template: Template, plan: Plan): readonly Contribution[] {
  const bandwidth = fromTemplate(template, "internetMaxBandwidthOut", (value) => value.number());
  return described(resource, resource, isPublicBandwidth(bandwidth), groupsOfTemplate(template, plan), plan);
}

/** A group describes instances by its template, or copies what it is shown; else a scaling configuration does. */
function scalingGroup(group: Resource, plan: Plan): readonly Contribution[] {
  const balancers = referredBy(plan, group.at("loadbalancerIds").elements(), { types: CLASSIC_BALANCERS });
  const groups = group
    .at("albServerGroups")
    .elements()
    .map((item) => item.at("albServerGroupId"));
  return [
    ...instancesOf(group, plan),
    ...behind(group, [...balancers, ...referredBy(plan, groups, { types: ALB_GROUPS })], referenceTo(group)),
  ];
}

function instancesOf(group: Resource, plan: Plan): readonly Contribution[] {
  const template = templateOf(group, plan, "by id");
  if (template) return fromTemplateOf(group, template, plan);
  const copied = ["instanceId", "containerGroupId"].find((name) => group.at(name).presence().state !== "absent");
  if (copied === undefined) return [];
  // The copy is made when the group is, and nothing of the plan shows it.
  const why = doubt("not-in-plan", { what: copied }, { property: copied, urn: group.urn });
  return described(group, group, why, [{ is: "unknown", doubt: why, candidates: [] }], plan);
}

/** Traffic goes on from balancers and server groups to what scales. */
const behind = (by: Resource, fronts: readonly Reference[], to: Reference): readonly Contribution[] =>
  fronts.flatMap((front) => linksTo(by, front, [to]));

const groupOf = (resource: Resource, plan: Plan): Reference =>
  plan.referred(resource, "scalingGroupId", { types: SCALING_GROUPS });

/** Reads a scaling configuration; only the active one of a group makes instances, and by default none is. */
const readConfiguration =
  (isPublic: (configuration: Resource) => ReturnType<typeof isPublicBandwidth>, groupIds: readonly string[]) =>
  (configuration: Resource, plan: Plan): readonly Contribution[] => {
    const active = configuration.boolean("active");
    if (active.state === "absent" || (active.state === "known" && !active.value)) return [];
    const group = groupOf(configuration, plan);
    const reach = isPublic(configuration);
    const ids = groupIds.flatMap((name) => configuration.at(name).elements());
    const groups = referredBy(plan, ids, { types: SECURITY_GROUPS });
    const perhaps = reach === true && active.state === "unknown" ? active.doubt : reach;
    return [
      ...described(configuration, group.is === "resource" ? group.resource : configuration, perhaps, groups, plan),
      ...linksTo(configuration, group, [referenceTo(configuration)]),
    ];
  };

const ofInstances = readConfiguration(
  (one) => isPublicBandwidth(one.number("internetMaxBandwidthOut")),
  ["securityGroupIds", "securityGroupId"],
);

const ofContainers = readConfiguration(
  (one) => {
    const made = one.boolean("autoCreateEip");
    return made.state === "unknown" ? made.doubt : made.state === "known" && made.value;
  },
  ["securityGroupId"],
);

/** Reads what puts a scaling group behind server groups. */
const attached =
  (types: readonly string[], ids: (attachment: Resource) => readonly Value[]) =>
  (attachment: Resource, plan: Plan): readonly Contribution[] =>
    behind(attachment, referredBy(plan, ids(attachment), { types }), groupOf(attachment, plan));

const attachedInstances = (attachment: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    attachment,
    groupOf(attachment, plan),
    referredBy(plan, attachment.at("instanceIds").elements(), { types: INSTANCES }),
  );

const provisioningGroup = (group: Resource, plan: Plan): readonly Contribution[] =>
  fromTemplateOf(group, templateOf(group, plan, "by id"), plan);

export const scaling = product({
  [SCALING_GROUPS[0]]: scalingGroup,
  "alicloud:ess/scalingConfiguration:ScalingConfiguration": ofInstances,
  "alicloud:ess/eciScalingConfiguration:EciScalingConfiguration": ofContainers,
  "alicloud:ess/albServerGroupAttachment:AlbServerGroupAttachment": attached(ALB_GROUPS, (attachment) => [
    attachment.at("albServerGroupId"),
  ]),
  "alicloud:ess/serverGroupAttachment:ServerGroupAttachment": attached(SERVER_GROUPS, (attachment) => [
    attachment.at("serverGroupId"),
  ]),
  "alicloud:ess/scalingGroupVServerGroups:ScalingGroupVServerGroups": attached(CLASSIC_GROUPS, (attachment) =>
    attachment
      .at("vserverGroups")
      .elements()
      .flatMap((group) => group.at("vserverAttributes").elements())
      .map((attribute) => attribute.at("vserverGroupId")),
  ),
  "alicloud:ess/attachment:Attachment": attachedInstances,
  "alicloud:ess/instanceRefresh:InstanceRefresh": contributesNothing,
  "alicloud:ess/suspendProcess:SuspendProcess": contributesNothing,
  "alicloud:ecs/autoProvisioningGroup:AutoProvisioningGroup": provisioningGroup,
});
