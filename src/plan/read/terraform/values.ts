/**
 * Values of a resource as the model has them. The plan masks them: what is unknown and what is sensitive stands beside them,
 * element by element. What is unknown although nobody wrote it is left out: the provider fills it in.
 */
import { put } from "../../canonical";
import { isObject, own, SECRET_MARK, UNKNOWN_STRING, type Raw, type RawProperties } from "../../raw";
import { isExpression } from "./expression";
import type { Words } from "./words";

/** The attributes of a resource, and what of them is unknown and sensitive. A mask is `true` for all that is below. */
export interface Masked {
  readonly values: Raw | undefined;
  readonly unknown?: Raw | undefined;
  readonly sensitive?: Raw | undefined;
}

/**
 * What the configuration says of attributes: the expressions of each block that may be meant. Undefined where it is not known
 * what it says; then all counts as said.
 */
type Written = readonly RawProperties[] | undefined;

/** The properties of a resource, and those of which the plan does not show all that they refer to. */
export interface Converted {
  readonly properties: RawProperties;
  readonly open: readonly string[];
}

/** Converts attributes to properties; `expressions` is what the configuration says, `before` what they were, where they change. */
export function propertiesOf(
  masked: Masked,
  words: Words,
  expressions?: RawProperties,
  before?: RawProperties,
): Converted {
  const { values, unknown, sensitive } = masked;
  const written: Written = expressions && [expressions];
  const properties: Record<string, Raw> = {};
  const open: string[] = [];
  for (const attribute of words.asked ?? keysOf(values, unknown)) {
    if (attribute === "id") continue;
    const mask = under(unknown, attribute);
    if (mask === undefined && isAbsent(under(values, attribute))) continue;
    // The provider gives another value than before.
    const changes = mask === true && before !== undefined && !isNothing(own(before, attribute));
    const isOpen =
      written !== undefined &&
      isDynamic([under(values, attribute)], [mask], written, attribute, { path: attribute, words });
    // Of what blocks say that `dynamic` makes nothing is shown: all that is unknown in them counts as said.
    const around = changes || isOpen ? undefined : written;
    const place = { path: attribute, words, key: attribute, around };
    const isWritten = changes || isOpen || isSaid(written, attribute) || (mask === true && words.isDynamic(attribute));
    const value = convert(
      { values: under(values, attribute), unknown: mask, sensitive: under(sensitive, attribute) },
      place,
      isWritten,
    );
    if (value === undefined) continue;
    const property = words.property(attribute);
    put(properties, property, value);
    if (isOpen) open.push(property);
  }
  return { properties, open };
}

const isAbsent = (raw: Raw | undefined): boolean => raw === undefined || raw === null;

/** What a provider stores where there is nothing. */
const isNothing = (raw: Raw | undefined): boolean =>
  raw === undefined || raw === null || raw === "" || (Array.isArray(raw) && raw.length === 0);

/** Where a value stands. */
interface Place {
  /** The names of attributes from the top. */
  readonly path: string;
  readonly words: Words;
  /** Its name in what it stands in, and what is said of that. */
  readonly key: string;
  readonly around: Written;
}

/** Where what lies in a value stands. */
interface Inside {
  readonly path: string;
  readonly words: Words;
  /** What is said of it. */
  readonly written: Written;
}

/** Most values are scalars: what is said of their insides nobody looks up. */
const inside = ({ path, words, key, around }: Place): Inside => ({ path, words, written: writtenAt(around, key) });

function convert({ values, unknown, sensitive }: Masked, place: Place, isWritten: boolean): Raw | undefined {
  const isThere = values !== undefined && values !== null;
  if (sensitive === true) return isThere || (unknown === true && isWritten) ? SECRET_MARK : undefined;
  if (unknown === true) return isWritten ? UNKNOWN_STRING : undefined;
  if (Array.isArray(values) || Array.isArray(unknown))
    return listOf({ values, unknown, sensitive }, inside(place), isWritten);
  if (isObject(values) || isObject(unknown)) return objectOf({ values, unknown, sensitive }, inside(place), false);
  return isThere ? values : undefined;
}

function listOf({ values, unknown, sensitive }: Masked, place: Inside, isWritten: boolean): Raw | undefined {
  const list = Array.isArray(values) ? (values as readonly Raw[]) : [];
  const length = Math.max(list.length, Array.isArray(unknown) ? unknown.length : 0);
  // Whoever writes no block has none; the provider stores that as an empty list.
  if (length === 0 && !isWritten) return undefined;
  return Array.from({ length }, (_, at): Raw => {
    const element = { values: list[at], unknown: elementOf(unknown, at), sensitive: elementOf(sensitive, at) };
    const isBlock =
      element.sensitive !== true && element.unknown !== true && isObject(element.values ?? element.unknown);
    if (isBlock) return objectOf(element, place, true);
    return convert(element, { path: place.path, words: place.words, key: "", around: undefined }, true) ?? null;
  });
}

/** A block, whose keys are attributes, or a map, whose keys are the user's. */
function objectOf({ values, unknown, sensitive }: Masked, place: Inside, isInList: boolean): Raw {
  const isBlock = isInList || place.words.alone === "block";
  const object: Record<string, Raw> = {};
  for (const key of keysOf(values, unknown)) {
    const inner = { values: under(values, key), unknown: under(unknown, key), sensitive: under(sensitive, key) };
    const path = isBlock ? `${place.path}.${key}` : place.path;
    const isWritten = !isBlock || isSaid(place.written, key) || (inner.unknown === true && place.words.isDynamic(path));
    const below = { path, words: place.words, key, around: isBlock ? place.written : undefined };
    const value = convert(inner, below, isWritten);
    if (value !== undefined) put(object, isBlock ? place.words.property(path) : key, value);
  }
  return object;
}

/** Whether the configuration says anything of an attribute, in any of the blocks that may be meant. */
const isSaid = (written: Written, attribute: string): boolean =>
  written === undefined || written.some((block) => own(block, attribute) !== undefined);

/** What is said of what lies under an attribute: undefined where it is an expression, of whose parts nothing is told. */
function writtenAt(written: Written, attribute: string): Written {
  // Nothing said: of a block that there is all the same, nothing is known of what is said in it.
  const said = written && saidOf(written, attribute);
  return said?.is === "blocks" ? said.blocks : undefined;
}

/** What some blocks say of an attribute. Blocks in the old way are given as one expression. */
type Said =
  { readonly is: "nothing" | "expression" } | { readonly is: "blocks"; readonly blocks: readonly RawProperties[] };

function saidOf(written: readonly RawProperties[], attribute: string): Said {
  const said = written.map((block) => own(block, attribute)).filter((one) => one !== undefined);
  if (said.length === 0) return { is: "nothing" };
  if (!said.every(isBlocks)) return { is: "expression" };
  return {
    is: "blocks",
    blocks: said.flatMap((one) => (Array.isArray(one) ? (one as readonly Raw[]) : [one])).filter(isObject),
  };
}

/** Whether what is said are blocks, each with expressions of its own, and not one expression. */
const isBlocks = (said: Raw): boolean => Array.isArray(said) || (isObject(said) && !isExpression(said));

/**
 * Whether some blocks of a name are made by a `dynamic` block, of which the configuration shows nothing: there are more than
 * are said, or it is not known how many. `all` are those of every block around them.
 */
function isDynamic(
  all: readonly (Raw | undefined)[],
  masks: readonly (Raw | undefined)[],
  written: readonly RawProperties[],
  name: string,
  { path, words }: Pick<Inside, "path" | "words">,
): boolean {
  if (!words.isBlock(path)) return false;
  const said = saidOf(written, name);
  if (said.is === "expression") return false;
  if (masks.includes(true)) return said.is === "blocks" || words.isDynamic(path);
  const blocks = said.is === "blocks" ? said.blocks : [];
  const there = all.flatMap((one, at) => elements(one, masks[at]));
  if (there.length > blocks.length) return true;
  const inner = new Set(there.flatMap(({ value, mask }) => keysOf(value, mask)));
  return [...inner].some((key) =>
    isDynamic(
      there.map(({ value }) => under(value, key)),
      there.map(({ mask }) => under(mask, key)),
      blocks,
      key,
      { path: `${path}.${key}`, words },
    ),
  );
}

interface Element {
  readonly value: Raw | undefined;
  readonly mask: Raw | undefined;
}

function elements(value: Raw | undefined, mask: Raw | undefined): readonly Element[] {
  if (isObject(value) || isObject(mask)) return [{ value, mask }];
  const list = Array.isArray(value) ? (value as readonly Raw[]) : [];
  const length = Math.max(list.length, Array.isArray(mask) ? mask.length : 0);
  return Array.from({ length }, (_, at) => ({ value: list[at], mask: elementOf(mask, at) }));
}

/** What a mask or value has under a key; `true` is for all below. */
const under = (raw: Raw | undefined, key: string): Raw | undefined =>
  raw === true ? true : isObject(raw) ? own(raw, key) : undefined;

const elementOf = (raw: Raw | undefined, at: number): Raw | undefined =>
  raw === true ? true : Array.isArray(raw) ? (raw[at] as Raw | undefined) : undefined;

/** The keys of an object, and those of which the mask alone tells. */
function keysOf(values: Raw | undefined, unknown: Raw | undefined): readonly string[] {
  const known = isObject(values) ? Object.keys(values) : [];
  if (!isObject(unknown)) return known;
  const more = Object.keys(unknown).filter((key) => !isObject(values) || !Object.hasOwn(values, key));
  return more.length === 0 ? known : [...known, ...more];
}
