/** The data that the SDK decides is that of the installed one. After an update of it: node scripts/data.mjs */
import { describe, expect, it } from "vitest";
import holding from "../../data/holding-types.json";
import own from "../../data/index-types.json";
import kept from "../../data/kept-properties.json";
import witnessed from "../../data/witnesses.json";
import { holdingTypes } from "../../scripts/holding";
import { isKept, keptProperties } from "../../scripts/kept";
import { indexTypes, sdkDeclarations, sdkVersion } from "../../scripts/sdk";
import { witnesses } from "../../scripts/witnesses";
import { isBridged } from "../../src/plan/bridged";
import { nameInData } from "../../src/plan/type-name";

const declared = sdkDeclarations();
const shown = witnesses();
const source = `@pulumi/alicloud ${sdkVersion}: the declarations of its types; written by scripts/data.mjs`;

/** The type that data names so. */
const tokenOf = (name: string): string => {
  const [, word = ""] = name.split("/");
  return `alicloud:${name}:${word.charAt(0).toUpperCase()}${word.slice(1)}`;
};

it("names of types in data are without doubt", () => {
  const types = [...declared.keys()];
  expect(types.map((type) => tokenOf(nameInData(type) ?? ""))).toEqual(types);
});

describe("what the provider keeps", () => {
  it("is what the installed SDK declares", () => {
    expect({ source: kept.source, kept: kept.kept }).toEqual({ source, kept: keptProperties(process.cwd()) });
  });

  it.each<[type: string, kept: readonly string[], other: readonly string[]]>([
    ["cdn/domainNew", ["scope"], ["checkUrl", "cname", "domainName", "sources"]],
    // addressIpVersion has a default; a vswitch that is left out is none.
    ["slb/applicationLoadBalancer", ["addressType", "status"], ["addressIpVersion", "vswitchId"]],
    ["ecs/instance", ["instanceChargeType", "internetMaxBandwidthOut", "period"], ["renewalStatus", "userData"]],
  ])("of %s is what is optional and computed", (type, yes, no) => {
    const all = declared.get(tokenOf(type));
    const keeps = [...(all ?? [])].filter(([, how]) => isKept(how)).map(([name]) => name);
    expect(keeps).toEqual(expect.arrayContaining([...yes]));
    expect(keeps.filter((name) => no.includes(name))).toEqual([]);
    expect(no.filter((name) => !all?.has(name))).toEqual([]);
  });
});

it("what holds an address or a name is what the installed SDK declares", () => {
  expect(holding).toEqual({ asOf: holding.asOf, source, types: holdingTypes() });
  expect(holding.types).toEqual(expect.arrayContaining(["rds/instance", "vpn/gateway"]));
  expect(holding.types.filter((type) => ["vpc/network", "ecs/securityGroup", "ecs/eipAddress"].includes(type))).toEqual(
    [],
  );
});

describe("what comes through Terraform", () => {
  it("is told from what the installed SDK has in no module either", () => {
    expect(own).toEqual({ asOf: own.asOf, source, types: indexTypes() });
    expect(own.types).toContain("alicloud:index/milvusInstance:MilvusInstance");
    expect(own.types.filter(isBridged)).toEqual([]);
  });

  it.each<[type: string, expected: boolean]>([
    ["web:tf:alicloud_future_server", true],
    ["web:tf:alicloud_instance", false],
    ["web:tf:random_password", false],
    ["web:index:Module", false],
    ["alicloud:index/futureServer:FutureServer", true],
    ["alicloud:index/instance:Instance", false],
    ["alicloud:ecs/instance:Instance", false],
    ["tls:index/privateKey:PrivateKey", false],
  ])("%s is of a type that nobody knows: %s", (type, expected) => {
    expect(isBridged(type)).toBe(expected);
  });
});

describe("what shows a region", () => {
  it("is what the installed SDK declares", () => {
    expect(witnessed).toEqual({ asOf: witnessed.asOf, source, ...shown });
  });

  it("is zones and switches, region ids that only the provider tells, and endpoints", () => {
    const { zones, switches, regions, endpoints } = shown;
    expect(zones["zoneMappings.zoneId"]).toEqual(expect.arrayContaining(["alb/loadBalancer", "nlb/loadBalancer"]));
    expect(switches["vpcConfig.vswitchIds"]).toEqual(["fc/service", "fc/v3Function"]);
    expect(regions["regionId"]).toContain("vpc/network");
    expect(endpoints["extranetEndpoint"]).toEqual(["oss/bucket"]);
  });

  it.each<[why: string, types: readonly string[]]>([
    ["regionId is an input", ["polardb/aicluster", "polardb/application", "polardb/batchTask"]],
    ["regionId is that of the other side", ["vpc/peerConnectionAccepter"]],
    ["regionId may be that of a pool", ["vpc/ipamIpamPoolAllocation"]],
    ["it says another region as well", ["ebs/diskReplicaPair", "cloudfirewall/natFirewall"]],
    ["its zones are DNS zones, or those of its region", ["pvtz/zoneRecord", "pvtz/endpoint"]],
    ["its endpoints are in other regions", ["ga/endpointGroup", "ga/basicEndpoint"]],
  ])("is nothing of a type where %s", (_, types) => {
    const { zones, switches, regions, endpoints } = shown;
    const shows = [zones, switches, regions, endpoints].flatMap((paths) => Object.values(paths).flat());
    expect(types.filter((type) => !declared.has(tokenOf(type)))).toEqual([]);
    expect(types.filter((type) => shows.includes(type))).toEqual([]);
  });
});
