/** Terraform's names of all that is read lead to Pulumi's, and back. */
import { describe, expect, it } from "vitest";
import readProperties from "../../data/read-properties.json";
import table from "../../data/terraform-types.json";
import { sdkTypes } from "../../scripts/sdk";
import { attributeOf, namesOf, propertyOf, terraformTypesOf } from "../../src/names/terraform";
import { soundsPublic } from "../../src/plan/undescribed";
import { products } from "../../src/products";
import { alicloud } from "../../src/products/alicloud";
import excluded from "../../data/excluded-types.json";
import { attributes } from "../names/terraform-attributes";
import { asked, isInJson } from "./sdk-asked";

const sdk = sdkTypes();

/** What is read and no Terraform type leads to. */
const ONLY_PULUMI: Readonly<Record<string, string>> = {
  "alicloud:dns/ddosCooInstance:DdosCooInstance": "the name of ddos/ddosCooInstance in old programs",
  "alicloud:rocketmq/dnatEntry:DnatEntry": "the name of sag/dnatEntry in old programs",
  "alicloud:dns/ddosBgpInstance:DdosBgpInstance": "the name of ddos/ddosBgpInstance in old programs",
};

/** Maps, which the SDK declares over several lines. */
const MAPS =
  /[ .](tags|\w+Tags|\w*[eE]nvironmentVariables|kmsEncryptionContext|envs|poolWeights|params|limits|featureGates|eviction\w+|\w+Reserved)$/;

const properties = new Map(
  [...attributes].map(([type, paths]) => [type, new Set(paths.map((path) => propertyOf(type, path)))]),
);

const ours = (): readonly string[] => [
  ...Object.entries<Readonly<Record<string, readonly string[] | undefined>>>(table.alicloud).flatMap(([, prefixes]) =>
    Object.entries(prefixes).flatMap(([prefix, rests = []]) => rests.map((rest) => `alicloud_${prefix}${rest}`)),
  ),
  ...Object.keys(table.otherwise),
];

describe("types", () => {
  it("of Alibaba Cloud's stand once in the table, and lead each to one of its own that the SDK has", () => {
    const types = ours();
    const tokens = types.map((type) => namesOf(type).token);
    expect(types.length).toBeGreaterThan(1180);
    expect(new Set(types).size).toBe(types.length);
    expect(new Set(tokens).size).toBe(types.length);
    expect(tokens.filter((token) => !sdk.has(token))).toEqual([]);
  });

  it("that are read, or that are known to serve the public or not to, have a name in Terraform, with the exceptions", () => {
    const known = [...Object.keys(alicloud), ...excluded.reasons.flatMap((reason) => reason.types)];
    expect(known.filter((token) => terraformTypesOf(token).length === 0).sort()).toEqual(
      Object.keys(ONLY_PULUMI).sort(),
    );
  });

  it("of others are those that are read", () => {
    const { read } = readProperties;
    const tokens = Object.keys(table.elsewhere).map((type) => namesOf(type).token);
    expect(tokens.filter((token) => !(token in products) && !(token in read))).toEqual([]);
  });

  it("that are renamed within, or have their attributes in the fixture, are in the table", () => {
    const named = [...Object.keys(table.names), ...attributes.keys()];
    expect(named.filter((type) => !namesOf(type).isKnown)).toEqual([]);
  });

  it.each([
    ["alicloud_instance", "alicloud:ecs/instance:Instance"],
    ["alicloud_slb_load_balancer", "alicloud:slb/applicationLoadBalancer:ApplicationLoadBalancer"],
    ["alicloud_alidns_record", "alicloud:dns/alidnsRecord:AlidnsRecord"],
    ["alicloud_esa_site", "alicloud:esa/site:Site"],
    ["aws_lb", "aws:lb/loadBalancer:LoadBalancer"],
    ["azurerm_dns_zone", "azure:dns/zone:Zone"],
  ])("%s is %s, and back", (type, token) => {
    expect(namesOf(type)).toMatchObject({ token, isKnown: true });
    expect(terraformTypesOf(token)).toEqual([type]);
  });

  it.each([
    ["alicloud_x_custom_domain", "alicloud:terraform/xCustomDomain:XCustomDomain", true],
    ["alicloud_x_backup", "alicloud:terraform/xBackup:XBackup", false],
    ["google_storage_bucket", "gcp:terraform/storageBucket:StorageBucket", false],
    ["random_password", "random:terraform/password:Password", false],
    ["thing", "thing:terraform/thing:Thing", false],
    ["__proto__", ":terraform/Proto_:Proto_", false],
  ])("%s, which no table has, becomes %s", (type, token, sounds) => {
    expect(namesOf(type)).toMatchObject({ token, isKnown: false });
    expect(soundsPublic(token)).toBe(sounds);
    expect(terraformTypesOf(token)).toEqual([]);
  });

  it("tell what an object in no list is", () => {
    expect(namesOf("alicloud_instance").alone).toBe("map");
    expect(namesOf("cloudflare_dns_record").alone).toBe("block");
  });
});

describe("properties", () => {
  const { read, lookedUp } = asked();
  const sought = [...lookedUp.values()].flatMap(({ types, by = [] }) =>
    types.filter((type) => by.some((name) => sdk.get(type)?.has(name))).map((type) => [type, by] as const),
  );

  it.each(Object.keys(alicloud).filter((token) => !(token in ONLY_PULUMI)))(
    "that are read of %s are of attributes",
    (token) => {
      const paths = [...(read.get(token) ?? []), ...sought.flatMap(([type, by]) => (type === token ? by : []))];
      const missing = [...new Set(paths)].filter(
        (path) =>
          !isInJson(path) &&
          sdk.get(token)?.has(path) === true &&
          !terraformTypesOf(token).some((type) => properties.get(type)?.has(path)),
      );
      expect(missing).toEqual([]);
    },
  );

  it("of one type are of one attribute each, and lead back to it", () => {
    for (const [type, paths] of attributes) {
      const { token } = namesOf(type);
      expect({ type, count: properties.get(type)?.size }).toEqual({ type, count: paths.length });
      expect(paths.map((path) => attributeOf(token, propertyOf(type, path)))).toEqual(paths);
    }
  });

  it("are declared by the SDK, but for maps and a block that it leaves out", () => {
    const undeclared = [...properties].flatMap(([type, paths]) =>
      [...paths].filter((path) => !sdk.get(namesOf(type).token)?.has(path)).map((path) => `${type} ${path}`),
    );
    expect(undeclared.filter((path) => !/[ .]xforwardedForConfig/.test(path) && !MAPS.test(path))).toEqual([]);
  });

  it("that are renamed are renamed in the table because the rule does not give them, in one direction or the other", () => {
    for (const [type, names] of Object.entries<Readonly<Record<string, string>>>(table.names)) {
      for (const [path, name] of Object.entries(names)) {
        const attribute = path.slice(path.lastIndexOf(".") + 1);
        const byRule = namesOf("thing").property(attribute);
        const back = attributeOf("thing", name);
        expect({ type, path, isNeeded: byRule !== name || back !== attribute }).toEqual({ type, path, isNeeded: true });
        expect(attributeOf(namesOf(type).token, propertyOf(type, path))).toBe(path);
      }
    }
  });

  it.each([
    ["alicloud:cdn/domainNew:DomainNew", "sources[0].content", "sources[0].content"],
    ["alicloud:ecs/instance:Instance", "internetMaxBandwidthOut", "internet_max_bandwidth_out"],
    [
      "alicloud:ga/forwardingRule:ForwardingRule",
      "ruleConditions[1].hostConfigs[0].values[2]",
      "rule_conditions[1].host_config[0].values[2]",
    ],
    ["alicloud:oss/bucketPolicy:BucketPolicy", "policy.Statement[0].Effect", "policy.Statement[0].Effect"],
    ["aws:route53/record:Record", "aliases[0].name", "alias[0].name"],
    ["thing", "", ""],
  ])("of %s: %s is of the attribute %s", (token, property, attribute) => {
    expect(attributeOf(token, property)).toBe(attribute);
  });
});
