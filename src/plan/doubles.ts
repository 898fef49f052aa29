/**
 * What several stacks have, of one thing in the cloud: one manages it and others read it, or several manage it. One of them
 * speaks for the thing, so that there is one of it; what another says differently stays beside it.
 */
import { isDeepStrictEqual } from "node:util";
import { groupBy } from "../base/collections";
import { keptForm } from "./kept-form";
import { own, type Raw, type RawProperties } from "./raw";
import { ANY_NAME, neededOf } from "./read-properties";
import { isGlobal, ProvidedRegions } from "./regions-apart";
import type { Resource, ResourceData } from "./resource";
import { differ, saysNothing } from "./unlike";

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
 * Tells which of the living resources are one thing. Of one that is read its manager speaks, unless what was read is
 * something else than the manager says, and what a manager deletes is gone for who reads it.
 */
export function thingsOf(living: readonly Resource[], removed: readonly Resource[]): Things {
  const shared = sharing([...removed, ...living]);
  if (shared.size === 0) return { living, doubles: [], speakers: new Map() };
  const holders = groupBy(living.filter((one) => shared.has(one)).flatMap(held), ({ key }) => key);
  const gone = groupBy(
    removed.filter((one) => shared.has(one)).flatMap((one) => (one.id.state === "known" ? held(one) : [])),
    ({ key }) => key,
  );
  const regions = new ProvidedRegions([...living, ...removed]);
  const speakers = new Map<Resource, Resource>();
  const doubles = new Set<Resource>();
  for (const [key, group] of holders) {
    const all = [...new Set(group.map(({ resource }) => resource))].sort(byAuthority);
    const firsts: Resource[] = [];
    for (const one of all) {
      const first = firsts.find((other) => regions.mayBeOne(one, other));
      const isManaged = !isRead(first ?? one);
      const deleted = isManaged
        ? undefined
        : gone.get(key)?.findLast(({ resource }) => regions.mayBeOne(one, resource) && !contradicts(one, resource));
      const speaker = deleted?.resource ?? first;
      if (!speaker) firsts.push(one);
      if (!speaker || one.part === speaker.part) continue;
      speakers.set(one, speaker);
      if (isRead(one) ? !contradicts(one, speaker) : saysAlike(one, speaker)) doubles.add(one);
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
  const { type, id, change, previous } = resource;
  const now = id.state === "known" ? [id.value] : NO_IDS;
  const before = change === "replace" ? previous?.id : undefined;
  const ids = before?.state === "known" ? [...now, before.value] : now;
  return ids.filter((one) => isUnique(type, one));
}

const NO_IDS: readonly string[] = [];

/**
 * Whether the type and the id of a thing tell it from all others. The ids of other providers and of Kubernetes are told apart
 * by where they are asked for, and so are functions, which are named within their region, and what a regional service counts.
 */
const isUnique = (type: string, id: string): boolean =>
  type.startsWith("alicloud:") && !type.startsWith("alicloud:fc/") && (isGlobal(type) || !/^[\d:/,-]+$/.test(id));

const keyOf = ({ type }: Resource, id: string): string => `${type} ${id}`;

/**
 * Whether two resources of one type say the same, as far as anything is read of them: what the program says, else what the
 * provider answered.
 */
function saysAlike({ type, data: one }: Resource, { data: other }: Resource): boolean {
  const names = namesOf(type, [one, other]);
  const inputOf = ({ inputs }: ResourceData, name: string): Raw => formOf(type, inputs, name);
  // An extract leaves out what the provider answered where that is what the program says.
  const answerOf = (data: ResourceData, name: string): Raw =>
    formOf(type, data.outputs ?? {}, name) ?? inputOf(data, name);
  const areAnswered = one.outputs !== undefined && other.outputs !== undefined;
  return [inputOf, ...(areAnswered ? [answerOf] : [])].every((of) =>
    names.every((name) => isDeepStrictEqual(of(one, name), of(other, name))),
  );
}

/** Whether what was read of a thing is neither what another says of it nor what that was before. */
function contradicts({ type, data: read }: Resource, { data: other }: Resource): boolean {
  const told = [other.outputs, other.inputs, other.previous?.outputs, other.previous?.inputs];
  return namesOf(type, [read]).some((name) => {
    const seen = formOf(type, read.outputs ?? {}, name) ?? formOf(type, read.inputs, name);
    const said = told.flatMap((all) => (all ? [formOf(type, all, name)] : [])).filter((one) => !saysNothing(one));
    return said.length > 0 && said.every((one) => differ(seen, one));
  });
}

const formOf = (type: string, properties: RawProperties, name: string): Raw =>
  keptForm(type, name, own(properties, name) ?? null);

/** The properties of a type that are read, among those that there are where any is. */
function namesOf(type: string, among: readonly Pick<ResourceData, "inputs" | "outputs">[]): readonly string[] {
  const names = neededOf(type)?.names ?? [];
  if (!names.includes(ANY_NAME)) return names;
  return [...new Set(among.flatMap(({ inputs, outputs }) => Object.keys({ ...inputs, ...outputs })))];
}

const isRead = ({ change }: Resource): boolean => change === "read";

/** Who manages goes before who reads, what will be before what is, and what is shown before what is not. */
function byAuthority(a: Resource, b: Resource): number {
  return rankOf(a) - rankOf(b) || (a.urn < b.urn ? -1 : 1);
}

const rankOf = (one: Resource): number => (isRead(one) ? 4 : 0) + (one.part.applied ? 2 : 0) + (one.isShown ? 0 : 1);
