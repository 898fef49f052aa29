/**
 * The extract of a plan: the small part of it that judgements need. No property that is not read, no secret, and the same
 * bytes for the same plan. It is made of the model, so that it does not matter what a plan was read from.
 */
import { groupBy, push } from "../base/collections";
import type { Dialect } from "../names/urn";
import { version } from "../version";
import { modelTypeIn } from "./bridged";
import { canonical, isSame, put } from "./canonical";
import { Chosen } from "./chosen";
import { withoutUserinfo } from "./conceal";
import type { Urn } from "./fact";
import { keptForm } from "./kept-form";
import { plainNotes, type PlainNote } from "./notes";
import type { Plan } from "./plan";
import type { ReadPart } from "./read/part";
import { withoutCredentials } from "./read/providers";
import { ANY_NAME, isLinked, neededOf } from "./read-properties";
import { own, type Raw, type RawProperties } from "./raw";
import type { Change, LeftNames, PlanPart, Position, Resource, ResourceData } from "./resource";
import { partsOfShort, ShortUrns, withoutCredentialsInName } from "./short-urns";
import { isProviderType } from "../names/own-types";

/** The extract of one part of a plan: plain data that can be cloned, and written as JSON. */
export interface Extract {
  /** The version that wrote it. */
  readonly version: string;
  readonly project: string;
  readonly stack: string;
  /** In whose words its user writes; Pulumi's when left out. */
  readonly dialect?: Dialect;
  /** Where its program begins, as `FILE:LINE:COLUMN`. */
  readonly start?: string;
  /** How many unchanged resources the plan did not show. */
  readonly missing?: number;
  /** Whether it tells what is, not what will be. */
  readonly applied?: true;
  /** Whether it does not tell which provider a resource has. */
  readonly untoldProviders?: true;
  /** The URNs of components whose resources are not seen. */
  readonly unexpanded?: readonly string[];
  /** `alicloud:region` of the stack's configuration. */
  readonly region?: string;
  /** What there is to be said of how the plan was read. */
  readonly notes?: readonly PlainNote[];
  /** The properties that were kept of each type, where there were any; `*` for all. */
  readonly kept: Readonly<Record<string, readonly string[]>>;
  /** By URN. */
  readonly resources: readonly ExtractedResource[];
  /** The names of the other resources of the end state, by the types in their URNs. */
  readonly left?: LeftNames;
  /** The names of the other resources that are deleted or leave the state. */
  readonly gone?: LeftNames;
  /** Whether any of these others is deleted, or was another before. */
  readonly changed?: true;
}

/**
 * A resource of an extract. URNs are without stack and project where these are those of the part, else begin with `=`; one
 * of a resource that is here may stand as its number.
 */
export interface ExtractedResource extends ExtractedState {
  readonly urn: string;
  /** Its type and name where its URN does not end with them. */
  readonly type?: string;
  readonly name?: string;
  /** What it was before, and its type where that was another. */
  readonly previous?: ExtractedState & { readonly type?: string };
}

/** What a resource is like at one time. */
export interface ExtractedState {
  readonly parent?: UrnOrNumber;
  /** `FILE:LINE:COLUMN`. */
  readonly position?: string;
  readonly frames?: readonly string[];
  readonly change?: NonNullable<ResourceData["change"]>;
  readonly hidden?: NonNullable<ResourceData["hidden"]>;
  readonly id?: Raw;
  readonly provider?: UrnOrNumber;
  readonly inputs?: RawProperties;
  /** What the provider answered, as far as it is not what the inputs say. */
  readonly outputs?: RawProperties;
  readonly dependencies?: readonly UrnOrNumber[];
  readonly propertyDependencies?: Readonly<Record<string, readonly UrnOrNumber[]>>;
  readonly aliases?: readonly string[];
  /** The properties of which the plan does not show all that they are computed from. */
  readonly open?: readonly string[];
  /** Of what properties are computed from, what was taken of several because it has the same key. */
  readonly byKey?: Readonly<Record<string, readonly UrnOrNumber[]>>;
  readonly ignoreChanges?: readonly string[];
}

export type UrnOrNumber = string | number;

/** What the plan can do with a resource, where it says so. */
export const CHANGES: readonly string[] = Object.keys({
  create: true,
  update: true,
  replace: true,
  delete: true,
  forget: true,
  read: true,
  same: true,
} satisfies Record<Exclude<Change, "unsaid">, true>);

/** Why not all that is said of a resource is shown. */
export const HIDDEN: readonly string[] = Object.keys({
  hidden: true,
  unread: true,
  computed: true,
  unshown: true,
} satisfies Record<NonNullable<ResourceData["hidden"]>, true>);

/** The extract of a part of a plan. That of an extract is the same again. */
export function extractOf({ part, resources }: ReadPart): Extract {
  const urns = new ShortUrns(part);
  const chosen = new Chosen(resources, { urns, unexpanded: new Set(part.unexpanded) }, ({ data }) =>
    contentOf(data, urns),
  );
  const sorted = [...chosen.rows].sort((a, b) => inOrder(a.urn, b.urn));
  const numbers = new Map<Urn, number>();
  sorted.forEach(({ urn }, at) => {
    if (!numbers.has(urn)) numbers.set(urn, at);
  });
  const writing: Writing = { urns, chosen, link: (urn) => numbers.get(urn) ?? urns.short(urn) };
  const rows = sorted.map((resource) => rowOf(resource, writing));
  const { left, gone, changed } = othersOf(part, chosen, urns);
  const notes = plainNotes(part);
  const start = part.start?.();
  return {
    version: part.leftOut?.version ?? version,
    project: part.project,
    stack: part.stack,
    ...(part.dialect && { dialect: part.dialect }),
    ...(start && { start: textOf(start) }),
    ...(part.missing > 0 && { missing: part.missing }),
    ...(part.applied && { applied: true }),
    ...(part.untoldProviders && { untoldProviders: true }),
    ...(part.unexpanded && { unexpanded: [...part.unexpanded].sort().map((urn) => urns.short(urn)) }),
    ...(part.region !== undefined && part.region !== "" && { region: part.region }),
    ...(notes.length > 0 && { notes }),
    kept: keptOf(sorted),
    resources: numbers.size === rows.length ? rows : inOrderOfContent(sorted, rows),
    ...(left && { left }),
    ...(gone && { gone }),
    ...(changed && { changed }),
  };
}

/** The extracts of all parts of a plan. */
export function extractsOf({ parts, resources, doubles, removed, forgotten }: Plan): readonly Extract[] {
  const all = groupBy([...resources, ...doubles, ...removed, ...forgotten], ({ part }) => part);
  return parts.map((part) => extractOf({ part, resources: all.get(part) ?? [] }));
}

interface Writing {
  readonly urns: ShortUrns;
  readonly chosen: Chosen;
  /** A link to what has a URN. */
  readonly link: (urn: Urn) => UrnOrNumber;
}

/** Several resources that go may have one URN: their order is that of what they say. */
function inOrderOfContent(resources: readonly Resource[], rows: readonly ExtractedResource[]): ExtractedResource[] {
  const told = rows.map((row, at) => ({ row, urn: resources[at]?.urn ?? "", text: JSON.stringify(row) }));
  return told.sort((a, b) => inOrder(a.urn, b.urn) || inOrder(a.text, b.text)).map(({ row }) => row);
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The properties that are kept of each type that has any resources here. */
function keptOf(resources: readonly Resource[]): Extract["kept"] {
  const kept = new Map<string, readonly string[]>();
  for (const { data } of resources) {
    for (const one of data.previous ? [data, data.previous] : [data]) {
      if (!kept.has(one.type)) kept.set(one.type, namesOf(one));
    }
  }
  const types = [...kept].filter(([type]) => neededOf(type)).sort(([a], [b]) => inOrder(a, b));
  const result: Record<string, readonly string[]> = {};
  for (const [type, names] of types) put(result, type, names);
  return result;
}

/** The properties of a resource that are kept. */
function namesOf({ type, kept }: ResourceData): readonly string[] {
  const names = neededOf(type)?.names ?? [];
  if (kept === undefined) return names;
  return names.includes(ANY_NAME) ? [...kept].sort() : names.filter((name) => kept.has(name));
}

function rowOf(resource: Resource, writing: Writing): ExtractedResource {
  const { data, urn, previous } = resource;
  const { chosen } = writing;
  const short = writing.urns.short(urn);
  const parts = partsOfShort(short);
  const row: Writable<ExtractedResource> = { urn: short };
  if (!parts || data.type !== modelTypeIn(parts.types)) row.type = data.type;
  const name = withoutCredentialsInName(data.name);
  if (name !== parts?.name) row.name = name;
  if (chosen.isPlaced(resource)) place(resource, row, writing);
  tell(data, row, writing);
  if (previous) {
    row.previous = previous.type === data.type ? {} : { type: previous.type };
    if (chosen.isPlaced(resource)) place(previous, row.previous, writing);
    tell(previous.data, row.previous, writing);
  }
  return row;
}

/** Writes where a resource is written. */
function place(resource: Resource, row: Writable<ExtractedState>, { chosen, link }: Writing): void {
  const parent = chosen.parentOf(resource);
  const { position } = resource;
  // What was being carried out is asked for only where there is a component, or may be a module.
  const isIn = parent !== undefined || chosen.isParent(resource) || resource.part.dialect !== undefined;
  const frames = isIn ? resource.frames : [];
  if (parent) row.parent = link(parent.urn);
  if (position) row.position = textOf(position);
  if (frames.length > (resource.part.dialect ? 1 : 0)) row.frames = frames.map(textOf);
}

const textOf = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

/** What a resource says without what it is called: of which only its provider's region is told. */
function contentOf(data: ResourceData, urns: ShortUrns): string {
  const writing = { urns, link: (urn: Urn) => urns.short(urn) };
  const now: Writable<ExtractedState> = {};
  const before: Writable<ExtractedState> = {};
  tell(data, now, writing);
  delete now.id;
  if (data.previous) tell(data.previous, before, writing);
  return JSON.stringify([now, before]);
}

/** Writes what a resource is like. */
function tell(data: ResourceData, row: Writable<ExtractedState>, { urns, link }: Pick<Writing, "urns" | "link">): void {
  const { type, change, hidden, id, provider, aliases, ignoreChanges } = data;
  if (change !== undefined && change !== "unsaid") row.change = change;
  if (aliases && aliases.length > 0) row.aliases = aliases.map((urn) => urns.short(urn));
  if (!neededOf(type)) return;
  if (hidden) row.hidden = hidden;
  if (id !== undefined && id !== null) row.id = idOf(canonical(id));
  if (provider !== undefined) row.provider = link(provider);
  const { inputs, outputs } = valuesOf(data);
  if (!isEmpty(inputs)) row.inputs = inputs;
  if (outputs) row.outputs = outputs;
  tellLinks(data, row, link);
  if (ignoreChanges && ignoreChanges.length > 0) row.ignoreChanges = ignoreChanges;
}

/** Writes what a resource and its properties are computed from. */
function tellLinks(data: ResourceData, row: Writable<ExtractedState>, link: Writing["link"]): void {
  const { type, dependencies, hidden } = data;
  // What is said of all its properties at once, each is computed from.
  if ((isLinked(type) || hidden === "computed") && dependencies && dependencies.length > 0)
    row.dependencies = dependencies.map(link);
  const from = linksOf(data, data.propertyDependencies, link);
  if (!isEmpty(from)) row.propertyDependencies = from;
  const open = data.open?.filter((name) => namesAmong(data, [{ [name]: true }]).includes(name)) ?? [];
  if (open.length > 0) row.open = [...open].sort();
  const byKey = linksOf(data, data.byKey, link);
  if (!isEmpty(byKey)) row.byKey = byKey;
}

const idOf = (id: Raw): Raw => (typeof id === "string" ? withoutUserinfo(id) : id);

const isEmpty = (object: object): boolean => {
  for (const _ in object) return false;
  return true;
};

/** The kept properties; of what the provider answered only what differs, for that alone can tell more. */
function valuesOf(data: ResourceData): { readonly inputs: RawProperties; readonly outputs?: RawProperties } {
  const isProvider = isProviderType(data.type);
  const said = isProvider ? withoutCredentials(data.inputs) : data.inputs;
  const answered = isProvider ? undefined : data.outputs;
  const inputs: Record<string, Raw> = {};
  const outputs: Record<string, Raw> = {};
  for (const name of namesAmong(data, [said, answered])) {
    const input = keptForm(data.type, name, own(said, name) ?? null);
    if (input !== null) put(inputs, name, input);
    const output = keptForm(data.type, name, (answered && own(answered, name)) ?? null);
    if (output !== null && !isSame(input, output)) put(outputs, name, output);
  }
  return { inputs, ...(answered && { outputs }) };
}

/** The names to look for: those that are kept, and all that there are where any name is. */
function namesAmong(data: ResourceData, among: readonly (object | undefined)[]): readonly string[] {
  const names = namesOf(data);
  if (!names.includes(ANY_NAME)) return names;
  return [...new Set(among.flatMap((object) => Object.keys(object ?? {})))].sort();
}

function linksOf(
  data: ResourceData,
  all: Readonly<Record<string, readonly Urn[]>> | undefined,
  link: (urn: Urn) => UrnOrNumber,
): Readonly<Record<string, readonly UrnOrNumber[]>> {
  const links: Record<string, readonly UrnOrNumber[]> = {};
  if (!all || isEmpty(all)) return links;
  for (const name of namesAmong(data, [all])) {
    const urns = own(all, name) as readonly Urn[] | undefined;
    if (urns && urns.length > 0) put(links, name, urns.map(link));
  }
  return links;
}

/** What is left out, with what an extract that was read has left out already. */
function othersOf({ leftOut }: PlanPart, { others }: Chosen, urns: ShortUrns) {
  const living = namesIn(leftOut?.living);
  const gone = namesIn(leftOut?.gone);
  for (const { urn, change } of others) {
    const { types = "", name = "" } = partsOfShort(urns.short(urn)) ?? {};
    push(change === "delete" || change === "forget" ? gone : living, types, name);
  }
  const changed =
    leftOut?.changed === true || others.some(({ change, previous }) => change === "delete" || previous !== undefined);
  return { left: sortedNames(living), gone: sortedNames(gone), changed };
}

const namesIn = (names: LeftNames = {}): Map<string, string[]> =>
  new Map(Object.entries(names).map(([type, all]) => [type, [...all]]));

function sortedNames(names: ReadonlyMap<string, readonly string[]>): LeftNames | undefined {
  if (names.size === 0) return undefined;
  const result: Record<string, readonly string[]> = {};
  for (const [type, all] of [...names].sort(([a], [b]) => inOrder(a, b))) put(result, type, [...all].sort());
  return result;
}
