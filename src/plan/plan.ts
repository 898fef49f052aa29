import { firstOf, flat, groupBy } from "../base/collections";
import { thingsOf, type Things } from "./doubles";
import { glob } from "../base/glob";
import { partsOfUrn } from "../names/urn";
import { isBridged, modelType } from "./bridged";
import { ByValue, textsAt, type ReferenceOptions } from "./by-value";
import { doubt, type Doubt, type Urn } from "./fact";
import { untoldIn } from "./left-out";
import { strangersAmong } from "./strangers";
import { StackReferences } from "./stack-references";
import { stackOf, topLevel, type PlanPart, type Resource, type Value } from "./resource";
import { isProviderType } from "../names/own-types";

/**
 * What a property refers to; where that is unknown, the resources it was computed from, and the types it can be of. `among`:
 * where none of these is known, those of the types that it can be, if not all.
 */
export type Reference =
  | { readonly is: "resource"; readonly resource: Resource }
  | { readonly is: "elsewhere"; readonly value: string }
  | {
      readonly is: "unknown";
      readonly doubt: Doubt;
      readonly candidates: readonly Resource[];
      readonly types?: readonly string[];
      readonly among?: readonly Resource[];
    }
  | { readonly is: "absent" };

/** A region that nothing in the plan tells: `--region`, or an environment variable by name. */
export interface RegionFallback {
  readonly region: string;
  readonly from: "--region" | "ALICLOUD_REGION" | "ALIBABA_CLOUD_REGION";
}

export interface PlanOptions {
  /** Where a region comes from when nothing in the plan tells: `--region` or the environment. */
  readonly region?: RegionFallback;
}

/** A plan: the resources as they will be, what is going away, and how they refer to each other. */
export class Plan {
  /** The resources of the end state, by URN: of what several stacks have, those that have something to say. */
  readonly resources: readonly Resource[];
  /** The others: each stands in another stack for something that one of the resources speaks for, or that goes with the plan. */
  readonly doubles: readonly Resource[];
  /** The resources that this plan deletes, or whose deletion an earlier update left behind. */
  readonly removed: readonly Resource[];
  /** The resources that leave the state and live on in the cloud: nobody manages them any more. */
  readonly forgotten: readonly Resource[];
  /** The resources of the end state that come through Terraform and are of a type that is not known: nothing is read of them. */
  readonly bridged: readonly Resource[];
  /** The components that are made elsewhere: what they are made of is not shown. */
  readonly unexpanded: readonly Resource[];
  /** How many unchanged resources the sources do not show. */
  readonly missing: number;
  /** How many resources earlier versions have left out of extracts, of types that they did not read. */
  readonly untold: number;
  /** Why nothing may be concluded from what is not there; undefined when the plan shows all there is, and all is read. */
  readonly absenceDoubt: Doubt | undefined;
  private readonly byUrn: ReadonlyMap<Urn, Resource>;
  private readonly speakers: ReadonlyMap<Resource, Resource>;
  private spoken: ReadonlyMap<Resource, readonly (readonly [Resource, Resource])[]> | undefined;
  /** The resources of the end state by type. */
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  private readonly byValue = new ByValue((type) => this.ofType(type));
  private readonly removedByValue: ByValue;
  /** What its stacks know of each other. */
  readonly references: StackReferences;
  private readonly reached = new Map<string, readonly Resource[]>();
  private readonly dependencies = new Map<Resource, Map<string, readonly Resource[]>>();
  private readonly strangers = new WeakMap<readonly Urn[], readonly Resource[]>();
  private readonly secrets = new Map<string, { readonly reference: Reference | undefined }>();

  /** Joins the parts' resources into one plan. Throws nothing; readers refuse what cannot be joined. */
  constructor(
    readonly parts: readonly PlanPart[],
    resources: readonly Resource[],
    readonly options: PlanOptions = {},
  ) {
    const [living, gone, forgotten]: [Resource[], Resource[], Resource[]] = [[], [], []];
    for (const resource of inOrder(resources)) {
      const { change } = resource;
      (change === "delete" ? gone : change === "forget" ? forgotten : living).push(resource);
    }
    const things: Things =
      parts.length > 1 ? thingsOf(living, gone) : { living, doubles: [], speakers: new Map<Resource, Resource>() };
    this.resources = things.living;
    this.doubles = things.doubles;
    this.speakers = things.speakers;
    this.removed = gone;
    this.forgotten = forgotten;
    const byUrn = new Map<Urn, Resource>();
    for (const resource of things.living) byUrn.set(resource.urn, this.speakerOf(resource));
    for (const resource of things.doubles) {
      const speaker = this.speakerOf(resource);
      if (speaker.change !== "delete") byUrn.set(resource.urn, speaker);
    }
    this.byUrn = byUrn;
    this.byType = groupBy(this.resources, (resource) => resource.type);
    this.references = new StackReferences(this);
    const removed = groupBy(this.removed, (resource) => resource.type);
    this.removedByValue = new ByValue((type) => removed.get(type) ?? []);
    const bridged = new Set([...this.byType.keys()].filter(isBridged));
    this.bridged = bridged.size === 0 ? [] : this.resources.filter(({ type }) => bridged.has(type));
    this.unexpanded = parts.flatMap((part) => part.unexpanded ?? []).flatMap((urn) => byUrn.get(urn) ?? []);
    this.missing = parts.reduce((sum, part) => sum + part.missing, 0);
    this.untold = parts.reduce((sum, part) => sum + untoldIn(part), 0);
    this.absenceDoubt = this.whyAbsent();
  }

  /** Whether anything is removed, or was another before. */
  get changesAny(): boolean {
    return (
      this.removed.length > 0 ||
      this.resources.some(({ previous }) => previous !== undefined) ||
      this.parts.some(({ leftOut }) => leftOut?.changed === true)
    );
  }

  private whyAbsent(): Doubt | undefined {
    if (this.parts.some((part) => part.isolated)) return doubt("isolated");
    if (this.missing > 0) return this.whyIncomplete();
    if (this.unexpanded.length > 0) return doubt("unexpanded", { count: this.unexpanded.length });
    if (this.untold > 0) return doubt("extract-older", { count: this.untold });
    return this.bridged.length > 0 ? doubt("bridged", { count: this.bridged.length }) : undefined;
  }

  /** With several plans it is said which of them hide something. */
  private whyIncomplete(): Doubt {
    const count = this.missing;
    if (this.parts.length === 1) return doubt("incomplete", { count });
    const hiding = this.parts
      .filter(({ missing }) => missing > 0)
      .map(({ id }) => id)
      .sort();
    return doubt("incomplete-plans", { count, stacks: firstOf(hiding, MOST_NAMED).join(", ") });
  }

  /** The first part whose stack matches a glob over `project/stack`. */
  partOf(stack: string): PlanPart | undefined {
    const matches = glob(stack);
    return this.parts.find((part) => matches(stackOf(part)));
  }

  /** What speaks for the thing that a resource is, where several stacks have it; else the resource itself. */
  speakerOf(resource: Resource): Resource {
    return this.speakers.get(resource) ?? resource;
  }

  /** The resources of other stacks for which one speaks. */
  spokenFor(resource: Resource): readonly Resource[] {
    if (this.speakers.size === 0) return [];
    this.spoken ??= groupBy(this.speakers, ([, speaker]) => speaker);
    return (this.spoken.get(resource) ?? []).map(([one]) => one);
  }

  /** All that stand for the thing that a resource is, in whichever stack; the one that speaks for it first. */
  allOf(resource: Resource): readonly Resource[] {
    const speaker = this.speakerOf(resource);
    return [speaker, ...this.spokenFor(speaker)];
  }

  /** The resource of a URN; of what several stacks have, the one that speaks for it. */
  resource(urn: Urn | undefined): Resource | undefined {
    return urn === undefined ? undefined : this.byUrn.get(urn);
  }

  /** The provider of a resource, where the plan shows it. What is no provider is none, whoever calls it one. */
  providerOf({ provider }: Pick<Resource, "provider">): Resource | undefined {
    const found = this.resource(provider);
    return found && isProviderType(found.type) ? found : undefined;
  }

  ofType(...types: readonly string[]): readonly Resource[] {
    const [type] = types;
    if (types.length === 1 && type !== undefined) return this.byType.get(type) ?? [];
    return flat(types, (one) => this.byType.get(one) ?? []);
  }

  /** What a property that names another resource refers to: by value where it is known, by dependency where it is not. */
  referred(resource: Resource, property: string, options: ReferenceOptions): Reference {
    return this.refer(resource.at(property), options);
  }

  /** As `referred`, for a value anywhere among the properties. */
  refer(value: Value, options: ReferenceOptions): Reference {
    const fact = value.string();
    if (fact.state === "absent") return { is: "absent" };
    const dependencies = this.candidates(value, options.types);
    if (fact.state === "known") {
      const named =
        this.named(fact.value, value, options, dependencies) ??
        onlyOf(this.references.replacing(fact.value, value).filter(({ type }) => options.types.includes(type)));
      return named
        ? { is: "resource", resource: named }
        : (this.secretly(options) ?? { is: "elsewhere", value: fact.value });
    }
    const isComputed = fact.doubt.why === "computed";
    const unseen = isComputed ? this.unseen(value, options.types) : undefined;
    const isFromHere = isComputed && !unseen && !this.references.areIn(value);
    const only = isFromHere && dependencies.length === 1 ? dependencies[0] : undefined;
    if (only && this.strangersBeside(dependencies, value).length === 0) return { is: "resource", resource: only };
    // One that is not shown is none of those that are.
    if (unseen) return { is: "unknown", doubt: unseen, candidates: dependencies, types: [] };
    return this.open(value, fact.doubt, dependencies, options.types);
  }

  /** What a value that is not known refers to; what comes from another stack may be none of what else it is computed from. */
  private open(value: Value, why: Doubt, dependencies: readonly Resource[], types: readonly string[]): Reference {
    // What is computed from something that is not shown, or may be anything, may be none of what else it is computed from.
    const strangers = why.why === "computed" ? this.strangersBeside(dependencies, value) : [];
    if (strangers.length > 0) {
      return { is: "unknown", doubt: severalOf([...dependencies, ...strangers], value, why), candidates: [], types };
    }
    if (why.why === "untraced") return { is: "unknown", doubt: why, candidates: [], types };
    const isGiven = this.references.areIn(value);
    if (dependencies.length > 0 && !isGiven) return { is: "unknown", doubt: why, candidates: dependencies, types };
    const among = dependencies.length > 0 ? this.givenOr(dependencies, value, types) : this.among(value, types);
    return { is: "unknown", doubt: why, candidates: [], types, ...(among && { among }) };
  }

  /** Anything of some types that a value may lead to which is not known, whatever it is computed from. */
  anyOf(value: Value, why: Doubt, types: readonly string[]): Reference {
    return this.open(value, why, [], types);
  }

  /** Some resources, and those of some types in the stacks from whose outputs a value comes. */
  private givenOr(some: readonly Resource[], value: Value, types: readonly string[]): readonly Resource[] {
    const givers = this.references.giversOf(value);
    const given = givers.size === 0 ? [] : this.ofType(...types).filter(({ part }) => givers.has(part));
    return [...new Set([...some, ...given])];
  }

  /** The resources of some types that a value which is not known can be of, where that is not all of the plan. */
  private among(value: Value, types: readonly string[]): readonly Resource[] | undefined {
    const reach = this.references.reachOf(value);
    if (!reach) return undefined;
    const key = [...types, "", ...[...reach].map(({ id }) => id).sort()].join(" ");
    let found = this.reached.get(key);
    if (!found) {
      found = this.ofType(...types).filter(({ part }) => reach.has(part));
      this.reached.set(key, found);
    }
    return found;
  }

  /**
   * The resource that a known value names: one that it was computed from before others, then one of the stacks from whose
   * outputs it comes, then one of its own stack.
   */
  private named(text: string, value: Value, options: ReferenceOptions, dependencies: readonly Resource[]) {
    const { owner } = value;
    const first = (fits: (one: Resource) => boolean): Resource | undefined => this.byValue.first(text, options, fits);
    const any = first(() => true);
    if (any) {
      const agreed = dependencies.length === 0 ? undefined : first((one) => dependencies.includes(this.speakerOf(one)));
      const givers = this.references.giversOf(value);
      const given = givers.size === 0 ? undefined : first(({ part }) => givers.has(part));
      return this.speakerOf(agreed ?? given ?? first(({ part }) => part === owner.part) ?? any);
    }
    // Where ids are not told, the one resource it was computed from, whose id is not known, is meant.
    const nameless = owner.part.tellsIds ? [] : dependencies.filter(({ id }) => id.state !== "known");
    return nameless.length === 1 ? nameless[0] : undefined;
  }

  /**
   * Why a value may be computed from a resource that the plan does not show, of one of these types or of any. A URN is all
   * that is there of such a resource: it tells its type and name.
   */
  unseen(value: Value, types?: readonly string[]): Doubt | undefined {
    const why = this.absenceDoubt;
    const isWanted = (urn: Urn): boolean =>
      !this.byUrn.has(urn) && (types?.includes(modelType(partsOfUrn(urn)?.type ?? "")) ?? true);
    return why && value.owner.dependenciesOf(topLevel(value.path)).some(isWanted) ? why : undefined;
  }

  /** Those from which a value is computed besides some others, and that may pass on whatever there is: nothing is known of them. */
  strangersBeside(some: readonly Resource[], { owner, path }: Value): readonly Resource[] {
    if (some.length === 0) return NONE;
    const urns = owner.dependenciesOf(topLevel(path));
    // Most values are computed from one resource, and instances of one block share the list of all.
    if (urns.length < 2) return NONE;
    let found = this.strangers.get(urns);
    if (!found) this.strangers.set(urns, (found = strangersAmong(this.withUrns(urns))));
    return found.length === 0 ? found : found.filter((one) => !some.includes(one));
  }

  /** What a value may refer to that names nothing to be seen: the resources whose own name is secret. */
  private secretly(options: ReferenceOptions): Reference | undefined {
    const key = `${options.types.join()} ${(options.by ?? []).join()}`;
    const known = this.secrets.get(key);
    const found = known ?? { reference: this.secretNames(options) };
    if (!known) this.secrets.set(key, found);
    return found.reference;
  }

  private secretNames({ types, by = [] }: ReferenceOptions): Reference | undefined {
    const named = flat(this.ofType(...types), (candidate) =>
      flat(by, (path) => {
        const facts = candidate.says(topLevel(path)) ? textsAt(candidate, path) : [];
        return flat(facts, (fact) =>
          fact.state === "unknown" && fact.doubt.why === "secret" ? [{ candidate, doubt: fact.doubt }] : [],
        );
      }),
    );
    const [first] = named;
    return (
      first && {
        is: "unknown",
        doubt: first.doubt,
        candidates: [...new Set(named.map(({ candidate }) => candidate))],
        types,
      }
    );
  }

  /** What each element of a list refers to. Unknown elements share the list's dependencies; a whole list may be unknown. */
  referredAll(resource: Resource, property: string, options: ReferenceOptions): readonly Reference[] {
    const items = resource.items(property);
    if (items.state === "absent") return [];
    const dependencies = this.candidates(resource.at(property), options.types);
    const named = (resources: readonly Resource[]) =>
      resources.map((candidate): Reference => ({ is: "resource", resource: candidate }));
    const open = (why: Doubt): Reference => this.open(resource.at(property), why, dependencies, options.types);
    const unseen = this.unseen(resource.at(property), options.types);
    const strangers = this.strangersBeside(dependencies, resource.at(property));
    const isOpen = resource.isOpen(property);
    if ((isOpen || strangers.length > 0) && items.state === "unknown") return [open(items.doubt)];
    if (items.state === "unknown") return [...named(dependencies), open(items.doubt)];
    const facts = items.value.map((item) => ({ item, fact: item.string() }));
    const unknowns = flat(facts, ({ fact }) => (fact.state === "unknown" ? [open(fact.doubt)] : []));
    const known = facts.filter(({ fact }) => fact.state !== "unknown").map(({ item }) => this.refer(item, options));
    if (unknowns.length === 0) return known;
    if (isOpen) return [...known, ...unknowns];
    const found = new Set(flat(known, (reference) => (reference.is === "resource" ? [reference.resource] : [])));
    const rest = dependencies.filter((candidate) => !found.has(candidate));
    // Each unknown element stands for a dependency; where these are more, none tells for which, where fewer, some for none.
    const isCounted = rest.length + strangers.length <= unknowns.length && !unseen;
    if (!isCounted && strangers.length > 0) return [...known, ...unknowns];
    const left = isCounted ? unknowns.slice(rest.length) : unknowns;
    return [...known, ...named(rest), ...left];
  }

  /** The resources of the wanted types from which a value was computed. */
  candidates({ owner, path }: Value, types: readonly string[]): readonly Resource[] {
    const property = topLevel(path);
    const urns = owner.dependenciesOf(property);
    if (urns.length < 2) return this.ofTypes(urns, types);
    // Each element of a list asks for those of the whole list.
    const known = this.dependencies.get(owner) ?? new Map<string, readonly Resource[]>();
    this.dependencies.set(owner, known);
    const key = `${property} ${types.join()}`;
    const found = known.get(key) ?? this.ofTypes(urns, types);
    known.set(key, found);
    return found;
  }

  private ofTypes(urns: readonly Urn[], types: readonly string[]): readonly Resource[] {
    return this.withUrns(urns).filter(({ type }) => types.includes(type));
  }

  private withUrns(urns: readonly Urn[]): readonly Resource[] {
    return flat(urns, (urn) => {
      const resource = this.byUrn.get(urn);
      return resource ? [resource] : NONE;
    });
  }

  /**
   * The one resource of the given types whose id, or one of whose `by` properties, has one of some values; undefined where
   * none has, or several.
   */
  onlyMatching(values: readonly string[], options: ReferenceOptions): Resource | undefined {
    const first = (fits: (one: Resource) => boolean): Resource | undefined => {
      for (const value of values) {
        const found = this.byValue.first(value, options, fits);
        if (found) return found;
      }
      return undefined;
    };
    const any = first(() => true);
    const only = any && this.speakerOf(any);
    return only && !first((one) => this.speakerOf(one) !== only) ? only : undefined;
  }

  /** Whether this plan removes a resource of the given types that has a value in that way. */
  isRemoved(value: string, options: ReferenceOptions): boolean {
    return this.removedByValue.first(value, options, () => true) !== undefined;
  }
}

const NONE: readonly never[] = [];
/** So many plans are named in a doubt. */
const MOST_NAMED = 6;

/** So many are named where one of several is meant. */
const MOST_CANDIDATES = 20;

/** Why a value that was computed from several resources is not known: one of them is meant, and nothing tells which. */
export function severalOf(candidates: readonly Resource[], { path }: Value, why: Doubt): Doubt {
  const names = candidates.map(({ name }) => name);
  return doubt("several-candidates", { property: path, names: firstOf(names, MOST_CANDIDATES).join(", ") }, why);
}

const onlyOf = <T>(all: readonly T[]): T | undefined => (all.length === 1 ? all[0] : undefined);

/** By URN; sources write most plans in that order already. */
function inOrder(resources: readonly Resource[]): readonly Resource[] {
  const sorted = resources.every((resource, at) => at === 0 || (resources[at - 1]?.urn ?? "") <= resource.urn);
  return sorted ? resources : [...resources].sort((a, b) => (a.urn < b.urn ? -1 : a.urn > b.urn ? 1 : 0));
}
