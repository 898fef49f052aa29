/** From statements to findings: judged for each host, shown for each cause. */
import type { Message } from "../messages";
import type { Doubt } from "../plan/fact";
import { groupBy } from "../base/collections";
import type { Resource } from "../plan/resource";
import type { Waiver } from "../register/register";
import type { Level, RuleId } from "../vocabulary/rule-ids";
import type { Remedy, FindingDraft } from "./rule";

/** A statement of a rule, with the level it has here and the waiver that covers it. */
export interface JudgedDraft extends FindingDraft {
  readonly rule: RuleId;
  readonly level: Exclude<Level, "disabled">;
  readonly waiver?: Waiver;
}

/** What is shown: a statement, and all hosts and resources of which the same holds for the same cause. */
export interface Finding extends JudgedDraft {
  /** The statements that it joins, each about one host or resource. */
  readonly members: readonly JudgedDraft[];
  /** All hosts that it is about, sorted; empty when it is about none. */
  readonly hosts: readonly string[];
  /** The resources by which hosts of unknown names are served, besides those named; sorted. */
  readonly unnamed: readonly Resource[];
  /** All resources that it is reported on, sorted. */
  readonly resources: readonly Resource[];
}

/**
 * Joins equal statements of one rule, apex, cause and waiver, and sorts them: by level, then apex, rule, host and resource.
 * What blocks comes first, and the order never depends on the input's.
 */
export function shown(statements: readonly JudgedDraft[]): Finding[] {
  const sorted = sortedBy(statements, placeOf);
  return sortedBy([...groupBy(sorted, causeOf).values()].map(joined), placeOf);
}

function joined(group: readonly [JudgedDraft, ...JudgedDraft[]]): Finding {
  const [first] = group;
  // In the order of their hosts, and what has none last.
  const hosts = new Set(group.flatMap(({ subject }) => subject.host ?? []));
  const unnamed = group.flatMap(({ subject, resource }) => (subject.host === undefined && resource ? [resource] : []));
  const resources = new Map(group.flatMap(({ resource }) => (resource ? [[resource.urn, resource] as const] : [])));
  const remedies = new Map(
    group.flatMap((one) => (one.remedies ?? []).map((remedy) => [keyOf(remedy), remedy] as const)),
  );
  return {
    ...first,
    ...(first.remedies ? { remedies: [...remedies.values()] } : {}),
    members: group,
    hosts: [...hosts],
    unnamed: hosts.size > 0 ? unnamed : [],
    resources: sortedBy([...resources.values()], ({ urn }) => urn),
  };
}

const keyOf = ({ id, params }: Remedy): string => `${id} ${JSON.stringify(params ?? {})}`;

/** What makes statements one finding; one without a cause is joined with nothing but its like. */
function causeOf({ rule, verdict, level, subject, message, doubt, waiver, cause }: JudgedDraft): string {
  const about = cause ?? JSON.stringify([subject, message.params]);
  const covered = waiver && JSON.stringify(waiver);
  return [rule, verdict, level, subject.apex, message.id, covered, about, doubtKey(doubt)].join("\u0000");
}

const doubtKey = (doubt: Doubt | undefined): string | undefined =>
  doubt && JSON.stringify([doubt.why, doubt.params, doubt.property, doubt.urn, doubt.waitsFor]);

const placeOf = ({ level, rule, subject, message, resource }: JudgedDraft): string =>
  [
    level === "mandatory" ? 0 : 1,
    subject.apex,
    rule,
    // What speaks of a host goes before what only tells its domain.
    subject.host ?? "\uffff",
    subject.urn ?? resource?.urn,
    message.id,
    paramsOf(message),
  ].join("\u0000");

const paramsOf = ({ params }: Message): string => JSON.stringify(params);

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, at: key(item) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ item }) => item);
}
