/** DNS zones of other providers: which domain a record's zone has, and whether it answers inside networks only. */
import type { Reader } from "../../graph/contribution";
import { doubt, known, unknown, type Doubt, type Fact } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import type { Resource } from "../../plan/resource";
import { required } from "../reading/values";
import { marked, type Mark } from "../reading/match";

/** How a zone type is read. */
interface ZoneRow {
  /** Where its domain is; several when versions differ. */
  readonly domain: readonly string[];
  /** What makes it a private zone: a property that has one of some values, or that is a list with anything in it. */
  readonly private?: Mark | { readonly path: string; readonly is: "filled" };
  /** The zone answers without its proxies. */
  readonly paused?: Mark;
}

/** The zone types, with where their domain is. */
export const ZONES = {
  "aws:route53/zone:Zone": { domain: ["name"], private: { path: "vpcs", is: "filled" } },
  "cloudflare:index/zone:Zone": {
    domain: ["name", "zone"],
    private: { path: "type", is: ["internal"] },
    paused: { path: "paused", is: ["true"] },
  },
  "gcp:dns/managedZone:ManagedZone": { domain: ["dnsName"], private: { path: "visibility", is: ["private"] } },
  "azure-native:dns:Zone": { domain: ["zoneName"], private: { path: "zoneType", is: ["Private"] } },
  "azure:dns/zone:Zone": { domain: ["name"] },
  "digitalocean:index/domain:Domain": { domain: ["name"] },
  "dnsimple:index/zone:Zone": { domain: ["name"] },
  "dnsimple:index/domain:Domain": { domain: ["name"] },
  "ns1:index/zone:Zone": { domain: ["zone"] },
  "akamai:index/dnsZone:DnsZone": { domain: ["zone"] },
  "tencentcloud:Dnspod/domainInstance:DomainInstance": { domain: ["domain"] },
  "tencentcloud:index/dnspodDomainInstance:DnspodDomainInstance": { domain: ["domain"] },
  "tencentcloud:Teo/zone:Zone": { domain: ["zoneName"] },
  "tencentcloud:index/teoZone:TeoZone": { domain: ["zoneName"] },
  "huaweicloud:Dns/zone:Zone": { domain: ["name"], private: { path: "zoneType", is: ["private"] } },
  "volcengine:dns/zone:Zone": { domain: ["zoneName"] },
  "hcloud:index/zone:Zone": { domain: ["name"] },
  "linode:index/domain:Domain": { domain: ["domain"] },
} as const satisfies Readonly<Record<string, ZoneRow>>;

export type ZoneType = keyof typeof ZONES;

/** How a record names its zone. */
export interface ZoneReference {
  readonly path: string;
  readonly types: readonly ZoneType[];
  /** What the property holds: the zone's domain, or a property of the zone beside its id. */
  readonly holds: "domain" | readonly string[];
  /** A zone that the plan does not show may be a private one. */
  readonly maybePrivate?: true;
}

/** The zone of a record. */
export interface Zone {
  readonly domain: Fact<string>;
  readonly private: boolean | Doubt;
  readonly paused: boolean | Doubt;
}

/** The reader of a zone type: the domain of a public zone. */
export const readZone =
  (row: ZoneRow): Reader =>
  (zone) => {
    const [domain] = row.domain.map((path) => withoutDot(zone.string(path))).filter((fact) => fact.state === "known");
    const isPublic = row.private === undefined || isPrivate(zone, row.private) !== true;
    return domain && isPublic ? { is: "zone", domain } : [];
  };

/** The zone that a record names: by its resource in the plan, else by its domain where that is what it says. */
export function zoneOf(record: Resource, reference: ZoneReference, plan: Plan): Zone {
  const { path, types, holds, maybePrivate } = reference;
  const value = record.at(path);
  const by = holds === "domain" ? types.flatMap((type) => rowOf(type).domain) : holds;
  const found = plan.refer(value, { types, by });
  if (found.is === "resource") return zoneIn(found.resource);
  const text = required(value.string(), value, "text");
  const domain =
    text.state === "known" && !(holds === "domain" && text.value.includes(".")) ? unnamed(text.value) : text;
  const hidden = maybePrivate && domain.state === "unknown" ? domain.doubt : false;
  return { domain: withoutDot(domain), private: hidden, paused: false };
}

const rowOf = (type: ZoneType): ZoneRow => ZONES[type];

/** The id of a zone says nothing of its domain. */
const unnamed = (zone: string) => unknown(doubt("zone-not-in-plan", { zone }));

function zoneIn(zone: Resource): Zone {
  const row = rowOf(zone.type as ZoneType);
  const [first] = row.domain.map((path) => zone.string(path)).filter((fact) => fact.state !== "absent");
  const path = row.domain[0] ?? "name";
  return {
    domain: withoutDot(required(first ?? zone.string(path), zone.at(path), "text")),
    private: row.private ? isPrivate(zone, row.private) : false,
    paused: row.paused ? marked(zone, row.paused) : false,
  };
}

function isPrivate(zone: Resource, mark: NonNullable<ZoneRow["private"]>): boolean | Doubt {
  if (mark.is !== "filled") return marked(zone, { path: mark.path, is: mark.is });
  const networks = zone.items(mark.path);
  return networks.state === "unknown" ? networks.doubt : networks.state === "known" && networks.value.length > 0;
}

/** Names may end with the dot of the root. */
export const withoutDot = (name: Fact<string>): Fact<string> =>
  name.state === "known" ? known(name.value.replace(/\.$/, "")) : name;
