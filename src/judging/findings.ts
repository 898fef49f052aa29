/** From drafts to findings: judged for each host, shown for each cause. */
import { MOST_WAITED_FOR, type Doubt } from "../plan/fact";
import { groupBy } from "../base/collections";
import type { Resource } from "../plan/resource";
import type { Waiver } from "../register/register";
import type { Level, RuleId } from "../vocabulary/rule-ids";
import type { Remedy, FindingDraft } from "./rule";

/** A draft of a rule, with the level it has here and what excuses it. */
export interface JudgedDraft extends FindingDraft {
  readonly rule: RuleId;
  readonly level: Exclude<Level, "disabled">;
  /** What waives it. */
  readonly waiver?: Waiver;
  /** It is one of those that were accepted before. */
  readonly accepted?: true;
}

/** What is shown: a draft, and all hosts and resources of which the same holds for the same cause. */
export interface Finding extends JudgedDraft {
  /** The drafts that it joins, each about one host or resource. */
  readonly members: readonly JudgedDraft[];
  /** All hosts that it is about, sorted; empty when it is about none. */
  readonly hosts: readonly string[];
  /** The resources by which hosts of unknown names are served, besides those named; sorted. */
  readonly unnamed: readonly Resource[];
  /** All resources that it is reported on, sorted. */
  readonly resources: readonly Resource[];
}

/**
 * Joins equal drafts of one rule, apex, cause and waiver, and sorts them: by level, then apex, rule, host and resource.
 * What blocks comes first, and the order never depends on the input's.
 */
export function findingsOf(drafts: readonly JudgedDraft[]): Finding[] {
  // A group stands where its first one does: what is sorted before it is grouped stays sorted.
  return [...groupBy(inOrder(drafts), causeOf).values()].map(joined);
}

function joined(group: readonly [JudgedDraft, ...JudgedDraft[]]): Finding {
  const [first, second] = group;
  if (!second) return alone(first);
  // In the order of their hosts, and what has none last.
  const hosts = new Set(group.flatMap(({ subject }) => subject.host ?? []));
  const hostless = group.filter(({ subject }) => subject.host === undefined);
  return {
    ...first,
    ...(first.remedies ? { remedies: remediesFor(group) } : {}),
    members: group,
    hosts: [...hosts],
    unnamed: hosts.size > 0 ? resourcesOf(hostless) : [],
    resources: resourcesOf(group),
  };
}

/** The resources that drafts are about, each once, by URN. */
function resourcesOf(drafts: readonly JudgedDraft[]): readonly Resource[] {
  const resources = new Map(drafts.flatMap(({ resource }) => (resource ? [[resource.urn, resource] as const] : [])));
  return [...resources.values()].sort((a, b) => order(a.urn, b.urn));
}

/** One that nothing is joined with, as most are. */
function alone(one: JudgedDraft): Finding {
  const { subject, resource } = one;
  const hosts = subject.host === undefined ? [] : [subject.host];
  return { ...one, members: [one], hosts, unnamed: [], resources: resource ? [resource] : [] };
}

/** Each once. What is said of one host holds for the others: only what is to be pasted is for each of them. */
function remediesFor(group: readonly JudgedDraft[]): readonly Remedy[] {
  const known = new Set<string>();
  return group.flatMap(({ subject, remedies = [] }) =>
    remedies.filter((remedy) => {
      const keys = [keyOf(remedy, undefined), keyOf(remedy, subject.host)];
      const isNew = !keys.some((key) => known.has(key));
      for (const key of keys) known.add(key);
      return isNew;
    }),
  );
}

function keyOf({ id, params = {}, snippet }: Remedy, host: string | undefined): string {
  const general = Object.entries(params).map(([name, value]) => [name, value === host ? "" : value]);
  return JSON.stringify([id, general, snippet]);
}

/** What makes drafts one finding; one without a cause is joined with nothing but its like. */
function causeOf({ rule, verdict, level, subject, message, doubt, waiver, accepted, cause }: JudgedDraft): string {
  const about = cause ?? JSON.stringify([subject, message.params]);
  const covered = waiver && JSON.stringify(waiver);
  return [rule, verdict, level, subject.apex, message.id, covered, accepted, about, doubtKey(doubt)].join("\u0000");
}

/** A thousand findings may each wait for a thousand resources, of which none tells more than the first. */
function doubtKey(doubt: Doubt | undefined): string | undefined {
  if (!doubt) return undefined;
  const { why, params, property, urn, waitsFor } = doubt;
  return JSON.stringify([why, params, property, urn, waitsFor.length, waitsFor.slice(0, MOST_WAITED_FOR)]);
}

/** By place; what speaks of the same one, by what it says. */
const inOrder = (drafts: readonly JudgedDraft[]): JudgedDraft[] =>
  drafts
    .map((one) => ({ one, place: placeOf(one) }))
    .sort((a, b) => order(a.place, b.place) || order(paramsOf(a.one), paramsOf(b.one)))
    .map(({ one }) => one);

const placeOf = ({ level, rule, subject, message, resource, part }: JudgedDraft): string =>
  [
    level === "mandatory" ? 0 : 1,
    subject.apex,
    rule,
    // What speaks of a host goes before what only tells its domain.
    subject.host ?? "\uffff",
    subject.urn ?? resource?.urn ?? part?.id,
    message.id,
  ].join("\u0000");

const paramsOf = ({ message: { params } }: JudgedDraft): string => JSON.stringify(params);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
