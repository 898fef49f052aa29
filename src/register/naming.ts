/** What an entry of the register names: the one answer for servers, declared DNS and declared edges. */
import { glob } from "../base/glob";
import { globOverUrns } from "../names/urn";
import type { Plan } from "../plan/plan";
import { stackOf, type PlanPart, type Resource } from "../plan/resource";

/** How an entry names resources. */
export interface Naming {
  /** Glob over `project/stack`: only parts of such a stack are meant; all when left out. */
  readonly stack?: string | undefined;
  /** The provider's id of the resource. It decides where the id of a resource is known as well. */
  readonly id?: string | undefined;
  /** Glob over URNs and addresses; a resource that was renamed is also met by its former ones. */
  readonly resource?: string | undefined;
}

/**
 * Those of `candidates` that an entry names. Each of them must be of a sort that the entry can mean. What several stacks have
 * is named as any of them calls it.
 */
export function namedAmong(entry: Naming, candidates: readonly Resource[], plan: Plan): readonly Resource[] {
  const isOfStack = ofStack(entry);
  const meets = entry.resource === undefined ? () => false : globOverUrns(entry.resource);
  const isMeant = (resource: Resource): boolean => {
    if (!isOfStack(resource.part)) return false;
    const { id } = resource;
    if (entry.id !== undefined && id.state === "known") return id.value === entry.id;
    return meets(resource.urn) || resource.aliases.some(meets);
  };
  return candidates.filter((resource) => isMeant(resource) || plan.spokenFor(resource).some(isMeant));
}

/** The living resources of a plan that an entry names, of those that it can mean. */
export const resourcesNamed = (entry: Naming, plan: Plan, canMean: (resource: Resource) => boolean) =>
  namedAmong(entry, plan.resources.filter(canMean), plan);

/** The parts of a plan that an entry is about: those of its stack, by their ids. */
export const partsOf = (entry: Naming, plan: Plan): readonly PlanPart[] =>
  plan.parts.filter(ofStack(entry)).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function ofStack({ stack }: Naming): (part: PlanPart) => boolean {
  if (stack === undefined) return () => true;
  const matches = glob(stack);
  return (part) => matches(stackOf(part));
}
