/** What becomes of resources: by the actions of a plan, and by what it leaves alone. */
import { describe, expect, it } from "vitest";
import { planOf, programsOf, readCapture, resourcesOf } from "./fixtures";
import type { Resource } from "../../../../src/plan/resource";

const idOf = ({ id }: Resource): string => (id.state === "known" ? id.value : "?");

/** By capture: each resource with its change and id, and the id that it had before. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  // Each change there is: one of several instances stays, one has a leftover, one has moved, one is let go of.
  "changes/plan": [
    "alicloud_alidns_record.counted[0]: same alidns_record-counted-0",
    "alicloud_alidns_record.counted[1]: delete alidns_record-counted-1",
    "alicloud_alidns_record.counted[2]: delete alidns_record-counted-2",
    "alicloud_alidns_record.new_name: same alidns_record-old_name",
    "alicloud_alidns_record.same: same alidns_record-same",
    "alicloud_alidns_record.shop: update alidns_record-shop was alidns_record-shop",
    "alicloud_alidns_record.web: update alidns_record-web was alidns_record-web",
    "alicloud_cdn_domain_new.gone: delete gone.example.com",
    "alicloud_cdn_domain_new.new: create ?",
    "alicloud_cdn_domain_new.shop: replace ? was old-shop.example.com",
    "alicloud_eip_address.same: same eip_address-same",
    "alicloud_eip_address.same: delete eip_address-same-deposed",
    "alicloud_instance.filing: update instance-filing was instance-filing",
    "alicloud_oss_bucket.media: forget media-example",
    "alicloud_slb_load_balancer.web: replace ? was slb_load_balancer-web",
  ],
  // One is replaced on request.
  "changes/replace": [
    "alicloud_alidns_record.counted[0]: same alidns_record-counted-0",
    "alicloud_alidns_record.counted[1]: delete alidns_record-counted-1",
    "alicloud_alidns_record.counted[2]: delete alidns_record-counted-2",
    "alicloud_alidns_record.new_name: same alidns_record-old_name",
    "alicloud_alidns_record.same: replace ? was alidns_record-same",
    "alicloud_alidns_record.shop: update alidns_record-shop was alidns_record-shop",
    "alicloud_alidns_record.web: update alidns_record-web was alidns_record-web",
    "alicloud_cdn_domain_new.gone: delete gone.example.com",
    "alicloud_cdn_domain_new.new: create ?",
    "alicloud_cdn_domain_new.shop: replace ? was old-shop.example.com",
    "alicloud_eip_address.same: same eip_address-same",
    "alicloud_eip_address.same: delete eip_address-same-deposed",
    "alicloud_instance.filing: update instance-filing was instance-filing",
    "alicloud_oss_bucket.media: forget media-example",
    "alicloud_slb_load_balancer.web: replace ? was slb_load_balancer-web",
  ],
  // All goes, and what is left over as well.
  "changes/destroy": [
    "alicloud_alidns_record.counted[0]: delete alidns_record-counted-0",
    "alicloud_alidns_record.counted[1]: delete alidns_record-counted-1",
    "alicloud_alidns_record.counted[2]: delete alidns_record-counted-2",
    "alicloud_alidns_record.new_name: delete alidns_record-old_name",
    "alicloud_alidns_record.same: delete alidns_record-same",
    "alicloud_alidns_record.shop: delete alidns_record-shop",
    "alicloud_alidns_record.web: delete alidns_record-web",
    "alicloud_cdn_domain_new.gone: delete gone.example.com",
    "alicloud_cdn_domain_new.shop: delete old-shop.example.com",
    "alicloud_eip_address.same: delete eip_address-same",
    "alicloud_eip_address.same: delete eip_address-same-deposed",
    "alicloud_instance.filing: delete instance-filing",
    "alicloud_oss_bucket.media: delete media-example",
    "alicloud_slb_load_balancer.web: delete slb_load_balancer-web",
  ],
  // What is no target stays as it is in the state from before, leftovers and what has moved apart.
  "changes/target": [
    "alicloud_alidns_record.new_name: same alidns_record-old_name",
    "alicloud_alidns_record.same: same alidns_record-same",
    "alicloud_eip_address.same: same eip_address-same",
    "alicloud_alidns_record.counted[0]: same alidns_record-counted-0",
    "alicloud_alidns_record.counted[1]: same alidns_record-counted-1",
    "alicloud_alidns_record.counted[2]: same alidns_record-counted-2",
    "alicloud_alidns_record.shop: same alidns_record-shop",
    "alicloud_alidns_record.web: same alidns_record-web",
    "alicloud_cdn_domain_new.gone: same gone.example.com",
    "alicloud_cdn_domain_new.shop: same old-shop.example.com",
    "alicloud_instance.filing: same instance-filing",
    "alicloud_oss_bucket.media: same media-example",
    "alicloud_slb_load_balancer.web: same slb_load_balancer-web",
  ],
  // A state does not tell what becomes of them, but of leftovers.
  "changes/state": [
    "alicloud_alidns_record.counted[0]: unsaid alidns_record-counted-0",
    "alicloud_alidns_record.counted[1]: unsaid alidns_record-counted-1",
    "alicloud_alidns_record.counted[2]: unsaid alidns_record-counted-2",
    "alicloud_alidns_record.old_name: unsaid alidns_record-old_name",
    "alicloud_alidns_record.same: unsaid alidns_record-same",
    "alicloud_alidns_record.shop: unsaid alidns_record-shop",
    "alicloud_alidns_record.web: unsaid alidns_record-web",
    "alicloud_cdn_domain_new.gone: unsaid gone.example.com",
    "alicloud_cdn_domain_new.shop: unsaid old-shop.example.com",
    "alicloud_eip_address.same: unsaid eip_address-same",
    "alicloud_eip_address.same: delete eip_address-same-deposed",
    "alicloud_instance.filing: unsaid instance-filing",
    "alicloud_oss_bucket.media: unsaid media-example",
    "alicloud_slb_load_balancer.web: unsaid slb_load_balancer-web",
  ],
  // What is replaced and not destroyed lives on beside its replacement.
  "kept/plan": [
    "alicloud_cdn_domain_new.blog: create ?",
    "alicloud_cdn_domain_new.blog: forget cdn_domain_new-blog",
    "alicloud_cdn_domain_new.shop: create ?",
    "alicloud_cdn_domain_new.shop: forget cdn_domain_new-shop",
  ],
  // What is not destroyed leaves the state.
  "kept/destroy": [
    "alicloud_cdn_domain_new.blog: forget cdn_domain_new-blog",
    "alicloud_cdn_domain_new.shop: forget cdn_domain_new-shop",
  ],
  // What is taken over has its id.
  "imported/plan": ["terraform_data.release: same release-1"],
  // Nothing changes.
  "unchanged/plan": [
    'alicloud_alidns_record.web["shop"]: same alidns_record-web-shop',
    'alicloud_alidns_record.web["www"]: same alidns_record-web-www',
    "alicloud_fcv3_custom_domain.abroad: same fcv3_custom_domain-abroad",
    "alicloud_instance.web[0]: same instance-web-0",
    "alicloud_instance.web[1]: same instance-web-1",
    "module.site.alicloud_cdn_domain_new.static: same cdn_domain_new-static",
  ],
  "unchanged/state": [
    'alicloud_alidns_record.web["shop"]: unsaid alidns_record-web-shop',
    'alicloud_alidns_record.web["www"]: unsaid alidns_record-web-www',
    "alicloud_fcv3_custom_domain.abroad: unsaid fcv3_custom_domain-abroad",
    "alicloud_instance.web[0]: unsaid instance-web-0",
    "alicloud_instance.web[1]: unsaid instance-web-1",
    "module.site.alicloud_cdn_domain_new.static: unsaid cdn_domain_new-static",
  ],
};

describe.each(Object.entries(CASES))("of %s", (capture, said) => {
  const [fixture = "", name] = capture.split("/");
  it.each(programsOf(fixture, name))("as %s plans them", (program) => {
    const told = resourcesOf(readCapture(fixture, program, name)).map(
      (one) => `${one.name}: ${one.change} ${idOf(one)}${one.previous ? ` was ${idOf(one.previous)}` : ""}`,
    );
    expect(told).toEqual(said);
  });
});

describe("of what changes", () => {
  const plan = planOf(readCapture("changes", "terraform"));
  const named = (name: string) => plan.resources.find((one) => one.name === name);

  it("what it was is told, and what it will be", () => {
    const instance = named("alicloud_instance.filing");
    expect(instance?.number("internetMaxBandwidthOut")).toEqual({ state: "known", value: 10 });
    expect(instance?.before?.number("internetMaxBandwidthOut")).toEqual({ state: "known", value: 5 });
    expect(instance?.output("publicIp")).toEqual({ state: "known", value: "47.98.10.31" });
  });
  it("what replaces something has no answer yet, and what it replaces has one", () => {
    const balancer = named("alicloud_slb_load_balancer.web");
    expect(balancer?.exists).toBe("no");
    expect(balancer?.output("address").state).toBe("unknown");
    expect(balancer?.before?.output("address")).toEqual({ state: "known", value: "10.0.0.20" });
    expect(balancer?.string("addressType")).toEqual({ state: "known", value: "internet" });
    expect(balancer?.before?.string("addressType")).toEqual({ state: "known", value: "intranet" });
  });
  it("what a later plan computes again is unknown, and was known", () => {
    const record = named("alicloud_alidns_record.shop");
    expect(record?.string("value").state).toBe("unknown");
    expect(record?.before?.string("value")).toEqual({ state: "known", value: "old-shop.example.com.w.kunlunsl.com" });
  });
  it("leftovers, what goes and what is let go of stand apart", () => {
    expect(plan.removed.map(idOf).sort()).toEqual([
      "alidns_record-counted-1",
      "alidns_record-counted-2",
      "eip_address-same-deposed",
      "gone.example.com",
    ]);
    expect(plan.forgotten.map(idOf)).toEqual(["media-example"]);
    expect(named("alicloud_eip_address.same")?.id).toEqual({ state: "known", value: "eip_address-same" });
  });
});
