/** What changed from one report to the next one of the same plans. */
import { groupBy, numbered } from "../base/collections";
import type { Report, ReportFinding, ReportLimit } from "./types";

/** What changed in the verdict. Where a finding stands is no change: lines move with whatever is written above. */
export interface Changes {
  readonly fresh: readonly ReportFinding[];
  /** Those that say something else now, as they are now. */
  readonly changed: readonly ReportFinding[];
  readonly gone: readonly ReportFinding[];
  readonly limits: { readonly fresh: readonly ReportLimit[]; readonly gone: readonly ReportLimit[] };
  readonly hosts: { readonly fresh: readonly string[]; readonly gone: readonly string[] };
}

export function changesBetween(before: Report, now: Report): Changes {
  const left = new Map(identified(before.findings).map(({ key, finding }) => [key, finding]));
  const changed: ReportFinding[] = [];
  const unknown: ReportFinding[] = [];
  for (const { key, finding } of identified(now.findings)) {
    const same = left.get(key);
    if (!same) {
      unknown.push(finding);
      continue;
    }
    left.delete(key);
    if (saidBy(same) !== saidBy(finding)) changed.push(finding);
  }
  const fresh: ReportFinding[] = [];
  const alike = groupBy(left, ([, other]) => groupOf(other));
  for (const finding of unknown) {
    const [key] = alike.get(groupOf(finding))?.find(([one, other]) => left.has(one) && isOfOne(finding, other)) ?? [];
    if (key !== undefined) left.delete(key);
    (key === undefined ? fresh : changed).push(finding);
  }
  const order = new Map(now.findings.map((finding, at) => [finding, at]));
  changed.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return {
    fresh,
    changed,
    gone: [...left.values()],
    limits: sides(before.limits, now.limits, ({ message }) => message),
    hosts: sides(hostsOf(before), hostsOf(now), (host) => host),
  };
}

/** Whether nothing changed at all. */
export const isUnchanged = ({ fresh, changed, gone, limits, hosts }: Changes): boolean =>
  [fresh, changed, gone, limits.fresh, limits.gone, hosts.fresh, hosts.gone].every((list) => list.length === 0);

/** A finding has the same fingerprint in each run; of several with one, the first stays the first. */
const identified = (
  findings: readonly ReportFinding[],
): readonly { readonly key: string; readonly finding: ReportFinding }[] =>
  numbered(findings, ({ plan, fingerprint }) => `${plan} ${fingerprint}`).map(({ item, nth }) => ({
    key: `${item.plan} ${item.fingerprint} ${nth}`,
    finding: item,
  }));

const saidBy = ({
  verdict,
  level,
  message,
  remedies,
  waiver,
  waived,
  baseline,
  path,
  waitsFor,
  alsoWaitsFor,
}: ReportFinding): string =>
  JSON.stringify([verdict, level, message, remedies, waiver, waived, baseline, path, waitsFor, alsoWaitsFor]);

/** A finding stays one of its rule, plan and domain. */
const groupOf = ({ rule, plan, apex }: ReportFinding): string => JSON.stringify([rule, plan, apex]);

/** Whether two findings of one group, of other words, are one that changed: about a host or resource that both have. */
function isOfOne(a: ReportFinding, b: ReportFinding): boolean {
  if (a.hosts.length > 0 && b.hosts.length > 0) return a.hosts.some((host) => b.hosts.includes(host));
  return a.urn === b.urn;
}

const hostsOf = ({ apexes }: Report): readonly string[] => apexes.flatMap(({ hosts }) => hosts);

function sides<T>(before: readonly T[], now: readonly T[], keyOf: (one: T) => string) {
  const without = (all: readonly T[], others: readonly T[]): readonly T[] => {
    const known = new Set(others.map(keyOf));
    return all.filter((one) => !known.has(keyOf(one)));
  };
  return { fresh: without(now, before), gone: without(before, now) };
}
