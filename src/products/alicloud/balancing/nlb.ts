/**
 * Network Load Balancer: public by its address types. Its listeners forward ports, so DNS records alone tell the hosts;
 * server groups lead on to instances. Its region is its provider's.
 */
import { product, type Contribution, type Opening } from "../../../graph/contribution";
import { known, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { describedServers, linksTo, newBalancer, openingOfTransport, openingUnlessStopped } from "../shared/balancer";
import { contributesNothing, referredBy, required, keyword } from "../../reading/values";
import { NETWORK_BALANCERS } from "../shared/tokens";

const GROUPS = ["alicloud:nlb/serverGroup:ServerGroup"] as const;

function readListener(listener: Resource, plan: Plan): readonly Contribution[] {
  const on = plan.referred(listener, "loadBalancerId", { types: NETWORK_BALANCERS });
  return [
    { is: "listener", by: listener, on, opening: openingUnlessStopped(listener, openingOf) },
    ...linksTo(listener, on, referredBy(plan, [listener.at("serverGroupId")], { types: GROUPS })),
  ];
}

const PROTOCOLS = ["TCP", "TCPSSL", "UDP"] as const;

function openingOf(listener: Resource): Opening {
  const property = listener.at("listenerProtocol");
  const protocol = required(keyword(property, PROTOCOLS), property, PROTOCOLS.join(", "));
  if (protocol.state === "unknown") return protocol.doubt;
  const range = portsOf(listener);
  if (range.state !== "known") return range.doubt;
  return openingOfTransport(protocol.value === "UDP" ? "udp" : "tcp", range.value.from, range.value.to);
}

/** The port, or with port 0 the range from `startPort` to `endPort`. */
function portsOf(listener: Resource): Exclude<Fact<{ from: number; to: number }>, { state: "absent" }> {
  const port = numberOf(listener, "listenerPort");
  if (port.state === "unknown") return port;
  if (port.value !== 0) return known({ from: port.value, to: port.value });
  const from = numberOf(listener, "startPort");
  const to = numberOf(listener, "endPort");
  if (from.state === "unknown") return from;
  return to.state === "unknown" ? to : known({ from: from.value, to: to.value });
}

const numberOf = (listener: Resource, property: string) =>
  required(listener.number(property), listener.at(property), "a number");

const serverGroupAttachment = (attachment: Resource, plan: Plan): readonly Contribution[] => {
  const group = plan.referred(attachment, "serverGroupId", { types: GROUPS });
  return linksTo(attachment, group, describedServers(plan, [attachment]));
};

export const nlb = product({
  "alicloud:nlb/loadBalancer:LoadBalancer": newBalancer("nlb"),
  "alicloud:nlb/listener:Listener": readListener,
  "alicloud:nlb/serverGroup:ServerGroup": contributesNothing,
  "alicloud:nlb/serverGroupServerAttachment:ServerGroupServerAttachment": serverGroupAttachment,
  "alicloud:nlb/hdMonitorRegionConfig:HdMonitorRegionConfig": contributesNothing,
  "alicloud:nlb/listenerAdditionalCertificateAttachment:ListenerAdditionalCertificateAttachment": contributesNothing,
  "alicloud:nlb/loadBalancerSecurityGroupAttachment:LoadBalancerSecurityGroupAttachment": contributesNothing,
  "alicloud:nlb/loadBalancerZoneShiftedAttachment:LoadBalancerZoneShiftedAttachment": contributesNothing,
  "alicloud:nlb/loadbalancerCommonBandwidthPackageAttachment:LoadbalancerCommonBandwidthPackageAttachment":
    contributesNothing,
  "alicloud:nlb/securityPolicy:SecurityPolicy": contributesNothing,
});
