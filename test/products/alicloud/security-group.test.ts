import { describe, expect, test } from "vitest";
import { securityGroup } from "../../../src/products/alicloud/network/security-group";
import { isDoubt, type Contribution } from "../../../src/graph/contribution";
import { openingOfRules } from "../../../src/graph/firewall";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../../support/plan";
import { contributed } from "./contributed";

const RULE = "alicloud:ecs/securityGroupRule:SecurityGroupRule";
const GROUP = "alicloud:ecs/securityGroup:SecurityGroup";
const WEB: Properties = {
  type: "ingress",
  ipProtocol: "tcp",
  portRange: "443/443",
  cidrIp: "0.0.0.0/0",
  securityGroupId: ref("group"),
};
type Over = Readonly<Record<string, Properties[string] | undefined>>;

/** What a rule of these properties opens by itself; `undefined` leaves one of `WEB` out. */
function opening(over: Over, group: unknown = "group", others: readonly ResourceSpec[] = []) {
  const inputs = Object.fromEntries(Object.entries({ ...WEB, ...over }).filter(([, value]) => value !== undefined));
  const plan = planOf([{ type: RULE, inputs: inputs as Properties }, { type: GROUP, name: "group" }, ...others]);
  const rule = plan.ofType(RULE)[0];
  const read = rule ? asList(securityGroup[RULE](rule, plan)) : [];
  const plain = { is: "opening", by: "main", group, rule: expect.anything() as unknown };
  expect(contributed(securityGroup, plan)).toEqual(read.map(() => plain));
  const found = openingOfRules(read.flatMap((one) => (one.is === "opening" ? [one.rule] : [])));
  return isDoubt(found) ? `(${found.why})` : found;
}

function priority(value: Properties[string] | undefined) {
  const given: Properties = value === undefined ? {} : { priority: value };
  const plan = planOf([
    { type: RULE, inputs: { ...WEB, ...given } },
    { type: GROUP, name: "group" },
  ]);
  const [only] = plan.ofType(RULE).flatMap((rule) => asList(securityGroup[RULE](rule, plan)));
  return only?.is === "opening" ? only.rule.priority : undefined;
}

const asList = (read: Contribution | readonly Contribution[]): readonly Contribution[] =>
  Array.isArray(read) ? (read as readonly Contribution[]) : [read as Contribution];

test("a group contributes nothing", () => {
  expect(contributed(securityGroup, planOf([{ type: GROUP }]))).toEqual([]);
});

describe("a rule", () => {
  test.each<[string, Over, string]>([
    ["in", {}, "web"],
    ["out", { type: "egress" }, "none"],
    ["of unknown direction", { type: unknownValue }, "(computed)"],
    ["of no direction", { type: undefined }, "(malformed)"],
    ["of a strange direction", { type: "both" }, "(malformed)"],
    ["that accepts", { policy: "accept" }, "web"],
    ["that drops", { policy: "drop" }, "none"],
    ["of an unknown policy", { policy: unknownValue }, "(computed)"],
    ["of an unknown policy for insiders", { policy: unknownValue, cidrIp: "10.0.0.0/8" }, "none"],
  ])("%s", (_, over, expected) => {
    expect(opening(over)).toBe(expected);
  });

  test.each<[string, Over, string]>([
    ["everybody", { cidrIp: "0.0.0.0/0" }, "web"],
    ["half of everybody", { cidrIp: "128.0.0.0/1" }, "web"],
    ["a public /15", { cidrIp: "47.96.0.0/15" }, "web"],
    ["a public /16", { cidrIp: "47.96.0.0/16" }, "restricted"],
    ["one address", { cidrIp: "47.96.0.1" }, "restricted"],
    ["a private /8", { cidrIp: "10.0.0.0/8" }, "none"],
    ["a private /12, written loosely", { cidrIp: "10.159.6.18/12" }, "none"],
    ["more than a private network", { cidrIp: "10.0.0.0/7" }, "web"],
    ["shared address space", { cidrIp: "100.64.0.0/10" }, "none"],
    ["everybody by IPv6", { cidrIp: undefined, ipv6CidrIp: "::/0" }, "web"],
    ["all of IPv6", { cidrIp: undefined, ipv6CidrIp: "2000::/3" }, "web"],
    ["an IPv6 /32", { cidrIp: undefined, ipv6CidrIp: "2408:4000::/32" }, "restricted"],
    ["private IPv6", { cidrIp: undefined, ipv6CidrIp: "fd00::/8" }, "none"],
    ["insiders by IPv4, everybody by IPv6", { cidrIp: "10.0.0.0/8", ipv6CidrIp: "::/0" }, "web"],
    ["everybody, or something unknown", { ipv6CidrIp: unknownValue }, "web"],
    ["something unknown", { cidrIp: unknownValue }, "(computed)"],
    ["no range", { cidrIp: "everybody" }, "(malformed)"],
    ["an address that is none", { cidrIp: "0.0.0.0" }, "(malformed)"],
    ["a wrong type", { cidrIp: true }, "(malformed)"],
    ["another group", { cidrIp: undefined, sourceSecurityGroupId: ref("group") }, "none"],
    ["another group beside everybody", { sourceSecurityGroupId: "sg-bp1" }, "web"],
    ["a prefix list", { cidrIp: undefined, prefixListId: "pl-bp1" }, "(not-in-plan)"],
    ["a prefix list that is not known", { cidrIp: undefined, prefixListId: unknownValue }, "(computed)"],
    ["a prefix list that is ignored", { cidrIp: "10.0.0.0/8", prefixListId: "pl-bp1" }, "none"],
    ["nobody said", { cidrIp: undefined }, "(opening-unknown)"],
  ])("for %s", (_, over, expected) => {
    expect(opening(over)).toBe(expected);
  });

  test.each<[string, Over, string]>([
    ["TCP 80", { portRange: "80/80" }, "web"],
    ["TCP 22", { portRange: "22/22" }, "none"],
    ["TCP 22 to 80", { portRange: "22/80" }, "web"],
    ["TCP 12345", { portRange: "12345/12345" }, "possible"],
    ["TCP without ports", { portRange: undefined }, "web"],
    ["all ports of TCP", { portRange: "1/65535" }, "web"],
    ["TCP -1", { portRange: "-1/-1" }, "web"],
    ["a single port", { portRange: "3306" }, "none"],
    ["an unknown port", { portRange: unknownValue }, "(computed)"],
    ["no port", { portRange: "http" }, "(malformed)"],
    ["ports in the wrong order", { portRange: "90/80" }, "(malformed)"],
    ["a port that is too large", { portRange: "80/99999" }, "(malformed)"],
    ["UDP 443", { ipProtocol: "udp" }, "possible"],
    ["UDP 80", { ipProtocol: "udp", portRange: "80/80" }, "none"],
    ["all of UDP", { ipProtocol: "udp", portRange: "1/65535" }, "possible"],
    ["everything", { ipProtocol: "all", portRange: "-1/-1" }, "web"],
    ["everything, whatever the range", { ipProtocol: "all", portRange: unknownValue }, "web"],
    ["ICMP", { ipProtocol: "icmp", portRange: "-1/-1" }, "none"],
    ["ICMP, ports unknown", { ipProtocol: "icmpv6", portRange: unknownValue }, "none"],
    ["GRE", { ipProtocol: "gre", portRange: "-1/-1" }, "none"],
    ["an unknown protocol", { ipProtocol: unknownValue }, "(computed)"],
    ["an unknown protocol on a port that is no web", { ipProtocol: unknownValue, portRange: "22/22" }, "none"],
    ["a strange protocol", { ipProtocol: "sctp" }, "(malformed)"],
    ["no protocol", { ipProtocol: undefined }, "(malformed)"],
  ])("of %s", (_, over, expected) => {
    expect(opening(over)).toBe(expected);
  });

  test.each<[string, Properties[string], string]>([
    ["everybody", [{ cidr: "0.0.0.0/0" }], "web"],
    ["an office", [{ cidr: "47.100.1.0/24" }, { cidr: "10.0.0.0/8" }], "restricted"],
    ["insiders", [{ cidr: "10.0.0.0/8" }], "none"],
    ["nobody", [], "none"],
    ["an office and something unknown", [{ cidr: "47.100.1.0/24" }, { cidr: unknownValue }], "(computed)"],
    ["insiders and something that is no network", [{ cidr: "10.0.0.0/8" }, { cidr: "office" }], "(malformed)"],
    ["nobody knows whom", unknownValue, "(computed)"],
  ])("for a prefix list of the plan that holds %s", (_, entries, expected) => {
    const list = { type: "alicloud:ecs/ecsPrefixList:EcsPrefixList", name: "list", inputs: { entries } };
    expect(opening({ cidrIp: undefined, prefixListId: ref("list") }, "group", [list])).toBe(expected);
  });

  test("is weighed by its priority", () => {
    expect(priority(undefined)).toBe(1);
    expect(priority(20)).toBe(20);
    expect(priority("20")).toBe(20);
    expect(priority(unknownValue)).toMatchObject({ why: "computed" });
    expect(priority(0)).toMatchObject({ why: "malformed", params: { property: "priority", expected: "1-100" } });
    expect(priority(101)).toMatchObject({ why: "malformed" });
  });

  test("of a group elsewhere, unknown or left out", () => {
    expect(opening({ securityGroupId: "sg-bp1" }, { elsewhere: "sg-bp1" })).toBe("web");
    expect(opening({ securityGroupId: unknownValue }, "(computed)")).toBe("web");
    expect(opening({ securityGroupId: undefined }, "(absent)")).toBe("web");
  });
});
