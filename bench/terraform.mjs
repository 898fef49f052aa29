// Plans of any size as Terraform shows them: each change is like one that was captured.
import { readFileSync } from "node:fs";

const captured = (fixture) =>
  JSON.parse(
    readFileSync(
      new URL(`../test/plan/read/terraform/fixtures/${fixture}/plan.terraform.json`, import.meta.url),
      "utf8",
    ),
  );
const counted = captured("count");
const CHANGES = new Map(
  [captured("left-out"), captured("old-names"), counted]
    .flatMap((one) => one.resource_changes)
    .map((one) => [one.type, one]),
);

/** What the provider answers for attributes that a plan does not know. */
const answered = (name, change) =>
  Object.fromEntries(
    Object.entries(change.after_unknown).flatMap(([key, mask]) => (mask === true ? [[key, `${key}-${name}`]] : [])),
  );

/**
 * The instances of a block: `count` of them by index, or by key; each with `said` of it, and `known` of what exists. Every tenth
 * is new, or `all`.
 */
function block(type, name, count, { keyed = false, said = () => ({}), known = () => ({}), all = false, expressions }) {
  const { change: like, provider_name } = CHANGES.get(type);
  const rows = Array.from({ length: count }, (_, at) => {
    const index = keyed ? `key-${at}` : at;
    const address = `${type}.${name}[${JSON.stringify(index)}]`;
    const resource = { address, mode: "managed", type, name, index, provider_name };
    const after = { ...like.after, ...said(at) };
    if (all || at % 10 === 0) {
      const planned = Object.fromEntries(Object.entries(after).filter(([key]) => like.after_unknown[key] !== true));
      return { ...resource, change: { ...like, actions: ["create"], before: null, after: planned } };
    }
    const now = { ...answered(`${name}-${at}`, like), ...after, ...known(at) };
    const masks = { after_unknown: {}, before_sensitive: {}, after_sensitive: {} };
    return { ...resource, change: { actions: ["no-op"], before: now, after: now, ...masks } };
  });
  const each = keyed ? { for_each_expression: {} } : { count_expression: { constant_value: count } };
  const address = `${type}.${name}`;
  const common = { address, mode: "managed", type, name, provider_config_key: "alicloud", schema_version: 0, ...each };
  return { rows, configuration: { ...common, expressions } };
}

const constant = (value) => ({ constant_value: value });
/** `x[count.index].attribute`, or with `each.key`. */
const paired = (address, key = "count.index") => ({ references: [address, key] });

/** A plan with all that the programs write of these blocks: what is planned, and what there was before. */
function plan(blocks) {
  const resource_changes = blocks.flatMap(({ rows }) => rows);
  const valued = (rows, from) =>
    rows.map(({ change, ...resource }) => ({
      ...resource,
      schema_version: 0,
      values: change[from],
      sensitive_values: change[`${from}_sensitive`] || {},
    }));
  const existing = resource_changes.filter(({ change }) => change.before !== null);
  const { format_version, terraform_version, configuration } = counted;
  const { provider_config } = configuration;
  const root_module = { resources: blocks.map((one) => one.configuration) };
  return {
    format_version,
    terraform_version,
    planned_values: { root_module: { resources: valued(resource_changes, "after") } },
    resource_changes,
    prior_state: { format_version: "1.0", values: { root_module: { resources: valued(existing, "before") } } },
    configuration: { provider_config, root_module },
    complete: true,
  };
}

/** So many changes: servers with addresses and records on them by count, and acceleration by key; of so many hosts unfiled. */
export function stack(count, unfiled = 0) {
  const size = Math.ceil(count / 80);
  return plan(
    Array.from({ length: 10 }, (_, group) => {
      const [server, eip] = [`alicloud_instance.web_${group}`, `alicloud_eip_address.web_${group}`];
      const addressOf = (at) => `47.${90 + group}.${at >> 8}.${at & 255}`;
      const domain = (at) => (group * size + at < unfiled ? `unfiled-${at}.com` : "example.com");
      return [
        block("alicloud_instance", `web_${group}`, size, {
          expressions: {
            image_id: constant("x"),
            instance_type: constant("x"),
            instance_charge_type: constant("PrePaid"),
          },
          said: () => ({ instance_charge_type: "PrePaid", period: 12 }),
          known: (at) => ({ id: `i-${group}-${at}` }),
        }),
        block("alicloud_eip_address", `web_${group}`, size, {
          known: (at) => ({ id: `eip-${group}-${at}`, ip_address: addressOf(at) }),
          expressions: { bandwidth: constant("5") },
        }),
        block("alicloud_eip_association", `web_${group}`, size, {
          known: (at) => ({ allocation_id: `eip-${group}-${at}`, instance_id: `i-${group}-${at}` }),
          expressions: { allocation_id: paired(eip), instance_id: paired(server) },
        }),
        block("alicloud_alidns_record", `www_${group}`, size, {
          said: (at) => ({ domain_name: domain(at), rr: `www-${group}-${at}`, type: "A" }),
          known: (at) => ({ value: addressOf(at) }),
          expressions: {
            domain_name: { references: ["var.domain"] },
            rr: { references: ["count.index"] },
            type: constant("A"),
            value: paired(eip),
          },
        }),
        block("alicloud_cdn_domain_new", `static_${group}`, size, {
          keyed: true,
          said: (at) => ({ domain_name: `static-${group}-${at}.example.com`, scope: "domestic" }),
          expressions: {
            domain_name: { references: ["each.key"] },
            cdn_type: constant("web"),
            scope: constant("domestic"),
            sources: [{ type: constant("ipaddr"), content: constant("47.98.10.20") }],
          },
        }),
        // What has nothing to do with websites.
        ...["logs", "jobs", "roles"].map((name) =>
          block("alicloud_resource_manager_resource_group", `${name}_${group}`, size, {
            expressions: { display_name: constant("x"), resource_group_name: constant("x") },
          }),
        ),
      ];
    }).flat(),
  );
}

/** So many new records by count on as many new servers. */
export function pairs(count) {
  return plan([
    block("alicloud_instance", "web", count, { all: true, expressions: { internet_max_bandwidth_out: constant(5) } }),
    block("alicloud_alidns_record", "www", count, {
      all: true,
      said: (at) => ({ domain_name: "example.com", rr: `www-${at}`, type: "A" }),
      expressions: {
        domain_name: constant("example.com"),
        rr: { references: ["count.index"] },
        type: constant("A"),
        value: paired("alicloud_instance.web"),
      },
    }),
  ]);
}
