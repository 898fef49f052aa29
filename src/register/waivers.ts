/** Waivers: which finding one covers, and which are due for a look. */
import { glob } from "../base/glob";
import { addDays, type Day } from "../base/calendar";
import { nameOf } from "../names/host-name";
import { globOverUrns } from "../names/urn";
import { leftUrns } from "../plan/left-out";
import type { Plan } from "../plan/plan";
import type { Resource } from "../plan/resource";
import { namedAmong } from "./naming";
import type { Waiver } from "./register";

/** What a waiver is matched against; `stack` is `project/stack`. */
export interface Waivable {
  readonly rule: string;
  readonly urn?: string;
  readonly host?: string;
  readonly apex?: string;
  readonly stack?: string;
}

/** Why a waiver is due for a look. */
export type WaiverFault = "expired" | "unused" | "longer-than-a-year";

/**
 * The first waiver that covers a finding; undefined when none does. Everything a waiver names must match. It covers its
 * last day, and nothing after it.
 */
export function matchWaiver(finding: Waivable, waivers: readonly Waiver[], today: Day): Waiver | undefined {
  return waivers.find((waiver) => waiver.rule === finding.rule && !isExpired(waiver, today) && covers(waiver, finding));
}

/** Whether a waiver of a rule that is in force names a host of an apex. */
export const waivesHostsOf = (apex: string, rule: string, waivers: readonly Waiver[], today: Day): boolean =>
  waivers.some((waiver) => {
    if (waiver.rule !== rule || waiver.host === undefined || isExpired(waiver, today)) return false;
    return apexOf(waiver.host) === apex;
  });

/** What is to be said about a waiver; an expired one is nothing else. `used` are the waivers that covered a finding. */
export function faultsOf(waiver: Waiver, used: ReadonlySet<Waiver>, today: Day): readonly WaiverFault[] {
  if (isExpired(waiver, today)) return ["expired"];
  const faults: WaiverFault[] = [];
  if (isLong(waiver, today)) faults.push("longer-than-a-year");
  if (!used.has(waiver)) faults.push("unused");
  return faults;
}

/** Whether a waiver can cover anything in these stacks (`project/stack`): only then is it one that they do not use. */
export const concerns = (waiver: Waiver, stacks: readonly string[]): boolean =>
  waiver.stack === undefined || stacks.some(glob(waiver.stack));

/**
 * Whether a plan has anything that a waiver could mean. Without `stack` it may be for another one, unless each thing that it
 * names is found here: a resource, as it will be or was, and an exposure of the domain.
 */
export function couldMean(waiver: Waiver, plan: Plan, isExposed: (apex: string) => boolean): boolean {
  const { stack, resource, host, apex } = waiver;
  if (stack !== undefined) return true;
  const domains = [apex, host === undefined ? undefined : apexOf(host)].filter((one) => one !== undefined);
  return domains.every(isExposed) && (resource === undefined || hasResource(resource, plan));
}

function hasResource(resource: string, plan: Plan): boolean {
  const { resources, removed, forgotten, parts } = plan;
  const isHere = (some: readonly Resource[]): boolean =>
    namedAmong({ resource }, some.flatMap(withPrevious), plan).length > 0;
  return (
    [resources, removed, forgotten].some(isHere) || parts.some((part) => leftUrns(part).some(globOverUrns(resource)))
  );
}

const withPrevious = (resource: Resource): readonly Resource[] =>
  resource.previous ? [resource, resource.previous] : [resource];

/** The registrable domain of a public host. */
function apexOf(host: string): string | undefined {
  const name = nameOf(host);
  return name.is === "public" ? name.apex : undefined;
}

/** Whether a waiver runs longer than a year from today. */
export const isLong = ({ until }: Pick<Waiver, "until">, today: Day): boolean => until > addDays(today, 366);

/** Whether the last day of a waiver is over. */
export const isExpired = (waiver: Waiver, today: Day): boolean => waiver.until < today;

const covers = (waiver: Waiver, { urn, host, apex, stack }: Waivable): boolean =>
  meets(waiver.resource, urn, globOverUrns) &&
  meets(waiver.host, host, same) &&
  meets(waiver.apex, apex, same) &&
  meets(waiver.stack, stack, glob);

const same = (wanted: string) => (text: string) => text === wanted;

/** Whether a condition of a waiver is met; one that it does not make is. */
const meets = (
  wanted: string | undefined,
  value: string | undefined,
  test: (wanted: string) => (text: string) => boolean,
): boolean => wanted === undefined || (value !== undefined && test(wanted)(value));
