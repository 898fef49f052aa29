/** Where the text of a register gets other values: by where the nodes of its YAML lie. */
import type { Pair, Scalar, YAMLMap } from "yaml";
import { message, type Message } from "../messages";
import { plainJson } from "../base/plain";
import { endOf, inFlow, isInQuotes, TextLayout, startOf, topOf, type Edit } from "./layout";
import { isAlias, isMap, isNode, isScalar, isSeq } from "./libraries";
import type { KeyPath } from "./yaml";

/** A text that a key is to have. */
export interface Amendment {
  /** The key, such as `["filings", 2, "registration", "expiresOn"]`. */
  readonly path: KeyPath;
  readonly value: string;
}

/** An amendment that is left to the user. */
export interface LeftAmendment extends Amendment {
  /** The line that is in its way, from 1. */
  readonly line: number;
  /** The key that is in its way: its own, or one around it. */
  readonly at: KeyPath;
  /** Why it is left, and what to do; it continues a place. */
  readonly reason: Message;
}

/** What amendments come to in a text. */
export interface Amends {
  readonly edits: readonly Edit[];
  /** Those that change something. */
  readonly changing: readonly Amendment[];
  readonly left: readonly LeftAmendment[];
}

/** What sets values in the text of a sound register. What says them already is not touched. */
export function amendsOf(text: string, amendments: readonly Amendment[]): Amends {
  const top = topOf(text);
  const layout = new TextLayout(text);
  const shared = new Set(top && aliasesIn(top));
  const added = new Map<YAMLMap, Addition>();
  const replaced: Edit[] = [];
  const changing: Amendment[] = [];
  const left: LeftAmendment[] = [];
  const leave = (amendment: Amendment, { way, at, reason }: Blocked): void => {
    const line = layout.lineAt(startOf(way ?? top));
    left.push({ ...amendment, at, line, reason: message(reason, { value: amendment.value }) });
  };
  for (const amendment of amendments) {
    const { path, value } = amendment;
    const found = placeOf(top, path, shared);
    if ("reason" in found) {
      leave(amendment, found);
    } else if ("map" in found) {
      add(found, amendment, added);
      changing.push(amendment);
    } else if (!isScalar(found.item) || found.item.value !== value) {
      const edit = replacement(found, value, layout);
      if (edit) {
        replaced.push(edit);
        changing.push(amendment);
      } else {
        leave(amendment, { way: found.pair?.key ?? found.item, at: path, reason: "amend.no-place" });
      }
    }
  }
  // Where several come to one place, what is deeper stands first, and a value before what follows it.
  const additions = [...added].sort(([, a], [, b]) => a.depth - b.depth);
  return {
    edits: [...additions.flatMap(([map, addition]) => additionTo(map, addition, layout)), ...replaced],
    changing,
    left,
  };
}

/** The names of all aliases in a node: what they repeat must stay as it is. */
function* aliasesIn(node: unknown): Generator<string> {
  if (isAlias(node)) yield node.source;
  if (isSeq(node)) for (const item of node.items) yield* aliasesIn(item);
  if (isMap(node)) for (const { value } of node.items) yield* aliasesIn(value);
}

/** A value that is there. */
interface Present {
  /** Its node; null where a key stands without a colon. */
  readonly item: unknown;
  /** The key before it; undefined for what is in a list. */
  readonly pair: Pair | undefined;
  /** Whether what is around it stands in brackets. */
  readonly inBrackets: boolean;
  readonly isJson: boolean;
}

/** A map that lacks a key. */
interface Lacking {
  readonly map: YAMLMap;
  /** How many keys lead to the map. */
  readonly depth: number;
  readonly isJson: boolean;
}

/** What is in the way. */
interface Blocked {
  readonly way: unknown;
  readonly at: KeyPath;
  readonly reason: "amend.alias" | "amend.shared" | "amend.no-place";
}

function placeOf(top: YAMLMap | undefined, path: KeyPath, shared: ReadonlySet<string>): Present | Lacking | Blocked {
  let item: unknown = top;
  let pair: Pair | undefined;
  let inBrackets = false;
  let isJson = false;
  for (let depth = 0; ; depth++) {
    const blocked = (reason: Blocked["reason"]): Blocked => ({
      way: pair?.key ?? item,
      at: path.slice(0, depth),
      reason,
    });
    if (isAlias(item)) return blocked("amend.alias");
    if (isNode(item) && "anchor" in item && shared.has(item.anchor ?? "")) return blocked("amend.shared");
    const key = path[depth];
    if (key === undefined) return { item, pair, inBrackets, isJson };
    if (isMap(item) && typeof key === "string") {
      const { items } = item;
      if (items.length > 0) isJson = item.flow === true && isInQuotes(items[0]?.key);
      pair = items.find((one) => isScalar(one.key) && one.key.value === key);
      if (!pair) {
        const isKeys = path.slice(depth).every((one) => typeof one === "string");
        return isKeys ? { map: item, depth, isJson } : blocked("amend.no-place");
      }
      inBrackets = item.flow === true;
      item = pair.value;
    } else if (isSeq(item) && typeof key === "number" && key < item.items.length) {
      pair = undefined;
      inBrackets = item.flow === true;
      item = item.items[key];
    } else {
      return blocked("amend.no-place");
    }
  }
}

/** What makes a value another one; undefined where there is no way. */
function replacement({ item, pair, inBrackets, isJson }: Present, value: string, layout: TextLayout): Edit | undefined {
  if (pair && item === null) {
    // A key that follows a question mark is closed by a line of its own.
    return inBrackets ? { at: endOf(pair.key), text: `: ${written(value, isJson)}` } : undefined;
  }
  if (!isScalar(item) || (item.tag !== undefined && item.tag !== TEXT)) return undefined;
  const at = startOf(item);
  const removed = endOf(item) - at;
  switch (item.type) {
    case "QUOTE_DOUBLE":
      return { at, removed, text: inQuotes(value) };
    case "QUOTE_SINGLE":
      return { at, removed, text: inSingleQuotes(value) };
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return inBlock(item, value, layout);
    default:
      return removed === 0
        ? { at: layout.beforeGap(at), text: ` ${written(value, isJson)}` }
        : { at, removed, text: written(value, isJson) };
  }
}

const TEXT = "tag:yaml.org,2002:str";
const inQuotes = (value: string): string => plainJson(JSON.stringify(value));
/** Only what is safe in single quotes is written in them. */
const inSingleQuotes = (value: string): string =>
  /^[\x20-\x26\x28-\x7e]+$/.test(value) ? `'${value}'` : inQuotes(value);
/** Days, and words that are text in YAML. */
const PLAIN = /^(?:\d{4}-\d{2}-\d{2}|(?!(?:null|true|false)$)[a-z][a-z-]*)$/;
const written = (value: string, isJson: boolean): string => (!isJson && PLAIN.test(value) ? value : inQuotes(value));

/** One line instead of those of a block; its first line, which may have a comment, stays. */
function inBlock(item: Scalar, value: string, { text, eol }: TextLayout): Edit | undefined {
  const end = endOf(item);
  const begin = text.indexOf("\n", startOf(item)) + 1;
  const [indent] = /^[ \t]+(?=\S)/m.exec(text.slice(begin, end)) ?? [];
  if (indent === undefined || begin === 0 || /[\r\n]/.test(value)) return undefined;
  return { at: begin, removed: end - begin, text: indent + value + (text.slice(0, end).endsWith("\n") ? eol : "") };
}

/** Keys that a map lacks, each with its value or those below it. */
type Keys = Map<string, string | Below>;

interface Below {
  readonly keys: Keys;
}

interface Addition extends Omit<Lacking, "map">, Below {}

function add({ map, depth, isJson }: Lacking, { path, value }: Amendment, added: Map<YAMLMap, Addition>): void {
  const addition = added.get(map) ?? { keys: new Map(), depth, isJson };
  added.set(map, addition);
  let around: Below = addition;
  for (const key of path.slice(depth, -1).map(String)) {
    const known = around.keys.get(key);
    const below: Below = typeof known === "object" ? known : { keys: new Map() };
    around.keys.set(key, below);
    around = below;
  }
  around.keys.set(String(path.at(-1)), value);
}

function additionTo(map: YAMLMap, { keys, isJson }: Addition, layout: TextLayout): readonly Edit[] {
  if (map.flow === true) return inFlow(map, inLine(keys, isJson), layout);
  const indent = indentOf(map, layout);
  return [layout.lines(layout.below(endOf(map), indent.length), inLines(keys, indent))];
}

const inLine = (keys: Keys, isJson: boolean): readonly string[] =>
  [...keys].map(([key, value]) => {
    const said = typeof value === "string" ? written(value, isJson) : `{ ${inLine(value.keys, isJson).join(", ")} }`;
    return `${isJson ? inQuotes(key) : key}: ${said}`;
  });

const inLines = (keys: Keys, indent: string): readonly string[] =>
  [...keys].flatMap(([key, value]) =>
    typeof value === "string"
      ? [`${indent}${key}: ${written(value, false)}`]
      : [`${indent}${key}:`, ...inLines(value.keys, `${indent}  `)],
  );

/** What stands before the keys of a block, or as much white space where dashes do. */
function indentOf(map: YAMLMap, layout: TextLayout): string {
  const own = map.items.find((pair) => layout.isFirst(startOf(pair)));
  if (own) return layout.indentAt(startOf(own));
  const line = layout.text.slice(layout.lineStart(startOf(map)));
  return " ".repeat(/^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0);
}
