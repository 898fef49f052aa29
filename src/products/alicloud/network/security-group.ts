/**
 * Security groups guard instances and network interfaces: a rule that lets the public in on a port opens what is behind
 * the group, unless another drops it. They are where what they guard is, so no location is read. The SDK writes no rules
 * into a group itself, and what its members may do among themselves (`innerAccessPolicy`) lets nobody else in.
 */
import { publicRuns, type Run } from "../../../graph/address-space";
import { product, type Contribution } from "../../../graph/contribution";
import type { FirewallRule } from "../../../graph/firewall-rule";
import { doubt, type Doubt } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { contributesNothing, required, unreadable, keyword } from "../../reading/values";
import { SECURITY_GROUPS } from "../shared/tokens";
import { portsOf, transportOf } from "../shared/transport";

const PREFIX_LISTS = ["alicloud:ecs/ecsPrefixList:EcsPrefixList"] as const;

/** Where a rule says what. */
export interface RuleParts {
  readonly direction: Value;
  readonly policy: Value;
  readonly priority: Value;
  readonly protocol: Value;
  readonly ports: Value;
}

/** What a rule about some sources is to a firewall, one for each source; none for a rule of the other direction. */
export function firewallRules(parts: RuleParts, sources: readonly Sources[]): readonly FirewallRule[] {
  const { direction, policy, priority, protocol, ports } = parts;
  const way = required(keyword(direction, ["ingress", "egress"]), direction, "ingress, egress");
  if (way.state === "known" && way.value === "egress") return [];
  const said = keyword(policy, ["accept", "drop"]);
  const rule = {
    policy: said.state === "unknown" ? said.doubt : said.state === "known" ? said.value : "accept",
    priority: priorityOf(priority),
    transport: transportOf(protocol),
    ports: portsOf(protocol, ports),
    ...(way.state === "unknown" ? { unsure: way.doubt } : {}),
  };
  return sources.map((addresses) => ({ ...rule, sources: addresses }));
}

/** The default is 1, which goes first. */
function priorityOf(priority: Value): number | Doubt {
  const fact = priority.number();
  if (fact.state === "unknown") return fact.doubt;
  if (fact.state === "absent") return 1;
  return fact.value >= 1 && fact.value <= 100 ? fact.value : unreadable(priority, "1-100");
}

/** The public addresses that a rule is about. */
type Sources = readonly Run[] | Doubt;

/** The public addresses that each of several properties names; nothing for what is left out. */
export const sourcesIn = (values: readonly Value[]): readonly Sources[] =>
  values.flatMap((value) => {
    const fact = value.string();
    if (fact.state === "absent") return [];
    if (fact.state === "unknown") return [fact.doubt];
    return [publicRuns(fact.value) ?? unreadable(value, "a.b.c.d/n")];
  });

/**
 * Where a rule's traffic comes from. Another group as source is inside; a prefix list is ignored beside another source.
 * No source at all was once taken for everywhere and is refused now.
 */
function sourcesOf(rule: Resource, plan: Plan): readonly Sources[] {
  const ranges = sourcesIn([rule.at("cidrIp"), rule.at("ipv6CidrIp")]);
  if (ranges.length > 0 || isGiven(rule, "sourceSecurityGroupId")) return ranges;
  const list = plan.referred(rule, "prefixListId", { types: PREFIX_LISTS });
  switch (list.is) {
    case "resource":
      return sourcesIn(
        list.resource
          .at("entries")
          .elements()
          .map((entry) => entry.at("cidr")),
      );
    case "elsewhere":
      return [doubt("not-in-plan", { what: list.value }, { property: "prefixListId", urn: rule.urn })];
    case "unknown":
      return [list.doubt];
    case "absent":
      return [doubt("opening-unknown", {}, { property: "cidrIp", urn: rule.urn })];
  }
}

const isGiven = (rule: Resource, property: string): boolean => rule.at(property).presence().state !== "absent";

function groupRule(rule: Resource, plan: Plan): readonly Contribution[] {
  const group = plan.referred(rule, "securityGroupId", { types: SECURITY_GROUPS });
  const parts: RuleParts = {
    direction: rule.at("type"),
    policy: rule.at("policy"),
    priority: rule.at("priority"),
    protocol: rule.at("ipProtocol"),
    ports: rule.at("portRange"),
  };
  return firewallRules(parts, sourcesOf(rule, plan)).map((one) => ({
    is: "opening",
    by: rule,
    group,
    rule: one,
  }));
}

export const securityGroup = product({
  "alicloud:ecs/securityGroup:SecurityGroup": contributesNothing,
  "alicloud:ecs/securityGroupRule:SecurityGroupRule": groupRule,
});
