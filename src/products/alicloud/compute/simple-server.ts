/**
 * Simple Application Server: a server with a public address and a firewall of its own, always bought as a
 * subscription. It is in the region of its provider. The SDK tells no address of it, so only references lead to it.
 */
import { locate } from "../../../location/locate";
import { referenceTo, product, type Contribution } from "../../../graph/contribution";
import { doubt, map, orElse } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource } from "../../../plan/resource";
import { required } from "../../reading/values";
import { SIMPLE_SERVERS } from "../shared/tokens";
import { openingOf } from "../shared/transport";

function simple(server: Resource, plan: Plan): readonly Contribution[] {
  const location = locate(server, plan);
  return [
    {
      is: "entry",
      resource: server,
      kind: "simple-server",
      location,
      reach: "public",
      addresses: [],
    },
    // A new server comes with rules of its own, so rules of the plan can add to what is open but never tell it all.
    { is: "listener", by: server, on: referenceTo(server), opening: doubt("opening-unknown", {}, { urn: server.urn }) },
    {
      is: "server",
      resource: server,
      product: "sas",
      location,
      charge: "subscription",
      chargeProperty: "paymentType",
      renewalProperty: "autoRenew",
      term: {
        months: required(server.number("period"), server.at("period"), "a number"),
        renewal: map(orElse(server.boolean("autoRenew"), false), (renews) => (renews ? "automatic" : "none")),
      },
      bandwidth: true,
      // The provider takes a subscription out of the state and leaves it to run out.
      outlives: true,
    },
  ];
}

/** A firewall rule has no source: it lets everybody in. */
const firewallRule = (rule: Resource, plan: Plan): Contribution => ({
  is: "listener",
  by: rule,
  on: plan.referred(rule, "instanceId", { types: SIMPLE_SERVERS }),
  opening: openingOf(rule.at("ruleProtocol"), rule.at("port")),
});

export const simpleServer = product({
  "alicloud:simpleapplicationserver/instance:Instance": simple,
  "alicloud:simpleapplicationserver/firewallRule:FirewallRule": firewallRule,
});
