/**
 * Alibaba Cloud DNS: public records lead from a host to an address. It is global; what a record leads to decides the
 * location. A record that forwards to a URL leads to the forwarding service, which is an entry of its own in the mainland
 * and asks for a filing with Alibaba Cloud as access provider (F-13). Private zones (PrivateZone) answer inside VPCs only
 * and are never public.
 */
import { referenceTo, product, type Contribution, type EntrySpec, type Reach } from "../../../graph/contribution";
import { isForward } from "../../../graph/record";
import { known, map, orElse, unknown, unknownUnder, type Fact } from "../../../plan/fact";
import type { Plan } from "../../../plan/plan";
import type { Resource, Value } from "../../../plan/resource";
import { contributesNothing, required, unreadable } from "../../reading/values";

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

const readRecord =
  (names: Names, isActive: (record: Resource) => Fact<boolean>) =>
  (record: Resource, plan: Plan): readonly Contribution[] => {
    const type = typeOf(record.at("type"));
    if (type.state === "known" && NOT_WEB.has(type.value)) return [];
    const host = hostOfRecord(record.string(names.rr), zoneName(record, names.domain, plan));
    const active = isActive(record);
    const url = type.state === "known" && !isForward(type.value) ? undefined : record.string("value");
    return [
      {
        is: "record",
        by: record,
        host,
        type,
        value: record.at("value"),
        active,
        line: orElse(record.string(names.line), "default"),
        ...(url && { forwardsTo: url }),
      },
      ...(url ? forwarding({ record, property: names.rr, host, type, active, url }) : []),
    ];
  };

/** The forwarding service is in the mainland, wherever the URL leads; nothing tells its region. */
const forwardingSpec = (reach: Reach): EntrySpec => ({
  kind: "url-forward",
  location: { in: "mainland", region: "mainland", by: "scope" },
  reach,
});

/** A record that forwards, or may. */
interface Forwarding {
  readonly record: Resource;
  readonly property: string;
  readonly host: Fact<string>;
  readonly type: Fact<string>;
  readonly active: Fact<boolean>;
  readonly url: Fact<string>;
}

/** What forwards: one of unknown type does where its value is a URL. It serves nobody while disabled. */
function forwarding({ record, property, host, type, active, url }: Forwarding): readonly Contribution[] {
  if (active.state === "known" && !active.value) return [];
  if (type.state === "unknown" && !isUrl(url)) return [];
  const reach = active.state === "unknown" ? active.doubt : type.state === "unknown" ? type.doubt : "public";
  const spec = forwardingSpec(reach);
  return [
    { is: "entry", resource: record, ...spec, addresses: [] },
    { is: "binding", by: record, host, property, to: referenceTo(record), standIn: spec, forwardsTo: url },
  ];
}

const isUrl = (value: Fact<string>): boolean => value.state === "known" && value.value.includes("://");

/** The type in capitals. The SDK spells FORWARD_URL as FORWORD_URL. */
const typeOf = (type: Value): Fact<string> =>
  required(
    map(type.string(), (text) => text.toUpperCase().replace("FORWORD", "FORWARD")),
    type,
    "text",
  );

const readZone = (zone: Resource): Contribution => ({
  is: "zone",
  domain: zone.string(ZONES[zone.type] ?? "domainName"),
});

/** The domain of a record: as said, or as its zone in the plan says. */
export function zoneName(record: Resource, property: string, plan: Plan): Fact<string> {
  const domain = required(record.string(property), record.at(property), "text");
  if (domain.state === "known") return domain;
  const zone = plan.referred(record, property, { types: Object.keys(ZONES) });
  if (zone.is !== "resource") return domain;
  const named = zone.resource.string(ZONES[zone.resource.type] ?? "domainName");
  return named.state === "known" ? named : domain;
}

/** The whole name; `@` is the domain itself. */
export function hostOfRecord(rr: Fact<string>, domain: Fact<string>): Fact<string> {
  if (domain.state !== "known") return domain;
  const label = orElse(rr, "@");
  if (label.state === "unknown") return unknownUnder(label, domain.value);
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
  "alicloud:dns/alidnsRecord:AlidnsRecord": readRecord({ domain: "domainName", rr: "rr", line: "line" }, enabled),
  "alicloud:dns/record:Record": readRecord({ domain: "name", rr: "hostRecord", line: "routing" }, () => known(true)),

  "alicloud:dns/alidnsDomain:AlidnsDomain": readZone,
  "alicloud:dns/dnsDomain:DnsDomain": readZone,
  "alicloud:dns/domain:Domain": readZone,
  "alicloud:dns/alidnsDomainAttachment:AlidnsDomainAttachment": contributesNothing,
  "alicloud:dns/domainAttachment:DomainAttachment": contributesNothing,
  "alicloud:dns/alidnsInstance:AlidnsInstance": contributesNothing,
  "alicloud:dns/instance:Instance": contributesNothing,
  "alicloud:dns/domainGroup:DomainGroup": contributesNothing,
  "alicloud:dns/group:Group": contributesNothing,
  "alicloud:dns/customLine:CustomLine": contributesNothing,

  "alicloud:pvtz/endpoint:Endpoint": contributesNothing,
  "alicloud:pvtz/rule:Rule": contributesNothing,
  "alicloud:pvtz/ruleAttachment:RuleAttachment": contributesNothing,
  "alicloud:pvtz/userVpcAuthorization:UserVpcAuthorization": contributesNothing,
  "alicloud:pvtz/zone:Zone": contributesNothing,
  "alicloud:pvtz/zoneAttachment:ZoneAttachment": contributesNothing,
  "alicloud:pvtz/zoneRecord:ZoneRecord": contributesNothing,
});
