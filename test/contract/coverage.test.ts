/** Every resource type of the installed SDK that looks public is described, or excluded by name with a reason. */
import { describe, expect, it } from "vitest";
import excluded from "../../data/excluded-types.json";
import { sourcedOf } from "../../src/vocabulary/statements";
import { uncovered } from "../../scripts/coverage";
import { sdkTypes } from "../../scripts/sdk";
import { alicloud } from "../../src/products/alicloud";

const sdk = sdkTypes();
const described = Object.keys(alicloud);
const exclusions = excluded.reasons.flatMap(({ types }) => types);
const covered = new Set([...described, ...exclusions]);

describe("the resource types of the SDK", () => {
  it("are found, with the properties of nested objects", () => {
    expect(sdk.size).toBeGreaterThan(1000);
    expect([...(sdk.get("alicloud:ecs/instance:Instance") ?? [])]).toContain("internetMaxBandwidthOut");
    expect([...(sdk.get("alicloud:emrv2/cluster:Cluster") ?? [])]).toContain("nodeGroups.withPublicIp");
  });

  it("that look public are all described, or excluded by name", () => {
    expect(uncovered(sdk, covered)).toEqual([]);
  });

  it("would be missed by name, property or nested property", () => {
    const made = new Map(
      Object.entries({
        "alicloud:made/webListener:WebListener": ["port"],
        "alicloud:made/thing:Thing": ["name", "customDomains"],
        "alicloud:made/group:Group": ["nodes", "nodes.addressType"],
        "alicloud:made/table:Table": ["vpcName", "publishedAt", "domainless"],
      }).map(([type, properties]) => [type, new Set(properties)] as const),
    );
    expect(uncovered(made, covered)).toEqual([
      { type: "alicloud:made/webListener:WebListener", because: ["alicloud:made/webListener:WebListener"] },
      { type: "alicloud:made/thing:Thing", because: ["customDomains"] },
      { type: "alicloud:made/group:Group", because: ["nodes.addressType"] },
    ]);
    const missing = new Set([...covered].filter((type) => type !== "alicloud:alb/listener:Listener"));
    expect(uncovered(sdk, missing).map(({ type }) => type)).toEqual(["alicloud:alb/listener:Listener"]);
  });
});

describe("what is described or excluded", () => {
  it("is in the SDK", () => {
    expect(described.filter((type) => !sdk.has(type))).toEqual([]);
    expect(exclusions.filter((type) => !sdk.has(type))).toEqual([]);
  });

  it("is one or the other, and once", () => {
    expect(exclusions.filter((type) => described.includes(type))).toEqual([]);
    expect(exclusions.filter((type, at) => exclusions.indexOf(type) !== at)).toEqual([]);
  });

  it("has a reason and a day", () => {
    expect(excluded.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(sourcedOf(excluded.source, "en").source).toContain("@pulumi/alicloud");
    for (const { reason, types } of excluded.reasons) {
      expect(reason.en).toMatch(/^[A-Z].{20,}\.$/);
      expect(reason.zh).toMatch(/\p{Script=Han}{4}.*。$/u);
      expect(types).toEqual([...types].sort());
    }
  });
});
