/** What attributes read as: known, absent, unknown and why, or secret. */
import { describe, expect, it } from "vitest";
import { programsOf, readCapture, rows } from "./fixtures";

/** By fixture: the properties that are asked for, and all that is said of them. */
const CASES: Readonly<Record<string, readonly [properties: readonly string[], said: readonly string[]]>> = {
  // Left out is absent, and so is null; what is written is unknown where it is.
  "left-out": [
    ["scope", "sources", "instanceChargeType", "renewalStatus", "networkInterfaces"],
    [
      'alicloud_cdn_domain_new.blocks.scope: "domestic"',
      'alicloud_cdn_domain_new.blocks.sources: [{content: "47.98.10.20", port: 443, priority: 20, type: "ipaddr", weight: 10}, {content: "origin.example.com", port: 80, priority: 30, type: "domain", weight: 10}]',
      'alicloud_cdn_domain_new.each["open"].scope: "overseas"',
      'alicloud_cdn_domain_new.each["open"].sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}]',
      'alicloud_cdn_domain_new.each["silent"].sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}]',
      'alicloud_cdn_domain_new.function.scope: "overseas"',
      'alicloud_cdn_domain_new.function.sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}]',
      'alicloud_cdn_domain_new.left_out.sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}]',
      'alicloud_cdn_domain_new.null.sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}]',
      "alicloud_cdn_domain_new.unknown.scope: ?computed <- alicloud_instance.origin",
      'alicloud_cdn_domain_new.unknown.sources: [{port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?computed}] <- alicloud_instance.origin',
    ],
  ],
  // One unknown makes a set of texts wholly unknown; a set of blocks keeps what is known of each.
  hosts: [
    ["securityGroups", "zoneMappings", "ruleConditions", "ruleActions", "redirect", "sources", "aclConfig"],
    [
      "alicloud_alb_listener.web.aclConfig: ?untraced open",
      'alicloud_alb_load_balancer.web.zoneMappings: [{vswitchId: "vsw-bp10000000000000000", zoneId: "cn-hangzhou-j"}, {vswitchId: "vsw-bp10000000000000001", zoneId: "cn-hangzhou-k"}]',
      'alicloud_alb_rule.sorted.ruleConditions: [{hostConfig: [{values: ["*.example.net", "example.com", "www.example.com"]}], pathConfig: [], type: "Host"}, {hostConfig: [], pathConfig: [{values: ["/*"]}], type: "Path"}]',
      'alicloud_alb_rule.sorted.ruleActions: [{forwardGroupConfig: [{serverGroupTuples: [{serverGroupId: "sgp-0000000000000000", weight: 100}]}], order: 1, type: "ForwardGroup"}]',
      'alicloud_alb_rule.unknown.ruleConditions: [{hostConfig: [{values: ?computed}], type: "Host"}] <- alicloud_instance.mixed',
      'alicloud_alb_rule.unknown.ruleActions: [{forwardGroupConfig: [{serverGroupTuples: [{serverGroupId: "sgp-0000000000000000", weight: 100}]}], order: 1, type: "ForwardGroup"}]',
      'alicloud_cdn_domain_new.blocks.sources: [{content: "47.98.10.20", port: 443, priority: 20, type: "ipaddr", weight: 10}, {port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?computed}] <- alicloud_instance.mixed',
      "alicloud_instance.mixed.securityGroups: ?computed <- alicloud_security_group.one",
      'alicloud_wafv3_domain.list.redirect: [{loadbalance: "iphash", backends: ?computed}] <- alicloud_instance.mixed',
    ],
  ],
  // What `dynamic` makes is said, and what it is computed from is not shown. One that makes none leaves no trace.
  dynamic: [
    ["sources", "servers", "ruleConditions", "ruleActions"],
    [
      'alicloud_alb_rule.nested.ruleConditions: [{cookieConfig: [], headerConfig: [], hostConfig: [{values: ["also.example.com", "nested.example.com"]}], methodConfig: [], pathConfig: [], queryStringConfig: [], responseHeaderConfig: [], responseStatusCodeConfig: [], sourceIpConfig: [], type: "Host"}] open',
      'alicloud_alb_rule.nested.ruleActions: [{forwardGroupConfig: [{serverGroupTuples: [{weight: 100, serverGroupId: ?computed}]}], order: 1, type: "ForwardGroup"}] <- alicloud_alb_server_group.none',
      "alicloud_alb_server_group.unknown.servers: ?untraced open",
      'alicloud_cdn_domain_new.both.sources: [{content: "origin.example.net", port: 80, priority: 20, type: "domain", weight: 10}, {port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?untraced}, {port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?untraced}] open',
      'alicloud_cdn_domain_new.constants.sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}, {content: "47.98.10.21", port: 443, priority: 20, type: "ipaddr", weight: 10}] open',
      'alicloud_cdn_domain_new.resources.sources: [{port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?untraced}, {port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?untraced}] open',
    ],
  ],
  // A mark in a set of blocks is on the whole set, in a list on its element, in a map on its key.
  sensitive: [
    ["domainName", "sources", "ruleConditions", "redirect", "password", "userData", "tags", "value"],
    [
      "alicloud_alb_rule.all.ruleConditions: ?secret",
      "alicloud_alb_rule.one.ruleConditions: ?secret",
      'alicloud_alidns_record.each["24"].domainName: "example.com"',
      'alicloud_alidns_record.each["24"].value: ?secret',
      'alicloud_alidns_record.each["25"].domainName: "example.com"',
      'alicloud_alidns_record.each["25"].value: ?secret',
      'alicloud_alidns_record.unknown.domainName: "example.com"',
      "alicloud_alidns_record.unknown.value: ?secret <- alicloud_instance.web",
      "alicloud_cdn_domain_new.host.domainName: ?secret",
      'alicloud_cdn_domain_new.host.sources: [{content: "47.98.10.20", port: 80, priority: 20, type: "ipaddr", weight: 10}]',
      'alicloud_cdn_domain_new.origin.domainName: "open.example.com"',
      "alicloud_cdn_domain_new.origin.sources: ?secret",
      'alicloud_wafv3_domain.backends.redirect: [{backends: ["47.98.10.20", ?secret], loadbalance: "iphash"}]',
    ],
  ],
};

describe.each(Object.entries(CASES))("of %s", (fixture, [properties, said]) => {
  it.each(programsOf(fixture))("as %s plans them", (program) => {
    expect(rows(readCapture(fixture, program), ...properties)).toEqual(said);
  });
});

it("an id is none of the properties, and what is not there yet has an unknown one", () => {
  for (const { data, id } of readCapture("left-out", "terraform").resources) {
    expect(Object.keys(data.inputs)).not.toContain("id");
    expect(id.state).toBe("unknown");
  }
});

it("what the provider will fill in is not said, and its outputs are unknown", () => {
  const bare = readCapture("left-out", "terraform").resources.find(({ name }) => name === "alicloud_instance.bare");
  expect(bare?.says("instanceChargeType")).toBe(false);
  expect(bare?.output("publicIp")).toMatchObject({
    state: "unknown",
    doubt: { why: "computed", waitsFor: [bare?.urn] },
  });
});
