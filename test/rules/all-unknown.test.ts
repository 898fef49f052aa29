/** What edges and DNS come to when everything is unknown that can be: never satisfied, and never a violation. */
import { describe, expect, it } from "vitest";
import { judge, type Judged } from "../../src/judge";
import { nothingDeclared } from "../../src/register/register";
import { sdkProperties } from "../support/sdk";
import { planOf, ref, unknownValue, type Properties, type ResourceSpec } from "../support/plan";
import { TODAY, unfiled } from "../support/rule-tester";
import { cname, resource } from "../support/stacks";

const judged = (specs: readonly ResourceSpec[], declared = nothingDeclared): Judged =>
  judge(planOf(specs), { register: declared, today: TODAY });

/** What is satisfied that asks for a filing of a host. */
const well = ({ satisfied, rules }: Judged): readonly string[] => {
  const filing = rules.filter(({ group, level }) => group === "filing" && level === "mandatory").map(({ id }) => id);
  return satisfied.map(({ rule }) => rule).filter((rule) => filing.includes(rule));
};

const allOf = (type: string, value: Properties[string]): Properties =>
  Object.fromEntries([...sdkProperties(type)].map((property) => [property, value]));

/** The types that bind a host or answer for one. */
const HOSTS = [
  "alicloud:cdn/domainNew:DomainNew",
  "alicloud:cdn/domain:Domain",
  "alicloud:dcdn/domain:Domain",
  "alicloud:dcdn/ipaDomain:IpaDomain",
  "alicloud:vod/domain:Domain",
  "alicloud:live/domain:Domain",
  "alicloud:scdn/domain:Domain",
  "alicloud:esa/site:Site",
  "alicloud:esa/record:Record",
  "alicloud:ga/domain:Domain",
  "alicloud:ga/forwardingRule:ForwardingRule",
  "alicloud:ga/additionalCertificate:AdditionalCertificate",
  "alicloud:ddos/domainResource:DomainResource",
  "alicloud:wafv3/domain:Domain",
  "alicloud:waf/domain:Domain",
  "alicloud:dns/alidnsRecord:AlidnsRecord",
  "alicloud:dns/record:Record",
  "alicloud:dns/addressPool:AddressPool",
  "alicloud:alidnscloudgtm/instanceConfig:InstanceConfig",
] as const;

/** The types that a record leads to. */
const TARGETS = [
  ...HOSTS.slice(0, 8),
  "alicloud:ga/accelerator:Accelerator",
  "alicloud:ga/ipSet:IpSet",
  "alicloud:ga/basicAccelerateIp:BasicAccelerateIp",
  "alicloud:eipanycast/anycastEipAddress:AnycastEipAddress",
  "alicloud:ddos/ddosCooInstance:DdosCooInstance",
  "alicloud:ddos/schedulerRule:SchedulerRule",
  "alicloud:dns/gtmInstance:GtmInstance",
] as const;

describe("with every property unknown", () => {
  it.each(HOSTS)("%s is undetermined", (type) => {
    const all = judged([resource(type, "it", allOf(type, unknownValue))]);
    const { findings } = all;
    expect(findings.map(({ verdict }) => verdict)).toContain("undetermined");
    expect(findings.filter(({ verdict }) => verdict === "violation")).toEqual([]);
    expect(well(all)).toEqual([]);
  });

  it.each(TARGETS)("%s leaves the record that leads there undetermined", (type) => {
    const all = judged([resource(type, "it", allOf(type, unknownValue)), cname("www", ref("it"))], unfiled());
    const { findings } = all;
    const dns = findings.filter(({ subject }) => subject.host === "www.example.com");
    expect(dns.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain("icp-dns-record undetermined");
    expect(findings.filter(({ verdict }) => verdict === "violation")).toEqual([]);
    expect(well(all)).toEqual([]);
  });
});

describe("with every property computed from one resource, as a wrapped reference leaves it", () => {
  it.each(HOSTS)("%s is undetermined, or a violation because of what it refers to", (type) => {
    const all = judged([
      resource("alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer", "clb", { addressType: "internet" }),
      resource(type, "it", allOf(type, ref("clb"))),
    ]);
    const own = all.findings.filter(({ subject }) => subject.urn?.endsWith("::it"));
    expect(own.map(({ verdict }) => verdict)).toContain("undetermined");
    expect(well(all)).toEqual([]);
  });
});
