/** Reads YAML 1.2 (core schema) into plain values, with the position of every key, refusing what has two meanings. */
import type { Document, ErrorCode, Node } from "yaml";
import { InputError } from "../input/error";
import { message, type Message } from "../messages";
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
  readonly problem: Message;
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
 * Reads one document with a map at its top, of which `expected` names two keys, and notes duplicate keys, merge keys and
 * keys that are no text. Throws an `InputError` with file, line and key for everything else: broken YAML, several documents,
 * tags of one's own, too many aliases. What stands at the top under a key of `leaving` is not looked into: somebody else
 * reads that.
 */
export function readYaml(
  text: string,
  file: string,
  expected: TwoKeys = ["version", "asOf"],
  leaving: ReadonlySet<string> = new Set(),
): PlainDocument {
  if (text.includes("\u0000")) {
    throw new InputError(message("input.binary", { expected: message("expected.yaml", {}) }), { file });
  }
  const lines = new LineCounter();
  const document = parse(text, file, lines, expected, leaving.size > 0);
  const reader = new Reader(document, file, lines, leaving);
  const value = reader.read(document.contents, [], 0);
  if (value === null) throw new InputError(empty(expected), { file });
  if (!isMap(document.contents)) {
    const [first, second] = expected;
    const kind = Array.isArray(value) ? "list" : "text";
    throw new InputError(message("input.register-top", { first, second, kind }), { file, line: 1 });
  }
  return { value, positions: reader.positions, problems: reader.problems };
}

/** Two keys that stand at the top of a document. */
type TwoKeys = readonly [first: string, second: string];

const empty = ([first, second]: TwoKeys): Message => message("input.register-empty", { first, second });

/** How YAML is read here. */
export const YAML_OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
} as const;

function parse(
  text: string,
  file: string,
  lineCounter: LineCounter,
  expected: TwoKeys,
  isOnlyPartly: boolean,
): Document.Parsed {
  const documents = withinStack(file, () => parseAllDocuments(text, { ...YAML_OPTIONS, lineCounter }));
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (!first) throw new InputError(empty(expected), { file });
  // Tags are found again where they are looked at.
  const warnings = isOnlyPartly ? [] : first.warnings;
  const [broken] = [...first.errors, ...warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (broken) {
    const [at] = broken.pos;
    throw new InputError(explainYaml(broken.code, broken.message), { file, line: lineCounter.linePos(at).line });
  }
  if (second) {
    const { line } = lineCounter.linePos(second.range[0]);
    throw new InputError(message("input.register-second", {}), { file, line });
  }
  return first;
}

/** The library recurses, so a document that nests without end overflows the stack. */
export function withinStack<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(message("input.register-deep", {}), { file });
    throw error;
  }
}

/** What the library says of one code, where that tells more than the code does: the first that fits. */
const DETAILS: readonly (readonly [code: ErrorCode, says: RegExp, is: string])[] = [
  ["MISSING_CHAR", /closing .quote/, "unclosed-quote"],
  ["MISSING_CHAR", /and end with a/, "unclosed-bracket"],
  ["BAD_INDENT", /and end with a/, "unclosed-bracket"],
  ["MISSING_CHAR", /map values|Missing space after :/, "no-colon"],
  ["MISSING_CHAR", /Missing , /, "no-comma"],
  ["MISSING_CHAR", /without - indicator/, "no-dash"],
  ["MISSING_CHAR", /separated from/, "no-gap"],
  ["BLOCK_AS_IMPLICIT_KEY", /sequence/, "BAD_INDENT"],
  ["UNEXPECTED_TOKEN", /on same line/, "BLOCK_AS_IMPLICIT_KEY"],
  ["UNEXPECTED_TOKEN", /Unexpected (?:,|empty item) /, "spare-comma"],
];

/** What is broken, in words of our own: the library has only English ones. */
export function explainYaml(code: ErrorCode, says: string): Message {
  if (says.includes("Maximum call stack")) return message("input.register-deep", {});
  switch (code) {
    case "TAB_AS_INDENT":
      return message("input.register-tab", {});
    case "TAG_RESOLVE_FAILED":
      return message("input.register-tag", {});
    default: {
      const detail = DETAILS.find(([of, fits]) => of === code && fits.test(says))?.[2];
      return message("input.register-yaml", { code: detail ?? code });
    }
  }
}

/** Keys that would mean something else than a key. */
const FAULTS: ReadonlyMap<string, Message> = new Map([
  ["<<", message("input.register-merge", {})],
  ["__proto__", message("input.register-proto", {})],
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
    private readonly leaving: ReadonlySet<string>,
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
    if (++this.values > MOST_VALUES) this.refuse(message("input.register-many", {}), node, path);
    if (depth > DEEPEST) this.refuse(message("input.register-deep", {}), node, path);
    if (isAlias(node)) {
      if (++this.aliases > MOST_ALIASES)
        this.refuse(message("input.register-aliases", { most: MOST_ALIASES }), node, path);
      const meant = node.resolve(this.document);
      // Without an anchor it would be read as if nothing stood there.
      if (!meant) this.refuse(message("input.register-anchor", { alias: `*${node.source}` }), node, path);
      return this.read(meant, path, depth + 1);
    }
    if (node.tag !== undefined && !node.tag.startsWith("tag:yaml.org,2002:")) {
      this.refuse(message("input.register-tag", {}), node, path);
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
        const problem = FAULTS.get(text ?? "") ?? message("input.register-key-no-text", {});
        this.problems.push({ path, problem, at: this.positionOf(key) });
        continue;
      }
      const at = [...path, text];
      if (Object.hasOwn(map, text)) {
        const problem = message("input.register-key-twice", {});
        this.problems.push({ path: at, problem, at: this.positionOf(key) });
        continue;
      }
      this.mark(key, at);
      if (path.length > 0 || !this.leaving.has(text)) map[text] = this.read(value, at, depth + 1);
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

  private refuse(problem: Message, node: unknown, path: KeyPath): never {
    const line = (this.positionOf(node) ?? this.positions(path))?.line;
    throw new InputError(problem, { file: this.file, line, key: keyText(path) });
  }
}

/** A key path as it is shown: `filings[0].hosts[1]`. */
export const keyText = (path: KeyPath): string =>
  path.map((key, at) => (typeof key === "number" ? `[${key}]` : at === 0 ? key : `.${key}`)).join("");
