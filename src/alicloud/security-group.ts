/**
 * Security groups guard instances and network interfaces: a rule that lets the world in on a port opens what is behind
 * the group. They are where what they guard is, so no location is read. Rules that drop are not weighed against rules
 * that accept: a port counts as open when any rule opens it.
 */
import ipaddr from "ipaddr.js";
import { isDoubt, product, type Contribution, type Opening } from "../exposure/contribution";
import { doubt, type Doubt } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Resource, Value } from "../plan/resource";
import { nothing, required, unreadable, word } from "./read";
import { SECURITY_GROUPS } from "./tokens";
import { openingOf } from "./transport";

/** A source wider than this many bits of prefix is the world, in public address space. */
const NARROW = { ipv4: 16, ipv6: 32 } as const;

/** Address space that is not public: nobody comes from the Internet with such an address. */
const PRIVATE = [
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "fc00::/7",
  "fe80::/10",
].map((range) => ipaddr.parseCIDR(range));

function ruleOpening(rule: Resource, plan: Plan): readonly Contribution[] {
  const conditions = [
    isWord(rule.at("type"), "ingress", ["ingress", "egress"]),
    isWord(rule.at("policy"), "accept", ["accept", "drop"], "accept"),
    fromWorld(rule),
  ];
  const opening = openingIf(conditions, openingOf(rule.at("ipProtocol"), rule.at("portRange")));
  if (opening === "none") return [];
  const group = plan.referred(rule, "securityGroupId", { types: SECURITY_GROUPS });
  return [{ is: "opening", by: rule, group, opening }];
}

/** What is open when all conditions hold: one that does not settles it, one that is unknown leaves it unknown. */
export function openingIf(conditions: readonly (boolean | Doubt)[], opening: Opening): Opening {
  if (opening === "none" || conditions.includes(false)) return "none";
  return conditions.find((condition) => isDoubt(condition)) ?? opening;
}

/** Whether a property is the wanted one of its words; what is left out is `fallback`. */
export function isWord<const W extends string>(
  value: Value,
  wanted: NoInfer<W>,
  words: readonly W[],
  fallback?: NoInfer<W>,
): boolean | Doubt {
  const fact = word(value, words);
  if (fact.state === "absent" && fallback !== undefined) return fallback === wanted;
  const given = required(fact, value, words.join(", "));
  return given.state === "known" ? given.value === wanted : given.doubt;
}

/**
 * Whether the rule lets the world in. Another group as source is inside; a prefix list can hold anything, and is
 * ignored beside another source. No source at all was once taken for everywhere and is refused now.
 */
function fromWorld(rule: Resource): boolean | Doubt {
  const wide = isAnyWide([rule.at("cidrIp"), rule.at("ipv6CidrIp")]);
  if (wide !== undefined) return wide;
  if (isGiven(rule, "sourceSecurityGroupId")) return false;
  const property = isGiven(rule, "prefixListId") ? "prefixListId" : "cidrIp";
  return doubt("opening-unknown", {}, { property, urn: rule.urn, waitsFor: rule.dependenciesOf(property) });
}

const isGiven = (rule: Resource, property: string): boolean => rule.at(property).presence().state !== "absent";

/** Whether any of several sources is the world; undefined when all are left out. */
export function isAnyWide(sources: readonly Value[]): boolean | Doubt | undefined {
  const ranges = sources.map(isWide).filter((wide) => wide !== undefined);
  if (ranges.includes(true)) return true;
  return ranges.find((wide) => isDoubt(wide)) ?? (ranges.length > 0 ? false : undefined);
}

/** Whether a source is wide enough to be the world; undefined when it is left out. */
function isWide(source: Value): boolean | Doubt | undefined {
  const fact = source.string();
  if (fact.state === "absent") return undefined;
  if (fact.state === "unknown") return fact.doubt;
  const isAddress = ipaddr.isValid(fact.value) && ipaddr.parse(fact.value).range() !== "unspecified";
  if (isAddress) return false;
  if (!ipaddr.isValidCIDR(fact.value)) return unreadable(source, "a.b.c.d/n");
  const [address, bits] = ipaddr.parseCIDR(fact.value);
  const isPrivate = PRIVATE.some(
    ([base, prefix]) => base.kind() === address.kind() && bits >= prefix && address.match(base, prefix),
  );
  return bits < NARROW[address.kind()] && !isPrivate;
}

export const securityGroup = product({
  "alicloud:ecs/securityGroup:SecurityGroup": nothing,
  "alicloud:ecs/securityGroupRule:SecurityGroupRule": ruleOpening,
});
