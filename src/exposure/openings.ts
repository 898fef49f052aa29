/** What listeners and security groups open: an entry serves the web only where something lets the web in. */
import { doubt, type Doubt, type Urn } from "../plan/fact";
import { groupBy, type Plan, type Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";
import {
  isDoubt,
  type EntryKind,
  type GuardContribution,
  type ListenerContribution,
  type Opening,
  type OpeningContribution,
} from "./contribution";

/** Where traffic goes on to; not sure when only candidates are known. */
export interface Link {
  readonly to: Resource;
  readonly sure: boolean;
}

/** Kinds that serve the web by what they are. */
const ALWAYS_WEB: ReadonlySet<EntryKind> = new Set([
  "cdn",
  "dcdn",
  "vod",
  "live",
  "scdn",
  "esa",
  "oss",
  "waf",
  "function",
  "api-gateway",
  "mse",
  "url-forward",
  "foreign-edge",
]);
/** Kinds that security groups guard. */
const GUARDED: ReadonlySet<EntryKind> = new Set([
  "instance",
  "network-interface",
  "ha-vip",
  "container-group",
  "scaling-group",
  "ens-instance",
]);

/** What listeners and security groups open. */
export class Openings {
  private readonly listeners: ReadonlyMap<Urn, Opening[]>;
  private readonly guards: ReadonlyMap<Urn, readonly Reference[]>;
  private readonly groups: ReadonlyMap<Urn, Opening[]>;

  constructor(
    private readonly plan: Plan,
    listeners: readonly ListenerContribution[],
    guards: readonly GuardContribution[],
    openings: readonly OpeningContribution[],
    private readonly links: ReadonlyMap<Urn, readonly Link[]>,
  ) {
    const uncertain = doubt("opening-unknown");
    this.listeners = collect(listeners.flatMap((l) => targetsOf(l.on).map((urn) => [urn, l.opening] as const)));
    this.guards = new Map(guards.map((guard) => [guard.of.urn, guard.groups]));
    this.groups = collect(
      openings.flatMap(({ group, opening }) =>
        group.is === "unknown"
          ? group.candidates.map((candidate) => [candidate.urn, opening === "none" ? opening : uncertain] as const)
          : targetsOf(group).map((urn) => [urn, opening] as const),
      ),
    );
  }

  of(resource: Resource, kind: EntryKind): Opening {
    if (ALWAYS_WEB.has(kind)) return "web";
    const listeners = this.listeners.get(resource.urn) ?? [];
    if (!GUARDED.has(kind)) return listeners.length === 0 ? doubt("opening-unknown") : strongest(listeners);
    const members = [resource.urn, ...(this.links.get(resource.urn) ?? []).map((link) => link.to.urn)];
    const groups = members.flatMap((urn) => this.guards.get(urn) ?? []);
    if (groups.length === 0) return this.plan.absenceDoubt ?? doubt("opening-unknown");
    return strongest(groups.map((group) => this.ofGroup(group)));
  }

  private ofGroup(group: Reference): Opening {
    if (group.is === "unknown") return group.doubt;
    if (group.is === "elsewhere") return doubt("not-in-plan", { what: group.value });
    if (group.is === "absent") return "none";
    const openings = strongest(this.groups.get(group.resource.urn) ?? []);
    return openings === "none" || openings === "possible" ? (this.plan.absenceDoubt ?? openings) : openings;
  }
}

const targetsOf = (reference: Reference): Urn[] => (reference.is === "resource" ? [reference.resource.urn] : []);

const collect = (pairs: readonly (readonly [Urn, Opening])[]): ReadonlyMap<Urn, Opening[]> =>
  new Map([...groupBy(pairs, ([urn]) => urn)].map(([urn, found]) => [urn, found.map(([, opening]) => opening)]));

function strongest(openings: readonly Opening[]): Opening {
  if (openings.includes("web")) return "web";
  const unsure = openings.find((opening): opening is Doubt => isDoubt(opening));
  return unsure ?? (openings.includes("possible") ? "possible" : "none");
}
