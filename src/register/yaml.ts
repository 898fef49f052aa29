/** Reads YAML 1.2 (core schema) into plain values, with the position of every key, refusing what has two meanings. */
import type { Document, Node } from "yaml";
import { InputError } from "../input/error";
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments } from "./libraries";

export type Key = string | number;
export type KeyPath = readonly Key[];
/** Where something stands, both from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Something wrong at a key. */
export interface Fault {
  readonly path: KeyPath;
  readonly problem: string;
  /** Where it stands, if not where its key does. */
  readonly at?: TextPosition | undefined;
}

/** The value of a document, and where its keys stand. */
export interface PlainDocument {
  readonly value: unknown;
  /** The position of a key, of an item, or, where there is none, of the closest one around it. */
  readonly positions: (path: KeyPath) => TextPosition | undefined;
  /** Keys that have two meanings or none, and left the rest readable. */
  readonly problems: readonly Fault[];
}

const MOST_ALIASES = 100;
const MOST_VALUES = 200_000;
const DEEPEST = 32;

/**
 * Reads one document with a map at its top, of which `expected` names some keys, and notes duplicate keys, merge keys and keys that are no text. Throws an
 * `InputError` with file, line and key for everything else: broken YAML, several documents, tags of one's own, too many
 * aliases.
 */
export function readYaml(text: string, file: string, expected = "version and asOf"): PlainDocument {
  if (text.includes("\u0000")) throw new InputError("is a binary file; expected YAML text in UTF-8", { file });
  const lines = new LineCounter();
  const document = parse(text, file, lines, expected);
  const reader = new Reader(document, file, lines);
  const value = reader.read(document.contents, [], 0);
  if (value === null) throw new InputError(`is empty; expected at least ${expected}`, { file });
  if (!isMap(document.contents)) {
    const found = Array.isArray(value) ? "a list" : "plain text";
    throw new InputError(`expected keys such as ${expected} at the top; found ${found}`, { file, line: 1 });
  }
  return { value, positions: reader.positions, problems: reader.problems };
}

/** How YAML is read here. */
export const YAML_OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

function parse(text: string, file: string, lineCounter: LineCounter, expected: string): Document.Parsed {
  const documents = within(file, () => parseAllDocuments(text, { ...YAML_OPTIONS, lineCounter }));
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (!first) throw new InputError(`is empty; expected at least ${expected}`, { file });
  const [broken] = [...first.errors, ...first.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (broken) {
    const [at] = broken.pos;
    throw new InputError(explain(broken.code, broken.message), { file, line: lineCounter.linePos(at).line });
  }
  if (second) {
    const { line } = lineCounter.linePos(second.range[0]);
    throw new InputError("a second document begins here; expected one, without a line of ---", { file, line });
  }
  return first;
}

/** The library recurses, so a document that nests without end overflows the stack. */
function within<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new InputError("nests too deeply to be read", { file });
    throw error;
  }
}

function explain(code: string, message: string): string {
  const [says = message] = message.split("\n");
  if (says.includes("Maximum call stack")) return "nests too deeply to be read";
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab is used to indent; use spaces";
    case "TAG_RESOLVE_FAILED":
      return "tags (!name) are not supported; write the value without it";
    default:
      return `is not valid YAML: ${says.length > 120 ? `${says.slice(0, 119)}…` : says}`;
  }
}

/** Keys that would mean something else than a key. */
const FAULTS: ReadonlyMap<string, string> = new Map([
  ["<<", "merge keys (<<) are not supported; write the keys out"],
  ["__proto__", "unknown key __proto__; remove it"],
]);

class Reader {
  readonly problems: Fault[] = [];
  private readonly found = new Map<string, TextPosition>();
  private aliases = 0;
  private values = 0;

  constructor(
    private readonly document: Document.Parsed,
    private readonly file: string,
    private readonly lines: LineCounter,
  ) {}

  readonly positions = (path: KeyPath): TextPosition | undefined => {
    for (let length = path.length; length > 0; length--) {
      const position = this.found.get(JSON.stringify(path.slice(0, length)));
      if (position) return position;
    }
    return { line: 1, column: 1 };
  };

  /** The plain value of a node. Aliases are followed here, so that their number and depth stay bounded. */
  read(node: unknown, path: KeyPath, depth: number): unknown {
    if (!isNode(node)) return null;
    if (++this.values > MOST_VALUES) this.refuse("holds too many values to be read", node, path);
    if (depth > DEEPEST) this.refuse("nests too deeply to be read", node, path);
    if (isAlias(node)) {
      if (++this.aliases > MOST_ALIASES)
        this.refuse(`uses more than ${MOST_ALIASES} aliases; write values out`, node, path);
      return this.read(node.resolve(this.document), path, depth + 1);
    }
    if (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")) {
      this.refuse("tags (!name) are not supported; write the value without it", node, path);
    }
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const at = [...path, index];
        this.mark(item, at);
        return this.read(item, at, depth + 1);
      });
    }
    if (isMap(node)) return this.readMap(node.items, path, depth);
    return isScalar(node) ? node.value : null;
  }

  private readMap(pairs: readonly { key: unknown; value: unknown }[], path: KeyPath, depth: number): unknown {
    const map: Record<string, unknown> = {};
    for (const { key, value } of pairs) {
      const text = isScalar(key) && typeof key.value === "string" ? key.value : undefined;
      if (text === undefined || FAULTS.has(text)) {
        const problem = FAULTS.get(text ?? "") ?? "a key is no text; write it in quotes";
        this.problems.push({ path, problem, at: this.positionOf(key) });
        continue;
      }
      const at = [...path, text];
      if (Object.hasOwn(map, text)) {
        const problem = "this key stands twice in one map; keep one";
        this.problems.push({ path: at, problem, at: this.positionOf(key) });
        continue;
      }
      this.mark(key, at);
      map[text] = this.read(value, at, depth + 1);
    }
    return map;
  }

  private mark(node: unknown, path: KeyPath): void {
    const position = this.positionOf(node);
    const key = JSON.stringify(path);
    if (position && !this.found.has(key)) this.found.set(key, position);
  }

  private positionOf(node: unknown): TextPosition | undefined {
    const start = isNode(node) ? (node as Node).range?.[0] : undefined;
    if (start === undefined) return undefined;
    const { line, col } = this.lines.linePos(start);
    return { line, column: col };
  }

  private refuse(problem: string, node: unknown, path: KeyPath): never {
    const line = (this.positionOf(node) ?? this.positions(path))?.line;
    throw new InputError(problem, { file: this.file, line, key: keyText(path) });
  }
}

/** A key path as it is shown: `filings[0].hosts[1]`. */
export const keyText = (path: KeyPath): string =>
  path.map((key, at) => (typeof key === "number" ? `[${key}]` : at === 0 ? key : `.${key}`)).join("");
