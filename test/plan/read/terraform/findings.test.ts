/** All that is found in each capture, where example.com is unfiled and nothing else is declared. */
import { describe, expect, it } from "vitest";
import { judge } from "../../../../src/judge";
import { TODAY, unfiled, wholeLineOf } from "../../../support/rule-tester";
import { PROGRAMS, planOf, programsOf, readable, readCapture, type Program } from "./fixtures";

const found = (capture: string, program: Program): readonly string[] => {
  const [fixture = "", name] = capture.split("/");
  const plan = planOf(readCapture(fixture, program, name));
  return judge(plan, { register: unfiled(), today: TODAY }).findings.map(wholeLineOf);
};

const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  "changes/destroy": [],
  "changes/plan": [
    "icp-cdn-coverage violation new.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.new",
    "icp-cdn-coverage violation shop.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.shop",
    "icp-dns-record violation web.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.web",
    "icp-unnamed-website undetermined alicloud_instance.filing: undetermined (not-in-plan) [declare-host] at alicloud_instance.filing",
    "icp-dns-record undetermined api.example.com + n0.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of alicloud_alidns_record.new_name",
    "icp-dns-record undetermined same.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.same",
    "icp-server-missing undetermined example.com: undetermined (term-declare) [buy-server] at alicloud_cdn_domain_new.new",
  ],
  "changes/replace": [
    "icp-cdn-coverage violation new.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.new",
    "icp-cdn-coverage violation shop.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.shop",
    "icp-dns-record violation web.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.web",
    "icp-unnamed-website undetermined alicloud_instance.filing: undetermined (not-in-plan) [declare-host] at alicloud_instance.filing",
    "icp-dns-record undetermined api.example.com + n0.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of alicloud_alidns_record.new_name",
    "icp-dns-record undetermined same.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.same",
    "icp-server-missing undetermined example.com: undetermined (term-declare) [buy-server] at alicloud_cdn_domain_new.new",
  ],
  "changes/state": [
    "icp-cdn-coverage violation old-shop.example.com: icp-cdn-coverage [file-existing, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.shop",
    "icp-dns-record violation shop.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.shop",
    "icp-unnamed-website undetermined alicloud_instance.filing: undetermined (not-in-plan) [declare-host] at alicloud_instance.filing",
    "icp-dns-record undetermined api.example.com + n0.example.com + n1.example.com + n2.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of alicloud_alidns_record.old_name",
    "icp-dns-record undetermined same.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.same",
    "icp-offshore-edge undetermined gone.example.com: undetermined (unmatched-address) [origin-outside] at sources[0].content of alicloud_cdn_domain_new.gone",
    "icp-server-missing undetermined example.com: undetermined (region-unset-terraform) [buy-server] at alicloud_cdn_domain_new.shop",
  ],
  "changes/target": [
    "icp-cdn-coverage violation old-shop.example.com: icp-cdn-coverage [file-existing, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.shop",
    "icp-dns-record violation shop.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.shop",
    "icp-undetermined undetermined -: icp-undetermined.incomplete-terraform (incomplete-terraform) [show-sames-terraform]",
    "icp-unnamed-website undetermined alicloud_instance.filing: undetermined (not-in-plan) [declare-host] at alicloud_instance.filing",
    "icp-dns-record undetermined api.example.com + n0.example.com + n1.example.com + n2.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of alicloud_alidns_record.new_name",
    "icp-dns-record undetermined same.example.com + web.example.com: undetermined (incomplete-terraform) [show-sames-terraform] at value of alicloud_alidns_record.same",
    "icp-offshore-edge undetermined gone.example.com: undetermined (incomplete-terraform) [show-sames-terraform] at sources[0].content of alicloud_cdn_domain_new.gone",
    "icp-server-missing undetermined example.com: undetermined (term-declare) [buy-server] at alicloud_cdn_domain_new.shop",
  ],
  "conditions/plan": [
    "icp-dns-record undetermined coalesce.example.com + either.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.coalesce",
    "icp-dns-record undetermined maybe.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.maybe",
    "icp-dns-record undetermined or-literal.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.or_literal",
    "icp-offshore-edge undetermined www.example.com: undetermined (unmatched-address) [origin-outside] at sources[0].content of alicloud_cdn_domain_new.www",
  ],
  "count/plan": [
    "icp-dns-record violation alike-0.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.alike[0]",
    "icp-dns-record violation alike-1.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.alike[1]",
    "icp-dns-record violation first-0.example.com + first-1.example.com + more-0.example.com + more-2.example.com + other-0.example.com + same-0.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.first[0]",
    "icp-dns-record violation more-1.example.com + other-1.example.com + same-1.example.com + second.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.more[1]",
    "icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of alicloud_instance.alike[0]",
  ],
  "data/plan": [
    "icp-dns-record violation asked.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.asked",
    "icp-dns-record undetermined read.example.com: undetermined.unmatched (unmatched-address) [declare-dns] at value of alicloud_alidns_record.read",
    "icp-dns-record undetermined waiting.example.com: undetermined (untraced) [reference] at value of alicloud_alidns_record.waiting",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_alidns_record.asked",
  ],
  "dynamic/plan": [
    "icp-cdn-coverage violation both.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.both",
    "icp-cdn-coverage violation constants.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.constants",
    "icp-cdn-coverage violation resources.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.resources",
    "icp-unnamed-website undetermined alicloud_slb_load_balancer.origin[0]: undetermined (opening-unknown) [declare-host] at alicloud_slb_load_balancer.origin[0]",
    "icp-unnamed-website undetermined alicloud_slb_load_balancer.origin[1]: undetermined (opening-unknown) [declare-host] at alicloud_slb_load_balancer.origin[1]",
    "icp-gateway-domain undetermined also.example.com + nested.example.com: undetermined (not-in-plan) [check] at rule_conditions[0].host_config.values[0] of alicloud_alb_rule.nested",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_alb_rule.nested",
  ],
  "enabled/plan": [
    "icp-gateway-domain violation on.example.com: icp-gateway-domain [file, entry-outside] at custom_domain_name of alicloud_fcv3_custom_domain.on",
    "icp-undetermined undetermined -: icp-undetermined.incomplete-terraform (incomplete-terraform) [show-sames-terraform]",
    "icp-server-missing undetermined example.com: undetermined (incomplete-terraform) [show-sames-terraform, buy-server] at alicloud_fcv3_custom_domain.on",
  ],
  "excluded/plan": [
    "icp-undetermined undetermined -: icp-undetermined.incomplete-terraform (incomplete-terraform) [show-sames-terraform]",
    "icp-dns-record undetermined www.example.com: undetermined (incomplete-terraform) [show-sames-terraform] at value of alicloud_alidns_record.www",
  ],
  "for-each/plan": [
    'icp-dns-record violation backslash.example.com + blank.example.com + brackets.example.com + chained-www.example.com + chinese.example.com + colons.example.com + dot.example.com + eip-www.example.com + other-cron.example.com + quotes.example.com + same-www.example.com + subset-www.example.com + template.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.keys["back\\\\slash"]',
    'icp-dns-record violation chained-cron.example.com + derived-shop.example.com + derived-www.example.com + eip-cron.example.com + other-www.example.com + same-cron.example.com + subset-cron.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.chained["cron"]',
    'icp-dns-record violation chained-shop.example.com + eip-shop.example.com + literal-cron.example.com + literal-www.example.com + same-shop.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.chained["shop"]',
    'icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of alicloud_instance.web["cron"]',
  ],
  "hosts/plan": [
    "icp-cdn-coverage violation blocks.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.blocks",
    "icp-gateway-domain violation example.com + www.example.com: icp-gateway-domain [file, entry-outside] at rule_conditions[0].host_config.values[1] of alicloud_alb_rule.sorted",
    "icp-protection-domain violation waf.example.com: icp-protection-domain [file, protection-outside] at domain of alicloud_wafv3_domain.list",
    "icp-gateway-domain violation *.example.net: icp-gateway-domain [declare, file, owner-files, entry-outside] at rule_conditions[0].host_config.values[0] of alicloud_alb_rule.sorted",
    "icp-gateway-domain undetermined alicloud_alb_rule.unknown: undetermined (computed) [check] at rule_conditions[0].host_config.values of alicloud_alb_rule.unknown",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_alb_rule.sorted",
    "icp-server-missing violation example.net: icp-server-missing [buy-server] at alicloud_alb_rule.sorted",
  ],
  "imported/plan": [],
  "kept/destroy": [],
  "kept/plan": [
    "icp-cdn-coverage violation blog.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.blog",
    "icp-cdn-coverage violation shop.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.shop",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_cdn_domain_new.blog",
  ],
  "left-out/plan": [
    "icp-cdn-coverage violation blocks.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.blocks",
    "icp-cdn-coverage violation left-out.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.left_out",
    "icp-cdn-coverage violation null.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.null",
    'icp-cdn-coverage violation silent.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.each["silent"]',
    "icp-cdn-coverage undetermined unknown.example.com: undetermined (computed) [check] at domain_name of alicloud_cdn_domain_new.unknown",
    "icp-offshore-edge undetermined function.example.com + open.example.com: undetermined (unmatched-address) [origin-outside] at sources[0].content of alicloud_cdn_domain_new.function",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_cdn_domain_new.blocks",
  ],
  "locals/plan": [
    "icp-dns-record violation constant.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.constant",
    "icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of alicloud_instance.web",
    "icp-unnamed-website undetermined alicloud_slb_load_balancer.web: undetermined (opening-unknown) [declare-host] at alicloud_slb_load_balancer.web",
    "icp-dns-record undetermined beside.example.com: undetermined (untraced) [reference] at value of alicloud_alidns_record.beside",
    "icp-dns-record undetermined either.example.com: undetermined (untraced) [reference] at value of alicloud_alidns_record.either",
    "icp-dns-record undetermined resource.example.com: undetermined (untraced) [reference] at value of alicloud_alidns_record.resource",
    "icp-dns-record undetermined through.example.com: undetermined (untraced) [reference] at value of alicloud_alidns_record.through",
  ],
  "maps/plan": [
    'icp-dns-record undetermined other.example.cn + web.example.cn: undetermined (unbound) [reference] at value of module.record["other"].alicloud_alidns_record.this',
    'icp-dns-record undetermined static.example.com: undetermined (several-candidates) [reference] at value of module.zone.alicloud_alidns_record.this["static"]',
    'icp-dns-record undetermined www.example.com: undetermined (several-candidates) [reference] at value of module.zone.alicloud_alidns_record.this["www"]',
    "icp-offshore-edge undetermined static.example.com: undetermined (unbound) [origin-outside] at sources[0].content of alicloud_cdn_domain_new.static",
    'icp-dns-record undetermined www.example.net: undetermined (unbound) [reference] at value of module.single.alicloud_alidns_record.this["www"]',
    "icp-dns-record undetermined n0.example.org + n1.example.org: undetermined (unbound) [reference] at value of alicloud_alidns_record.by_list[0]",
  ],
  "modules/plan": [
    "icp-dns-record violation blog.example.com + www.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.blog",
    "icp-dns-record violation here.example.com + pair-here.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.here",
    "icp-dns-record violation legacy.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.legacy",
    "icp-dns-record violation n0.example.com: icp-dns-record [file, hold-record, entry-outside] at value of module.counted[0].module.record.alicloud_alidns_record.this",
    "icp-dns-record violation n1.example.com + one-of-count.example.com: icp-dns-record [file, hold-record, entry-outside] at value of module.counted[1].module.record.alicloud_alidns_record.this",
    "icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of module.counted[0].alicloud_instance.site",
    "icp-dns-record undetermined there.example.com: undetermined (several-candidates) [reference] at value of alicloud_alidns_record.there",
  ],
  "nothing/plan": [],
  "nothing/state": [],
  "old-names/plan": [
    "icp-dns-record violation old.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_dns_record.old",
    "icp-dns-record undetermined eip.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.old",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_dns_record.old",
  ],
  "provider-for-each/plan": [
    'icp-gateway-domain undetermined cn-beijing.example.com: undetermined (unshown) [show-region] at custom_domain_name of alicloud_fcv3_custom_domain.each["cn-beijing"]',
    'icp-gateway-domain undetermined cn-hongkong.example.com: undetermined (unshown) [show-region] at custom_domain_name of alicloud_fcv3_custom_domain.each["cn-hongkong"]',
  ],
  "region-witness/plan": [
    "icp-gateway-domain violation home.example.com: icp-gateway-domain [file, entry-outside] at custom_domain_name of alicloud_fcv3_custom_domain.home",
    "icp-gateway-domain undetermined odd.example.com: undetermined (regions-differ) [agree-region] at custom_domain_name of alicloud_fcv3_custom_domain.odd",
    "icp-gateway-domain undetermined silent.example.com: undetermined (unshown) [show-region] at custom_domain_name of alicloud_fcv3_custom_domain.silent",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_fcv3_custom_domain.home",
  ],
  "regions/plan": [
    "icp-gateway-domain undetermined condition.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_condition.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined function.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_function.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined local.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_local.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined misleading.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_misleading.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined none.example.com: undetermined (region-unset-terraform) [set-region] at custom_domain_name of module.of.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined null.example.com: undetermined (region-unset-terraform) [set-region] at custom_domain_name of module.of_null.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined template.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_template.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined unlisted.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_unlisted.alicloud_fcv3_custom_domain.this",
    "icp-gateway-domain undetermined variable.example.com: undetermined (unshown) [show-region] at custom_domain_name of module.of_variable.alicloud_fcv3_custom_domain.this",
  ],
  "sensitive/plan": [
    "icp-cdn-coverage violation open.example.com: icp-cdn-coverage [file, scope-overseas-terraform] at domain_name of alicloud_cdn_domain_new.origin",
    "icp-protection-domain violation waf.example.com: icp-protection-domain [file, protection-outside] at domain of alicloud_wafv3_domain.backends",
    "icp-cdn-coverage undetermined alicloud_cdn_domain_new.host: undetermined (secret) [check] at domain_name of alicloud_cdn_domain_new.host",
    "icp-gateway-domain undetermined alicloud_alb_rule.all: undetermined (secret) [check] at rule_conditions.host_config.values of alicloud_alb_rule.all",
    "icp-gateway-domain undetermined alicloud_alb_rule.one: undetermined (secret) [check] at rule_conditions.host_config.values of alicloud_alb_rule.one",
    "icp-unnamed-website undetermined alicloud_instance.web: undetermined (not-in-plan) [declare-host] at alicloud_instance.web",
    "icp-dns-record undetermined www.example.com: undetermined (secret) [check] at value of alicloud_alidns_record.unknown",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_cdn_domain_new.origin",
  ],
  "splat/plan": [
    "icp-dns-record violation element.example.com + first.example.com + of-index.example.com + one.example.com: icp-dns-record [file, hold-record, entry-outside] at value of alicloud_alidns_record.element",
    "icp-server-bandwidth violation example.com: icp-server-bandwidth [bandwidth-terraform] at internet_max_bandwidth_out of alicloud_instance.web[0]",
    "icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of alicloud_instance.web[0]",
  ],
  "targeted/counted": [
    "icp-gateway-domain violation left.example.com: icp-gateway-domain [file, entry-outside] at custom_domain_name of alicloud_fcv3_custom_domain.left",
    "icp-undetermined undetermined -: icp-undetermined.incomplete-terraform (incomplete-terraform) [show-sames-terraform]",
    "icp-dns-record undetermined www.example.com: undetermined (incomplete-terraform) [show-sames-terraform] at value of alicloud_alidns_record.www",
    "icp-server-missing undetermined example.com: undetermined (incomplete-terraform) [show-sames-terraform, buy-server] at alicloud_fcv3_custom_domain.left",
  ],
  "targeted/plan": [
    "icp-undetermined undetermined -: icp-undetermined.incomplete-terraform (incomplete-terraform) [show-sames-terraform]",
    "icp-dns-record undetermined www.example.com: undetermined (incomplete-terraform) [show-sames-terraform] at value of alicloud_alidns_record.www",
  ],
  "unchanged/plan": [
    "icp-cdn-coverage violation static.example.com: icp-cdn-coverage [file-existing, scope-overseas-terraform] at domain_name of module.site.alicloud_cdn_domain_new.static",
    'icp-dns-record violation shop.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.web["shop"]',
    'icp-dns-record violation www.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.web["www"]',
    "icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of alicloud_instance.web[0]",
  ],
  "unchanged/state": [
    "icp-cdn-coverage violation static.example.com: icp-cdn-coverage [file-existing, scope-overseas-terraform] at domain_name of module.site.alicloud_cdn_domain_new.static",
    'icp-dns-record violation shop.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.web["shop"]',
    'icp-dns-record violation www.example.com: icp-dns-record [file-existing, disable-record, entry-outside] at value of alicloud_alidns_record.web["www"]',
    "icp-server-billing violation example.com: icp-server-billing [subscription-terraform] at instance_charge_type of alicloud_instance.web[0]",
    "icp-gateway-domain undetermined abroad.example.com: undetermined (region-unset-terraform) [set-region] at custom_domain_name of alicloud_fcv3_custom_domain.abroad",
  ],
};

/** What OpenTofu's plan does not say: which counted resources a plan of targets leaves out. */
const OPENTOFU: Readonly<Record<string, readonly string[]>> = {
  "targeted/counted": [
    "icp-gateway-domain violation left.example.com: icp-gateway-domain [file, entry-outside] at custom_domain_name of alicloud_fcv3_custom_domain.left",
    "icp-dns-record undetermined www.example.com: undetermined (unbound) [reference] at value of alicloud_alidns_record.www",
    "icp-server-missing violation example.com: icp-server-missing [buy-server] at alicloud_fcv3_custom_domain.left",
  ],
};

describe.each(Object.keys(FINDINGS))("in %s", (capture) => {
  const [fixture = "", name] = capture.split("/");
  it.each(programsOf(fixture, name))("as %s plans it", (program) => {
    const own = program === "opentofu" ? OPENTOFU[capture] : undefined;
    expect(found(capture, program)).toEqual(own ?? FINDINGS[capture]);
  });
});

it("each capture is in the table", () => {
  expect([...new Set(PROGRAMS.flatMap(readable))].sort()).toEqual(Object.keys(FINDINGS).sort());
});
