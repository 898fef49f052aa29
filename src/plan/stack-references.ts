/**
 * What stacks know of each other. A `StackReference` gives one the outputs of another, and an output can be anything that
 * stack knows: its resources, its configuration, what it has from further stacks. So a value that is not known yet may be of
 * any resource of the stacks behind a reference, and is certainly none of them.
 */
import { groupBy } from "../base/collections";
import { partsOfStackName } from "../names/stack-name";
import { nameOfUrn, partsOfUrn } from "../names/urn";
import type { Doubt, Urn } from "./fact";
import { kindOf, own } from "./raw";
import { ANY_NAME, neededOf } from "./read-properties";
import { topLevel, type PlanPart, type Resource, type Value } from "./resource";
import { STACK_REFERENCE_TYPE } from "../names/own-types";

/** Whether a URN is that of a reference to another stack. */
export const isStackReference = (urn: Urn): boolean =>
  urn.includes(STACK_REFERENCE_TYPE) && partsOfUrn(urn)?.type === STACK_REFERENCE_TYPE;

const NO_STACKS: ReadonlySet<PlanPart> = new Set();

/** What is asked of the plan. */
interface Judged {
  readonly parts: readonly PlanPart[];
  readonly resources: readonly Resource[];
  resource(urn: Urn | undefined): Resource | undefined;
}

/** The references of stacks that are judged together. */
export class StackReferences {
  private readonly ofPart: ReadonlyMap<PlanPart, readonly Resource[]>;
  private readonly reaches = new Map<PlanPart, ReadonlySet<PlanPart> | undefined>();
  private replaced: ReadonlyMap<string, readonly Resource[]> | undefined;
  private readonly isAlone: boolean;

  constructor(private readonly plan: Judged) {
    this.isAlone = plan.parts.length < 2;
    const references = this.isAlone ? [] : plan.resources.filter(({ urn }) => isStackReference(urn));
    this.ofPart = groupBy(references, ({ part }) => part);
  }

  /** The judged stacks that a reference is to, by its URN and that of what comes from it. */
  stacksBehind(reference: Urn, user: Urn | undefined): readonly PlanPart[] {
    const part = (this.plan.resource(reference) ?? this.plan.resource(user))?.part;
    return (part && this.partsBehind(reference, part)) ?? [];
  }

  /**
   * The stacks of whose making a value that is not known can be: its own, and all behind references; undefined for any. What
   * depends on nothing may have been looked up, wherever it is.
   */
  reachOf({ owner, path }: Pick<Value, "owner" | "path">): ReadonlySet<PlanPart> | undefined {
    const urns = this.isAlone ? [] : owner.dependenciesOf(topLevel(path));
    if (urns.length === 0) return undefined;
    const parts = new Set([owner.part, ...urns.flatMap((urn) => this.plan.resource(urn)?.part ?? [])]);
    const reached = [...parts].map((part) => this.knownTo(part));
    return reached.includes(undefined) ? undefined : new Set(reached.flatMap((one) => [...(one ?? [])]));
  }

  /** Whether a value is computed from the outputs of another stack, alone or with something else. */
  areIn({ owner, path }: Value): boolean {
    return owner.dependenciesOf(topLevel(path)).some(isStackReference);
  }

  /** The same for the value that a doubt is about. */
  reachOfDoubt({ urn, property }: Doubt): ReadonlySet<PlanPart> | undefined {
    const owner = this.isAlone ? undefined : this.plan.resource(urn);
    return owner && property !== undefined ? this.reachOf({ owner, path: property }) : undefined;
  }

  /** The judged stacks from whose outputs a value comes, and those behind them. */
  giversOf({ owner, path }: Value): ReadonlySet<PlanPart> {
    if (this.isAlone) return NO_STACKS;
    const references = owner.dependenciesOf(topLevel(path)).filter(isStackReference);
    if (references.length === 0) return NO_STACKS;
    const behind = references.flatMap((urn) => this.partsBehind(urn, owner.part) ?? []);
    return new Set(behind.flatMap((part) => [...(this.knownTo(part) ?? [part])]));
  }

  /**
   * What a known value means that comes from the outputs of a judged stack, and that nothing has any more: what replaces the
   * resources of that stack which had it. The stack gives the new value as soon as there is one.
   */
  replacing(text: string, value: Value): readonly Resource[] {
    const givers = this.giversOf(value);
    if (givers.size === 0) return [];
    this.replaced ??= byFormerAnswer(this.plan.resources);
    return (this.replaced.get(text) ?? []).filter(({ part }) => givers.has(part));
  }

  /** The judged stacks that a reference of a part is to; undefined where its name is not known: then it may be any. */
  private partsBehind(urn: Urn, from: PlanPart): readonly PlanPart[] | undefined {
    const said = this.plan.resource(urn)?.string("name");
    if (said?.state === "unknown") return undefined;
    // A pack is told of a reference by its URN alone.
    const name = said?.state === "known" ? said.value : nameOfUrn(urn);
    return this.plan.parts.filter((part) => part !== from && isNamed(part, name, from));
  }

  /** A stack, and all of which it may know something: those behind its references, and behind theirs; undefined for any. */
  private knownTo(part: PlanPart): ReadonlySet<PlanPart> | undefined {
    if (!this.reaches.has(part)) this.reaches.set(part, this.findKnown(part));
    return this.reaches.get(part);
  }

  private findKnown(part: PlanPart): ReadonlySet<PlanPart> | undefined {
    const found = new Set([part]);
    // A set hands out what is added to it on the way.
    for (const one of found) {
      for (const { urn } of this.ofPart.get(one) ?? []) {
        const behind = this.partsBehind(urn, one);
        if (!behind) return undefined;
        for (const next of behind) found.add(next);
      }
    }
    return found;
  }
}

/** The resources that are replaced, by what their providers answered before. */
function byFormerAnswer(resources: readonly Resource[]): ReadonlyMap<string, readonly Resource[]> {
  const answers = resources.flatMap((resource) => {
    const { change, previous } = resource;
    const before = change === "replace" && previous ? answersOf(previous) : [];
    return [...new Set(before)].map((answer) => ({ answer, resource }));
  });
  const groups = groupBy(answers, ({ answer }) => answer);
  return new Map([...groups].map(([answer, all]) => [answer, all.map(({ resource }) => resource)]));
}

/** The id of a resource, and the texts that its provider has answered with, of what is read of its type. */
function answersOf({ type, data: { id, outputs = {} } }: Resource): readonly string[] {
  const { names = [] } = neededOf(type) ?? {};
  const all = [id, ...(names.includes(ANY_NAME) ? Object.values(outputs) : names.map((name) => own(outputs, name)))];
  return all.filter((raw): raw is string => typeof raw === "string" && raw !== "" && kindOf(raw) === "value");
}

/**
 * Whether a name is that of a stack: `organisation/project/stack`, with what may be left out: the organisation, or both where
 * the project is the same. No URN tells the organisation.
 */
function isNamed({ project, stack }: PlanPart, name: string, from: PlanPart): boolean {
  const named = partsOfStackName(name);
  if (named?.stack !== stack) return false;
  if (named.project !== undefined) return project === named.project;
  return project === from.project || project === named.organization;
}
