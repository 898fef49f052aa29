/**
 * DNS records of other providers, as a table: where each type says its host, its zone, its type and its answers. Types of
 * private zones stand at the end.
 */
import type { Mark } from "../reading/match";
import type { ZoneReference } from "./zones";

/** How a name is written: as a whole, below its zone, or either, when it ends with the zone's domain. */
export type NameForm = "whole" | "below" | "either";

/** Answers that only some visitors get: each group of them, its answers, and the line that tells who. */
export interface Lined {
  readonly each: string;
  readonly path: string;
  readonly line: string;
}

/** How a record type is read. Paths are those of the resource, or of each element of its list of records. */
export interface RecordRow {
  /** The list of records, where one resource holds several. */
  readonly each?: string;
  /** The name; the zone's domain when left out. */
  readonly name?: string;
  readonly form: NameForm;
  /** A name with a dot is whole when its zone is not known: the provider documents whole names. */
  readonly wholeWithDot?: true;
  /** The output that holds the whole name. */
  readonly full?: string;
  readonly zone?: ZoneReference;
  /** The record's type: a path, or what it always is. */
  readonly type: string | { readonly is: string };
  readonly values: readonly (string | Lined)[];
  /** What turns a record off. */
  readonly off?: readonly Mark[];
  /** Where a record says who gets it, and what that says when everybody does. */
  readonly lines?: readonly Mark[];
  /** An answer through the provider's own edge: the values are its origins. */
  readonly proxied?: string;
}

const cloudflare = {
  name: "name",
  form: "either",
  zone: { path: "zoneId", types: ["cloudflare:index/zone:Zone"], holds: ["zoneId"] },
  type: "type",
  proxied: "proxied",
} as const;

const azure = {
  name: "name",
  form: "below",
  zone: { path: "zoneName", types: ["azure:dns/zone:Zone"], holds: "domain" },
} as const;

const hetzner = {
  name: "name",
  form: "below",
  zone: { path: "zone", types: ["hcloud:index/zone:Zone"], holds: "domain" },
  type: "type",
} as const;

const dnspod = {
  name: "subDomain",
  form: "below",
  zone: {
    path: "domain",
    types: [
      "tencentcloud:Dnspod/domainInstance:DomainInstance",
      "tencentcloud:index/dnspodDomainInstance:DnspodDomainInstance",
    ],
    holds: "domain",
  },
  type: "recordType",
  values: ["value"],
  off: [{ path: "status", is: ["DISABLE"] }],
  lines: [{ path: "recordLine", is: ["默认", "default"] }],
} as const;

const edgeOne = {
  name: "name",
  form: "whole",
  type: "type",
  values: ["content"],
  off: [
    { path: "status", is: ["disable"] },
    { path: "weight", is: ["0"] },
  ],
  lines: [{ path: "location", is: ["Default"] }],
} as const;

export const RECORDS = {
  "aws:route53/record:Record": {
    name: "name",
    form: "either",
    full: "fqdn",
    zone: { path: "zoneId", types: ["aws:route53/zone:Zone"], holds: ["zoneId"], maybePrivate: true },
    type: "type",
    values: ["records[]", "aliases[].name"],
    lines: [
      { path: "geolocationRoutingPolicies[].country", is: ["*"] },
      { path: "geolocationRoutingPolicies[].continent", is: [] },
      { path: "latencyRoutingPolicies[].region", is: [] },
      { path: "geoproximityRoutingPolicy.awsRegion", is: [] },
      { path: "cidrRoutingPolicy.locationName", is: ["*"] },
      { path: "failoverRoutingPolicies[].type", is: ["PRIMARY"] },
    ],
  },
  "aws:route53/recordsExclusive:RecordsExclusive": {
    each: "resourceRecordSets",
    name: "name",
    form: "either",
    zone: { path: "zoneId", types: ["aws:route53/zone:Zone"], holds: ["zoneId"], maybePrivate: true },
    type: "type",
    values: ["resourceRecords[].value", "aliasTarget.dnsName"],
    lines: [
      { path: "geolocation.countryCode", is: ["*"] },
      { path: "geolocation.continentCode", is: [] },
      { path: "region", is: [] },
      { path: "failover", is: ["PRIMARY"] },
    ],
  },
  "cloudflare:index/dnsRecord:DnsRecord": { ...cloudflare, wholeWithDot: true, values: ["content"] },
  "cloudflare:index/record:Record": { ...cloudflare, full: "hostname", values: ["content", "value"] },
  "gcp:dns/recordSet:RecordSet": {
    name: "name",
    form: "whole",
    zone: { path: "managedZone", types: ["gcp:dns/managedZone:ManagedZone"], holds: ["name"], maybePrivate: true },
    type: "type",
    values: [
      "rrdatas[]",
      "routingPolicy.wrrs[].rrdatas[]",
      "routingPolicy.wrrs[].healthCheckedTargets.externalEndpoints[]",
      "routingPolicy.primaryBackup.primary.externalEndpoints[]",
      { each: "routingPolicy.geos", path: "rrdatas[]", line: "location" },
      { each: "routingPolicy.geos", path: "healthCheckedTargets.externalEndpoints[]", line: "location" },
      { each: "routingPolicy.primaryBackup.backupGeos", path: "rrdatas[]", line: "location" },
    ],
  },
  "azure-native:dns:RecordSet": {
    name: "relativeRecordSetName",
    form: "below",
    zone: { path: "zoneName", types: ["azure-native:dns:Zone"], holds: "domain" },
    type: "recordType",
    values: ["aRecords[].ipv4Address", "aaaaRecords[].ipv6Address", "cnameRecord.cname"],
  },
  "azure:dns/aRecord:ARecord": { ...azure, type: { is: "A" }, values: ["records[]"] },
  "azure:dns/aaaaRecord:AaaaRecord": { ...azure, type: { is: "AAAA" }, values: ["records[]"] },
  "azure:dns/cNameRecord:CNameRecord": { ...azure, type: { is: "CNAME" }, values: ["record"] },
  "tencentcloud:Dnspod/record:Record": dnspod,
  "tencentcloud:index/dnspodRecord:DnspodRecord": dnspod,
  "tencentcloud:Teo/dnsRecord:DnsRecord": edgeOne,
  "tencentcloud:index/teoDnsRecord:TeoDnsRecord": edgeOne,
  "huaweicloud:Dns/recordset:Recordset": {
    name: "name",
    form: "whole",
    zone: { path: "zoneId", types: ["huaweicloud:Dns/zone:Zone"], holds: [], maybePrivate: true },
    type: "type",
    values: ["records[]"],
    off: [{ path: "status", is: ["DISABLE"] }],
    lines: [{ path: "lineId", is: ["default_view"] }],
  },
  "volcengine:dns/record:Record": {
    name: "host",
    form: "either",
    zone: { path: "zid", types: ["volcengine:dns/zone:Zone"], holds: ["zid"] },
    type: "type",
    values: ["value"],
    lines: [{ path: "line", is: ["default"] }],
  },
  "digitalocean:index/dnsRecord:DnsRecord": {
    name: "name",
    form: "below",
    full: "fqdn",
    zone: { path: "domain", types: ["digitalocean:index/domain:Domain"], holds: "domain" },
    type: "type",
    values: ["value"],
  },
  "digitalocean:index/domain:Domain": { name: "name", form: "whole", type: { is: "A" }, values: ["ipAddress"] },
  "hcloud:index/zoneRecord:ZoneRecord": { ...hetzner, values: ["value"] },
  "hcloud:index/zoneRrset:ZoneRrset": { ...hetzner, values: ["records[].value"] },
  "linode:index/domainRecord:DomainRecord": {
    name: "name",
    form: "below",
    zone: { path: "domainId", types: ["linode:index/domain:Domain"], holds: [] },
    type: "recordType",
    values: ["target"],
  },
  "dnsimple:index/zoneRecord:ZoneRecord": {
    name: "name",
    form: "below",
    full: "qualifiedName",
    zone: {
      path: "zoneName",
      types: ["dnsimple:index/zone:Zone", "dnsimple:index/domain:Domain"],
      holds: "domain",
    },
    type: "type",
    values: ["value"],
    lines: [{ path: "regions[]", is: ["global"] }],
  },
  "ns1:index/record:Record": {
    name: "domain",
    form: "whole",
    type: "type",
    values: ["answers[].answer", "shortAnswers[]", "link"],
  },
  "akamai:index/dnsRecord:DnsRecord": {
    name: "name",
    form: "either",
    zone: { path: "zone", types: ["akamai:index/dnsZone:DnsZone"], holds: "domain" },
    type: "recordtype",
    values: ["targets[]"],
  },
  "namecheap:index/domainRecords:DomainRecords": {
    each: "records",
    name: "hostname",
    form: "below",
    zone: { path: "domain", types: [], holds: "domain" },
    type: "type",
    values: ["address"],
  },
  "godaddy:index/domainRecord:DomainRecord": {
    each: "records",
    name: "name",
    form: "below",
    zone: { path: "domain", types: [], holds: "domain" },
    type: "type",
    values: ["data"],
  },
  "kubernetes:externaldns.k8s.io/v1alpha1:DNSEndpoint": {
    each: "spec.endpoints",
    name: "dnsName",
    form: "whole",
    type: "recordType",
    values: ["targets[]"],
  },
} as const satisfies Readonly<Record<string, RecordRow>>;

/** Records of private zones: they answer inside networks only. */
export const PRIVATE_RECORDS = [
  "azure-native:privatedns:PrivateRecordSet",
  "azure:privatedns/aAAARecord:AAAARecord",
  "azure:privatedns/aRecord:ARecord",
  "azure:privatedns/cnameRecord:CnameRecord",
  "tencentcloud:PrivateDns/record:Record",
  "tencentcloud:index/privateDnsRecord:PrivateDnsRecord",
  "volcengine:private_zone/record:Record",
] as const;
