/**
 * Classic Load Balancer: public by its `addressType`, or by an EIP. Listeners open it, forwarding rules and certificates
 * of further domains bind hosts on it, and server groups lead on to instances. Its region is its provider's.
 */
import { groupBy } from "../../../base/collections";
import { memo } from "../../../base/memo";
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution, type Opening, type Reach } from "../../../graph/contribution";
import { isOneOf, type Doubt } from "../../../plan/fact";
import type { Plan, Reference } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { isWhitelist, throughLists } from "../shared/access-list";
import { hostOn, linksTo, openingOfTransport, serversOf } from "../shared/balancer";
import { contributesNothing, referredBy, required, keyword } from "../../reading/values";
import { CLASSIC_BALANCERS } from "../shared/tokens";

const LISTENER = "alicloud:slb/listener:Listener";
const GROUPS = ["alicloud:slb/serverGroup:ServerGroup"] as const;
const MASTER_SLAVE_GROUPS = ["alicloud:slb/masterSlaveServerGroup:MasterSlaveServerGroup"] as const;
const SWITCHES = ["alicloud:vpc/switch:Switch"] as const;

const readBalancer = (balancer: Resource, plan: Plan): Contribution => ({
  is: "entry",
  resource: balancer,
  kind: "clb",
  location: locate(balancer, plan),
  reach: reachOf(balancer, plan),
  addresses: [balancer.output("address")],
});

/** Without `addressType` it is public, but private inside a vswitch. An inactive one forwards nothing. */
function reachOf(balancer: Resource, plan: Plan): Reach {
  const status = balancer.string("status");
  if (status.state === "unknown") return status.doubt;
  if (status.state === "known" && status.value === "inactive") return "private";
  const type = keyword(balancer.at("addressType"), ["internet", "intranet"]);
  if (type.state === "known") return type.value === "internet" ? "public" : "private";
  if (type.state === "unknown") return type.doubt;
  const vswitch = plan.referred(balancer, "vswitchId", { types: SWITCHES });
  if (vswitch.is === "unknown") return vswitch.candidates.length > 0 ? "private" : vswitch.doubt;
  return vswitch.is === "absent" ? "public" : "private";
}

const balancerOf = (resource: Resource, plan: Plan): Reference =>
  plan.referred(resource, "loadBalancerId", { types: CLASSIC_BALANCERS });

const groupOf = (resource: Resource, plan: Plan): readonly Reference[] =>
  referredBy(plan, [resource.at("serverGroupId")], { types: GROUPS });

const masterSlaveGroupOf = (listener: Resource, plan: Plan): readonly Reference[] =>
  referredBy(plan, [listener.at("masterSlaveServerGroupId")], { types: MASTER_SLAVE_GROUPS });

function readListener(listener: Resource, plan: Plan): readonly Contribution[] {
  const on = balancerOf(listener, plan);
  const opening = throughLists(openingOf(listener), [hasWhitelist(listener)]);
  return [
    { is: "listener", by: listener, on, opening },
    ...linksTo(listener, on, [...groupOf(listener, plan), ...masterSlaveGroupOf(listener, plan)]),
  ];
}

const PROTOCOLS = ["http", "https", "tcp", "udp"] as const;

function openingOf(listener: Resource): Opening {
  const [protocolValue, portValue] = [listener.at("protocol"), listener.at("frontendPort")];
  const protocol = required(keyword(protocolValue, PROTOCOLS), protocolValue, PROTOCOLS.join(", "));
  if (protocol.state === "unknown") return protocol.doubt;
  if (protocol.value === "http" || protocol.value === "https") return "web";
  const port = required(portValue.number(), portValue, "a number");
  return port.state === "known" ? openingOfTransport(protocol.value, port.value, port.value) : port.doubt;
}

/** Access control is off unless it is turned on. */
function hasWhitelist(listener: Resource): boolean | Doubt {
  const status = keyword(listener.at("aclStatus"), ["on", "off"]);
  if (status.state === "unknown") return isOneOf(listener.string("aclType"), ["black"]) === true ? false : status.doubt;
  return status.state === "known" && status.value === "on" && isWhitelist(listener.at("aclType"));
}

/** The listener in the plan that a rule or further domain belongs to: that of the same load balancer and port. */
function listenersOf(resource: Resource, on: Reference, plan: Plan): readonly Resource[] {
  const port = resource.number("frontendPort");
  if (on.is !== "resource") return [];
  if (port.state !== "known") return plan.candidates(resource.at("frontendPort"), [LISTENER]);
  return (webListeners(plan).get(on.resource) ?? []).filter((candidate) => {
    const its = candidate.number("frontendPort");
    return its.state === "known" && its.value === port.value;
  });
}

/** The listeners of each load balancer that may carry rules. */
const webListeners = memo((plan: Plan) =>
  groupBy(
    plan.ofType(LISTENER).filter((listener) => !isTransport(listener)),
    (listener) => {
      const of = balancerOf(listener, plan);
      return of.is === "resource" ? of.resource : undefined;
    },
  ),
);

/** The same port may carry HTTP for rules and UDP for something else. */
function isTransport(listener: Resource): boolean {
  const protocol = keyword(listener.at("protocol"), PROTOCOLS);
  return protocol.state === "known" && (protocol.value === "tcp" || protocol.value === "udp");
}

function readRule(rule: Resource, plan: Plan): readonly Contribution[] {
  const on = balancerOf(rule, plan);
  const named = rule.string("domain").state !== "absent";
  return [...(named ? [hostFrom(rule, on, plan)] : []), ...linksTo(rule, on, groupOf(rule, plan))];
}

const hostFrom = (resource: Resource, on: Reference, plan: Plan): Contribution =>
  hostOn("clb", on, resource, plan, resource.at("domain"), listenersOf(resource, on, plan));

const backendServers = (backends: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    backends,
    balancerOf(backends, plan),
    serversOf(
      plan,
      backends
        .at("backendServers")
        .elements()
        .map((server) => server.at("serverId")),
    ),
  );

const readAttachment = (attachment: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(attachment, balancerOf(attachment, plan), serversOf(plan, attachment.at("instanceIds").elements()));

const serverGroup = (group: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    group,
    referenceTo(group),
    serversOf(
      plan,
      group
        .at("servers")
        .elements()
        .flatMap((server) => server.at("serverIds").elements()),
    ),
  );

const masterSlaveServerGroup = (group: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    group,
    referenceTo(group),
    serversOf(
      plan,
      group
        .at("servers")
        .elements()
        .map((server) => server.at("serverId")),
    ),
  );

const serverGroupAttachment = (attachment: Resource, plan: Plan): readonly Contribution[] =>
  linksTo(
    attachment,
    plan.referred(attachment, "serverGroupId", { types: GROUPS }),
    serversOf(plan, [attachment.at("serverId")]),
  );

export const clb = product({
  "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer": readBalancer,
  "alicloud:slb/loadBalancer:LoadBalancer": readBalancer,
  [LISTENER]: readListener,
  "alicloud:slb/rule:Rule": readRule,
  "alicloud:slb/domainExtension:DomainExtension": (extension, plan) =>
    hostFrom(extension, balancerOf(extension, plan), plan),
  "alicloud:slb/backendServer:BackendServer": backendServers,
  "alicloud:slb/attachment:Attachment": readAttachment,
  "alicloud:slb/serverGroup:ServerGroup": serverGroup,
  "alicloud:slb/serverGroupServerAttachment:ServerGroupServerAttachment": serverGroupAttachment,
  "alicloud:slb/masterSlaveServerGroup:MasterSlaveServerGroup": masterSlaveServerGroup,
  "alicloud:slb/acl:Acl": contributesNothing,
  "alicloud:slb/aclEntryAttachment:AclEntryAttachment": contributesNothing,
  "alicloud:slb/caCertificate:CaCertificate": contributesNothing,
  "alicloud:slb/serverCertificate:ServerCertificate": contributesNothing,
  "alicloud:slb/tlsCipherPolicy:TlsCipherPolicy": contributesNothing,
});
