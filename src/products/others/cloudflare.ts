/**
 * Cloudflare's proxy: a proxied record answers with Cloudflare's own addresses, so the record is an edge and its values
 * are the origins. The edge is outside the mainland unless Cloudflare serves the zone from its China Network, which is a
 * contract and no resource; so the place is only assumed.
 */
import { push } from "../../base/collections";
import { referenceTo, type Contribution, type EntrySpec } from "../../graph/contribution";
import { memo } from "../../base/memo";
import type { Doubt, Fact, Urn } from "../../plan/fact";
import type { Plan } from "../../plan/plan";
import { topLevel, type Resource, type Value } from "../../plan/resource";
import { hostOf } from "./host";
import { marked } from "../reading/match";
import { assumedOutside } from "./coverage";
import { RECORDS, type RecordRow } from "./records";
import { valuesAtAll } from "../reading/path";
import { zoneOf, type Zone } from "./zones";

const TYPES = ["cloudflare:index/dnsRecord:DnsRecord", "cloudflare:index/record:Record"] as const;

/** Whether a record goes through the provider's proxy; no record does while its zone is paused. */
export function isProxied(record: Resource, { proxied }: RecordRow, zone: Zone | undefined): boolean | Doubt {
  return proxied === undefined || zone?.paused === true ? false : marked(record, { path: proxied, is: ["true"] });
}

/** What a proxied record contributes: an edge for its host, and what that fetches from. */
export function proxiedRecord(
  by: Resource,
  host: Fact<string>,
  values: readonly Value[],
  plan: Plan,
): readonly Contribution[] {
  const spec: EntrySpec = {
    kind: "foreign-edge",
    location: assumedOutside("Cloudflare"),
    reach: "public",
  };
  return [
    { is: "entry", resource: by, ...spec, addresses: [host] },
    { is: "binding", by, host, property: "name", to: referenceTo(by), standIn: spec },
    ...originsOf(by, values, plan).map((value): Contribution => ({ is: "origin", of: by, value })),
  ];
}

/**
 * Cloudflare looks other proxied names of its own up by itself: what those fetch from is fetched from. What a straight
 * chain ends at is kept for each of its records, so that chains cost no more than their length.
 */
function originsOf(by: Resource, values: readonly Value[], plan: Plan): readonly Value[] {
  const { ends } = proxiedRecords(plan);
  const done = ends.get(by.urn);
  if (done) return done;
  const found: Value[] = [];
  const passed = new Set([by.urn]);
  const queue = [...values];
  let isStraight = values.length === 1;
  for (const value of queue) {
    const others = proxiedAt(value, plan);
    if (others.length === 0) found.push(value);
    isStraight &&= others.length < 2 && others.every((other) => other.values.length === 1);
    for (const { record, values: further } of others) {
      const end = passed.has(record.urn) ? [] : ends.get(record.urn);
      passed.add(record.urn);
      if (end) found.push(...end);
      else queue.push(...further);
    }
  }
  for (const urn of isStraight ? passed : [by.urn]) ends.set(urn, found);
  return found;
}

interface Proxied {
  readonly record: Resource;
  readonly host: Fact<string>;
  readonly values: readonly Value[];
}

/** The proxied records that a value names, or whose name it was computed from. */
function proxiedAt(value: Value, plan: Plan): readonly Proxied[] {
  const name = value.string();
  const { byHost, byUrn } = proxiedRecords(plan);
  if (name.state === "known") return byHost.get(name.value.toLowerCase().replace(/\.$/, "")) ?? [];
  return value.owner.dependenciesOf(topLevel(value.path)).flatMap((urn) => byUrn.get(urn) ?? []);
}

const proxiedRecords = memo((plan: Plan) => {
  const byHost = new Map<string, Proxied[]>();
  const byUrn = new Map<Urn, Proxied>();
  for (const type of TYPES) {
    const row: RecordRow = RECORDS[type];
    for (const record of plan.ofType(type)) {
      const zone = row.zone && zoneOf(record, row.zone, plan);
      if (isProxied(record, row, zone) !== true) continue;
      const host = hostOf(record, record, row, zone);
      const found = { record, host, values: valuesAtAll(record, RECORDS[type].values) };
      byUrn.set(record.urn, found);
      if (host.state === "known") push(byHost, host.value.toLowerCase(), found);
    }
  }
  return { byHost, byUrn, ends: new Map<Urn, readonly Value[]>() };
});
