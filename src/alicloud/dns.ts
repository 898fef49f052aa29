/**
 * Alibaba Cloud DNS: public records lead from a host to an address, or forward it to a URL. It is global; what a record
 * leads to decides the location. Private zones (PrivateZone) answer inside VPCs only and are never public.
 */
import { product, type Contribution } from "../exposure/contribution";
import { known, map, orElse, unknown, type Fact } from "../plan/fact";
import type { Plan } from "../plan/plan";
import type { Resource, Value } from "../plan/resource";
import { nothing, required, unreadable } from "./read";

/** The zone types, each with the property that holds its domain. */
const ZONES: Readonly<Record<string, string>> = {
  "alicloud:dns/alidnsDomain:AlidnsDomain": "domainName",
  "alicloud:dns/dnsDomain:DnsDomain": "domainName",
  "alicloud:dns/domain:Domain": "name",
};

/** Types that never lead a visitor to a web site. */
const NOT_WEB: ReadonlySet<string> = new Set([
  "MX",
  "TXT",
  "SPF",
  "NS",
  "SOA",
  "SRV",
  "NAPTR",
  "CAA",
  "PTR",
  "DS",
  "DNSKEY",
  "TLSA",
  "SSHFP",
]);

/** How a record type spells its properties. */
interface Names {
  readonly domain: string;
  readonly rr: string;
  readonly line: string;
}

const record =
  (names: Names, isActive: (record: Resource) => Fact<boolean>) =>
  (record: Resource, plan: Plan): readonly Contribution[] => {
    const type = typeOf(record.at("type"));
    if (type.state === "known" && NOT_WEB.has(type.value)) return [];
    return [
      {
        is: "record",
        by: record,
        host: hostOf(record.string(names.rr), domainOf(record, names.domain, plan)),
        type,
        value: record.at("value"),
        active: isActive(record),
        line: orElse(record.string(names.line), "default"),
      },
    ];
  };

/** The type in capitals. The SDK spells FORWARD_URL as FORWORD_URL. */
const typeOf = (type: Value): Fact<string> =>
  required(
    map(type.string(), (text) => text.toUpperCase().replace("FORWORD", "FORWARD")),
    type,
    "text",
  );

/** The record's domain: as said, or as its zone in the plan says. */
function domainOf(record: Resource, property: string, plan: Plan): Fact<string> {
  const domain = required(record.string(property), record.at(property), "text");
  if (domain.state === "known") return domain;
  const zone = plan.referred(record, property, { types: Object.keys(ZONES) });
  if (zone.is !== "resource") return domain;
  const named = zone.resource.string(ZONES[zone.resource.type] ?? "domainName");
  return named.state === "known" ? named : domain;
}

/** The whole name; `@` is the domain itself. */
function hostOf(rr: Fact<string>, domain: Fact<string>): Fact<string> {
  if (domain.state !== "known") return domain;
  const label = orElse(rr, "@");
  return map(label, (text) => (text === "@" ? domain.value : `${text}.${domain.value}`));
}

/** A record serves unless it is disabled. */
function enabled(record: Resource): Fact<boolean> {
  const status = orElse(record.string("status"), "ENABLE");
  if (status.state !== "known") return status;
  switch (status.value.toUpperCase()) {
    case "ENABLE":
      return known(true);
    case "DISABLE":
      return known(false);
    default:
      return unknown(unreadable(record.at("status"), "ENABLE, DISABLE"));
  }
}

export const dns = product({
  "alicloud:dns/alidnsRecord:AlidnsRecord": record({ domain: "domainName", rr: "rr", line: "line" }, enabled),
  "alicloud:dns/record:Record": record({ domain: "name", rr: "hostRecord", line: "routing" }, () => known(true)),

  "alicloud:dns/alidnsDomain:AlidnsDomain": nothing,
  "alicloud:dns/dnsDomain:DnsDomain": nothing,
  "alicloud:dns/domain:Domain": nothing,
  "alicloud:dns/alidnsDomainAttachment:AlidnsDomainAttachment": nothing,
  "alicloud:dns/domainAttachment:DomainAttachment": nothing,
  "alicloud:dns/alidnsInstance:AlidnsInstance": nothing,
  "alicloud:dns/instance:Instance": nothing,
  "alicloud:dns/domainGroup:DomainGroup": nothing,
  "alicloud:dns/group:Group": nothing,
  "alicloud:dns/customLine:CustomLine": nothing,

  "alicloud:pvtz/endpoint:Endpoint": nothing,
  "alicloud:pvtz/rule:Rule": nothing,
  "alicloud:pvtz/ruleAttachment:RuleAttachment": nothing,
  "alicloud:pvtz/userVpcAuthorization:UserVpcAuthorization": nothing,
  "alicloud:pvtz/zone:Zone": nothing,
  "alicloud:pvtz/zoneAttachment:ZoneAttachment": nothing,
  "alicloud:pvtz/zoneRecord:ZoneRecord": nothing,
});
