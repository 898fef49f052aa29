/**
 * What several stacks have, of one thing in the cloud: one manages it and others read it, or several manage it. One of them
 * speaks for the thing, so that there is one of it; what another says differently stays beside it.
 */
import { isDeepStrictEqual } from "node:util";
import { groupBy } from "../base/collections";
import { own, type RawProperties } from "./raw";
import { ANY_NAME, neededOf } from "./read-properties";
import type { Resource } from "./resource";

/** The living resources of several stacks, by the things that they are. */
export interface Things {
  /** One for each thing, and those that say something else of it. */
  readonly living: readonly Resource[];
  /** Those that say nothing of their own: another one speaks for them, or what they are goes with the plan. */
  readonly doubles: readonly Resource[];
  /** Which resource speaks for another one; the one that is deleted, for what goes with the plan. */
  readonly speakers: ReadonlyMap<Resource, Resource>;
}

/**
 * Tells which of the living resources are one thing. Of one that is read its manager speaks, and what a manager deletes is
 * gone for who reads it.
 */
export function thingsOf(living: readonly Resource[], removed: readonly Resource[]): Things {
  const shared = sharing([...removed, ...living]);
  if (shared.size === 0) return { living, doubles: [], speakers: new Map() };
  const holders = groupBy(living.filter((one) => shared.has(one)).flatMap(held), ({ key }) => key);
  const gone = new Map(
    removed.flatMap((one) => {
      const { id } = one;
      return isUnique(one) && id.state === "known" ? [[keyOf(one, id.value), one] as const] : [];
    }),
  );
  const speakers = new Map<Resource, Resource>();
  const doubles = new Set<Resource>();
  for (const [key, group] of holders) {
    const all = [...new Set(group.map(({ resource }) => resource))].sort(byAuthority);
    const [first] = all;
    if (!first) continue;
    const speaker = (isRead(first) ? gone.get(key) : undefined) ?? first;
    for (const one of all) {
      if (one.part === speaker.part) continue;
      speakers.set(one, speaker);
      if (isRead(one) || saysAlike(one, speaker)) doubles.add(one);
    }
  }
  return { living: living.filter((one) => !doubles.has(one)), doubles: [...doubles], speakers };
}

/** The resources that may be one thing with another: very few of very many. */
function sharing(resources: readonly Resource[]): ReadonlySet<Resource> {
  const shared = new Set<Resource>();
  const byType = new Map<string, Map<string, Resource>>();
  for (const resource of resources) {
    for (const id of idsOf(resource)) {
      const known = byType.get(resource.type) ?? new Map<string, Resource>();
      byType.set(resource.type, known);
      const other = known.get(id);
      if (other) shared.add(other).add(resource);
      else known.set(id, resource);
    }
  }
  return shared;
}

interface Holding {
  readonly key: string;
  readonly resource: Resource;
}

/** The things that a resource is: the one that it replaces is read elsewhere under its former id. */
const held = (resource: Resource): readonly Holding[] =>
  idsOf(resource).map((id) => ({ key: keyOf(resource, id), resource }));

function idsOf(resource: Resource): readonly string[] {
  if (!isUnique(resource)) return NO_IDS;
  const { id, change, previous } = resource;
  const now = id.state === "known" ? [id.value] : NO_IDS;
  const before = change === "replace" ? previous?.id : undefined;
  return before?.state === "known" ? [...now, before.value] : now;
}

const NO_IDS: readonly string[] = [];

/**
 * Whether the type and the id of a thing tell it from all others. The ids of other providers and of Kubernetes are told apart
 * by where they are asked for, and so are functions, which are named within their region.
 */
const isUnique = ({ type }: Resource): boolean => type.startsWith("alicloud:") && !type.startsWith("alicloud:fc/");

const keyOf = ({ type }: Resource, id: string): string => `${type} ${id}`;

/**
 * Whether two resources of one type say the same, as far as anything is read of them: their programs, and where both are
 * told, their provider's answers.
 */
function saysAlike({ type, data: one }: Resource, { data: other }: Resource): boolean {
  const names = neededOf(type)?.names ?? [];
  const areAlike = (a: RawProperties, b: RawProperties): boolean =>
    names.includes(ANY_NAME)
      ? isDeepStrictEqual(a, b)
      : names.every((name) => isDeepStrictEqual(own(a, name), own(b, name)));
  const areAnsweredAlike = !one.outputs || !other.outputs || areAlike(one.outputs, other.outputs);
  return areAnsweredAlike && areAlike(one.inputs, other.inputs);
}

const isRead = ({ change }: Resource): boolean => change === "read";

/** Who manages goes before who reads, what will be before what is, and what is shown before what is not. */
function byAuthority(a: Resource, b: Resource): number {
  return rankOf(a) - rankOf(b) || (a.urn < b.urn ? -1 : 1);
}

const rankOf = (one: Resource): number => (isRead(one) ? 4 : 0) + (one.part.applied ? 2 : 0) + (one.isShown ? 0 : 1);
