/**
 * Application Load Balancer: public by its address types. Listeners always speak HTTP, rules bind hosts, and server
 * groups lead on to instances. Its region is its provider's.
 */
import { referenceTo, product, type Contribution, type Opening } from "../../../graph/contribution";
import { resourcesMeant } from "../../../graph/links";
import { ByResource } from "../../../graph/by-resource";
import { memo } from "../../../base/memo";
import type { Doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { isWhitelist, throughLists } from "../shared/access-list";
import { describedServers, hostOn, linksTo, newBalancer, openingUnlessStopped } from "../shared/balancer";
import { contributesNothing, referredBy, required, keyword } from "../../reading/values";

const BALANCERS = ["alicloud:alb/loadBalancer:LoadBalancer"] as const;
const LISTENERS = ["alicloud:alb/listener:Listener"] as const;
const LIST_ATTACHMENT = "alicloud:alb/listenerAclAttachment:ListenerAclAttachment";
const GROUPS = ["alicloud:alb/serverGroup:ServerGroup"] as const;

const balancerOf = (listener: Resource, plan: Plan): Reference =>
  plan.referred(listener, "loadBalancerId", { types: BALANCERS });

/** The balancer of a listener that is referred to; of one that is not known, any of those that the candidates are of. */
function balancerAt(listener: Reference, plan: Plan): Reference {
  if (listener.is === "resource") return balancerOf(listener.resource, plan);
  if (listener.is !== "unknown") return listener;
  const balancersOf = (listeners: readonly Resource[]): readonly Resource[] => [
    ...new Set(listeners.flatMap((one) => resourcesMeant(balancerOf(one, plan), plan))),
  ];
  const { candidates, among } = listener;
  return {
    ...listener,
    candidates: balancersOf(candidates),
    types: BALANCERS,
    ...(among && { among: balancersOf(among) }),
  };
}

/** The server groups that actions forward to. */
const groupsOf = (actions: Value, plan: Plan): readonly Reference[] =>
  referredBy(
    plan,
    actions
      .elements()
      .flatMap((action) => action.at("forwardGroupConfig").at("serverGroupTuples").elements())
      .map((tuple) => tuple.at("serverGroupId")),
    { types: GROUPS },
  );

function readListener(listener: Resource, plan: Plan): readonly Contribution[] {
  const on = balancerOf(listener, plan);
  const opening = throughLists(openingUnlessStopped(listener, openingOf), whitelistsOf(listener, plan));
  return [
    { is: "listener", by: listener, on, opening },
    ...linksTo(listener, on, groupsOf(listener.at("defaultActions"), plan)),
  ];
}

/** The lists of a listener: of its own, which is deprecated, and attached ones. */
const whitelistsOf = (listener: Resource, plan: Plan): readonly (boolean | Doubt)[] => [
  ...listener
    .at("aclConfig")
    .elements()
    .map((config) => isWhitelist(config.at("aclType"))),
  ...attachedLists(plan)
    .of(listener)
    .map(({ value, unsure }) => (value === false ? false : (unsure ?? value))),
];

const attachedLists = memo(
  (plan: Plan) =>
    new ByResource(
      plan.ofType(LIST_ATTACHMENT).map((attachment) => ({
        of: plan.referred(attachment, "listenerId", { types: LISTENERS }),
        value: isWhitelist(attachment.at("aclType")),
      })),
    ),
);

const PROTOCOLS = ["HTTP", "HTTPS", "QUIC"] as const;

/** All protocols of a listener carry the web. */
function openingOf(listener: Resource): Opening {
  const property = listener.at("listenerProtocol");
  const protocol = required(keyword(property, PROTOCOLS), property, PROTOCOLS.join(", "));
  return protocol.state === "known" ? "web" : protocol.doubt;
}

function readRule(rule: Resource, plan: Plan): readonly Contribution[] {
  const reference = plan.referred(rule, "listenerId", { types: LISTENERS });
  const through = reference.is === "resource" ? [reference.resource] : [];
  const on = balancerAt(reference, plan);
  return [
    ...hostsOf(rule).map((value) => hostOn("alb", on, rule, plan, value, through)),
    ...linksTo(rule, on, groupsOf(rule.at("ruleActions"), plan)),
  ];
}

/** The hosts a rule asks for. A condition whose type is not known may be one for hosts. */
const hostsOf = (rule: Resource): readonly Value[] =>
  rule
    .at("ruleConditions")
    .elements()
    .filter((condition) => {
      const type = condition.at("type").string();
      return type.state !== "known" || type.value.toLowerCase() === "host";
    })
    .flatMap((condition) => condition.at("hostConfig").at("values").elements());

const serverGroup = (group: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(group, referenceTo(group), describedServers(plan, group.at("servers").elements()));

export const alb = product({
  "alicloud:alb/loadBalancer:LoadBalancer": newBalancer("alb"),
  "alicloud:alb/listener:Listener": readListener,
  "alicloud:alb/rule:Rule": readRule,
  "alicloud:alb/serverGroup:ServerGroup": serverGroup,
  "alicloud:alb/acl:Acl": contributesNothing,
  "alicloud:alb/aclEntryAttachment:AclEntryAttachment": contributesNothing,
  "alicloud:alb/aScript:AScript": contributesNothing,
  "alicloud:alb/healthCheckTemplate:HealthCheckTemplate": contributesNothing,
  [LIST_ATTACHMENT]: contributesNothing,
  "alicloud:alb/listenerAdditionalCertificateAttachment:ListenerAdditionalCertificateAttachment": contributesNothing,
  "alicloud:alb/loadBalancerAccessLogConfigAttachment:LoadBalancerAccessLogConfigAttachment": contributesNothing,
  "alicloud:alb/loadBalancerCommonBandwidthPackageAttachment:LoadBalancerCommonBandwidthPackageAttachment":
    contributesNothing,
  "alicloud:alb/loadBalancerSecurityGroupAttachment:LoadBalancerSecurityGroupAttachment": contributesNothing,
  "alicloud:alb/loadBalancerZoneShiftedAttachment:LoadBalancerZoneShiftedAttachment": contributesNothing,
  "alicloud:alb/securityPolicy:SecurityPolicy": contributesNothing,
});
