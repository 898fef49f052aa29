/** The text of a register by its lines, and by where the nodes of its YAML lie: what changes of it are made of. */
import type { YAMLMap, YAMLSeq } from "yaml";
import { isMap, isNode, isPair, isScalar, isSeq, parseAllDocuments } from "./libraries";
import { YAML_OPTIONS } from "./yaml";

/** Text that goes to a place, instead of as much as is removed there. */
export interface Edit {
  readonly at: number;
  readonly removed?: number;
  readonly text: string;
}

/** A text after some edits; of those at one place the last comes first in it. */
export const withEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.at - a.at)
    .reduce(
      (before, { at, removed = 0, text: added }) => before.slice(0, at) + added + before.slice(at + removed),
      text,
    );

/** The map at the top of a text; undefined where there is none. */
export function topOf(text: string): YAMLMap | undefined {
  const documents = parseAllDocuments(text, YAML_OPTIONS);
  const top = Array.isArray(documents) ? documents[0]?.contents : undefined;
  return isMap(top) ? top : undefined;
}

const BYTE_ORDER_MARK = "\ufeff";

/** The byte order mark of a text, or nothing, and what follows it. */
export function apartFromMark(text: string): readonly [mark: string, rest: string] {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
  return [mark, text.slice(mark.length)];
}

/** Whether a key is in double quotes, as all are in JSON. */
export const isInQuotes = (key: unknown): boolean => isScalar(key) && key.type === "QUOTE_DOUBLE";

/** More entries before the bracket that closes a flow collection, set as those before them are. */
export function inFlow(collection: YAMLMap | YAMLSeq, entries: readonly string[], layout: TextLayout): readonly Edit[] {
  const { text, eol } = layout;
  const last: unknown = collection.items.at(-1);
  const close = (collection.range?.[1] ?? 0) - 1;
  const end = last === undefined ? startOf(collection) + 1 : layout.beforeGap(endOf(last));
  const isOnOwnLine = last !== undefined && layout.isFirst(startOf(last));
  const rest = text.slice(end, close);
  if (!rest.includes("\n")) {
    const gap = isOnOwnLine ? eol + layout.indentAt(startOf(last)) : " ";
    return [{ at: end, text: (last === undefined ? "" : `,${gap}`) + entries.join(`,${gap}`) }];
  }
  const hasComma = rest.replace(/#[^\n]*/g, "").includes(",");
  // What stands before the bracket is a comma then.
  if (!layout.isFirst(close)) return [{ at: close, text: `${entries.join(", ")} ` }];
  const indent = isOnOwnLine ? layout.indentAt(startOf(last)) : `${layout.indentAt(close)}  `;
  return [
    ...(last === undefined || hasComma ? [] : [{ at: end, text: "," }]),
    {
      at: layout.lineStart(close),
      text: `${indent}${entries.join(`,${eol}${indent}`)}${hasComma ? "," : ""}${eol}`,
    },
  ];
}

/** Where a node, or the key of a pair, begins. */
export function startOf(node: unknown): number {
  if (isPair(node)) return startOf(node.key);
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

/** Where what a node says ends: before the comments that follow. */
export function endOf(node: unknown): number {
  if (isPair(node)) return endOf(node.value ?? node.key);
  if ((isMap(node) || isSeq(node)) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1));
  return isNode(node) ? (node.range?.[1] ?? 0) : 0;
}

/** A text by its lines. */
export class TextLayout {
  readonly eol: string;

  constructor(readonly text: string) {
    this.eol = /\r?\n/.exec(text)?.[0] ?? "\n";
  }

  lineStart(at: number): number {
    return this.text.slice(0, at).lastIndexOf("\n") + 1;
  }

  lineAt(at: number): number {
    return this.text.slice(0, at).split("\n").length;
  }

  indentAt(at: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(at)))?.[0] ?? "";
  }

  /** Where the white space begins that stands before a place on its line. */
  beforeGap(at: number): number {
    return at - (/[ \t]*$/.exec(this.text.slice(this.lineStart(at), at))?.[0].length ?? 0);
  }

  /** Whether nothing stands before a place on its line. */
  isFirst(at: number): boolean {
    return this.text.slice(this.lineStart(at), at).trim() === "";
  }

  /** The end of the line of a place, and of the comments below it that are indented by so much at least. */
  below(at: number, least: number): number {
    // A block of text ends with its last line.
    let end = this.text.charAt(at - 1) === "\n" ? at : this.nextLine(at);
    for (let line = end; line < this.text.length; line = this.nextLine(line)) {
      const said = this.text.slice(line, this.nextLine(line)).trim();
      if (said === "") continue;
      if (!said.startsWith("#") || this.indentAt(line).length < least) break;
      end = this.nextLine(line);
    }
    return end;
  }

  /** Lines between two others, or at the end of a text that may lack its last line end. */
  lines(at: number, lines: readonly string[]): Edit {
    const isOpen = at === this.text.length && !this.text.endsWith("\n");
    return { at, text: lines.map((line) => (isOpen ? this.eol + line : line + this.eol)).join("") };
  }

  private nextLine(at: number): number {
    const end = this.text.indexOf("\n", at);
    return end < 0 ? this.text.length : end + 1;
  }
}
