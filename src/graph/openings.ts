/** What listeners and security groups open: an entry serves the web only where something lets the web in. */
import { doubt, type Doubt, type Urn } from "../plan/fact";
import { flat, groupBy } from "../base/collections";
import type { Plan, Reference } from "../plan/plan";
import type { Resource } from "../plan/resource";
import {
  isDoubt,
  type GuardContribution,
  type ListenerContribution,
  type Opening,
  type OpeningContribution,
} from "./contribution";
import { openingOfRules } from "./firewall";
import type { FirewallRule } from "./firewall-rule";
import type { Links } from "./links";
import { ByResource, type Attributed } from "./by-resource";
import { KINDS, type EntryKind } from "../vocabulary/kinds";

/** A security group at one of the network interfaces of what it guards. */
interface Guard {
  readonly door: string;
  readonly group: Reference;
}

/** What listeners and security groups open. */
export class Openings {
  private readonly listeners: ByResource<Opening>;
  private readonly guards: ByResource<Guard>;
  /** What guards itself: its own groups decide, whatever else traffic passes. */
  private readonly guarded: ReadonlySet<Urn>;
  private readonly rules: ByResource<FirewallRule>;
  /** What each set of groups opens; many instances share theirs. */
  private readonly byGroups = new Map<string, Opening>();
  private readonly byGuards = new Map<Urn, Opening>();

  constructor(
    private readonly plan: Plan,
    listeners: readonly ListenerContribution[],
    guards: readonly GuardContribution[],
    openings: readonly OpeningContribution[],
    private readonly links: Links,
  ) {
    this.listeners = new ByResource(listeners.map(({ on, opening }) => ({ of: on, value: opening })));
    this.guards = new ByResource(
      flat(guards, ({ of, door = "", groups }) =>
        flat(groups, (group) => (group.is === "absent" ? [] : [{ of, value: { door, group } }])),
      ),
    );
    this.guarded = new Set(flat(guards, ({ of }) => (of.is === "resource" ? [of.resource.urn] : [])));
    this.rules = new ByResource(openings.map(({ group, rule }) => ({ of: group, value: rule })));
  }

  of(resource: Resource, kind: EntryKind): Opening {
    const { serves } = KINDS[kind];
    if (serves === "web") return "web";
    if (serves === "what-listens") return this.ofListeners(resource);
    if (this.guarded.has(resource.urn)) return this.ofGuards(resource);
    const behind = this.links.of(resource).map(({ to, how }) => {
      const opening = this.ofGuards(to);
      return how === "surely" ? opening : perhaps(opening, doubt("opening-unknown"));
    });
    return behind.length > 0 ? strongest(behind) : this.concluded();
  }

  private ofListeners(resource: Resource): Opening {
    const found = this.listeners.of(resource);
    const certain = found.filter(({ unsure }) => unsure === undefined);
    const closed = certain.length > 0 && strongest(certain.map(({ value }) => value)) === "none";
    // What may be said of something else opens nothing here for certain.
    const other = found.find(({ value, unsure }) => unsure !== undefined && value !== "none");
    if (closed && other?.unsure) return closedSoFar(other.unsure);
    const openings = found.map(({ value, unsure }) => (unsure ? perhaps(value, unsure) : value));
    return strongest(this.whole(found, strongest(openings)));
  }

  /** Only what is certainly said of something can tell all there is. */
  private whole(found: readonly Attributed<unknown>[], opening: Opening): readonly Opening[] {
    const isTold = found.some(({ unsure }) => unsure === undefined);
    return isTold ? [this.concluded(opening)] : [opening, this.concluded()];
  }

  /** What the guards of a resource open; an address of an unknown binding may lead to any of many. */
  private ofGuards(resource: Resource): Opening {
    const opening = this.byGuards.get(resource.urn) ?? this.throughDoors(resource);
    this.byGuards.set(resource.urn, opening);
    return opening;
  }

  /** The rules of all groups of a network interface are weighed together, and any interface lets in. */
  private throughDoors(resource: Resource): Opening {
    const doors = groupBy(this.guards.of(resource), ({ value }) => value.door);
    if (doors.size === 0) return this.concluded();
    return strongest(flat(doors.values(), (groups) => this.whole(groups, this.ofGroups(groups))));
  }

  /** What a plan does not show of groups may open anything; that it closes what the plan opens is not presumed. */
  private ofGroups(groups: readonly Attributed<Guard>[]): Opening {
    const opening = this.weighed(
      flat(groups, ({ value: { group }, unsure }) =>
        group.is === "resource" ? [unsure ? { value: group.resource, unsure } : { value: group.resource }] : [],
      ),
    );
    if (opening === "web" || isDoubt(opening)) return opening;
    const unseen = groups.map(({ value: { group } }) => unseenOf(group)).find(isDoubt);
    return unseen ?? opening;
  }

  /** What the rules of groups open; each set of groups is weighed once. */
  private weighed(groups: readonly Attributed<Resource>[]): Opening {
    const weigh = () =>
      openingOfRules(flat(groups, ({ value, unsure }) => this.rules.of(value).map((rule) => withDoubt(rule, unsure))));
    if (groups.some(({ unsure }) => unsure)) return weigh();
    const key = groups.map(({ value }) => value.urn).join(" ");
    const opening = this.byGroups.get(key) ?? weigh();
    this.byGroups.set(key, opening);
    return opening;
  }

  /**
   * What is open by what the plan says; nothing is closed because something is not there while the plan hides
   * resources. Without anything said it is unknown.
   */
  private concluded(opening?: Opening): Opening {
    if (opening === "web" || isDoubt(opening)) return opening;
    const absence = this.plan.absenceDoubt;
    return absence && opening === "none" ? closedSoFar(absence) : (absence ?? opening ?? doubt("opening-unknown"));
  }
}

/** What is shown lets no web in, and something that is not shown may: the one doubt of openings that is about scope. */
export const closedSoFar = ({ urn, waitsFor }: Pick<Doubt, "urn" | "waitsFor">): Doubt =>
  doubt("closed-so-far", {}, { waitsFor, ...(urn === undefined ? {} : { urn }) });

/** What is open where it is not certain that this opens it. */
const perhaps = (opening: Opening, why: Doubt): Opening => (opening === "web" || isDoubt(opening) ? why : opening);

const withDoubt = ({ value, unsure }: Attributed<FirewallRule>, why: Doubt | undefined): FirewallRule => {
  const reason = value.unsure ?? unsure ?? why;
  return reason ? { ...value, unsure: reason } : value;
};

/** Why the rules of a group are not known. */
function unseenOf(group: Reference): Doubt | undefined {
  if (group.is === "unknown") return group.doubt;
  return group.is === "elsewhere" ? doubt("not-in-plan", { what: group.value }) : undefined;
}

const WEAKER = ["restricted", "possible"] as const;

function strongest(openings: readonly Opening[]): Opening {
  if (openings.includes("web")) return "web";
  return openings.find(isDoubt) ?? WEAKER.find((opening) => openings.includes(opening)) ?? "none";
}
