/** What properties are computed from: by reference, through modules, variables, outputs, data sources, and by key. */
import { describe, expect, it } from "vitest";
import { programsOf, readCapture, rows } from "./fixtures";

/** By fixture: the properties that are asked for, and all that is said of them. */
const CASES: Readonly<Record<string, readonly [properties: readonly string[], said: readonly string[]]>> = {
  // Which of several is meant is taken by its index, where that and nothing else is asked for; `(count.index + 1) % 2` reads the same.
  count: [
    ["value", "allocationId", "instanceId"],
    [
      "alicloud_alidns_record.alike[0].value: ?computed <- alicloud_instance.alike[0] by key alicloud_instance.alike[0]",
      "alicloud_alidns_record.alike[1].value: ?computed <- alicloud_instance.alike[1] by key alicloud_instance.alike[1]",
      "alicloud_alidns_record.first[0].value: ?computed <- alicloud_instance.web[0]",
      "alicloud_alidns_record.first[1].value: ?computed <- alicloud_instance.web[0]",
      "alicloud_alidns_record.more[0].value: ?computed <- alicloud_instance.web[0] by key alicloud_instance.web[0]",
      "alicloud_alidns_record.more[1].value: ?computed <- alicloud_instance.web[1] by key alicloud_instance.web[1]",
      "alicloud_alidns_record.more[2].value: ?computed <- alicloud_instance.web[0], alicloud_instance.web[1]",
      "alicloud_alidns_record.other[0].value: ?computed <- alicloud_instance.web[0] by key alicloud_instance.web[0]",
      "alicloud_alidns_record.other[1].value: ?computed <- alicloud_instance.web[1] by key alicloud_instance.web[1]",
      "alicloud_alidns_record.same[0].value: ?computed <- alicloud_instance.web[0] by key alicloud_instance.web[0]",
      "alicloud_alidns_record.same[1].value: ?computed <- alicloud_instance.web[1] by key alicloud_instance.web[1]",
      "alicloud_alidns_record.second.value: ?computed <- alicloud_instance.web[1]",
      "alicloud_eip_association.web[0].allocationId: ?computed <- alicloud_eip_address.web[0] by key alicloud_eip_address.web[0]",
      "alicloud_eip_association.web[0].instanceId: ?computed <- alicloud_instance.web[0] by key alicloud_instance.web[0]",
      "alicloud_eip_association.web[1].allocationId: ?computed <- alicloud_eip_address.web[1] by key alicloud_eip_address.web[1]",
      "alicloud_eip_association.web[1].instanceId: ?computed <- alicloud_instance.web[1] by key alicloud_instance.web[1]",
    ],
  ],
  // So by its key, and by `each.value` where that is told; keys that are made up lead to all. Keys may hold any characters.
  "for-each": [
    ["value", "allocationId", "instanceId"],
    [
      'alicloud_alidns_record.chained["cron"].value: ?computed <- alicloud_instance.web["cron"] by key alicloud_instance.web["cron"]',
      'alicloud_alidns_record.chained["shop"].value: ?computed <- alicloud_instance.web["shop"] by key alicloud_instance.web["shop"]',
      'alicloud_alidns_record.chained["www"].value: ?computed <- alicloud_instance.web["www"] by key alicloud_instance.web["www"]',
      'alicloud_alidns_record.derived["derived-shop"].value: ?computed <- alicloud_instance.web["cron"], alicloud_instance.web["shop"], alicloud_instance.web["www"]',
      'alicloud_alidns_record.derived["derived-www"].value: ?computed <- alicloud_instance.web["cron"], alicloud_instance.web["shop"], alicloud_instance.web["www"]',
      'alicloud_alidns_record.eip["cron"].value: ?computed <- alicloud_eip_address.web["cron"] by key alicloud_eip_address.web["cron"]',
      'alicloud_alidns_record.eip["shop"].value: ?computed <- alicloud_eip_address.web["shop"] by key alicloud_eip_address.web["shop"]',
      'alicloud_alidns_record.eip["www"].value: ?computed <- alicloud_eip_address.web["www"] by key alicloud_eip_address.web["www"]',
      'alicloud_alidns_record.keys["$${not.a.thing}"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["a.b"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["a/b c"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["a::b"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["a[0]"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["back\\\\slash"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["say \\"hi\\""].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.keys["名字"].value: ?computed <- alicloud_instance.web["www"]',
      'alicloud_alidns_record.literal["cron"].value: ?computed <- alicloud_instance.web["shop"]',
      'alicloud_alidns_record.literal["www"].value: ?computed <- alicloud_instance.web["shop"]',
      'alicloud_alidns_record.other["cron"].value: ?computed <- alicloud_instance.web["www"] by key alicloud_instance.web["www"]',
      'alicloud_alidns_record.other["www"].value: ?computed <- alicloud_instance.web["cron"] by key alicloud_instance.web["cron"]',
      'alicloud_alidns_record.same["cron"].value: ?computed <- alicloud_instance.web["cron"] by key alicloud_instance.web["cron"]',
      'alicloud_alidns_record.same["shop"].value: ?computed <- alicloud_instance.web["shop"] by key alicloud_instance.web["shop"]',
      'alicloud_alidns_record.same["www"].value: ?computed <- alicloud_instance.web["www"] by key alicloud_instance.web["www"]',
      'alicloud_alidns_record.subset["cron"].value: ?computed <- alicloud_instance.web["cron"] by key alicloud_instance.web["cron"]',
      'alicloud_alidns_record.subset["www"].value: ?computed <- alicloud_instance.web["www"] by key alicloud_instance.web["www"]',
      'alicloud_eip_association.web["cron"].allocationId: ?computed <- alicloud_eip_address.web["cron"] by key alicloud_eip_address.web["cron"]',
      'alicloud_eip_association.web["cron"].instanceId: ?computed <- alicloud_instance.web["cron"] by key alicloud_instance.web["cron"]',
      'alicloud_eip_association.web["shop"].allocationId: ?computed <- alicloud_eip_address.web["shop"] by key alicloud_eip_address.web["shop"]',
      'alicloud_eip_association.web["shop"].instanceId: ?computed <- alicloud_instance.web["shop"] by key alicloud_instance.web["shop"]',
      'alicloud_eip_association.web["www"].allocationId: ?computed <- alicloud_eip_address.web["www"] by key alicloud_eip_address.web["www"]',
      'alicloud_eip_association.web["www"].instanceId: ?computed <- alicloud_instance.web["www"] by key alicloud_instance.web["www"]',
    ],
  ],
  // Through the outputs and variables of modules, each instance for itself; a map of outputs names all of its values.
  modules: [
    ["value", "allocationId", "loadBalancerId"],
    [
      'alicloud_alidns_record.all_of_each["hk"].value: ?computed <- module.offshore["hk"].alicloud_eip_address.site, module.offshore["macau"].alicloud_eip_address.site',
      'alicloud_alidns_record.all_of_each["macau"].value: ?computed <- module.offshore["hk"].alicloud_eip_address.site, module.offshore["macau"].alicloud_eip_address.site',
      "alicloud_alidns_record.blog.value: ?computed <- module.mainland.alicloud_eip_address.site",
      "alicloud_alidns_record.here.value: ?computed <- module.pair.module.here.alicloud_eip_address.site",
      "alicloud_alidns_record.legacy.value: ?computed <- module.legacy.alicloud_slb_load_balancer.this",
      "alicloud_alidns_record.one_of_count.value: ?computed <- module.counted[1].alicloud_eip_address.site",
      'alicloud_alidns_record.one_of_each.value: ?computed <- module.offshore["hk"].alicloud_eip_address.site',
      "alicloud_alidns_record.there.value: ?computed <- module.pair.module.here.alicloud_eip_address.site, module.pair.module.there.alicloud_eip_address.site",
      "module.counted[0].alicloud_eip_association.site.allocationId: ?computed <- module.counted[0].alicloud_eip_address.site",
      "module.counted[1].alicloud_eip_association.site.allocationId: ?computed <- module.counted[1].alicloud_eip_address.site",
      "module.legacy.alicloud_slb_listener.this.loadBalancerId: ?computed <- module.legacy.alicloud_slb_load_balancer.this",
      "module.mainland.alicloud_eip_association.site.allocationId: ?computed <- module.mainland.alicloud_eip_address.site",
      'module.offshore["hk"].alicloud_eip_association.site.allocationId: ?computed <- module.offshore["hk"].alicloud_eip_address.site',
      'module.offshore["macau"].alicloud_eip_association.site.allocationId: ?computed <- module.offshore["macau"].alicloud_eip_address.site',
      "module.counted[0].module.record.alicloud_alidns_record.this.value: ?computed <- module.counted[0].alicloud_eip_address.site",
      "module.counted[1].module.record.alicloud_alidns_record.this.value: ?computed <- module.counted[1].alicloud_eip_address.site",
      "module.mainland.module.record.alicloud_alidns_record.this.value: ?computed <- module.mainland.alicloud_eip_address.site",
      'module.offshore["hk"].module.record.alicloud_alidns_record.this.value: ?computed <- module.offshore["hk"].alicloud_eip_address.site',
      'module.offshore["macau"].module.record.alicloud_alidns_record.this.value: ?computed <- module.offshore["macau"].alicloud_eip_address.site',
      "module.pair.module.here.alicloud_eip_association.site.allocationId: ?computed <- module.pair.module.here.alicloud_eip_address.site",
      "module.pair.module.there.alicloud_eip_association.site.allocationId: ?computed <- module.pair.module.there.alicloud_eip_address.site",
      "module.pair.module.here.module.record.alicloud_alidns_record.this.value: ?computed <- module.pair.module.here.alicloud_eip_address.site",
      "module.pair.module.there.module.record.alicloud_alidns_record.this.value: ?computed <- module.pair.module.there.alicloud_eip_address.site",
    ],
  ],
  // What leads through a local value stays open, beside what else is named, and through modules.
  locals: [
    ["domainName", "value"],
    [
      'alicloud_alidns_record.beside.domainName: "example.com" open',
      "alicloud_alidns_record.beside.value: ?untraced <- alicloud_instance.web open",
      'alicloud_alidns_record.constant.domainName: "example.com" open',
      "alicloud_alidns_record.constant.value: ?computed <- alicloud_instance.web",
      'alicloud_alidns_record.either.domainName: "example.com" open',
      "alicloud_alidns_record.either.value: ?untraced open",
      'alicloud_alidns_record.resource.domainName: "example.com" open',
      "alicloud_alidns_record.resource.value: ?untraced open",
      'alicloud_alidns_record.through.domainName: "example.com" open',
      "alicloud_alidns_record.through.value: ?untraced open",
    ],
  ],
  // A condition names both branches; what has no instance, and a literal, leave no trace.
  conditions: [
    ["value"],
    [
      "alicloud_alidns_record.coalesce.value: ?computed <- alicloud_eip_address.abroad",
      "alicloud_alidns_record.either.value: ?computed <- alicloud_eip_address.abroad, alicloud_eip_address.home",
      "alicloud_alidns_record.maybe.value: ?computed <- alicloud_eip_address.surely[0]",
      "alicloud_alidns_record.or_literal.value: ?computed <- alicloud_eip_address.home",
    ],
  ],
  // All, the first, the only one and an old index are told by what there is.
  splat: [
    ["value", "instanceIds", "loadBalancerId"],
    [
      "alicloud_alidns_record.element.value: ?computed <- alicloud_slb_load_balancer.this[0]",
      "alicloud_alidns_record.first.value: ?computed <- alicloud_slb_load_balancer.this[0]",
      "alicloud_alidns_record.of_index.value: ?computed <- alicloud_slb_load_balancer.this[0]",
      "alicloud_alidns_record.one.value: ?computed <- alicloud_slb_load_balancer.this[0]",
      "alicloud_slb_attachment.all.instanceIds: ?computed <- alicloud_instance.web[0], alicloud_instance.web[1]",
      "alicloud_slb_attachment.all.loadBalancerId: ?computed <- alicloud_slb_load_balancer.this[0]",
      "alicloud_slb_attachment.more.instanceIds: ?computed <- alicloud_instance.web[0], alicloud_instance.web[1]",
      "alicloud_slb_attachment.more.loadBalancerId: ?computed <- alicloud_slb_load_balancer.this[0]",
      "alicloud_slb_listener.this[0].loadBalancerId: ?computed <- alicloud_slb_load_balancer.this[0]",
    ],
  ],
  // What a data source asks with is what its answer is computed from; one that waits, and one of another provider, may answer anything.
  data: [
    ["value", "vswitchId"],
    [
      "alicloud_alidns_record.asked.value: ?computed <- alicloud_slb_load_balancer.new",
      'alicloud_alidns_record.read.value: "47.98.10.30" open',
      "alicloud_alidns_record.waiting.value: ?untraced open",
      'alicloud_slb_load_balancer.inside.vswitchId: "vsw-bp10000000000000000" open',
    ],
  ],
  // A map or list of several names all its values for each.
  maps: [
    ["value", "sources"],
    [
      "alicloud_alidns_record.by_list[0].value: ?computed <- alicloud_eip_address.other, alicloud_eip_address.web",
      "alicloud_alidns_record.by_list[1].value: ?computed <- alicloud_eip_address.other, alicloud_eip_address.web",
      'alicloud_cdn_domain_new.static.sources: [{port: 80, priority: 20, type: "ipaddr", weight: 10, content: ?computed}] <- alicloud_eip_address.web',
      'module.record["other"].alicloud_alidns_record.this.value: ?computed <- alicloud_eip_address.other, alicloud_eip_address.web',
      'module.record["web"].alicloud_alidns_record.this.value: ?computed <- alicloud_eip_address.other, alicloud_eip_address.web',
      'module.single.alicloud_alidns_record.this["www"].value: ?computed <- alicloud_eip_address.web',
      'module.zone.alicloud_alidns_record.this["static"].value: ?computed <- alicloud_cdn_domain_new.static, alicloud_eip_address.web',
      'module.zone.alicloud_alidns_record.this["www"].value: ?computed <- alicloud_cdn_domain_new.static, alicloud_eip_address.web',
    ],
  ],
};

describe.each(Object.entries(CASES))("of %s", (fixture, [properties, said]) => {
  it.each(programsOf(fixture))("as %s plans them", (program) => {
    expect(rows(readCapture(fixture, program), ...properties)).toEqual(said);
  });
});

it("instances that all refer to the same block share one list of what it has", () => {
  const { resources } = readCapture("for-each", "terraform");
  const lists = resources
    .filter(({ name }) => name.startsWith("alicloud_alidns_record.derived"))
    .map((one) => one.dependenciesOf("value"));
  expect(lists).toHaveLength(2);
  expect(lists[0]).toBe(lists[1]);
});
