/** Which provider a resource has, and in which region that is. */
import { describe, expect, it } from "vitest";
import { judge } from "../../../../src/judge";
import type { RegionFallback } from "../../../../src/plan/plan";
import { joinParts } from "../../../../src/plan/read";
import { TODAY, unfiled, wholeLineOf } from "../../../support/rule-tester";
import { planOf, programsOf, readCapture, resourcesOf } from "./fixtures";

/** By fixture: the regions of all providers, then the provider of each resource. */
const CASES: Readonly<Record<string, readonly [regions: readonly string[], providers: readonly string[]]>> = {
  // A constant, null, and a variable that nothing but its own region hangs on are told: a condition on a region reads like one.
  regions: [
    [
      "alicloud default: null",
      "alicloud alicloud.condition: null unshown",
      'alicloud alicloud.constant: "cn-hongkong"',
      'alicloud alicloud.ephemeral: "cn-hongkong"',
      "alicloud alicloud.function: null unshown",
      "alicloud alicloud.local: null unshown",
      "alicloud alicloud.misleading: null unshown",
      "alicloud alicloud.null: null",
      "alicloud alicloud.template: null unshown",
      "alicloud alicloud.unlisted: null unshown",
      "alicloud alicloud.variable: null unshown",
    ],
    [
      "module.of.alicloud_fcv3_custom_domain.this: default",
      "module.of_condition.alicloud_fcv3_custom_domain.this: alicloud.condition",
      "module.of_constant.alicloud_fcv3_custom_domain.this: alicloud.constant",
      "module.of_ephemeral.alicloud_fcv3_custom_domain.this: alicloud.ephemeral",
      "module.of_function.alicloud_fcv3_custom_domain.this: alicloud.function",
      "module.of_local.alicloud_fcv3_custom_domain.this: alicloud.local",
      "module.of_misleading.alicloud_fcv3_custom_domain.this: alicloud.misleading",
      "module.of_null.alicloud_fcv3_custom_domain.this: alicloud.null",
      "module.of_template.alicloud_fcv3_custom_domain.this: alicloud.template",
      "module.of_unlisted.alicloud_fcv3_custom_domain.this: alicloud.unlisted",
      "module.of_variable.alicloud_fcv3_custom_domain.this: alicloud.variable",
    ],
  ],
  // None is told by the configuration: zones tell, which products ask for.
  "region-witness": [
    [
      "alicloud alicloud.abroad: null unshown",
      "alicloud default: null unshown",
      "alicloud alicloud.odd: null unshown",
      "alicloud alicloud.silent: null unshown",
    ],
    [
      "alicloud_fcv3_custom_domain.abroad: alicloud.abroad",
      "alicloud_fcv3_custom_domain.home: default",
      "alicloud_fcv3_custom_domain.odd: alicloud.odd",
      "alicloud_fcv3_custom_domain.silent: alicloud.silent",
      "alicloud_vswitch.abroad: alicloud.abroad",
      "alicloud_vswitch.home: default",
      'alicloud_vswitch.odd["cn-beijing-h"]: alicloud.odd',
      'alicloud_vswitch.odd["cn-hongkong-b"]: alicloud.odd',
    ],
  ],
  // One provider for several regions has none that is told.
  "provider-for-each": [
    ["alicloud alicloud.by_region: null unshown"],
    [
      'alicloud_fcv3_custom_domain.each["cn-beijing"]: alicloud.by_region',
      'alicloud_fcv3_custom_domain.each["cn-hongkong"]: alicloud.by_region',
    ],
  ],
  // Those that are passed to modules, renamed in them, and of a module's own.
  modules: [
    [
      'alicloud default: "cn-shenzhen"',
      'alicloud module.legacy:alicloud: "cn-beijing"',
      'alicloud alicloud.hongkong: "cn-hongkong"',
    ],
    [
      'alicloud_alidns_record.all_of_each["hk"]: default',
      'alicloud_alidns_record.all_of_each["macau"]: default',
      "alicloud_alidns_record.blog: default",
      "alicloud_alidns_record.here: default",
      "alicloud_alidns_record.legacy: default",
      "alicloud_alidns_record.one_of_count: default",
      "alicloud_alidns_record.one_of_each: default",
      "alicloud_alidns_record.there: default",
      "module.counted[0].alicloud_eip_address.site: default",
      "module.counted[0].alicloud_eip_association.site: default",
      "module.counted[0].alicloud_instance.site: default",
      "module.counted[1].alicloud_eip_address.site: default",
      "module.counted[1].alicloud_eip_association.site: default",
      "module.counted[1].alicloud_instance.site: default",
      "module.legacy.alicloud_slb_listener.this: module.legacy:alicloud",
      "module.legacy.alicloud_slb_load_balancer.this: module.legacy:alicloud",
      "module.mainland.alicloud_eip_address.site: default",
      "module.mainland.alicloud_eip_association.site: default",
      "module.mainland.alicloud_instance.site: default",
      'module.offshore["hk"].alicloud_eip_address.site: alicloud.hongkong',
      'module.offshore["hk"].alicloud_eip_association.site: alicloud.hongkong',
      'module.offshore["hk"].alicloud_instance.site: alicloud.hongkong',
      'module.offshore["macau"].alicloud_eip_address.site: alicloud.hongkong',
      'module.offshore["macau"].alicloud_eip_association.site: alicloud.hongkong',
      'module.offshore["macau"].alicloud_instance.site: alicloud.hongkong',
      "module.counted[0].module.record.alicloud_alidns_record.this: default",
      "module.counted[1].module.record.alicloud_alidns_record.this: default",
      "module.mainland.module.record.alicloud_alidns_record.this: default",
      'module.offshore["hk"].module.record.alicloud_alidns_record.this: alicloud.hongkong',
      'module.offshore["macau"].module.record.alicloud_alidns_record.this: alicloud.hongkong',
      "module.pair.module.here.alicloud_eip_address.site: default",
      "module.pair.module.here.alicloud_eip_association.site: default",
      "module.pair.module.here.alicloud_instance.site: default",
      "module.pair.module.there.alicloud_eip_address.site: alicloud.hongkong",
      "module.pair.module.there.alicloud_eip_association.site: alicloud.hongkong",
      "module.pair.module.there.alicloud_instance.site: alicloud.hongkong",
      "module.pair.module.here.module.record.alicloud_alidns_record.this: default",
      "module.pair.module.there.module.record.alicloud_alidns_record.this: alicloud.hongkong",
    ],
  ],
  // Unchanged resources have theirs as well.
  unchanged: [
    ['alicloud default: "cn-hangzhou"', 'alicloud alicloud.hongkong: "cn-hongkong"'],
    [
      'alicloud_alidns_record.web["shop"]: default',
      'alicloud_alidns_record.web["www"]: default',
      "alicloud_fcv3_custom_domain.abroad: alicloud.hongkong",
      "alicloud_instance.web[0]: default",
      "alicloud_instance.web[1]: default",
      "module.site.alicloud_cdn_domain_new.static: default",
    ],
  ],
  // What comes with the program has one of its own.
  "old-names": [
    ['alicloud default: "cn-hangzhou"', "terraform default: null"],
    [
      "alicloud_alidns_record.old: default",
      "alicloud_dns_record.old: default",
      "alicloud_eip.old: default",
      "alicloud_resource_manager_resource_group.web: default",
      "alicloud_slb.old: default",
      "alicloud_slb_listener.old: default",
      "terraform_data.release: default",
    ],
  ],
};

describe.each(Object.entries(CASES))("of %s", (fixture, [regions, providers]) => {
  it.each(programsOf(fixture))("as %s plans them", (program) => {
    const part = readCapture(fixture, program);
    const told = part.resources
      .filter(({ type }) => type.startsWith("pulumi:providers:"))
      .map(({ type, name, data }) =>
        `${type.slice(17)} ${name}: ${JSON.stringify(data.inputs["region"] ?? null)} ${data.hidden ?? ""}`.trim(),
      );
    expect(told).toEqual(regions);
    const plan = planOf(part);
    expect(resourcesOf(part).map((one) => `${one.name}: ${plan.providerOf(one)?.name ?? "none"}`)).toEqual(providers);
  });
});

it("nothing but region and environment of a provider is kept", () => {
  for (const fixture of Object.keys(CASES)) {
    for (const program of programsOf(fixture)) {
      const { resources } = readCapture(fixture, program);
      const kept = resources
        .filter(({ type }) => type.startsWith("pulumi:providers:"))
        .flatMap(({ data }) => Object.keys(data.inputs));
      expect(kept.filter((key) => key !== "region" && key !== "environment")).toEqual([]);
    }
  }
});

it("a state tells no provider", () => {
  const part = readCapture("unchanged", "terraform", "state");
  expect(part.part).toMatchObject({ applied: true, untoldProviders: true });
  expect(part.resources.filter(({ provider }) => provider !== undefined)).toEqual([]);
});

describe("the region of what a state has", () => {
  const located = (from: RegionFallback["from"]): readonly string[] => {
    const part = readCapture("unchanged", "terraform", "state");
    const plan = joinParts([part], { region: { region: "cn-hongkong", from } });
    return judge(plan, { register: unfiled(), today: TODAY })
      .findings.filter(({ hosts }) => hosts.includes("abroad.example.com"))
      .map(wholeLineOf);
  };
  it("is what the user says of all", () => {
    expect(located("--region")).toEqual([]);
  });
  it("is not what the environment says: there may be several providers", () => {
    expect(located("ALICLOUD_REGION")).toEqual([
      "icp-gateway-domain undetermined abroad.example.com: undetermined (providers-untold) [give-region] at custom_domain_name of alicloud_fcv3_custom_domain.abroad",
    ]);
  });
});
