import { describe, expect, test } from "vitest";
import { elsewhere } from "../../../src/products/others";
import { PRIVATE_RECORDS, RECORDS } from "../../../src/products/others/records";
import { ZONES, type ZoneType } from "../../../src/products/others/zones";
import { contributed } from "../alicloud/contributed";
import { planOf, ref, unknownValue, type Properties } from "../../support/plan";

type Type = keyof typeof RECORDS;

const ZONE_53 = "aws:route53/zone:Zone";
const ZONE_CLOUDFLARE = "cloudflare:index/zone:Zone";
const ZONE_GOOGLE = "gcp:dns/managedZone:ManagedZone";
const ZONE_HUAWEI = "huaweicloud:Dns/zone:Zone";

const ADDRESS = "203.0.113.1";

/** For each type: the zone it names, how it says that www.example.com has an address, and where that address stands. */
const WWW: Readonly<Record<Type, readonly [zone: readonly [string, Properties] | undefined, Properties, string]>> = {
  "aws:route53/record:Record": [
    [ZONE_53, { name: "example.com" }],
    { zoneId: ref("zone"), name: "www", type: "A", records: [ADDRESS] },
    "records[0]",
  ],
  "aws:route53/recordsExclusive:RecordsExclusive": [
    [ZONE_53, { name: "example.com" }],
    {
      zoneId: ref("zone"),
      resourceRecordSets: [{ name: "www.example.com.", type: "A", resourceRecords: [{ value: ADDRESS }] }],
    },
    "resourceRecordSets[0].resourceRecords[0].value",
  ],
  "cloudflare:index/dnsRecord:DnsRecord": [
    [ZONE_CLOUDFLARE, { name: "example.com" }],
    { zoneId: ref("zone"), name: "www.example.com", type: "A", content: ADDRESS },
    "content",
  ],
  "cloudflare:index/record:Record": [
    [ZONE_CLOUDFLARE, { zone: "example.com" }],
    { zoneId: ref("zone"), name: "www", type: "A", value: ADDRESS, proxied: false },
    "value",
  ],
  "gcp:dns/recordSet:RecordSet": [
    [ZONE_GOOGLE, { name: "main", dnsName: "example.com." }],
    { managedZone: "main", name: "www.example.com.", type: "A", rrdatas: [ADDRESS] },
    "rrdatas[0]",
  ],
  "azure-native:dns:RecordSet": [
    ["azure-native:dns:Zone", { zoneName: "example.com" }],
    { zoneName: ref("zone"), relativeRecordSetName: "www", recordType: "A", aRecords: [{ ipv4Address: ADDRESS }] },
    "aRecords[0].ipv4Address",
  ],
  "azure:dns/aRecord:ARecord": [
    ["azure:dns/zone:Zone", { name: "example.com" }],
    { zoneName: ref("zone"), name: "www", records: [ADDRESS] },
    "records[0]",
  ],
  "azure:dns/aaaaRecord:AaaaRecord": [
    undefined,
    { zoneName: "example.com", name: "www", records: [ADDRESS] },
    "records[0]",
  ],
  "azure:dns/cNameRecord:CNameRecord": [undefined, { zoneName: "example.com", name: "www", record: ADDRESS }, "record"],
  "tencentcloud:Dnspod/record:Record": [
    ["tencentcloud:Dnspod/domainInstance:DomainInstance", { domain: "example.com" }],
    { domain: ref("zone"), subDomain: "www", recordType: "A", recordLine: "默认", value: ADDRESS },
    "value",
  ],
  "tencentcloud:index/dnspodRecord:DnspodRecord": [
    undefined,
    { domain: "example.com", subDomain: "www", recordType: "A", recordLine: "默认", value: ADDRESS },
    "value",
  ],
  "tencentcloud:Teo/dnsRecord:DnsRecord": [
    undefined,
    { zoneId: "zone-1", name: "www.example.com", type: "A", content: ADDRESS },
    "content",
  ],
  "tencentcloud:index/teoDnsRecord:TeoDnsRecord": [
    undefined,
    { zoneId: "zone-1", name: "www.example.com", type: "A", content: ADDRESS, location: "Default", weight: 10 },
    "content",
  ],
  "huaweicloud:Dns/recordset:Recordset": [
    [ZONE_HUAWEI, { name: "example.com.", zoneType: "public" }],
    { zoneId: ref("zone"), name: "www.example.com.", type: "A", records: [ADDRESS] },
    "records[0]",
  ],
  "volcengine:dns/record:Record": [
    ["volcengine:dns/zone:Zone", { zoneName: "example.com" }],
    { zid: ref("zone"), host: "www", type: "A", value: ADDRESS, line: "default" },
    "value",
  ],
  "digitalocean:index/dnsRecord:DnsRecord": [
    ["digitalocean:index/domain:Domain", { name: "example.com" }],
    { domain: ref("zone"), name: "www", type: "A", value: ADDRESS },
    "value",
  ],
  "digitalocean:index/domain:Domain": [undefined, { name: "www.example.com", ipAddress: ADDRESS }, "ipAddress"],
  "hcloud:index/zoneRecord:ZoneRecord": [
    ["hcloud:index/zone:Zone", { name: "example.com" }],
    { zone: ref("zone"), name: "www", type: "A", value: ADDRESS },
    "value",
  ],
  "hcloud:index/zoneRrset:ZoneRrset": [
    undefined,
    { zone: "example.com", name: "www", type: "A", records: [{ value: ADDRESS }] },
    "records[0].value",
  ],
  "linode:index/domainRecord:DomainRecord": [
    ["linode:index/domain:Domain", { domain: "example.com" }],
    { domainId: ref("zone"), name: "www", recordType: "A", target: ADDRESS },
    "target",
  ],
  "dnsimple:index/zoneRecord:ZoneRecord": [
    ["dnsimple:index/zone:Zone", { name: "example.com" }],
    { zoneName: ref("zone"), name: "www", type: "A", value: ADDRESS },
    "value",
  ],
  "ns1:index/record:Record": [
    undefined,
    { zone: "example.com", domain: "www.example.com", type: "A", answers: [{ answer: ADDRESS }] },
    "answers[0].answer",
  ],
  "akamai:index/dnsRecord:DnsRecord": [
    ["akamai:index/dnsZone:DnsZone", { zone: "example.com" }],
    { zone: ref("zone"), name: "www.example.com", recordtype: "A", targets: [ADDRESS] },
    "targets[0]",
  ],
  "namecheap:index/domainRecords:DomainRecords": [
    undefined,
    { domain: "example.com", records: [{ hostname: "www", type: "A", address: ADDRESS }] },
    "records[0].address",
  ],
  "godaddy:index/domainRecord:DomainRecord": [
    undefined,
    { domain: "example.com", records: [{ name: "www", type: "A", data: ADDRESS }] },
    "records[0].data",
  ],
  "kubernetes:externaldns.k8s.io/v1alpha1:DNSEndpoint": [
    undefined,
    { spec: { endpoints: [{ dnsName: "www.example.com", recordType: "A", targets: [ADDRESS] }] } },
    "spec.endpoints[0].targets[0]",
  ],
};

const TYPES = Object.keys(RECORDS) as Type[];

function read(type: Type, change: Properties = {}, zone = WWW[type][0]): readonly unknown[] {
  const plan = planOf([
    { type, inputs: { ...WWW[type][1], ...change } },
    ...(zone ? [{ type: zone[0], name: "zone", inputs: zone[1] }] : []),
  ]);
  return contributed(elsewhere, plan).filter((one) => (one as { is: string }).is !== "zone");
}

const expected = (type: Type, difference: Record<string, unknown> = {}): Record<string, unknown> => {
  const row: { readonly each?: string; readonly type: unknown } = RECORDS[type];
  const fixed = typeof row.type === "object" ? (row.type as { is: string }).is : "A";
  return {
    is: "record",
    by: "main",
    host: "www.example.com",
    type: fixed,
    value: { [WWW[type][2]]: ADDRESS },
    active: true,
    line: "default",
    ...(row.each === undefined ? { of: "main" } : {}),
    ...difference,
  };
};

describe("a record", () => {
  test.each(TYPES)("%s leads from its host to its answer", (type) => {
    expect(read(type)).toEqual([expected(type)]);
  });

  test.each(TYPES.filter((type) => WWW[type][0] !== undefined && RECORDS[type].form !== "whole"))(
    "%s whose zone is unknown and nowhere in the plan has an unknown host",
    (type) => {
      const { zone } = RECORDS[type] as { readonly zone: { readonly path: string } };
      const [only] = read(type, { [zone.path]: unknownValue, ...justWww(type) }) as { host: string }[];
      expect(only?.host).toBe("(computed)");
    },
  );

  test.each([
    ["aws:route53/record:Record", "Z0123"],
    ["cloudflare:index/record:Record", "0da42c8d"],
    ["volcengine:dns/record:Record", "4711"],
    ["hcloud:index/zoneRecord:ZoneRecord", "4711"],
    ["linode:index/domainRecord:DomainRecord", "4711"],
  ] as const)("%s whose zone was looked up has an unknown host: its id tells no domain", (type, id) => {
    const { zone } = RECORDS[type];
    const [only] = read(type, { [zone.path]: id }) as { host: string }[];
    expect(only?.host).toBe("(zone-not-in-plan)");
  });

  test.each(TYPES.filter((type) => typeof RECORDS[type].type === "string" && !("each" in RECORDS[type])))(
    "%s that is mail or text says nothing",
    (type) => {
      const property = RECORDS[type].type as string;
      expect(read(type, { [property]: "MX" })).toEqual([]);
      expect(read(type, { [property]: "txt" })).toEqual([]);
      const [only] = read(type, { [property]: unknownValue }) as { type: string }[];
      expect(only?.type).toBe("(computed)");
    },
  );

  test.each(TYPES)("%s with everything unknown is a record of which nothing is known", (type) => {
    const all = Object.fromEntries(Object.keys(WWW[type][1]).map((key) => [key, unknownValue]));
    for (const one of read(type, all) as { host: string; value: Record<string, string> }[]) {
      expect(one.host).toBe("(computed)");
      expect(Object.values(one.value)).toEqual(["(computed)"]);
    }
    expect(read(type, all).length).toBeGreaterThan(0);
  });

  test.each(TYPES.filter((type) => "zone" in RECORDS[type] && WWW[type][0] !== undefined))(
    "%s of an unknown name in a known zone is below its domain",
    (type) => {
      for (const [value, why] of [
        [unknownValue, "computed"],
        ["[secret]", "secret"],
      ] as const) {
        expect(read(type, unnamed(type, value))).toEqual([expected(type, { host: `(${why} under example.com)` })]);
      }
      const unknownZone = read(type, unnamed(type, unknownValue), [WWW[type][0]?.[0] ?? "", {}]);
      expect(unknownZone.map((one) => (one as { host: string }).host)).toEqual(["(computed)"]);
    },
  );

  test.each(PRIVATE_RECORDS)("%s is of a private zone", (type) => {
    const plan = planOf([{ type, inputs: { zoneName: "example.com", name: "www", records: [ADDRESS] } }]);
    expect(contributed(elsewhere, plan)).toEqual([]);
  });
});

/** The same record of another name: that of the first where the type holds a list of them. */
function unnamed(type: Type, value: string): Properties {
  const row: { readonly each?: string; readonly name?: string } = RECORDS[type];
  const { each, name = "" } = row;
  if (each === undefined) return { [name]: value };
  const [first] = WWW[type][1][each] as readonly Properties[];
  return { [each]: [{ ...first, [name]: value }] };
}

/** The same name without its zone. */
function justWww(type: Type): Properties {
  if ("each" in RECORDS[type]) return {};
  const { name } = RECORDS[type] as { readonly name: string };
  return { [name]: "www" };
}

describe("names", () => {
  const ROUTE_53 = "aws:route53/record:Record";
  test.each<[string, Type, Properties, string]>([
    ["the zone itself by an empty name", ROUTE_53, { name: "" }, "example.com"],
    ["the zone itself by its own name", ROUTE_53, { name: "example.com" }, "example.com"],
    ["a whole name", ROUTE_53, { name: "www.example.com." }, "www.example.com"],
    ["an escaped star", ROUTE_53, { name: "\\052.example.com" }, "*.example.com"],
    ["a name that only ends alike", ROUTE_53, { name: "notexample.com" }, "notexample.com.example.com"],
    ["the zone by @", "cloudflare:index/record:Record", { name: "@" }, "example.com"],
    ["the zone by @, Azure", "azure:dns/aRecord:ARecord", { name: "@" }, "example.com"],
    ["deep below the zone", "azure:dns/aRecord:ARecord", { name: "a.b" }, "a.b.example.com"],
  ])("%s", (_, type, change, host) => {
    const [only] = read(type, change) as { host: string }[];
    expect(only?.host).toBe(host);
  });

  test("left out, it is the zone itself", () => {
    const plan = planOf([
      { type: "tencentcloud:Dnspod/record:Record", inputs: { domain: "example.com", recordType: "A", value: ADDRESS } },
    ]);
    expect(contributed(elsewhere, plan)).toMatchObject([{ host: "example.com" }]);
  });

  test("Cloudflare documents whole names: one with a dot needs no zone, a label does", () => {
    const type = "cloudflare:index/dnsRecord:DnsRecord";
    expect(read(type, { zoneId: "0da42c8d" })).toMatchObject([{ host: "www.example.com" }]);
    expect(read(type, { zoneId: "0da42c8d", name: "www" })).toMatchObject([{ host: "(zone-not-in-plan)" }]);
    expect(read(type, { zoneId: unknownValue, name: "@" })).toMatchObject([{ host: "(computed)" }]);
  });

  test("the provider's answer tells the whole name of an existing record", () => {
    const inputs = { zoneId: "Z1", name: "www", type: "A", records: [ADDRESS] };
    const outputs = { ...inputs, fqdn: "www.example.com" };
    const at = (change: "same" | "update") =>
      planOf([{ type: ROUTE_53, inputs, outputs, rest: { change, id: "Z1_www" } }]);
    expect(contributed(elsewhere, at("same"))).toMatchObject([
      { host: "www.example.com", active: "(zone-not-in-plan)" },
    ]);
    expect(contributed(elsewhere, at("update"))).toMatchObject([{ host: "(zone-not-in-plan)" }]);
  });
});

describe("zones", () => {
  const inZone = (zone: readonly [string, Properties], type: Type) => read(type, {}, zone);
  test.each<[Type, string, Properties]>([
    ["aws:route53/record:Record", ZONE_53, { name: "example.com", vpcs: [{ vpcId: "vpc-1" }] }],
    ["cloudflare:index/dnsRecord:DnsRecord", ZONE_CLOUDFLARE, { name: "example.com", type: "internal" }],
    ["gcp:dns/recordSet:RecordSet", ZONE_GOOGLE, { name: "main", dnsName: "example.com.", visibility: "private" }],
    ["azure-native:dns:RecordSet", "azure-native:dns:Zone", { zoneName: "example.com", zoneType: "Private" }],
    ["huaweicloud:Dns/recordset:Recordset", ZONE_HUAWEI, { name: "example.com.", zoneType: "private" }],
  ])("%s in a private zone is not public", (type, zone, inputs) => {
    expect(inZone([zone, inputs], type)).toEqual([]);
  });

  test.each<[Type, string, Properties]>([
    ["aws:route53/record:Record", ZONE_53, { name: "example.com", vpcs: unknownValue }],
    ["gcp:dns/recordSet:RecordSet", ZONE_GOOGLE, { name: "main", dnsName: "example.com.", visibility: unknownValue }],
    ["huaweicloud:Dns/recordset:Recordset", ZONE_HUAWEI, { name: "example.com.", zoneType: unknownValue }],
  ])("%s in a zone that may be private is in doubt", (type, zone, inputs) => {
    expect(inZone([zone, inputs], type)).toMatchObject([{ active: "(computed)" }]);
  });

  test("a looked-up zone may be private where its type can be", () => {
    expect(read("gcp:dns/recordSet:RecordSet", { managedZone: "other" })).toMatchObject([
      { host: "www.example.com", active: "(zone-not-in-plan)" },
    ]);
    expect(read("azure-native:dns:RecordSet", { zoneName: "example.com" })).toMatchObject([{ active: true }]);
  });
});

describe("a zone is one of the user's own", () => {
  const zone = (type: string, inputs: Properties): readonly unknown[] =>
    contributed(elsewhere, planOf([{ type, inputs }])).filter((one) => (one as { is: string }).is === "zone");
  const named = (type: ZoneType, domain: Properties[string]): Properties =>
    Object.fromEntries(ZONES[type].domain.map((property) => [property, domain]));

  test.each(Object.keys(ZONES) as ZoneType[])("%s", (type) => {
    expect(zone(type, named(type, "example.com"))).toEqual([{ is: "zone", domain: "example.com" }]);
    expect(zone(type, named(type, "example.com."))).toEqual([{ is: "zone", domain: "example.com" }]);
    for (const domain of [unknownValue, "[secret]", null]) expect(zone(type, named(type, domain))).toEqual([]);
  });

  test("Cloudflare's, by either of its names", () => {
    expect(zone(ZONE_CLOUDFLARE, { zone: "example.com" })).toEqual([{ is: "zone", domain: "example.com" }]);
    expect(zone(ZONE_CLOUDFLARE, { name: unknownValue, zone: "example.com" })).toEqual([
      { is: "zone", domain: "example.com" },
    ]);
  });

  test("DigitalOcean's, whether it holds a record besides or not", () => {
    const type = "digitalocean:index/domain:Domain";
    const at = (inputs: Properties) => contributed(elsewhere, planOf([{ type, inputs }]));
    const own = { is: "zone", domain: "example.com" };
    expect(at({ name: "example.com" })).toEqual([own]);
    expect(at({ name: "example.com", ipAddress: ADDRESS })).toEqual([
      own,
      { ...expected(type), host: "example.com", value: { ipAddress: ADDRESS } },
    ]);
    expect(at({ name: unknownValue, ipAddress: ADDRESS })).toMatchObject([{ is: "record", host: "(computed)" }]);
  });

  test.each<[string, Properties, Properties]>([
    [ZONE_53, { name: "example.com" }, { vpcs: [{ vpcId: "vpc-1" }] }],
    [ZONE_CLOUDFLARE, { name: "example.com" }, { type: "internal" }],
    [ZONE_GOOGLE, { dnsName: "example.com." }, { visibility: "private" }],
    ["azure-native:dns:Zone", { zoneName: "example.com" }, { zoneType: "Private" }],
    [ZONE_HUAWEI, { name: "example.com." }, { zoneType: "private" }],
  ])("%s, unless it is private; one that may be is", (type, inputs, isPrivate) => {
    expect(zone(type, { ...inputs, ...isPrivate })).toEqual([]);
    const perhaps = Object.fromEntries(Object.keys(isPrivate).map((property) => [property, unknownValue]));
    expect(zone(type, { ...inputs, ...perhaps })).toEqual([{ is: "zone", domain: "example.com" }]);
  });
});

describe("who gets an answer", () => {
  test.each<[string, Type, Properties, string]>([
    ["a country", "aws:route53/record:Record", { geolocationRoutingPolicies: [{ country: "CN" }] }, "CN"],
    ["all countries", "aws:route53/record:Record", { geolocationRoutingPolicies: [{ country: "*" }] }, "default"],
    ["a continent", "aws:route53/record:Record", { geolocationRoutingPolicies: [{ continent: "AS" }] }, "AS"],
    ["those near", "aws:route53/record:Record", { latencyRoutingPolicies: [{ region: "us-east-1" }] }, "us-east-1"],
    ["everybody at first", "aws:route53/record:Record", { failoverRoutingPolicies: [{ type: "PRIMARY" }] }, "default"],
    ["a failover", "aws:route53/record:Record", { failoverRoutingPolicies: [{ type: "SECONDARY" }] }, "SECONDARY"],
    ["a share of all", "aws:route53/record:Record", { weightedRoutingPolicies: [{ weight: 10 }] }, "default"],
    ["unknown", "aws:route53/record:Record", { geolocationRoutingPolicies: unknownValue }, "(computed)"],
    ["a line", "tencentcloud:Dnspod/record:Record", { recordLine: "境外" }, "境外"],
    ["a line of Huawei", "huaweicloud:Dns/recordset:Recordset", { lineId: "Abroad" }, "Abroad"],
    ["regions", "dnsimple:index/zoneRecord:ZoneRecord", { regions: ["HKG"] }, "HKG"],
  ])("%s", (_, type, change, line) => {
    expect(read(type, change)).toEqual([expected(type, { line })]);
  });

  test("each place of Google has its own answers", () => {
    const routingPolicy = {
      geos: [
        { location: "asia-east1", rrdatas: [ADDRESS] },
        { location: "us-east1", rrdatas: ["203.0.113.2"] },
      ],
    };
    const plan = planOf([
      {
        type: "gcp:dns/recordSet:RecordSet",
        inputs: { managedZone: ref("zone"), name: "www.example.com.", type: "A", routingPolicy },
      },
      { type: ZONE_GOOGLE, name: "zone", inputs: { name: "main", dnsName: "example.com." } },
    ]);
    expect(contributed(elsewhere, plan)).toMatchObject([
      { line: "asia-east1", value: { "routingPolicy.geos[0].rrdatas[0]": ADDRESS } },
      { line: "us-east1", value: { "routingPolicy.geos[1].rrdatas[0]": "203.0.113.2" } },
    ]);
  });
});

describe("whether it serves", () => {
  test.each<[string, Type, Properties, unknown]>([
    ["disabled", "tencentcloud:Dnspod/record:Record", { status: "disable" }, false],
    ["enabled", "tencentcloud:Dnspod/record:Record", { status: "ENABLE" }, true],
    ["unknown", "tencentcloud:Dnspod/record:Record", { status: unknownValue }, "(computed)"],
    ["disabled, Huawei", "huaweicloud:Dns/recordset:Recordset", { status: "DISABLE" }, false],
    ["without weight, EdgeOne", "tencentcloud:Teo/dnsRecord:DnsRecord", { weight: 0 }, false],
    ["perhaps through a proxy", "cloudflare:index/dnsRecord:DnsRecord", { proxied: unknownValue }, "(computed)"],
  ])("%s", (_, type, change, active) => {
    expect(read(type, change)).toEqual([expected(type, { active })]);
  });
});
